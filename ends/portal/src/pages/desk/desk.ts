// The desk (工作台): its four lists and their counts, as the server answers them.
import { queryOptions } from "@tanstack/react-query";
import { answer, api, type RowAt } from "../../client.ts";
import type { ListState } from "../../ui/list.ts";
import { countWords } from "../../ui/words.ts";

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

const lookEveryMs = 60_000;

/** Work comes in while the page lies open; a history is looked at when it is opened. */
const lookAgain = (list: List) => (list === "todo" ? lookEveryMs : false);

const readCounts = () => answer(api.GET("/api/desk/counts"));

export const countsQuery = queryOptions({
  queryKey: [...deskKey, "counts"],
  queryFn: readCounts,
  refetchInterval: lookEveryMs,
});

export type DeskCounts = Awaited<ReturnType<typeof readCounts>>;

/** Beside a tab's title: how many it holds, or of what was copied how many are unread. */
export function tabWords(list: List, { unread, capped, ...counts }: DeskCounts): string {
  if (list === "copied") return unread === 0 ? "" : `${countWords(unread)} 件未阅`;
  const more = list !== "todo" && capped[list] ? "+" : "";
  return `${countWords(counts[list])}${more}`;
}

export const deskQuery = (list: List, state: ListState) =>
  queryOptions({
    queryKey: [...deskKey, list, state],
    queryFn: () => readDesk(list, state),
    refetchInterval: lookAgain(list),
  });

/** What a list can be narrowed down to. */
export const functionsOnQuery = (list: List) =>
  queryOptions({
    queryKey: [...deskKey, list, "functions"],
    queryFn: async () =>
      (await answer(api.GET("/api/desk/functions", { params: { query: { list } } }))).rows,
    refetchInterval: lookAgain(list),
  });

export type FunctionOn = RowAt<"/api/desk/functions">;
