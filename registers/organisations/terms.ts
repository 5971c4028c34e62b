// Terms of office (届次): how long a committee serves, the next one after an election.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, addCalendarMonths, type Day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals, type UnionLevel } from "./contract.ts";
import { endTerm, type Term, termsOf } from "./fact-store.ts";
import { insertTerms, type TermRow } from "./plant-store.ts";
import { holdUnions, type Union } from "./store.ts";

export interface NewTerm {
  /** The day of the election. */
  readonly fromDay: Day;
  /** The last day, or the corresponding day some years on. */
  readonly toDay: Day;
  readonly chair?: string | null;
  /** 第几届; the one after the last without. */
  readonly number?: number;
}

export const termRow = (
  union: Pick<Union, "id" | "path">,
  term: NewTerm,
  number: number,
): TermRow => ({
  id: newId(),
  union_id: union.id,
  org_path: union.path,
  number: term.number ?? number,
  from_day: term.fromDay,
  to_day: term.toDay,
  chair: term.chair ?? null,
});

/** Grassroots unions choose 3 or 5 years at the election, federations have 5 (工会法 art 16). */
const termYears = (level: UnionLevel): readonly number[] =>
  level === "grassroots" || level === "branch" || level === "town" ? [3, 5] : [5];

/**
 * The last day of a term: the day before the corresponding one, so that two terms never overlap.
 */
export const termEnd = (fromDay: Day, years: number): Day =>
  addCalendarDays(addCalendarMonths(fromDay, years * 12), -1);

/**
 * Begins the next term; the running one ends the day before. Refuses a length the law does not know
 * and a day before the running term began.
 */
export async function beginTerm(
  act: Act,
  unionId: string,
  term: Omit<NewTerm, "toDay"> & { readonly years: number },
): Promise<Term> {
  const [union] = await holdUnions(act, [unionId], "alone");
  if (!union) throw refuse(refusals.notFound);
  if (union.state === "closed") throw refuse(refusals.closed, { words: { name: union.name } });
  if (!termYears(union.level).includes(term.years)) throw refuse(refusals.termDays);
  const [last] = await termsOf(act, unionId);
  if (last && term.fromDay <= last.fromDay) {
    throw refuse(refusals.dayTooEarly, { words: { day: last.fromDay } });
  }
  if (last && last.endedDay === null) {
    await endTerm(act, unionId, addCalendarDays(term.fromDay, -1));
  }
  const toDay = termEnd(term.fromDay, term.years);
  await insertTerms(act, [termRow(union, { ...term, toDay }, (last?.number ?? 0) + 1)]);
  const [begun] = await termsOf(act, unionId);
  return begun!;
}

/** Terms of a union, newest first. */
export const terms = (act: Act, unionId: string): Promise<Term[]> => termsOf(act, unionId);
