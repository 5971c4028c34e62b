// Store of facts and terms (事实与届次): what is known of a union by date, and its terms of office.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { FactField, FactValue, Source } from "./facts.ts";

type Tables = {
  "organisation.facts": {
    id: string;
    union_id: string;
    org_path: string;
    field: FactField;
    value: FactValue;
    from_day: Day;
    to_day: Day | null;
    source: Source["kind"];
    source_id: string | null;
    by_account: string | null;
    at: Date;
  };
  "organisation.terms": {
    id: string;
    union_id: string;
    org_path: string;
    number: number;
    from_day: Day;
    to_day: Day;
    chair: string | null;
    ended_day: Day | null;
    extended_to: Day | null;
    extended_by: string | null;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

/**
 * A fact with its days and where it comes from. `toDay` is the last day it held, null while it
 * holds.
 */
export interface Fact {
  readonly id: string;
  readonly field: FactField;
  readonly value: FactValue;
  readonly fromDay: Day;
  readonly toDay: Day | null;
  readonly source: Source["kind"];
  readonly sourceId: string | null;
  readonly at: Date;
}

const facts = (act: Act, unionId: string) =>
  db(act)
    .selectFrom("organisation.facts")
    .select([
      "id",
      "field",
      "value",
      "from_day as fromDay",
      "to_day as toDay",
      "source",
      "source_id as sourceId",
      "at",
    ])
    .where("union_id", "=", unionId);

export const factsHolding = (act: Act, unionId: string, on: Day): Promise<Fact[]> =>
  facts(act, unionId)
    .where("from_day", "<=", on)
    .where((is) => is.or([is("to_day", "is", null), is("to_day", ">=", on)]))
    .execute();

/** Every row of a union: newest first within each field. */
export const allFacts = (act: Act, unionId: string): Promise<Fact[]> =>
  facts(act, unionId).orderBy("field").orderBy("from_day", "desc").orderBy("id", "desc").execute();

/** Facts that hold now, whatever day they began. */
export const openFacts = (act: Act, unionId: string): Promise<Fact[]> =>
  facts(act, unionId).where("to_day", "is", null).execute();

/** Ends facts; `lastDay` is the last day they held. */
export async function endFacts(act: Act, ids: readonly string[], lastDay: Day): Promise<void> {
  await db(act)
    .updateTable("organisation.facts")
    .set({ to_day: lastDay })
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

export interface Term {
  readonly id: string;
  readonly number: number;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly chair: string | null;
  /** The last day, where its renewal was put off (延期换届). */
  readonly extendedTo: Day | null;
  /** Set once it is over, be it before or after `toDay`. */
  readonly endedDay: Day | null;
}

/** Terms of a union, newest first. */
export const termsOf = (act: Act, unionId: string): Promise<Term[]> =>
  db(act)
    .selectFrom("organisation.terms")
    .select([
      "id",
      "number",
      "from_day as fromDay",
      "to_day as toDay",
      "chair",
      "extended_to as extendedTo",
      "ended_day as endedDay",
    ])
    .where("union_id", "=", unionId)
    .orderBy("number", "desc")
    .execute();

export async function endTerm(act: Act, unionId: string, lastDay: Day): Promise<void> {
  await db(act)
    .updateTable("organisation.terms")
    .set({ ended_day: lastDay })
    .where("union_id", "=", unionId)
    .where("ended_day", "is", null)
    .execute();
}

/** Changes the running term of a union. */
export async function changeTerm(
  act: Act,
  unionId: string,
  change: Partial<Pick<Tables["organisation.terms"], "chair" | "extended_to" | "extended_by">>,
): Promise<void> {
  await db(act)
    .updateTable("organisation.terms")
    .set(change)
    .where("union_id", "=", unionId)
    .where("ended_day", "is", null)
    .execute();
}
