// The network (网络) in the mini-program: WeChat's own, with the session's token from its storage.
import Taro from "@tarojs/taro";
import { problemOf } from "../client/problem.ts";
import type { ChosenFile } from "./files.ts";
import { bearer } from "./login.ts";
import type { Reply, Request } from "./request.ts";

declare const ORIGIN: string;

const silentAtMostMs = 20_000;

/** Never fails: where no answer came the status is 0. */
export async function send({ method, address, key, body }: Request): Promise<Reply> {
  try {
    const { statusCode, data } = await Taro.request({
      url: ORIGIN + address,
      method,
      timeout: silentAtMostMs,
      header: { ...bearer(), ...(key ? { "idempotency-key": key } : {}) },
      // WeChat calls every body JSON, also none at all, which is not.
      ...(method === "GET" ? {} : { data: body ?? {} }),
    });
    return { status: statusCode, body: data };
  } catch {
    return { status: 0, body: undefined };
  }
}

/** Brings a file to the house and answers its id. Fails with a `Problem`. */
export async function upload(
  { content }: ChosenFile,
  purpose: string,
  key: string,
): Promise<string> {
  const reply = await Taro.uploadFile({
    url: `${ORIGIN}/api/files?purpose=${encodeURIComponent(purpose)}`,
    filePath: content as string,
    name: "file",
    header: { ...bearer(), "idempotency-key": key },
  }).catch(() => undefined);
  const body: unknown = reply && reply.data !== "" ? JSON.parse(reply.data) : undefined;
  if (reply?.statusCode !== 200) throw problemOf(reply?.statusCode ?? 0, body);
  return (body as { id: string }).id;
}

let online = true;

export const isOnline = (): boolean => online;

/** Calls back whenever the network comes or goes. Answers how to stop. */
export function watchNetwork(changed: (online: boolean) => void): () => void {
  const tell = ({ isConnected }: { isConnected: boolean }) => {
    online = isConnected;
    changed(isConnected);
  };
  Taro.onNetworkStatusChange(tell);
  return () => Taro.offNetworkStatusChange(tell);
}
