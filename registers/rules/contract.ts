// Numbers of rules (规定数值) as the ends see them: what holds here and why, what a federation set, setting another.
import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";

export { refusals };

const valueShape = z.object({
  number: z.number().int(),
  words: z.string().describe("数值，如 ¥2,100.00"),
  fromDay: z.string(),
  source: z.string().describe("文件和条款"),
  state: z.enum(["proposed", "agreed", "refused"]),
  stateTitle: z.string(),
  current: z.boolean().describe("今天按这一个办"),
  proposed: z.object({ who: z.string(), at: z.iso.datetime() }),
  decided: z.object({ who: z.string(), at: z.iso.datetime() }).nullable(),
  mayDecide: z.boolean(),
});

export const list = {
  id: "rules.list",
  title: "规定数值",
  method: "GET",
  path: "/rules",
  answer: z.object({
    unionName: z.string(),
    tomorrow: z.string().describe("最早的生效日期"),
    rows: z.array(
      z.object({
        room: z.string(),
        roomTitle: z.string(),
        name: z.string(),
        title: z.string(),
        unit: z.string().describe("如 个工作日、元"),
        money: z.boolean().describe("数值是金额，提交时以分计"),
        now: z
          .object({
            words: z.string(),
            fromDay: z.string(),
            place: z.string().describe("哪里的规定，如 全国、湖南省总工会"),
            source: z.string(),
            note: z.string(),
          })
          .nullable()
          .describe("本地今天按的数值；没有规定时为空"),
        values: z.array(valueShape).describe("本级设过的，最新的在前"),
      }),
    ),
  }),
  refusals: [refusals.notFederation],
} as const;

export const propose = {
  id: "rules.propose",
  title: "提出规定数值",
  method: "POST",
  path: "/rules/:room/:name",
  params: z.object({ room: z.string().max(60), name: z.string().max(60) }),
  body: z.object({
    value: z
      .number("请填写数值。")
      .int("须是整数。")
      .min(0, "不能小于 0。")
      .describe("以列表所示的单位计，金额以分计"),
    document: z
      .string("请填写文件名称和文号。")
      .trim()
      .min(2, "请填写文件名称和文号。")
      .max(100, "文件名称最多 100 个字。"),
    article: z.string().trim().min(1).max(40, "条款最多 40 个字。").optional(),
    fromDay: dayShape,
  }),
  answer: z.object({ number: z.number().int() }),
  refusals: [
    ...[refusals.notFederation, refusals.unknown, refusals.misfit],
    ...[refusals.day, refusals.waits],
  ],
} as const;

export const decide = {
  id: "rules.decide",
  title: "核准规定数值",
  method: "POST",
  path: "/rules/values/:number/decision",
  params: z.object({ number: z.coerce.number().int().positive() }),
  body: z.object({ agree: z.boolean() }),
  answer: z.object({ state: z.enum(["agreed", "refused"]) }),
  refusals: [refusals.notFederation, refusals.notFound, refusals.own, refusals.day],
} as const;
