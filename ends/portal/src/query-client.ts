// Query client (数据缓存): how long answers stay fresh, what is tried again, and who hears that a session ended.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "./ui/problem.ts";

type Listener = () => void;
const listeners = new Set<Listener>();

/** Calls back when the server no longer knows the session; returns how to stop listening. */
export function onSessionEnd(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const isSignedOut = (failure: unknown): boolean =>
  failure instanceof Problem && failure.status === 401 && !failure.code.startsWith("access.");

function hear(failure: unknown): void {
  if (isSignedOut(failure)) for (const listener of listeners) listener();
}

/** A refusal is an answer; only silence and breakdowns are tried again. */
const again = (failures: number, failure: unknown): boolean =>
  failures < 2 && failure instanceof Problem && !failure.final;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: hear }),
  mutationCache: new MutationCache({ onError: hear }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: again, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
