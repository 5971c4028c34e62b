// Unions (工会): the tree level by level, a union's card, the list, all as the server gives them.
import { queryOptions } from "@tanstack/react-query";
import { answer, api, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import type { ListState } from "../../../ui/list.ts";

/** Children asked for at once; the server gives no more. */
const childrenAPage = 200;

const readLevel = (parent: string | undefined, page: number) => {
  const query = parent ? { parent, page, size: childrenAPage } : {};
  return answer(api.GET("/api/organisations/children", { params: { query } }));
};

export type Level = Awaited<ReturnType<typeof readLevel>>;
export type UnionNode = Level["rows"][number];

/** Without a parent: the post's own union and the line above it. */
export const levelQuery = (parent: string | undefined, page = 1) =>
  queryOptions({
    queryKey: ["unions", "level", parent, page],
    queryFn: () => readLevel(parent, page),
  });

const readCard = (id: string) =>
  answer(api.GET("/api/organisations/{id}", { params: { path: { id } } }));

export type UnionCard = Awaited<ReturnType<typeof readCard>>;

export const cardQuery = (id: string) =>
  queryOptions({ queryKey: ["unions", "card", id], queryFn: () => readCard(id) });

export const readUnions = listAt("/api/organisations");

export type ListedUnion = RowAt<"/api/organisations">;

/** Where the browser fetches the list as Excel. */
export const exportAddress = ({ filters, sort }: ListState): string =>
  withSearch("/api/organisations/export", { ...filters, sort });
