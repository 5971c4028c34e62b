// Asking the house (查询): what was seen last stands at once, the newest takes its place when it comes.
import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Asked, addressOf, type Read, type ReadPath, readAt } from "./api.ts";
import { Problem } from "./problem.ts";
import { era, recall, remember } from "./seen.ts";
import { sessionEnded } from "./session-ended.ts";

export interface Answer<Body> {
  readonly data: Body | undefined;
  /** Why the newest could not be had; `data` may still hold what was seen last. */
  readonly problem: Problem | undefined;
  /** When `data` was true, in milliseconds since 1970, while the newest could not be had. */
  readonly oldAt: number | undefined;
  readonly again: () => void;
}

interface Held {
  readonly address: string | undefined;
  readonly data?: unknown;
  readonly at?: number;
  readonly problem?: Problem;
}

const held = (address: string | undefined): Held => {
  const seen = address === undefined ? undefined : recall(address);
  return seen ? { address, data: seen.body, at: seen.at } : { address };
};

const asProblem = (failure: unknown): Problem => {
  if (failure instanceof Problem) return failure;
  throw failure;
};

const asking = new Map<string, Promise<unknown>>();

/** What several parts of a page ask at the same time goes out once. */
function ask(address: string): Promise<unknown> {
  const question = `${era()} ${address}`;
  const asked = asking.get(question);
  if (asked) return asked;
  const answer = readAt(address).finally(() => asking.delete(question));
  asking.set(question, answer);
  return answer;
}

/** No path, no question: for what cannot be asked yet. Asked anew whenever the page comes into sight. */
export function useAnswer<Path extends ReadPath>(
  path: Path | undefined,
  asked: Asked = {},
): Answer<Read<Path>> {
  const address = path && addressOf(path, asked);
  const [state, setState] = useState(() => held(address));
  const current = useRef(address);
  current.current = address;
  const take = useCallback(
    (answer: (address: string) => Promise<unknown>) => {
      if (address === undefined) return;
      const since = era();
      answer(address).then(
        (data) => {
          if (since !== era()) return;
          remember(address, data);
          if (current.current === address) setState({ address, data });
        },
        (failure: unknown) => {
          const problem = asProblem(failure);
          if (since !== era()) return;
          if (problem.status === 401) sessionEnded(since);
          if (current.current === address) setState({ ...held(address), problem });
        },
      );
    },
    [address],
  );
  const look = useCallback(() => take(ask), [take]);
  // What was just changed shows only in an answer that was asked for afterwards.
  const again = useCallback(() => take(readAt), [take]);
  useEffect(look, [look]);
  useDidShow(look);
  const now = state.address === address ? state : held(address);
  return {
    data: now.data as Read<Path> | undefined,
    problem: now.problem,
    oldAt: now.problem && now.at,
    again,
  };
}
