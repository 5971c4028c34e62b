// Services before joining (先服务后入会): shapes and routes.
import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { paged, pages, tradeShape } from "./shapes.ts";

/** What a union does for workers who are no members yet. */
export const serviceKinds = {
  health: "体检义诊",
  legal: "法律咨询",
  training: "技能培训",
  relief: "送清凉送温暖",
  rest: "驿站歇脚",
  insurance: "互助保障",
  other: "其他服务",
} as const;
export const serviceKindShape = z.enum(Object.keys(serviceKinds) as [keyof typeof serviceKinds]);
export type ServiceKind = z.infer<typeof serviceKindShape>;

const fen = z
  .int("金额是整数分")
  .min(0, "金额不能小于 0")
  .max(100_000_000, "一次服务最多 100 万元")
  .describe("分");

const service = z.object({
  id: z.uuid(),
  unionName: z.string(),
  kind: serviceKindShape,
  kindName: z.string(),
  what: z.string(),
  day: z.iso.date(),
  costFen: z.int(),
});

export const record = {
  id: "joining.serve.record",
  title: "登记入会前的服务",
  method: "POST",
  path: "/joining/services",
  body: z.object({
    union: z.uuid("编号不对").optional().describe("提供服务的工会；不填是当前岗位所在工会"),
    name: z.string("请填写姓名").trim().min(1, "请填写姓名").max(50, "姓名最多 50 个字"),
    phone: z.string("请填写手机号").trim().min(1, "请填写手机号").max(20, "手机号是 11 位数字"),
    trade: tradeShape,
    kind: serviceKindShape,
    what: z
      .string("请填写服务内容")
      .trim()
      .min(2, "请填写服务内容")
      .max(100, "服务内容最多 100 个字"),
    day: dayShape,
    costFen: fen,
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.unionNotFound, refusals.faulty, refusals.dayAhead],
} as const;

export const services = {
  id: "joining.serve.list",
  title: "入会前服务记录",
  method: "GET",
  path: "/joining/services",
  query: z.object({
    joined: z.stringbool("请填 true 或 false").optional().describe("只看已入会的，或还没有入会的"),
    ...pages,
  }),
  answer: z.object({
    rows: z.array(
      service.extend({
        name: z.string(),
        phone: z.string(),
        tradeName: z.string(),
        joinedAt: z.iso.datetime().nullable(),
      }),
    ),
    ...paged,
  }),
} as const;

export const ownServices = {
  id: "joining.serve.mine",
  title: "我接受过的服务",
  method: "GET",
  path: "/joining/services/mine",
  answer: z.object({
    rows: z.array(service.extend({ joinedAt: z.iso.datetime().nullable() })),
    count: z.int().describe("次数；只列出最近 100 次"),
    costFen: z.int(),
  }),
} as const;
