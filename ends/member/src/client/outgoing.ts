// Outgoing (发送) on this phone: the queue kept in its storage, sent whenever the network comes back.
import { useSyncExternalStore } from "react";
import { watchNetwork } from "../device/network.ts";
import { readStored, store } from "../device/storage.ts";
import { post } from "./api.ts";
import { Problem } from "./problem.ts";
import { createQueue, type Outcome, type Waiting } from "./queue.ts";
import { era } from "./seen.ts";
import { sessionEnded } from "./session-ended.ts";

const place = "outgoing";

async function send({ key, functionId, facts }: Waiting): Promise<Outcome> {
  const since = era();
  try {
    const params = { id: functionId };
    const { id } = await post("/api/cases/functions/{id}/file", { params, body: { facts }, key });
    return { kind: "filed", caseId: id };
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    // Signed out is no answer to the application: it goes out after signing in again.
    if (failure.status === 401) sessionEnded(since);
    if (failure.silent || failure.status === 401) return { kind: "silence" };
    const said = failure.faults.map(({ say }) => say).join("；");
    return { kind: "refused", title: failure.title, next: said || failure.next };
  }
}

export const outgoing = createQueue({
  load: () => JSON.parse(readStored(place) ?? "[]") as readonly Waiting[],
  save: (list) => store(place, JSON.stringify(list)),
  send,
});

/** At start and whenever the network comes back. Answers how to stop. */
export function keepSending(): () => void {
  void outgoing.flush();
  return watchNetwork((online) => {
    if (online) void outgoing.flush();
  });
}

/** Everything that has not arrived yet. */
export const useOutgoing = (): readonly Waiting[] =>
  useSyncExternalStore(outgoing.watch, outgoing.list, outgoing.list);
