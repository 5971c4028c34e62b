// By HTTP (经接口): the same cases as people's ends file and decide them, for the figure beside the
// use cases'.
import { newId } from "@niangjia/foundation/ids";
import { timed } from "../rounds.ts";
import { atOnce } from "./engine.ts";
import type { Firm } from "./people.ts";
import { answersAt, deciders, functionId } from "./room.ts";

async function post<T>(url: string, token: string, body: object): Promise<T> {
  const reply = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": newId(),
    },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** Cases a second from start to end. */
export async function rateByHttp(
  port: number,
  firms: readonly Firm[],
  load: { readonly cases: number; readonly concurrency: number },
): Promise<number> {
  const api = `http://127.0.0.1:${port}/api/cases`;
  const run = async (nth: number): Promise<void> => {
    const firm = firms[nth % firms.length]!;
    const filing = `${api}/functions/${functionId}/file`;
    const { id } = await post<{ id: string }>(filing, firm.worker, {
      facts: answersAt(firm.unionId),
    });
    for (const [before, role] of deciders.entries()) {
      const command = { kind: "agree", task: before + 1 };
      await post(`${api}/${id}/commands`, firm[role], { command });
    }
  };
  const milliseconds = await timed(() => atOnce(load.cases, load.concurrency, run));
  return (load.cases * 1000) / milliseconds;
}
