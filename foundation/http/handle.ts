// One request: who → may they → transaction → use case → record → answer.
import assert from "node:assert/strict";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Act, type Actor, door } from "../act.ts";
import { record } from "../audit/record.ts";
import type { Vault } from "../files/vault.ts";
import type { Keyring } from "../keys/index.ts";
import type { Database } from "../postgres/database.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Asked, Contract, Download } from "./contract.ts";
import { sendDownload } from "./download.ts";
import { type CommandKey, claimKey, commandKey, keepAnswer, releaseKey } from "./receipts.ts";
import { doorRefusals } from "./refusals.ts";
import { isCommand, type Route } from "./route.ts";
import { receiveUpload } from "./upload.ts";

export interface HandlerOptions {
  readonly database: Database;
  readonly keys: Keyring;
  readonly vault: Vault;
  readonly clock: () => Date;
  /** Who bears this session token now; null when nobody does. */
  readonly identify: (token: string) => Promise<Actor | null>;
  /** Whether people reach the house by https, so that cookies travel only there. */
  readonly secure?: boolean;
}

export const sessionCookie = "niangjia";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor | null;
    sessionToken: string | null;
  }
}

export function readToken(request: FastifyRequest): { token: string; byCookie: boolean } | null {
  const bearer = request.headers.authorization;
  if (bearer?.startsWith("Bearer ")) return { token: bearer.slice(7), byCookie: false };
  const cookie = request.cookies[sessionCookie];
  return cookie ? { token: cookie, byCookie: true } : null;
}

/** Finds who asks, once for each request, before its rate limit is counted. */
export async function identifyRequest(
  options: HandlerOptions,
  request: FastifyRequest,
): Promise<void> {
  const found = readToken(request);
  request.sessionToken = found?.token ?? null;
  request.actor = found ? await options.identify(found.token) : null;
}

function permit(route: Route, actor: Actor | null): Actor {
  if (route.may === "door") return door;
  if (route.may === "anyone") return actor ?? door;
  if (!actor) throw refuse(doorRefusals.signedOut);
  if (route.may === "signed-in") return actor;
  if (actor.role === null) throw refuse(doorRefusals.noPost);
  if (!route.may.includes(actor.role)) {
    throw refuse(doorRefusals.notPermitted, { words: { title: route.contract.title } });
  }
  return actor;
}

function refuseForeignSite(request: FastifyRequest): void {
  const found = readToken(request);
  if (found?.byCookie === true && request.headers["x-niangjia"] === undefined) {
    throw refuse(doorRefusals.foreignSite);
  }
}

/** Answers what the same request was answered before, else runs it. A refusal that keeps its changes is given back. */
async function runCommand(
  act: Act,
  route: Route,
  asked: Asked<Contract>,
  key: CommandKey | undefined,
): Promise<unknown> {
  const known = key && (await claimKey(act, key));
  if (known && "answer" in known) return known.answer;
  try {
    const answer = await route.run(act, asked);
    await record(act, { action: route.contract.id });
    if (known && route.contract.answer) await keepAnswer(act, known.claim, answer);
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal && error.details.keepChanges)) throw error;
    if (known) await releaseKey(act, known.claim);
    return error;
  }
}

const cookieOptions = { path: "/", httpOnly: true, sameSite: "lax" } as const;

function setSession(reply: FastifyReply, route: Route, answer: unknown, secure: boolean): void {
  if (route.session === "opens") {
    const { token } = answer as { token: string };
    reply.setCookie(sessionCookie, token, { ...cookieOptions, secure, maxAge: 30 * 86_400 });
  }
  if (route.session === "ends") reply.clearCookie(sessionCookie, cookieOptions);
}

/** Decides before anything of the request is read: who may not call learns nothing of what could be asked. */
export function permitOf(route: Route) {
  const command = isCommand(route.contract);
  return (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    request.actor = permit(route, request.actor);
    if (command) refuseForeignSite(request);
    done();
  };
}

/** The handler of one route, once it is permitted. */
export function handlerOf(route: Route, options: HandlerOptions) {
  const command = isCommand(route.contract);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { actor } = request;
    assert(actor, "a request is permitted before it is handled");
    const upload = await receiveUpload(route.contract, request, options.vault);
    const asked = {
      params: request.params,
      query: request.query,
      body: request.body,
      upload,
      device: (request.headers["user-agent"] ?? "未知设备").slice(0, 200),
    } as unknown as Asked<Contract>;
    const key =
      command && actor.accountId !== null && route.session === undefined
        ? commandKey(route.contract.id, request.headers["idempotency-key"], [
            request.params,
            request.body,
            upload?.sha256,
          ])
        : undefined;
    const answer = await options.database.transaction(
      actor,
      (tx) => {
        const { keys, vault, clock } = options;
        const act: Act = { actor, now: clock(), tx, keys, vault, requestId: request.id };
        if (!command) return route.run(act, asked);
        return runCommand(act, route, asked, key);
      },
      { readOnly: !command },
    );
    if (answer instanceof Refusal) throw answer;
    setSession(reply, route, answer, options.secure ?? false);
    if (!route.contract.answer) return sendDownload(reply, answer as Download);
    return reply.send(answer);
  };
}
