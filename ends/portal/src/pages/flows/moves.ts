// Bringing running cases to the flow of today (转入新流程) as pages ask for it.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api, type BodyAt, type OutcomeAt } from "../../client.ts";
import { usePost } from "../../session.ts";

export type Moves = AnswerAt<"/api/cases/flow-moves/{id}">;
export type Group = Moves["groups"][number];
export type Move = Moves["moves"][number];
export type Maps = BodyAt<"/api/cases/flow-moves/{id}/check">["maps"];
export type Checked = OutcomeAt<"/api/cases/flow-moves/{id}/check">;

const lookAgainMs = 2_000;

export const movesListQuery = queryOptions({
  queryKey: ["flow-moves"],
  queryFn: () => answer(api.GET("/api/cases/flow-moves")),
});

/** Asked for again while an order is being carried out. */
export const movesQuery = (id: string) =>
  queryOptions({
    queryKey: ["flow-moves", id],
    queryFn: () => answer(api.GET("/api/cases/flow-moves/{id}", { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.moves.some(({ ended }) => ended === null) ? lookAgainMs : false,
  });

/** What a map would do; nothing is kept. */
export const checkQuery = (id: string, maps: Maps) =>
  queryOptions({
    queryKey: ["flow-moves", id, "check", maps],
    queryFn: () =>
      answer(
        api.POST("/api/cases/flow-moves/{id}/check", { params: { path: { id } }, body: { maps } }),
      ),
    placeholderData: keepPreviousData,
    enabled: maps.length > 0,
  });

export const useOrderMove = (id: string) =>
  usePost("/api/cases/flow-moves/{id}", { at: { id }, refresh: [["flow-moves"]] });

/** New steps by flow and old step; what is not chosen stays without a place. */
export type Chosen = Readonly<Record<string, string | undefined>>;

export const keyOf = (group: Pick<Group, "version" | "variant">, step: string): string =>
  `${group.version} ${group.variant} ${step}`;

/** Each old step with the new one of its name, to begin with. */
export const sameNames = (groups: readonly Group[]): Chosen =>
  Object.fromEntries(
    groups.flatMap((group) => group.steps.map(({ id, to }) => [keyOf(group, id), to ?? undefined])),
  );

export const mapsOf = (groups: readonly Group[], chosen: Chosen): Maps =>
  groups.map((group) => ({
    ...{ version: group.version, variant: group.variant },
    steps: Object.fromEntries(
      group.steps.flatMap(({ id }) => {
        const to = chosen[keyOf(group, id)];
        return to === undefined ? [] : [[id, to]];
      }),
    ),
  }));
