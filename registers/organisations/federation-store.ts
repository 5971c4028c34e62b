// Store of federation members (联合会成员工会): which union belongs to which trade federation, by date.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Source } from "./facts.ts";

type Row = {
  id: string;
  federation_id: string;
  union_id: string;
  since_day: Day;
  until_day: Day | null;
  source: Source["kind"];
  source_id: string | null;
  at: Date;
};

export interface FederationMember {
  readonly federationId: string;
  readonly unionId: string;
  readonly sinceDay: Day;
  /** Last day it belonged; null while it does. */
  readonly untilDay: Day | null;
  readonly source: Source["kind"];
  readonly sourceId: string | null;
}

const db = (act: Act) => act.tx.withTables<{ "organisation.federation_members": Row }>();

const members = (act: Act) =>
  db(act)
    .selectFrom("organisation.federation_members")
    .select(["federation_id as federationId", "union_id as unionId"])
    .select(["since_day as sinceDay", "until_day as untilDay", "source", "source_id as sourceId"])
    .orderBy("since_day")
    .orderBy("id");

/** All that ever were on either side of this union, oldest first. */
export const memberRowsOf = (act: Act, unionId: string): Promise<FederationMember[]> =>
  members(act)
    .where(({ eb, or }) => or([eb("federation_id", "=", unionId), eb("union_id", "=", unionId)]))
    .execute();

/** Those that belong now to any of these federations. */
export const livingMembersOf = (
  act: Act,
  federationIds: readonly string[],
): Promise<FederationMember[]> =>
  members(act)
    .where("federation_id", "=", sql<string>`any(${[...federationIds]}::uuid[])`)
    .where("until_day", "is", null)
    .execute();

/** False when it belongs already. */
export async function insertMember(house: Act, row: Row): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(house)
    .insertInto("organisation.federation_members")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when it does not belong. */
export async function endMember(
  house: Act,
  { federationId, unionId }: Pick<FederationMember, "federationId" | "unionId">,
  lastDay: Day,
): Promise<boolean> {
  const { numUpdatedRows } = await db(house)
    .updateTable("organisation.federation_members")
    .set({ until_day: sql<Day>`greatest(since_day, ${lastDay}::date)` })
    .where("federation_id", "=", federationId)
    .where("union_id", "=", unionId)
    .where("until_day", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends what a union belongs to, and what belongs to it. */
export async function endMembersOf(house: Act, unionId: string, lastDay: Day): Promise<void> {
  await db(house)
    .updateTable("organisation.federation_members")
    .set({ until_day: sql<Day>`greatest(since_day, ${lastDay}::date)` })
    .where(({ eb, or }) => or([eb("federation_id", "=", unionId), eb("union_id", "=", unionId)]))
    .where("until_day", "is", null)
    .execute();
}
