// The portal (门户端) begins here: theme, words, cache, router.
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
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
import { LinkProvider } from "./ui/link.tsx";

dayjs.locale("zh-cn");

const variables = document.createElement("style");
variables.textContent = cssVariables();
document.head.append(variables);

const root = document.querySelector("#root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <LinkProvider value={Go}>
            <RouterProvider router={router} />
          </LinkProvider>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
