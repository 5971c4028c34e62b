// Shapes (通用形状) that the contracts of proposals share.
import { z } from "zod";

export const id = z.uuid("编号不对");
export const params = z.object({ id });
export const count = z.number().int();

export const pages = {
  page: z.coerce.number().int("页码是整数").min(1, "页码从 1 开始").max(10_000).default(1),
  size: z.coerce.number().int("每页条数是整数").min(1).max(100, "每页最多 100 条").default(20),
} as const;
export const paged = { total: count, page: count, size: count } as const;

export const words = (title: string, most: number) =>
  z.string(`请填写${title}`).trim().min(1, `请填写${title}`).max(most, `${title}最多 ${most} 个字`);

export const oneOf = <const Words extends Readonly<Record<string, string>>>(
  known: Words,
  title: string,
) => z.enum(Object.keys(known) as [keyof Words & string], `请从列表里选择${title}`);

export const namedUnion = z.object({ id: z.uuid(), name: z.string() });

/** A column to sort by; with `-` in front the largest or latest comes first. */
export const sortBy = <const Columns extends readonly string[]>(
  columns: Columns,
  usual: Columns[number] | `-${Columns[number]}`,
) => {
  type Sort = Columns[number] | `-${Columns[number]}`;
  const both = columns.flatMap((one) => [one, `-${one}`]) as [Sort, ...Sort[]];
  return z
    .enum(both, "不能按这一列排序")
    .default(usual as never)
    .describe("前面加 - 为倒序");
};
