// Filing (提交申请): put in line first, then sent; without a network it stays in line and goes out by itself.
import { useState } from "react";
import { newKey, post } from "../client/api.ts";
import { useConsent } from "../client/consent.ts";
import { outgoing } from "../client/outgoing.ts";
import { Problem } from "../client/problem.ts";
import type { Waiting } from "../client/queue.ts";
import { era } from "../client/seen.ts";
import { sessionEnded } from "../client/session-ended.ts";
import { isOnline } from "../device/network.ts";
import { scrollToTop } from "../device/scroll.ts";
import { type CaseFunction, type Facts, factsToSend } from "./form.ts";

interface Filing {
  readonly send: (facts: Facts, labels: Readonly<Record<string, string>>) => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** To be read before it is sent once more, unchanged. */
  readonly advice: readonly string[];
  readonly changed: () => void;
}

interface Ends {
  readonly filed: (caseId: string) => void;
  readonly waits: () => void;
}

const noRoom = new Problem(0, {
  title: "手机存储满了，没有网络时留不住这份申请",
  next: "请清理手机空间，或在有网络时提交。",
});

/** What should be known before; nothing where the house cannot be asked now. */
async function adviceOn(id: string, facts: Facts): Promise<readonly string[]> {
  if (!isOnline()) return [];
  const params = { id };
  try {
    return (await post("/api/cases/functions/{id}/advice", { params, body: { facts } })).advice;
  } catch (failure) {
    if (failure instanceof Problem && failure.silent) return [];
    throw failure;
  }
}

async function file(item: Waiting, { filed, waits }: Ends): Promise<void> {
  if (!outgoing.add(item)) {
    outgoing.remove(item.key);
    throw noRoom;
  }
  const outcome = (await outgoing.flush()).get(item.key);
  if (outcome?.kind === "filed") return filed(outcome.caseId);
  if (outcome?.kind !== "refused") return waits();
  outgoing.remove(item.key);
  throw new Problem(422, { title: outcome.title, next: outcome.next });
}

export function useFiling(fn: CaseFunction, ends: Ends): Filing {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [advice, setAdvice] = useState<readonly string[]>([]);
  const askConsent = useConsent();
  const send = async (typed: Facts, labels: Readonly<Record<string, string>>) => {
    const facts = factsToSend(fn.form, typed);
    setBusy(true);
    setProblem(undefined);
    const since = era();
    await askConsent();
    try {
      const told = advice.length > 0 ? [] : await adviceOn(fn.id, facts);
      if (told.length > 0) {
        setAdvice(told);
        scrollToTop();
      } else {
        const item = { functionId: fn.id, title: fn.title, facts, labels, at: Date.now() };
        await file({ ...item, key: newKey() }, ends);
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (since !== era()) return;
      if (failure.status === 401) sessionEnded(since);
      setProblem(failure);
      scrollToTop();
    } finally {
      setBusy(false);
    }
  };
  return {
    send: (facts, labels) => void send(facts, labels),
    busy,
    problem,
    advice,
    changed: () => setAdvice([]),
  };
}
