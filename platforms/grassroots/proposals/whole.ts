// Lists as files (导出): every row of a list, and never more than a sheet is good for.
import { refuse } from "@niangjia/foundation/refusal";
import { refusals } from "./refusals.ts";

/** All rows of a list. */
export const whole = { limit: 20_000, offset: 0 } as const;

/** Refuses a list that was cut at `whole`. */
export function refuseTooMany(count: number): void {
  const { limit } = whole;
  if (count > limit) throw refuse(refusals.tooManyToExport, { words: { count, limit } });
}
