// Imports (名册导入): what the pages ask of the server, its types, and the words of each state.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../../client.ts";
import { paths, withSearch } from "../../../paths.ts";
import type { Tone } from "../../../ui/status-tag.tsx";

interface Page {
  readonly page: number;
  readonly size: number;
}

export const readImports = (query: Page) =>
  answer(api.GET("/api/roster/imports", { params: { query } }));

const readImport = (id: string) =>
  answer(api.GET("/api/roster/imports/{id}", { params: { path: { id } } }));

const readPreview = (id: string) =>
  answer(api.GET("/api/roster/imports/{id}/preview", { params: { path: { id } } }));

export const readFaultyRows = (id: string, query: Page & { readonly code?: string }) =>
  answer(api.GET("/api/roster/imports/{id}/faulty-rows", { params: { path: { id }, query } }));

export const readNewMembers = (id: string, query: Page) =>
  answer(api.GET("/api/roster/imports/{id}/members", { params: { path: { id }, query } }));

export type ImportLine = Awaited<ReturnType<typeof readImports>>["rows"][number];
export type Import = Awaited<ReturnType<typeof readImport>>;
export type ImportState = Import["state"];
export type Preview = Awaited<ReturnType<typeof readPreview>>;
export type FaultyRow = Awaited<ReturnType<typeof readFaultyRows>>["rows"][number];

/** How often a running import is asked how far it is. */
const lookEveryMs = 1_000;

export const isLive = (state: ImportState | undefined): boolean =>
  state === "waiting" || state === "running";

export const importKey = (id: string) => ["roster", "imports", id];

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: importKey(id),
    queryFn: () => readImport(id),
    refetchInterval: ({ state }) => (isLive(state.data?.state) ? lookEveryMs : false),
    refetchIntervalInBackground: true,
  });

/** Asked anew whenever the columns are corrected, because their key lies under the import's. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: [...importKey(id), "preview"],
    queryFn: () => readPreview(id),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The lists of a result: the rows that came back, and the members who are new. */
export type ResultTab = "faulty" | "new";

export const stateWords: Record<ImportState, { tone: Tone; title: string }> = {
  ready: { tone: "wait", title: "待确认" },
  waiting: { tone: "wait", title: "排队中" },
  running: { tone: "doing", title: "导入中" },
  done: { tone: "done", title: "已完成" },
  cancelled: { tone: "off", title: "已停止" },
  failed: { tone: "late", title: "已中断" },
};

const inside = (...parts: string[]) => paths.room("realname", "roster", "imports", ...parts);

export const importPaths = {
  list: () => inside(),
  /** A new import; `union` is chosen beforehand, `after` is the import whose faulty rows were mended. */
  fresh: (words: { union?: string; after?: string } = {}) => withSearch(inside("new"), words),
  one: (id: string) => inside(id),
  /** The result with one of its lists open. */
  rows: (id: string, tab: ResultTab) => withSearch(inside(id), { tab }),
  exportFile: (id: string) => `/api/roster/exports/${encodeURIComponent(id)}/file`,
  template: () => "/api/roster/template",
  demoRoster: () => "/api/demo/roster",
};
