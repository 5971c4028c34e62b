// Pages (页面): the built ends, served beside the API on one port; unknown paths open the portal, which knows its own.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { doorRefusals } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type { FastifyReply } from "fastify";
import type { House } from "./app.ts";
import { root } from "./store.ts";
import { addVerifyPages } from "./verify.ts";

/** Files with a hash in their name are kept for ever; the page and what lies beside it are asked anew. */
const cacheOf = (path: string): string =>
  path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";

const hidden = { schema: { hide: true } };

interface End {
  /** Where it was built. */
  readonly folder: string;
  /** The path it lives under, without a slash at the end. */
  readonly at: string;
}

const builtEnd = (folder: string, at: string, missing: string): End => {
  const built = join(root, "dist", folder);
  if (existsSync(join(built, "index.html"))) return { folder: built, at };
  throw new Error(`${missing}还没有构建。请先运行 npm start，或 node tools/build.ts。`);
};

/** The files of an end. What a build adds while the house runs is found. */
async function addFiles({ app }: House, { folder, at }: End): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: `${at}/assets/`,
    decorateReply: !app.hasReplyDecorator("sendFile"),
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header("cache-control", cacheOf(path));
    },
  });
  const beside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of beside.filter((entry) => !entry.name.startsWith("."))) {
    app.get(`${at}/${name}`, hidden, (_request, reply) => reply.sendFile(name, folder));
  }
}

const sendPage = (reply: FastifyReply, { folder }: End): FastifyReply =>
  reply.sendFile("index.html", folder);

const named = /\.\w{2,11}$/;

/** Adds the ends: the App under `/app/`, which its service worker answers for, and the portal under `/`. */
export async function addPages(house: House): Promise<void> {
  const { app } = house;
  const portal = builtEnd("portal", "", "门户");
  const member = builtEnd("app", "/app", "职工端");
  addVerifyPages(house);
  await addFiles(house, portal);
  await addFiles(house, member);
  app.get("/", hidden, (_request, reply) => sendPage(reply, portal));
  app.get("/app", hidden, (_request, reply) => reply.redirect("/app/"));
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    const wantsPage = request.method === "GET" && !path.startsWith("/api/");
    // An address may end like a file, as /functions/membership.join does: what asks for a page says so.
    const opens = request.headers.accept?.includes("text/html") ?? false;
    if (!wantsPage || (named.test(path) && !opens)) throw refuse(doorRefusals.notFound);
    return sendPage(reply, path.startsWith("/app/") ? member : portal);
  });
}
