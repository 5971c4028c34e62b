// Pages (页面): the built ends, served beside the API on one port; unknown paths open the portal, which knows its own.
import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { doorRefusals } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { House } from "./app.ts";
import { root } from "./store.ts";

const longLived = "public, max-age=31536000, immutable";

/** Adds the portal under `/`. Files with a hash in their name are kept for ever, the page itself is asked anew. */
export async function addPages(house: House): Promise<void> {
  const folder = join(root, "dist", "portal");
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error("门户还没有构建。请先运行 npm start，或 node tools/build.ts。");
  }
  const { app } = house;
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/",
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes("/assets/") ? longLived : "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && !request.url.startsWith("/api/");
    if (!wantsPage || /\.\w{2,5}$/.test(request.url.split("?")[0] ?? "")) {
      throw refuse(doorRefusals.notFound);
    }
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
