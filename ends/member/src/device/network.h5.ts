// The network (网络) in the App: the browser's own, with the session in its cookie.
import { problemOf } from "../client/problem.ts";
import type { ChosenFile } from "./files.ts";
import type { Reply, Request } from "./request.ts";

const mark = { "x-niangjia": "member" };

/** Old networks hang: silence as long as this counts as none. */
const silentAtMostMs = 20_000;

async function replyOf(response: Response): Promise<Reply> {
  return { status: response.status, body: await response.json().catch(() => undefined) };
}

/** Never fails: where no answer came the status is 0. */
export async function send({ method, address, key, body }: Request): Promise<Reply> {
  const stopper = new AbortController();
  const timer = setTimeout(() => stopper.abort(), silentAtMostMs);
  try {
    const response = await fetch(address, {
      method,
      credentials: "same-origin",
      signal: stopper.signal,
      headers: {
        ...mark,
        ...(key ? { "idempotency-key": key } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await replyOf(response);
  } catch {
    return { status: 0, body: undefined };
  } finally {
    clearTimeout(timer);
  }
}

/** Brings a file to the house and answers its id. Fails with a `Problem`. */
export async function upload(
  { name, content }: ChosenFile,
  purpose: string,
  key: string,
): Promise<string> {
  const form = new FormData();
  form.append("file", content as Blob, name);
  const address = `/api/files?purpose=${encodeURIComponent(purpose)}`;
  const reply = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { ...mark, "idempotency-key": key },
    body: form,
  }).then(replyOf, (): Reply => ({ status: 0, body: undefined }));
  if (reply.status !== 200) throw problemOf(reply.status, reply.body);
  return (reply.body as { id: string }).id;
}

export const isOnline = (): boolean => navigator.onLine;

/** Calls back whenever the network comes or goes. Answers how to stop. */
export function watchNetwork(changed: (online: boolean) => void): () => void {
  const tell = () => changed(navigator.onLine);
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}
