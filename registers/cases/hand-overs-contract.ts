// The list of hand-overs (工作交接记录): who had what from whom, when and why, as a page and as a file.
import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { searchRefusals } from "./search-contract.ts";

/** A file holds as many, and no page lies further. */
export const handOversAtMost = 20_000;

export const handOverWays = {
  left: "离岗自动转出",
  barred: "回避自动转出",
  ordered: "安排交接",
  shared: "调整分工",
  returned: "撤回调整",
} as const;
export type HandOverWay = keyof typeof handOverWays;

const way = z.enum(Object.keys(handOverWays) as [HandOverWay, ...HandOverWay[]]);

const filters = {
  unionId: z.uuid("请选择工会").optional().describe("只看这个工会及其下级的岗位；不写为管理范围"),
  how: way.optional().describe("怎样交接的"),
  q: z.string().trim().max(20, "查找的字太长").optional().describe("谁交出、谁接办、谁安排的"),
  from: dayShape.optional().describe("从哪天起"),
  to: dayShape.optional().describe("到哪天为止"),
} as const;

/** Nobody's name but those of colleagues is told: who keeps the posts need not know whose case it is. */
const handOverShape = z.object({
  id: z.uuid().describe("办件"),
  seq: z.number().int().describe("与办件一起指明一次交接"),
  number: z.string(),
  functionTitle: z.string(),
  step: z.string(),
  unionName: z.string().describe("交出的岗位在哪个工会"),
  roleTitle: z.string().describe("交出的岗位"),
  from: z.string().nullable().describe("谁交出；为空时是岗位上还没有人认领的"),
  to: z.string().nullable().describe("谁接办；为空时退回原岗位，同岗位都能办"),
  how: way,
  howTitle: z.string(),
  by: z.string().nullable().describe("谁安排的；为空时是系统"),
  reason: z.string(),
  at: z.iso.datetime(),
});

export const listHandOvers = {
  id: "cases.hand-overs",
  title: "工作交接记录",
  method: "GET",
  path: "/cases/hand-overs",
  query: z.object({
    ...filters,
    page: z.coerce.number().int().min(1).max(1_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(handOverShape).describe("最近的在前"),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [searchRefusals.unionNotFound],
} as const;

export const fileOfHandOvers = {
  id: "cases.hand-overs-file",
  title: "导出工作交接记录",
  method: "GET",
  path: "/cases/hand-overs/file",
  query: z.object(filters),
  refusals: [searchRefusals.unionNotFound, refusals.tooManyHandOvers],
} as const;
