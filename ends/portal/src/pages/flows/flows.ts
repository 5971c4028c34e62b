// Local flows (本地流程) as pages ask for them.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api, type OutcomeAt } from "../../client.ts";
import { useCommand, usePost } from "../../session.ts";

export const flowsQuery = queryOptions({
  queryKey: ["flows"],
  queryFn: () => answer(api.GET("/api/cases/flows")),
});

export const flowQuery = (id: string) =>
  queryOptions({
    queryKey: ["flows", id],
    queryFn: () => answer(api.GET("/api/cases/flows/{id}", { params: { path: { id } } })),
  });

export type Flow = AnswerAt<"/api/cases/flows/{id}">;
export type FlowStep = Flow["steps"][number];
export type Variant = Flow["variants"][number];
export type Role = FlowStep["roles"][number]["id"];
export type Place = "union" | "union.town" | "union.federation";

/** What is changed at one step. */
export interface Change {
  readonly drop?: boolean;
  readonly who?: Role;
  readonly within?: number;
  readonly add?: { readonly role: Role; readonly at: Place; readonly within: number };
}

export type Draft = Readonly<Record<string, Change>>;

/** As the engine reads it: nothing is said of what stays. */
export function changesOf(draft: Draft) {
  const all = Object.entries(draft);
  const drops = all.flatMap(([id, { drop }]) => (drop ? id : []));
  const who = all.flatMap(([id, { who: role, drop }]) => (role && !drop ? [[id, role]] : []));
  const within = all.flatMap(([id, { within: term, drop }]) =>
    term !== undefined && !drop ? [[id, term]] : [],
  );
  const adds = all.flatMap(([after, { add }]) => (add ? { after, ...add } : []));
  return {
    ...(drops.length > 0 && { drops }),
    ...(who.length > 0 && { who: Object.fromEntries(who) as Record<string, Role> }),
    ...(within.length > 0 && { within: Object.fromEntries(within) as Record<string, number> }),
    ...(adds.length > 0 && { adds }),
  };
}

export type Changes = ReturnType<typeof changesOf>;

export const usePreview = (id: string) =>
  useCommand(
    (changes: Changes, headers) =>
      answer(
        api.POST("/api/cases/flows/{id}/preview", {
          params: { path: { id } },
          body: { changes },
          headers,
        }),
      ),
    { refresh: [] },
  );

export const usePropose = (id: string) =>
  usePost("/api/cases/flows/{id}/variants", { at: { id }, refresh: [["flows"]] });

/** What a drawing changes; nothing is kept. */
export const useReadFlow = (id: string) =>
  usePost("/api/cases/flows/{id}/bpmn", { at: { id }, refresh: [] });

export type ReadFlow = OutcomeAt<"/api/cases/flows/{id}/bpmn">;

export const useDecide = (number: number) =>
  useCommand(
    (agree: boolean, headers) =>
      answer(
        api.POST("/api/cases/flows/variants/{number}/decision", {
          params: { path: { number } },
          body: { agree },
          headers,
        }),
      ),
    { refresh: [["flows"]] },
  );
