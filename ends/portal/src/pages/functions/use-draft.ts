// Draft (草稿): what is typed is kept on the server a moment later, and at once when the page is left.
import { useCallback, useEffect, useRef, useState } from "react";
import { answer, api } from "../../client.ts";
import type { Saved } from "../../ui/form/saved-state.tsx";
import { type CaseFunction, type Facts, filledIn } from "./functions.ts";

/** Long enough not to write with every key, short enough to lose no more than a word. */
const pauseMs = 1_200;

interface Draft {
  readonly saved: Saved | undefined;
  readonly keep: (facts: Facts) => void;
  /** Filed: there is nothing left to keep. */
  readonly stop: () => void;
}

export function useDraft(fn: CaseFunction): Draft {
  const [saved, setSaved] = useState<Saved | undefined>(
    fn.draft ? { state: "saved", at: fn.draft.savedAt } : undefined,
  );
  const waiting = useRef<Facts>(undefined);
  const timer = useRef(0);
  const save = useCallback(async () => {
    window.clearTimeout(timer.current);
    const facts = waiting.current;
    if (!facts) return;
    waiting.current = undefined;
    setSaved({ state: "saving" });
    try {
      const params = { path: { id: fn.id } };
      const body = { facts: filledIn(facts) };
      const { savedAt } = await answer(
        api.PUT("/api/cases/functions/{id}/draft", { params, body }),
      );
      setSaved(savedAt ? { state: "saved", at: savedAt } : undefined);
    } catch {
      waiting.current ??= facts;
      setSaved({ state: "failed" });
    }
  }, [fn.id]);
  useEffect(() => {
    return () => {
      save();
    };
  }, [save]);
  const keep = (facts: Facts) => {
    waiting.current = facts;
    setSaved({ state: "unsaved" });
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, pauseMs);
  };
  const stop = () => {
    window.clearTimeout(timer.current);
    waiting.current = undefined;
  };
  return { saved, keep, stop };
}
