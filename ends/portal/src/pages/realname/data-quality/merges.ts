// Merges (归并): two records compared, made one, and what was decided before, as the roster room answers.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../../client.ts";
import { useCommand, usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

const readComparison = (first: string, second: string) =>
  answer(api.GET("/api/roster/merges/compare", { params: { query: { first, second } } }));

export type Comparison = Awaited<ReturnType<typeof readComparison>>;
export type Line = Comparison["lines"][number];
export type Party = Comparison["suggestion"]["survivor"];

export const comparisonQuery = (first: string, second: string) =>
  queryOptions({
    queryKey: ["merges", "compare", first, second],
    queryFn: () => readComparison(first, second),
  });

export const readMerges = ({ page, size }: ListState) =>
  answer(api.GET("/api/roster/merges", { params: { query: { page, size } } }));

export type ListedMerge = Awaited<ReturnType<typeof readMerges>>["rows"][number];

const readMerge = (id: string) =>
  answer(api.GET("/api/roster/merges/{id}", { params: { path: { id } } }));

export type MergeDetail = Awaited<ReturnType<typeof readMerge>>;

export const mergeQuery = (id: string) =>
  queryOptions({ queryKey: ["merges", "one", id], queryFn: () => readMerge(id) });

export const useMerge = (onDone: (id: string) => unknown) =>
  usePost("/api/roster/merges", { onDone: ({ id }) => onDone(id) });

interface UndoWish {
  readonly id: string;
  readonly note: string;
}

export const useUndo = () =>
  useCommand(({ id, note }: UndoWish, headers) =>
    answer(
      api.POST("/api/roster/merges/{id}/undo", {
        params: { path: { id } },
        body: { note },
        headers,
      }),
    ),
  );

/** Merges looked through for the one of a pair: the newest. */
const lookedThrough = 100;

/** The standing merge of two records, when it is among the newest; null when it is not. */
export const mergesOfQuery = (one: string, other: string) =>
  queryOptions({
    queryKey: ["merges", "of", one, other],
    queryFn: async () => {
      const { rows } = await readMerges({ page: 1, size: lookedThrough, filters: {} });
      const pair = [one, other];
      const isOf = ({ survivorId, absorbedId, undone }: ListedMerge) =>
        !undone && pair.includes(survivorId) && pair.includes(absorbedId);
      return rows.find(isOf) ?? null;
    },
  });
