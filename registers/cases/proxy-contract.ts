// Proxies (代理): who stands in for whom at cases, from which day to which.
import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { functionId } from "./desk-contract.ts";
import { partyShape } from "./parties-contract.ts";
import { refusals } from "./refusals.ts";

export const listProxies = {
  id: "cases.proxies",
  title: "我的代理",
  method: "GET",
  path: "/cases/proxies",
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        mine: z.boolean().describe("我请别人代理；否则是别人请我代理"),
        principal: z.string(),
        deputy: z.string(),
        fromDay: z.string(),
        toDay: z.string(),
        functions: z
          .array(z.object({ id: functionId, title: z.string() }))
          .nullable()
          .describe("只代理这些事项；为空表示全部"),
        reason: z.string(),
        state: z.enum(["coming", "running", "over", "ended"]).describe("ended：提前结束"),
      }),
    ),
  }),
} as const;

export const listDeputies = {
  id: "cases.deputies",
  title: "可以请谁代理",
  method: "GET",
  path: "/cases/proxies/deputies",
  query: z.object({
    q: z.string().trim().max(20, "查找的字太长").default("").describe("姓名、岗位、拼音或首字母"),
  }),
  answer: z.object({ rows: z.array(partyShape.omit({ barred: true })) }),
} as const;

export const nameProxy = {
  id: "cases.name-proxy",
  title: "设置代理",
  method: "POST",
  path: "/cases/proxies",
  body: z.object({
    deputy: z.uuid("请选择代理人").describe("代理人的岗位编号"),
    fromDay: day,
    toDay: day,
    functions: z.array(functionId).min(1, "请至少选择一个事项").max(50).optional(),
    reason: z
      .string("请写明原因。")
      .trim()
      .min(2, "请写明原因，如“外出学习”。")
      .max(200, "原因最多 200 个字"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [
    refusals.noSuchDeputy,
    refusals.deputyIsSelf,
    refusals.deputyElsewhere,
    refusals.unfitTaker,
    refusals.proxyDays,
    refusals.functionUnknown,
  ],
} as const;

export const endProxy = {
  id: "cases.end-proxy",
  title: "结束代理",
  method: "POST",
  path: "/cases/proxies/:id/end",
  params: z.object({ id: z.uuid("编号不对") }),
  answer: z.object({ ended: z.literal(true) }),
  refusals: [refusals.noSuchProxy],
} as const;
