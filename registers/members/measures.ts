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
export function measuresOf({ state, gig, sex }: Counted): Measure[] {
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

/** Adds up changes into as few deltas as tell the same. */
export class DeltaSum {
  readonly #today: Day;
  readonly #sums = new Map<string, Delta>();

  constructor(today: Day) {
    this.#today = today;
  }

  /** One membership as it was (null: was not) and as it is, changed on a day. */
  add(orgPath: string, day: Day, [before, after]: readonly [Counted | null, Counted | null]): void {
    const on = countedOn(day, this.#today);
    const measuresBefore = before ? measuresOf(before) : [];
    const measuresAfter = after ? measuresOf(after) : [];
    for (const measure of measuresBefore) this.#count({ orgPath, measure, day: on, amount: -1 });
    for (const measure of measuresAfter) this.#count({ orgPath, measure, day: on, amount: 1 });
  }

  #count(delta: Delta): void {
    const key = `${delta.orgPath} ${delta.measure} ${delta.day}`;
    const amount = (this.#sums.get(key)?.amount ?? 0) + delta.amount;
    this.#sums.set(key, { ...delta, amount });
  }

  get deltas(): Delta[] {
    return [...this.#sums.values()].filter(({ amount }) => amount !== 0);
  }
}
