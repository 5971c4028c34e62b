// Session (会话): who is signed in, through which post, and what that post may enter.
import {
  type QueryKey,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useRef } from "react";
import type { paths as Paths } from "./api.d.ts";
import {
  answer,
  api,
  type BodyAt,
  type OutcomeAt,
  type PlaceAt,
  sendTo,
  withKey,
} from "./client.ts";
import { Problem } from "./ui/problem.ts";

const readMe = () => answer(api.GET("/api/me"));

export type Me = Awaited<ReturnType<typeof readMe>>;
export type Post = NonNullable<Me["post"]>;

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: readMe,
  staleTime: 30_000,
  refetchInterval: 60_000,
});

/** Who is signed in; only under the shell, where it is known. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error("useMe stands outside the shell");
  return data;
}

const rolesForWhole: readonly string[] = ["chair", "cadre"];

/** Officers work with masked lists; whole numbers leave the house by a chair's or a cadre's hand. */
export const useMayTakeWhole = (): boolean => rolesForWhole.includes(useMe().role);

interface Attempt {
  readonly input: string;
  readonly key: string;
}

interface CommandOptions<Output> {
  /** What to ask for again once it is done; everything when left out. */
  readonly refresh?: readonly QueryKey[];
  readonly onDone?: (output: Output) => unknown;
}

/**
 * A command of the API as a mutation. Sending the same input again after silence bears the same idempotency key, so
 * that pressing twice does it once; after a success or a refusal the next attempt is a new one.
 */
export function useCommand<Input, Output>(
  run: (input: Input, headers: Record<string, string>) => Promise<Output>,
  { refresh, onDone }: CommandOptions<Output> = {},
) {
  const client = useQueryClient();
  const attempt = useRef<Attempt>(undefined);
  return useMutation({
    mutationFn: (input: Input) => {
      const words = JSON.stringify(input) ?? "";
      if (attempt.current?.input !== words) {
        attempt.current = { input: words, key: crypto.randomUUID() };
      }
      return run(input, withKey(attempt.current.key));
    },
    onSuccess: async (output) => {
      attempt.current = undefined;
      await onDone?.(output);
      const keys = refresh ?? [[]];
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (failure) => {
      if (failure instanceof Problem && failure.final) attempt.current = undefined;
    },
  });
}

type PostOptions<Path extends keyof Paths> = CommandOptions<OutcomeAt<Path>> & PlaceAt<Path>;

/** The command of one path: `usePost("/api/election/unions/{id}/remind", { at: { id } })`, then `mutate(body)`. */
export const usePost = <Path extends keyof Paths>(
  path: Path,
  { at, ...options }: PostOptions<Path>,
) =>
  useCommand(
    (body: BodyAt<Path>, headers) => sendTo(path, { at, body, headers }),
    options as CommandOptions<OutcomeAt<Path>>,
  );
