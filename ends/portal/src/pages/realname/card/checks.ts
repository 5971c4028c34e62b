// Checks of this sitting (本次验证): a code goes to the house and its verdict comes back, newest first; gone with the page.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../../../client.ts";
import type { Tone } from "../../../ui/status-tag.tsx";

const readVerdict = (code: string) => answer(api.POST("/api/card/checks", { body: { code } }));

type Verdict = Awaited<ReturnType<typeof readVerdict>>;

export interface Check extends Verdict {
  readonly at: Date;
}

export const toneOf = ({ verdict }: Verdict): Tone => {
  if (verdict === "valid") return "done";
  return ["stale", "clock-off", "unreadable"].includes(verdict) ? "warn" : "late";
};

const keptAtMost = 20;

export function useChecks() {
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const checking = useMutation({
    mutationFn: readVerdict,
    onSuccess: (verdict) =>
      setChecks((before) => [{ ...verdict, at: new Date() }, ...before].slice(0, keptAtMost)),
  });
  return { checks, checking };
}
