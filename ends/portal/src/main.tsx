// The portal (门户端) begins here: theme, words, cache, router.
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/es/locale/zh_CN";
import dayjs from "dayjs";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "antd/dist/reset.css";
import "dayjs/locale/zh-cn";
import { cssVariables } from "../../tokens.ts";
import "./base.css";
import { queryClient } from "./query-client.ts";
import { router } from "./router.tsx";
import { Go } from "./shell/go.tsx";
import { theme } from "./theme.ts";
import { LoadingOutlined } from "./ui/icons.tsx";
import { LinkProvider } from "./ui/link.tsx";
import { useStillness } from "./ui/use-media.ts";

dayjs.locale("zh-cn");

/** A plain icon while waiting: the moving one may stay behind after a very short wait. */
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-label="正在处理" /> };

const variables = document.createElement("style");
variables.textContent = cssVariables();
document.head.append(variables);

const root = document.querySelector("#root");
if (!root) throw new Error("index.html has no #root");

/** Everything under the theme; who asked their device for less motion gets none. */
function Portal() {
  const still = useStillness();
  const worn = { ...theme, token: { ...theme.token, motion: !still } };
  return (
    <ConfigProvider locale={zhCN} theme={worn} button={button} wave={{ disabled: true }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <LinkProvider value={Go}>
            <RouterProvider router={router} />
          </LinkProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

createRoot(root).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
