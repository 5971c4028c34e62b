// Client (接口客户端): the API as pages call it, typed by the house's own document; refusals come as a thrown `Problem`.
import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "./api.d.ts";
import { Problem, problemOf } from "./ui/problem.ts";

const keyHeader = "idempotency-key";

/** Every command bears a key, so that sending it twice does it once. */
const commandKey: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && !request.headers.has(keyHeader)) {
      request.headers.set(keyHeader, crypto.randomUUID());
    }
  },
};

const refusal: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const body: unknown = await response.json().catch(() => undefined);
    throw problemOf(response.status, body, response.headers.get("retry-after"));
  },
  onError({ error }) {
    const stopped = error instanceof DOMException && error.name === "AbortError";
    return stopped ? error : new Problem({ status: 0 });
  },
};

export const api = createClient<paths>({
  baseUrl: "",
  credentials: "same-origin",
  headers: { "x-niangjia": "portal" },
});
api.use(commandKey, refusal);

/**
 * The answer of a call: `await answer(api.GET("/api/me"))`. Refusals have been thrown before this point, so a missing
 * body is a mistake of ours.
 */
export async function answer<Body>(call: Promise<{ data?: Body }>): Promise<Body> {
  const { data } = await call;
  if (data === undefined) throw new Error("the server answered without a body");
  return data;
}

/** The words a path of the API is asked with. */
export type QueryAt<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

/** What is sent to a path. */
export type BodyAt<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody?: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

interface Answered<Body> {
  readonly responses: { readonly 200: { readonly content: { readonly "application/json": Body } } };
}

/** What a path shows. */
export type AnswerAt<Path extends keyof paths> = paths[Path] extends { get: Answered<infer Body> }
  ? Body
  : never;

/** What a command at a path answers. */
export type OutcomeAt<Path extends keyof paths> = paths[Path] extends { post: Answered<infer Body> }
  ? Body
  : never;

/** A row of the list that a path shows. */
export type RowAt<Path extends keyof paths> =
  AnswerAt<Path> extends { rows: readonly (infer Row)[] } ? Row : never;

/** Where a command's path has names in braces: what stands there. */
export type PlaceAt<Path extends keyof paths> = paths[Path] extends {
  post: { parameters: { path: infer Place } };
}
  ? { readonly at: Place }
  : { readonly at?: never };

/** The same client where a path is a variable: the compiler then cannot pick its types, so the caller names them. */
const bare = api as unknown as Record<
  "GET" | "POST",
  <Body>(path: string, sent: object) => Promise<{ data?: Body }>
>;

export const readAt = <Path extends keyof paths>(path: Path, query: object) =>
  answer(bare.GET<AnswerAt<Path>>(path, { params: { query } }));

interface Sent<Path extends keyof paths> {
  readonly at: PlaceAt<Path>["at"];
  readonly body: BodyAt<Path>;
  readonly headers: Record<string, string>;
}

export const sendTo = <Path extends keyof paths>(path: Path, { at, body, headers }: Sent<Path>) =>
  answer(bare.POST<OutcomeAt<Path>>(path, { params: { path: at }, body, headers }));

/** Headers for a command whose key the caller keeps, so that a second try is the same command. */
export const withKey = (key: string) => ({ [keyHeader]: key });
