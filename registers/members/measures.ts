// Measures (统计口径): which numbers of a union a membership counts in, and the deltas when that changes.
import { type Day, yearOf } from "@niangjia/foundation/day";

/** Kept members (保留会籍) hold their card but are not counted as members (会籍管理办法 art 21). */
export const measures = {
  members: "会员",
  "members.kept": "保留会籍",
  "members.gig": "新就业形态会员",
  "members.women": "女会员",
} as const;
export type Measure = keyof typeof measures;

export interface Counted {
  readonly state: "active" | "kept" | "ended";
  readonly gig: boolean;
  /** GB/T 2261.1. */
  readonly sex: string;
}

/** The measures one membership counts in, each as one. */
function measuresOf({ state, gig, sex }: Counted): Measure[] {
  if (state === "kept") return ["members.kept"];
  if (state === "ended") return [];
  const counted: Measure[] = ["members"];
  if (gig) counted.push("members.gig");
  if (sex === "2") counted.push("members.women");
  return counted;
}

export interface Delta {
  readonly orgPath: string;
  readonly measure: Measure;
  readonly day: Day;
  readonly amount: number;
}

/** Trends show days of this year and the last; what is older is read by month and counted on the month's first day. */
const countedOn = (day: Day, today: Day): Day =>
  yearOf(day) >= yearOf(today) - 1 ? day : (`${day.slice(0, 8)}01` as Day);

/** What changes in the numbers of a union when one membership, as it was (null: was not), is now as it is. */
export function deltasOf(
  orgPath: string,
  on: { readonly day: Day; readonly today: Day },
  [before, after]: readonly [Counted | null, Counted | null],
): Delta[] {
  const day = countedOn(on.day, on.today);
  const count = (counted: Counted | null, amount: 1 | -1): Delta[] =>
    counted ? measuresOf(counted).map((measure) => ({ orgPath, measure, day, amount })) : [];
  return [...count(before, -1), ...count(after, 1)];
}
