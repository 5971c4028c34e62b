// One union (工会) of the demo federation, and the parts of it that all kinds share.
import { addCalendarMonths, type Day, yearOf } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { dayAt, epochDayOf } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { TradeName } from "./trades.ts";
import type { FirmType } from "./words.ts";

type UnionLevel = "province" | "city" | "county" | "town" | "grassroots" | "branch";

/** `trade` unions (行业工会联合会) and towns' unions join several employers; the others have one. */
export type UnionKind =
  | "federation"
  | "town"
  | "trade"
  | "firm"
  | "institution"
  | "village"
  | "branch";

/** Codes of the list `union-kind`. */
export const unionKindCodes: Readonly<Record<UnionKind, string>> = {
  federation: "10",
  town: "3",
  trade: "5",
  firm: "1",
  institution: "1",
  village: "12",
  branch: "8",
};

export interface Employer {
  readonly name: string;
  readonly creditCode: string;
  /** Null for villages, which the form of 2015 has no class for. */
  readonly firmType: FirmType | null;
}

export interface Term {
  /** 届次: 1 for the committee elected at the founding. */
  readonly number: number;
  readonly years: 3 | 5;
  readonly fromDay: Day;
  /** The corresponding day `years` later. Before the demo's today where an election is overdue. */
  readonly toDay: Day;
  readonly chair: string;
}

export interface DemoUnion {
  /**
   * Slash-ended; division codes down to the town, then base-36 ids:
   * `/430000/430100/430121/430121001/0001/`.
   */
  readonly path: OrgPath;
  /** Null for the province. */
  readonly parentPath: OrgPath | null;
  readonly name: string;
  readonly kind: UnionKind;
  readonly level: UnionLevel;
  /** Of the division the union works in: six digits, nine in a town. */
  readonly divisionCode: string;
  /** 统一社会信用代码; null for a branch, which is no legal person. */
  readonly creditCode: string | null;
  /** A branch has its union's employer; federations, trades and towns have none. */
  readonly employer: Employer | null;
  /** What its people do; null for federations. */
  readonly trade: TradeName | null;
  readonly foundedDay: Day;
  readonly term: Term;
  /** Everybody who works there, people of branches included; of a federation, its own office. */
  readonly staffCount: number;
  /**
   * Those of them who belong to this union directly and not to a branch of it; 0 for federations.
   */
  readonly ownStaffCount: number;
}

/** A day between two days, both included. */
export const dayBetween = (random: Random, fromDay: Day, toDay: Day): Day =>
  dayAt(random.int(epochDayOf(fromDay), epochDayOf(toDay)));

const yearsAfter = (day: Day, years: number): Day => addCalendarMonths(day, years * 12);

/**
 * The term a union founded then is in, with an election every `years` years; `overdue` leaves the
 * last one out.
 */
export function termAt(
  today: Day,
  foundedDay: Day,
  choice: { readonly years: 3 | 5; readonly overdue: boolean },
): Omit<Term, "chair"> {
  const { years, overdue } = choice;
  let elections = Math.floor((yearOf(today) - yearOf(foundedDay)) / years);
  if (yearsAfter(foundedDay, elections * years) > today) elections -= 1;
  if (overdue && elections > 0) elections -= 1;
  const fromDay = yearsAfter(foundedDay, elections * years);
  return { number: elections + 1, years, fromDay, toDay: yearsAfter(fromDay, years) };
}
