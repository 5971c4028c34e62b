// The desk (工作台): its four lists and their counts, as the server answers them.
import { queryOptions } from "@tanstack/react-query";
import { answer, api, type RowAt } from "../../client.ts";
import type { ListState } from "../../ui/list.ts";

export const lists = ["todo", "done", "mine", "copied"] as const;
export type List = (typeof lists)[number];

export const listTitles: Record<List, string> = {
  todo: "待办",
  done: "已办",
  mine: "我发起的",
  copied: "抄送我的",
};

export const listOf = (tab: string | undefined): List =>
  lists.find((list) => list === tab) ?? "todo";

const sorts = ["due", "at", "-at"] as const;

const readDesk = (list: List, { page, size, sort, filters }: ListState) =>
  answer(
    api.GET("/api/desk", {
      params: {
        query: {
          list,
          page,
          size,
          late: filters.late === "true" ? "true" : "false",
          ...(filters.q ? { q: filters.q } : {}),
          ...(filters.function ? { function: filters.function } : {}),
          ...(sorts.includes(sort as never) ? { sort: sort as (typeof sorts)[number] } : {}),
        },
      },
    }),
  );

export type DeskRow = Awaited<ReturnType<typeof readDesk>>["rows"][number];

const deskKey = ["desk"];

/** Work comes in while the page lies open. */
const lookEveryMs = 60_000;

export const countsQuery = queryOptions({
  queryKey: [...deskKey, "counts"],
  queryFn: () => answer(api.GET("/api/desk/counts")),
  refetchInterval: lookEveryMs,
});

export const deskQuery = (list: List, state: ListState) =>
  queryOptions({
    queryKey: [...deskKey, list, state],
    queryFn: () => readDesk(list, state),
    refetchInterval: lookEveryMs,
  });

/** What a list can be narrowed down to. */
export const functionsOnQuery = (list: List) =>
  queryOptions({
    queryKey: [...deskKey, list, "functions"],
    queryFn: async () =>
      (await answer(api.GET("/api/desk/functions", { params: { query: { list } } }))).rows,
    refetchInterval: lookEveryMs,
  });

export type FunctionOn = RowAt<"/api/desk/functions">;
