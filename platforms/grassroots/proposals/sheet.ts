// A list as a file (导出): what the screen shows, in the same order and whole, as a sheet.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { type Column, writeSheetBytes, xlsxType } from "@niangjia/foundation/excel";
import type { Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals } from "./refusals.ts";

type Cell = string | number | null;

/** All rows of a list. Refuses more than a sheet is good for. */
export const whole = { limit: 20_000, offset: 0 } as const;

export function refuseTooMany(count: number): void {
  const { limit } = whole;
  if (count > limit) throw refuse(refusals.tooManyToExport, { words: { count, limit } });
}

export async function sheetOf(
  { now }: Act,
  name: string,
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: Cell[][] },
): Promise<Download> {
  const bytes = await writeSheetBytes({ name, columns, rows, madeAt: now });
  return { name: `${name}${dayOf(now)}.xlsx`, type: xlsxType, bytes };
}
