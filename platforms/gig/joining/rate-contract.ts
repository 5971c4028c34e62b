// The joining rate (入会率): members over workers by federation and trade, and the headcounts it rests on.
import { dayShape } from "@niangjia/foundation/day-shape";
import { levelShape } from "@niangjia/registers/organisations/contract";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { paged, pages, tradeShape, words } from "./shapes.ts";

/** How a headcount came about. */
export const headcountKinds = { declared: "申报", estimated: "估算", demo: "演示数据" } as const;
export const headcountKindShape = z.enum(
  Object.keys(headcountKinds) as [keyof typeof headcountKinds],
);
export type HeadcountKind = z.infer<typeof headcountKindShape>;

const headcountFacts = {
  trade: tradeShape,
  workers: z.int("人数是整数").min(0, "人数不能小于 0").max(100_000_000, "人数太大，请核对"),
  source: words("数据来源", 60).describe("哪个部门、平台或调查"),
  document: words("文件名称和文号", 100),
  day: dayShape.describe("这个数是哪一天的"),
} as const;

export const headcount = {
  id: "joining.rate.headcount",
  title: "填报从业人数",
  method: "POST",
  path: "/joining/headcounts",
  body: z.object({
    union: z.uuid("编号不对").describe("区县及以上总工会"),
    kind: headcountKindShape.exclude(["demo"]),
    ...headcountFacts,
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.unionNotFound, refusals.notFederation, refusals.dayAhead],
} as const;

export const headcounts = {
  id: "joining.rate.headcounts",
  title: "从业人数来源",
  method: "GET",
  path: "/joining/headcounts",
  query: z.object({ under: z.uuid("编号不对").optional(), ...pages }),
  answer: z.object({
    rows: z.array(
      z.object({
        ...headcountFacts,
        id: z.uuid(),
        unionName: z.string(),
        tradeName: z.string(),
        kind: headcountKindShape,
        kindName: z.string(),
        recordedAt: z.iso.datetime(),
      }),
    ),
    ...paged,
  }),
  refusals: [refusals.unionNotFound],
} as const;

/** Members and workers of one trade, or of all, somewhere. */
const cell = z.object({
  members: z.int().describe("新就业形态会员"),
  covered: z.int().describe("其中有从业人数可比的"),
  workers: z.int().nullable().describe("从业人数；没有填报时为空"),
  rate: z.number().nullable().describe("可比会员 ÷ 从业人数，保留四位小数；没有填报时为空"),
});

const ofTrade = cell.extend({
  trade: z.string(),
  tradeName: z.string(),
  sources: z
    .array(
      z.object({
        unionName: z.string(),
        workers: z.int(),
        kindName: z.string(),
        source: z.string(),
        document: z.string(),
        day: z.iso.date(),
      }),
    )
    .describe("从业人数的来源"),
});

const place = z.object({
  union: z.object({ id: z.uuid(), name: z.string(), level: levelShape }),
  all: cell,
  trades: z.array(ofTrade),
});

const under = { under: z.uuid("编号不对").optional().describe("不填是当前岗位所在工会") } as const;

export const rate = {
  id: "joining.rate.show",
  title: "入会率统计",
  method: "GET",
  path: "/joining/rate",
  query: z.object(under),
  answer: z.object({
    day: z.iso.date(),
    memberSource: z.string(),
    whole: place,
    rows: z.array(place).describe("下一级总工会；区县没有下一级"),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const rateFile = {
  id: "joining.rate.export",
  title: "导出入会率统计",
  method: "GET",
  path: "/joining/rate/export",
  query: z.object(under),
  refusals: [refusals.unionNotFound],
} as const;
