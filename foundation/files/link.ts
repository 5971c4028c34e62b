// Signed links (限时下载链接): for programs that fetch a file without a session, such as a mini-program or a reader of PDF.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Act, Actor } from "../act.ts";
import { concerns } from "../audit/record.ts";
import type { Answer, Asked, Download } from "../http/contract.ts";
import { sendDownload } from "../http/download.ts";
import { problemShape } from "../http/problem.ts";
import { doorStatuses } from "../http/refusals.ts";
import { type Route, route } from "../http/route.ts";
import { newId } from "../ids.ts";
import type { Database } from "../postgres/database.ts";
import { refuse } from "../refusal.ts";
import { limits, link, linked, refusals } from "./contract.ts";
import { download, findDownload } from "./downloads.ts";
import { openLink, sealLink } from "./link-token.ts";

/** Gives whoever may fetch one of these routes' files now a link to it. It holds as long as their session does, and minutes. */
export function linkRoute(routes: readonly Route[]): Route {
  const run = async (act: Act, { body }: Asked<typeof link>): Promise<Answer<typeof link>> => {
    const { sessionId } = act.actor;
    if (sessionId === null) throw new Error("a link is asked for in a session");
    const named = findDownload(routes, body.path);
    if (!named) throw refuse(refusals.notDownload);
    const { bytes } = await download(act, named);
    if (bytes instanceof Readable) bytes.destroy();
    concerns(act, `download:${body.path.split("?")[0]}`);
    const until = new Date(act.now.getTime() + limits.linkMinutes * 60_000);
    const token = sealLink(act.keys, { sessionId, path: body.path, until });
    return { path: `/api/files/linked/${token}`, until: until.toISOString() };
  };
  return route(link, { may: "signed-in", run, callsAMinute: 60 });
}

export interface LinkedOptions extends Pick<Act, "keys" | "vault"> {
  readonly routes: readonly Route[];
  readonly database: Database;
  readonly clock: () => Date;
  /** Who acts through a session now; null when it has ended. */
  readonly bearerOf: (sessionId: string) => Promise<Actor | null>;
  readonly callsAMinute?: number;
}

async function follow(options: LinkedOptions, token: string): Promise<Download> {
  const { keys, vault, database, clock, routes, bearerOf } = options;
  const now = clock();
  const opened = openLink(keys, token);
  if (!opened || opened.until <= now) throw refuse(refusals.linkOver);
  const [actor, named] = [await bearerOf(opened.sessionId), findDownload(routes, opened.path)];
  if (!actor || !named) throw refuse(refusals.linkOver);
  return database.transaction(
    actor,
    (tx) => download({ actor, now, tx, keys, vault, requestId: newId() }, named),
    { readOnly: true },
  );
}

const problems = Object.fromEntries(doorStatuses.map((status) => [status, problemShape]));

/**
 * Adds the route that links lead to. It is no route like the others because who acts, and thus what the transaction
 * reaches, comes out of the address.
 */
export function addLinkedFiles(app: FastifyInstance, options: LinkedOptions): void {
  app.get<{ Params: z.output<typeof linked.params> }>(`/api${linked.path}`, {
    schema: {
      operationId: linked.id,
      summary: linked.title,
      tags: ["files"],
      params: linked.params,
      response: { 200: z.unknown().describe("文件"), ...problems },
    },
    config: {
      rateLimit: { max: options.callsAMinute ?? 300, timeWindow: "1 minute", groupId: linked.id },
    },
    handler: async ({ params }, reply) => {
      const file = await follow(options, params.token);
      return sendDownload(reply.header("cache-control", "private, no-store"), file);
    },
  });
}
