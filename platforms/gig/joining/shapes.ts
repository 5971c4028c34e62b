// Shapes (通用形状) that the contracts of joining share.
import { codeLists } from "@niangjia/foundation/codelists";
import { z } from "zod";

const trades = new Set(
  codeLists["gig-occupation"].versions.flatMap(({ entries }) => entries.map(([code]) => code)),
);
export const tradeShape = z
  .string("请从列表里选择群体")
  .refine((code) => trades.has(code), "请从列表里选择群体")
  .describe("代码表 gig-occupation");

export const pages = {
  page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
  size: z.coerce.number().int("每页条数是整数").min(1).max(100, "每页最多 100 条").default(20),
} as const;

export const paged = { total: z.int(), page: z.int(), size: z.int() } as const;

export const words = (title: string, most: number) =>
  z.string(`请填写${title}`).trim().min(1, `请填写${title}`).max(most, `${title}最多 ${most} 个字`);

/** Where the application of who came stands. */
export const arrivalStatus = {
  running: "等待审核",
  returned: "退回补正",
  approved: "已入会",
  rejected: "不予通过",
  withdrawn: "本人撤回",
} as const;
export const arrivalShape = z.enum(Object.keys(arrivalStatus) as [keyof typeof arrivalStatus]);
export type ArrivalStatus = z.infer<typeof arrivalShape>;

/** The trades to choose from, as the list stands today. */
export const tradeList = {
  id: "joining.scan.trades",
  title: "新就业形态群体列表",
  method: "GET",
  path: "/joining/trades",
  answer: z.object({ rows: z.array(z.object({ code: z.string(), name: z.string() })) }),
} as const;
