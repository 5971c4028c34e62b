// How the portal (门户端) is built: vendor chunks that outlive our changes, one chunk a page; served under `/`.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const outDir = fileURLToPath(new URL("../../dist/portal", import.meta.url));

/** Where the API answers while developing; the built portal is served by the API's own server. */
const api = process.env.NIANGJIA_API ?? "http://127.0.0.1:8080";

const antd = (parts: string) => new RegExp(`node_modules/antd/es/(${parts})/`);

/**
 * A group takes its modules and what they need, the first group first: what the shell uses, then what lists add,
 * then dates. Other parts of Ant Design go with the pages that use them.
 */
const groups = [
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: "icons", test: /node_modules\/@ant-design\/icons/ },
  { name: "dayjs", test: /node_modules\/dayjs\// },
  { name: "tanstack", test: /node_modules\/@tanstack\// },
  {
    name: "antd-shell",
    test: antd(
      "app|badge|button|config-provider|drawer|dropdown|form|input|locale|menu|modal|popover|skeleton|tabs|tooltip",
    ),
  },
  { name: "antd-list", test: antd("checkbox|pagination|radio|segmented|select|table|tag") },
  { name: "antd-date", test: antd("date-picker") },
  { name: "echarts", test: /node_modules\/(echarts|zrender)\// },
].map((group, index, all) => ({ ...group, priority: all.length - index }));

export default defineConfig({
  base: "/",
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  server: { port: 5173, host: "127.0.0.1", proxy: { "/api": { target: api } } },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
