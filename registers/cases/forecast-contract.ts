// The forecast's contract (超时预测契约): open tasks likely to break their clock, and how well that was
// forecast before.
import { z } from "zod";
import { clockShape, functionId } from "./desk-contract.ts";
import { searchRefusals } from "./search-contract.ts";

const count = z.number().int();
const share = z.number().describe("0 至 1");

export const showForecast = {
  id: "cases.forecast",
  title: "可能超时的办件",
  method: "GET",
  path: "/cases/forecast",
  query: z.object({
    unionId: z.uuid("请选择工会").optional(),
    function: functionId.optional(),
    least: z.coerce.number().int().min(0).max(100).default(50).describe("可能性至少百分之几"),
    page: z.coerce.number().int().min(1).max(1_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        functionTitle: z.string(),
        step: z.string(),
        unionName: z.string().describe("由哪个工会办理"),
        roleTitle: z.string(),
        clock: clockShape,
        spent: count.describe("已用工作日"),
        term: count.describe("期限，工作日"),
        odds: share.describe("超时的可能性"),
        basis: z.object({
          tasks: count.describe("依据多少件往例"),
          county: z.boolean().describe("只用本县的往例；否则用全省的"),
        }),
      }),
    ),
    total: count,
    page: count,
    size: count,
    looked: count.describe("看了多少件未到期的待办"),
    capped: z.boolean().describe("未到期的更多，只看了最先到期的这些"),
    unknown: count.describe("往例太少，没有预测的"),
  }),
  refusals: [searchRefusals.unionNotFound],
} as const;

export const showForecastCheck = {
  id: "cases.forecast-check",
  title: "超时预测回测",
  method: "GET",
  path: "/cases/forecast/check",
  answer: z.object({
    check: z
      .object({
        countedOn: z.iso.date(),
        from: z.iso.date().nullable().describe("回测的待办从哪天办结起"),
        to: z.iso.date().nullable(),
        tasks: count,
        late: count,
        brier: z.number().nullable().describe("预测的均方误差，越小越准"),
        baseBrier: z.number().nullable().describe("一律按平均超时率预测的均方误差"),
        bins: z.array(
          z.object({
            from: z.number(),
            to: z.number(),
            tasks: count,
            forecast: share.nullable(),
            observed: share.nullable(),
          }),
        ),
      })
      .nullable()
      .describe("还没有回测过时为空"),
  }),
} as const;
