// How the portal (门户端) is built: one entry, a vendor chunk, one chunk a page; served under `/`.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const outDir = fileURLToPath(new URL("../../dist/portal", import.meta.url));

/** Where the API answers while developing; the built portal is served by the API's own server. */
const api = process.env["NIANGJIA_API"] ?? "http://127.0.0.1:8080";

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
    chunkSizeWarningLimit: 1200,
  },
});
