// A command (办理) of a page: sent once at a time, its refusal shown beside the button.
import { useRef, useState } from "react";
import { newKey } from "./api.ts";
import { Problem } from "./problem.ts";
import { era } from "./seen.ts";
import { sessionEnded } from "./session-ended.ts";

interface Command<Input> {
  readonly run: (input: Input) => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/** After silence the same input goes out under the same key, so that pressing twice does it once. */
export function useCommand<Input, Output>(
  send: (input: Input, key: string) => Promise<Output>,
  done: (output: Output, input: Input) => void,
): Command<Input> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const attempt = useRef({ words: "", key: "" });
  const run = async (input: Input) => {
    const words = JSON.stringify(input) ?? "";
    if (attempt.current.words !== words) attempt.current = { words, key: newKey() };
    setBusy(true);
    setProblem(undefined);
    const sent = send(input, attempt.current.key);
    // After it set out: signing out begins an era of its own.
    const since = era();
    try {
      const output = await sent;
      attempt.current = { words: "", key: "" };
      done(output, input);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (!failure.silent) attempt.current = { words: "", key: "" };
      if (since !== era()) return;
      if (failure.status === 401) sessionEnded(since);
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return { run: (input) => void run(input), busy, problem };
}
