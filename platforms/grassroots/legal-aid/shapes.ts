// Shapes (通用形状) that the contracts of legal aid share.
import { z } from "zod";

export const keysOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(words) as [K, ...K[]], "请从列表里选择");

export const id = z.uuid("编号不对");
/** Whole 分. */
export const fen = z.int("金额是整数分");

export const text = (what: string, least: number, most: number) =>
  z
    .string(`请填写${what}`)
    .trim()
    .min(least, least > 1 ? `${what}至少 ${least} 个字` : `请填写${what}`)
    .max(most, `${what}最多 ${most} 个字`);

export const pages = {
  page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
  size: z.coerce.number().int("每页条数是整数").min(1).max(100, "每页最多 100 条").default(20),
} as const;

export const paged = { total: z.int(), page: z.int(), size: z.int() } as const;
