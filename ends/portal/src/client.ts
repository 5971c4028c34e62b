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

/** Headers for a command whose key the caller keeps, so that a second try is the same command. */
export const withKey = (key: string) => ({ [keyHeader]: key });
