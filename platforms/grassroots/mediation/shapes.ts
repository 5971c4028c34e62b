// Shapes (形状) that the contracts of mediation share.
import { z } from "zod";

export const keysOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(words) as [K, ...K[]]);

export const id = z.uuid("编号不对");
export const ofDispute = z.object({ id });
export const fen = z.number().int();
export const text = (what: string, least: number, most: number) =>
  z
    .string(`请填写${what}`)
    .trim()
    .min(least, least > 1 ? `${what}至少 ${least} 个字` : `请填写${what}`)
    .max(most, `${what}最多 ${most} 个字`);
export const made = z.object({ id: z.uuid() });
