// The checking pages (核验页面): certificates and case files for anyone, and the one file that checks cards off line, with today's list inside.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { system } from "@niangjia/foundation/act";
import { offlineData } from "@niangjia/platforms/realname/card";
import type { House } from "./app.ts";
import { root } from "./store.ts";

/** A page's own policy, as its header too; framing is for the header alone. */
function policyIn(html: string): string {
  const [, policy = "default-src 'none'"] =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return `${policy}; frame-ancestors 'none'`;
}

/** Data inside a page cannot end its element. */
const dataOf = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const emptyData = 'id="data">null<';

/** Adds `/verify` and `/verify/offline.html`, once they are built. */
export function addVerifyPages({ app, act }: Pick<House, "app" | "act">): void {
  const folder = join(root, "dist", "verify");
  const pages = ["index.html", "offline.html"] as const;
  if (pages.some((page) => !existsSync(join(folder, page)))) {
    throw new Error("核验页面还没有构建。请先运行 npm start，或 node tools/build.ts。");
  }
  const [certificate, offline] = pages.map((page) => readFileSync(join(folder, page), "utf8")) as [
    string,
    string,
  ];
  app.get("/verify", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header("content-security-policy", policyIn(certificate))
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(certificate),
  );
  const seldom = { rateLimit: { max: 30, timeWindow: "1 minute" } };
  app.get(
    "/verify/offline.html",
    { schema: { hide: true }, config: seldom },
    async (_request, reply) => {
      const data = await act(system("card.offline"), offlineData);
      return reply
        .header("content-security-policy", policyIn(offline))
        .header("cache-control", "no-store")
        .type("text/html; charset=utf-8")
        .send(offline.replace(emptyData, () => `id="data">${dataOf(data)}<`));
    },
  );
}
