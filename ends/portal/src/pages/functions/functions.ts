// Functions (事项): which may be started, and one with its form, flow, what is known already and the draft.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { Problem } from "../../ui/problem.ts";

export type Facts = Record<string, unknown>;

export const functionsQuery = queryOptions({
  queryKey: ["functions"],
  queryFn: async () => (await answer(api.GET("/api/cases/functions"))).groups,
  staleTime: 300_000,
});

export type FunctionGroup = Awaited<ReturnType<NonNullable<typeof functionsQuery.queryFn>>>[number];

const readFunction = (id: string, caseId?: string) =>
  answer(
    api.GET("/api/cases/functions/{id}", { params: { path: { id }, query: { case: caseId } } }),
  );

export type CaseFunction = Awaited<ReturnType<typeof readFunction>>;

/**
 * Read once for a visit: asking again must not write over what is being typed. `caseId`: what was
 * returned, to be mended by whoever it is with, also one who may not file such.
 */
export const functionQuery = (id: string, caseId?: string) =>
  queryOptions({
    queryKey: ["functions", id, ...(caseId ? [caseId] : [])],
    queryFn: () => readFunction(id, caseId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

const prefix = "facts.";

/** The server names a fault by its place in the request; the form knows its fields without that. */
export function withoutFacts(problem: unknown): unknown {
  if (!(problem instanceof Problem)) return problem;
  const faults = problem.faults.map(({ path, say }) => ({
    path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
    say,
  }));
  return new Problem({ ...problem.parts, faults });
}

/** Fields that were emptied or never filled are left out. */
export const filledIn = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== undefined && value !== null && value !== "",
    ),
  );

/** Groups with the functions whose title or words hold what was typed. */
export function searchFunctions(groups: readonly FunctionGroup[], typed: string): FunctionGroup[] {
  const word = typed.trim().toLowerCase();
  if (word === "") return [...groups];
  return groups
    .map((group) => ({
      ...group,
      functions: group.functions.filter((one) =>
        [one.title, ...one.words].some((known) => known.toLowerCase().includes(word)),
      ),
    }))
    .filter(({ functions }) => functions.length > 0);
}
