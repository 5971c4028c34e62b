// Data quality (数据质量治理): shapes and routes of scores, rankings and the rows behind each number.

import { dayShape } from "@niangjia/foundation/day-shape";
import { levels } from "@niangjia/registers/organisations/contract";
import { z } from "zod";

export * from "./snapshot-contract.ts";
export * from "./suspects-contract.ts";

export const limits = {
  /** Beyond so many the count of rows says only “more than”. */
  countedAtMost: 10_000,
  reachableRows: 100_000,
  /** Members of a union that may be counted anew at once; larger ones wait for the night. */
  recountedAtMost: 100_000,
  trendDays: 1_100,
  rankedInFile: 20_000,
} as const;

export const refusals = {
  unionNotFound: {
    code: "data-quality.union-not-found",
    status: 404,
    say: "没有找到这个工会。",
    next: "它可能不在您的管理范围内；请从组织树里重新选择。",
  },
  notCounted: {
    code: "data-quality.not-counted",
    status: 404,
    say: "这一天还没有质量评分。",
    next: "评分每天凌晨自动计算；请选择有评分的日期，或先点“立即重算”。",
  },
  tooLarge: {
    code: "data-quality.too-large",
    status: 422,
    say: "“{name}”超过 {limit} 人，不能立即重算。",
    next: "请选择下级工会，或等每天凌晨的自动计算。",
  },
  tooFar: {
    code: "data-quality.too-far",
    status: 422,
    say: "最多翻到第 {limit} 条。",
    next: "请先选择下级工会或某一种问题，再翻页。",
  },
  tooLong: {
    code: "data-quality.too-long",
    status: 422,
    say: "一次最多看 {limit} 天。",
    next: "请缩短起止日期。",
  },
  periodBackwards: {
    code: "data-quality.period-backwards",
    status: 422,
    say: "开始日期晚于结束日期。",
    next: "请核对起止日期。",
  },
} as const;

export const aspectShape = z.enum([
  "completeness",
  "validity",
  "uniqueness",
  "consistency",
  "timeliness",
]);

const unionId = z.uuid("工会编号不对").optional().describe("本级或下级工会；不填为岗位所在工会");
/** The weights of the score are known from this day on (parameters.yaml). */
const firstDay = "2018-01-01";
const day = dayShape.refine(
  (text) => text >= firstDay,
  `质量评分从 ${firstDay} 开始，请选这天或以后的日期`,
);
const pages = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
};

const percents = z.record(aspectShape, z.number().nullable()).describe("百分数，没有可检查的为空");

export const score = {
  id: "data-quality.score",
  title: "质量评分",
  method: "GET",
  path: "/data-quality/score",
  query: z.object({ unionId, day: day.optional().describe("不填为今天") }),
  answer: z.object({
    unionId: z.uuid(),
    unionName: z.string(),
    day: z.iso.date().describe("评分日期"),
    countedAt: z.iso.datetime().describe("上次全部计算的时间"),
    people: z.number().int().describe("名册上的会员，含保留会籍"),
    score: z.number().nullable().describe("0 至 100，两位小数"),
    formula: z.string(),
    aspects: z.array(
      z.object({
        aspect: aspectShape,
        title: z.string(),
        formula: z.string(),
        weight: z.number(),
        weightFrom: z.iso.date(),
        document: z.string(),
        good: z.number().int(),
        total: z.number().int(),
        percent: z.number().nullable(),
        checks: z.array(
          z.object({
            code: z.string(),
            title: z.string(),
            say: z.string(),
            people: z.number().int().describe("有这个问题的会员"),
          }),
        ),
      }),
    ),
  }),
  refusals: [refusals.unionNotFound, refusals.notCounted],
} as const;

export const rows = {
  id: "data-quality.score.rows",
  title: "扣分的会员",
  method: "GET",
  path: "/data-quality/rows",
  query: z.object({
    unionId,
    measure: aspectShape.optional(),
    check: z.string().max(40).optional().describe("检查代码，如 missing.phone"),
    ...pages,
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string().describe("已脱敏"),
        idMask: z.string(),
        unionId: z.uuid(),
        unionName: z.string(),
        faults: z.array(z.object({ code: z.string(), title: z.string(), say: z.string() })),
      }),
    ),
    total: z.number().int(),
    capped: z.boolean().describe("为真时实际人数多于 total"),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [refusals.unionNotFound, refusals.tooFar],
} as const;

export const recount = {
  id: "data-quality.score.recount",
  title: "立即重算评分",
  method: "POST",
  path: "/data-quality/score/recount",
  body: z.object({ unionId: z.uuid("工会编号不对") }),
  answer: z.object({ score: z.number().nullable(), people: z.number().int() }),
  refusals: [refusals.unionNotFound, refusals.tooLarge],
} as const;

const rankingQuery = z.object({
  unionId,
  level: z
    .enum(Object.keys(levels) as [keyof typeof levels, ...(keyof typeof levels)[]])
    .optional()
    .describe("排哪一级；不填为直接下级"),
  day: day.optional().describe("不填为今天"),
  against: day.optional().describe("和哪一天比；不填为 30 天前"),
});

export const ranking = {
  id: "data-quality.ranking",
  title: "质量排名",
  method: "GET",
  path: "/data-quality/ranking",
  query: rankingQuery.extend(pages),
  answer: z.object({
    day: z.iso.date(),
    against: z.iso.date(),
    rows: z.array(
      z.object({
        rank: z.number().int().describe("同分同名次"),
        unionId: z.uuid(),
        unionName: z.string(),
        people: z.number().int(),
        score: z.number(),
        percents,
        before: z
          .object({ rank: z.number().int(), score: z.number() })
          .nullable()
          .describe("比较日的名次和得分；那时还没有评分的为空"),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const rankingFile = {
  id: "data-quality.ranking.file",
  title: "导出质量排名",
  method: "GET",
  path: "/data-quality/ranking/file",
  query: rankingQuery,
  refusals: [refusals.unionNotFound],
} as const;

export const trend = {
  id: "data-quality.ranking.trend",
  title: "质量走势",
  method: "GET",
  path: "/data-quality/trend",
  query: z.object({ unionId, from: day.optional(), to: day.optional() }),
  answer: z.object({
    unionId: z.uuid(),
    unionName: z.string(),
    points: z
      .array(
        z.object({
          day: z.iso.date(),
          people: z.number().int(),
          score: z.number().nullable(),
          percents,
        }),
      )
      .describe("从这一天起的数，到下一个点为止不变"),
  }),
  refusals: [refusals.unionNotFound, refusals.tooLong, refusals.periodBackwards],
} as const;
