// Saved lists' contract (常用查询契约): filters of the case list under a name, one's own or one's union's.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { z } from "zod";
import { caseFilter } from "./search-contract.ts";

export const savedLimits = { lists: 30 } as const;

const kind = (code: string, status: number, say: string, next: string): RefusalKind => ({
  code: `cases.${code}`,
  status,
  say,
  next,
});

export const savedRefusals = {
  listNotFound: kind(
    "list-not-found",
    404,
    "没有找到这个常用查询。",
    "它可能已被删除，或是别人的；请刷新后再看。",
  ),
  tooManyLists: kind(
    "too-many-lists",
    422,
    "常用查询最多存 {limit} 个。",
    "请先删去不用的，再保存新的。",
  ),
} as const;

/** The list's address in words; what a list cannot be narrowed by is refused. */
const queryShape = z
  .partialRecord(caseFilter.extend({ sort: z.string() }).keyof(), z.string().min(1).max(200))
  .describe("办件查询的筛选条件，写法同 GET /cases");

const idShape = z.object({ id: z.uuid("常用查询编号不对") });

const listShape = z.object({
  id: z.uuid(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  shared: z.boolean().describe("本工会的同事也能用"),
  own: z.boolean().describe("自己存的，可以改、排序、删除"),
});

export const listSaved = {
  id: "cases.saved",
  title: "常用查询",
  method: "GET",
  path: "/cases/lists",
  answer: z.object({ rows: z.array(listShape) }),
} as const;

export const keepSaved = {
  id: "cases.saved-keep",
  title: "保存常用查询",
  method: "PUT",
  path: "/cases/lists/:id",
  params: idShape,
  body: z.object({
    name: z.string().trim().min(1, "请填写名称").max(30, "名称最多 30 个字"),
    query: queryShape,
    shared: z.boolean(),
  }),
  answer: listShape,
  refusals: [savedRefusals.listNotFound, savedRefusals.tooManyLists],
} as const;

export const removeSaved = {
  id: "cases.saved-remove",
  title: "删除常用查询",
  method: "POST",
  path: "/cases/lists/:id/remove",
  params: idShape,
  answer: z.object({ removed: z.literal(true) }),
  refusals: [savedRefusals.listNotFound],
} as const;

export const orderSaved = {
  id: "cases.saved-order",
  title: "排列常用查询",
  method: "POST",
  path: "/cases/lists/order",
  body: z.object({ ids: z.array(z.uuid()).min(1).max(savedLimits.lists).describe("从前到后") }),
  answer: z.object({ rows: z.array(listShape) }),
} as const;
