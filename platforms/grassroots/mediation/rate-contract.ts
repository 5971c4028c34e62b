// Closure of disputes (办结率) by county: how many, how many in time, and where each number is from.
import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";

const count = z.number().int();
const query = z.object({
  under: z.uuid("工会编号不对").optional(),
  from: day.optional().describe("申请日期起；不写为本年第一天"),
  to: day.optional().describe("申请日期止；不写为今天"),
});

const figures = {
  filed: count.describe("申请"),
  accepted: count.describe("受理"),
  acceptedInTime: count.describe("一个工作日内答复"),
  answered: count.describe("应当答复的：已答复的和到期没有答复的"),
  due: count.describe("应当办结的：受理以后已办结的和到期没有办结的"),
  closedInTime: count.describe("按期办结"),
  rate: z.number().min(0).max(1).nullable().describe("按期办结率 = 按期办结 ÷ 应当办结"),
  agreed: count.describe("达成协议"),
  late: count.describe("现在超期未办结"),
  claimedFen: count,
  agreedFen: count,
  recoveredFen: count.describe("追回款项逐笔合计"),
};
const line = z.object({ union: z.object({ id: z.uuid(), name: z.string() }), ...figures });

export const rate = {
  id: "mediation.clock.rate",
  title: "调解办结率",
  method: "GET",
  path: "/mediation/rate",
  query,
  answer: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    day: z.iso.date().describe("统计到哪一天"),
    source: z.string().describe("各数从哪里来、怎样算"),
    terms: z.array(
      z.object({ title: z.string(), words: z.string(), citation: z.string(), note: z.string() }),
    ),
    whole: line,
    rows: z.array(line).describe("各县（市、区）"),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const rateFile = {
  id: "mediation.clock.rate-file",
  title: "导出调解办结率",
  method: "GET",
  path: "/mediation/rate-file",
  query,
  refusals: [refusals.unionNotFound],
} as const;
