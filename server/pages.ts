// Pages (页面): the built ends, served beside the API on one port; unknown paths open the portal, which knows its own.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { doorRefusals } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { House } from "./app.ts";
import { root } from "./store.ts";
import { addVerifyPages } from "./verify.ts";

const longLived = "public, max-age=31536000, immutable";

const cacheOf = (path: string): string => (path.includes("/assets/") ? longLived : "no-cache");

/** The App under `/app`: its files, and its one page for every other path there. */
async function addApp({ app }: House): Promise<void> {
  const folder = join(root, "dist", "app");
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error("职工端还没有构建。请先运行 npm start，或 node tools/build.ts app。");
  }
  const setHeaders = (reply: { header(name: string, value: string): unknown }, path: string) => {
    reply.header("cache-control", cacheOf(path));
  };
  const assets = { root: join(folder, "assets"), prefix: "/app/assets/", decorateReply: false };
  await app.register(fastifyStatic, { ...assets, setHeaders });
  const hidden = { schema: { hide: true } };
  const own = new Set(readdirSync(folder).filter((name) => !name.startsWith(".")));
  // What keeps the App on the phone answers for all that lies under `/app/`.
  app.get("/app", hidden, (_request, reply) => reply.redirect("/app/"));
  app.get<{ Params: { "*": string } }>("/app/*", hidden, ({ params: { "*": path } }, reply) => {
    const isOwn = own.has(path);
    if (!isOwn && /\.\w{2,11}$/.test(path)) throw refuse(doorRefusals.notFound);
    return reply.header("cache-control", "no-cache").sendFile(isOwn ? path : "index.html", folder);
  });
}

/** Adds the ends: the App, and the portal under `/`. Files with a hash in their name are kept for ever, the page itself is asked anew. */
export async function addPages(house: House): Promise<void> {
  const folder = join(root, "dist", "portal");
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error("门户还没有构建。请先运行 npm start，或 node tools/build.ts。");
  }
  const { app } = house;
  addVerifyPages(house);
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/",
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", cacheOf(path));
    },
  });
  await addApp(house);
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && !request.url.startsWith("/api/");
    const isFile = /\.\w{2,5}$/.test(request.url.split("?")[0] ?? "");
    // An address may end like a file, as /functions/membership.join does: what asks for a page says so.
    const opens = request.headers.accept?.includes("text/html") ?? false;
    if (!wantsPage || (isFile && !opens)) {
      throw refuse(doorRefusals.notFound);
    }
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
