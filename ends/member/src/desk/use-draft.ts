// The draft of a form (草稿) while it is filled: kept on the phone with every key, sent to the house in a pause.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "../client/draft.ts";
import { dropDraft, keepDraft, sendDraft } from "../client/drafts.ts";
import { isOnline } from "../device/network.ts";
import type { Facts } from "./form.ts";

const pauseMs = 1_200;

export type Kept = "house" | "phone" | "nowhere" | undefined;

interface KeptDraft {
  readonly facts: Facts;
  readonly labels: Readonly<Record<string, string>>;
  readonly screen: number;
  /** Where what was typed is safe by now; undefined before anything was. */
  readonly kept: Kept;
  readonly change: (part: Partial<Pick<Draft, "facts" | "labels" | "screen">>) => void;
  /** Filed: nothing is left to keep. */
  readonly end: () => void;
}

export function useDraft(functionId: string, begin: () => Draft): KeptDraft {
  const [draft, setDraft] = useState(begin);
  const [kept, setKept] = useState<Kept>(draft.at > 0 ? "house" : undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsent = useRef<Draft>(undefined);
  const send = useCallback(async () => {
    clearTimeout(timer.current);
    const waiting = unsent.current;
    if (!waiting || !isOnline()) return;
    unsent.current = undefined;
    if (await sendDraft(functionId, waiting)) setKept((now) => (now === "phone" ? "house" : now));
    else unsent.current ??= waiting;
  }, [functionId]);
  useEffect(
    () => () => {
      void send();
    },
    [send],
  );
  const change: KeptDraft["change"] = (part) => {
    const next = { ...draft, ...part, at: Date.now(), sent: false };
    setDraft(next);
    setKept(keepDraft(functionId, next) ? "phone" : "nowhere");
    unsent.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), pauseMs);
  };
  const end = () => {
    clearTimeout(timer.current);
    unsent.current = undefined;
    dropDraft(functionId);
  };
  return { ...draft, kept, change, end };
}
