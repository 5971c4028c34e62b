// Terms of office (届次): how long a committee serves, the next one after an election.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, addCalendarMonths, type Day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { type Seating, seatAll } from "./committees.ts";
import { refusals, type UnionLevel } from "./contract.ts";
import * as events from "./events.ts";
import { changeTerm, endTerm, type Term, termsOf } from "./fact-store.ts";
import { insertTerms, type TermRow } from "./plant-store.ts";
import { endSeatRows } from "./seat-store.ts";
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

export interface ElectedTerm extends Omit<NewTerm, "toDay"> {
  readonly years: number;
  /** Who was elected; where it is not said, committees stay unknown. */
  readonly elected?: Seating;
}

/**
 * Begins the next term with who was elected; the running one and its seats end the day before.
 * Refuses a length the law does not know and a day before the running term began.
 */
export async function beginTerm(act: Act, unionId: string, term: ElectedTerm): Promise<Term> {
  const [union] = await holdUnions(act, [unionId], "alone");
  if (!union) throw refuse(refusals.notFound);
  if (union.state === "closed") throw refuse(refusals.closed, { words: { name: union.name } });
  if (!termYears(union.level).includes(term.years)) throw refuse(refusals.termDays);
  const [last] = await termsOf(act, unionId);
  if (last && term.fromDay <= last.fromDay) {
    throw refuse(refusals.dayTooEarly, { words: { day: last.fromDay } });
  }
  const lastDay = addCalendarDays(term.fromDay, -1);
  if (last && last.endedDay === null) await endTerm(act, unionId, lastDay);
  await endSeatRows(act, unionId, { lastDay });
  const toDay = termEnd(term.fromDay, term.years);
  await insertTerms(act, [termRow(union, { ...term, toDay }, (last?.number ?? 0) + 1)]);
  const [begun] = await termsOf(act, unionId);
  const at = { union, termId: begun!.id, day: term.fromDay };
  if (term.elected) await seatAll(act, at, term.elected);
  return begun!;
}

/** Terms of a union, newest first. */
export const terms = (act: Act, unionId: string): Promise<Term[]> => termsOf(act, unionId);

/** The last day a committee is in office, put off or not. */
export const lastDayOf = ({ toDay, extendedTo }: Pick<Term, "toDay" | "extendedTo">): Day =>
  extendedTo ?? toDay;

/**
 * Puts off the end of the running term (延期换届): the committee stays until a later day. Refuses a
 * union without a running term, and a day that is not after its end.
 */
export async function extendTerm(
  act: Act,
  { unionId, toDay, caseId }: { unionId: string; toDay: Day; caseId: string },
): Promise<void> {
  const [union] = await holdUnions(act, [unionId], "alone");
  if (!union) throw refuse(refusals.notFound);
  const [last] = await termsOf(act, unionId);
  if (!last || last.endedDay !== null) {
    throw refuse(refusals.noTerm, { words: { name: union.name } });
  }
  const end = lastDayOf(last);
  if (toDay <= end) throw refuse(refusals.dayTooEarly, { words: { day: end } });
  await changeTerm(act, unionId, { extended_to: toDay, extended_by: caseId });
  await emit(act, events.extended(union.path, { unionId, toDay, caseId }));
}
