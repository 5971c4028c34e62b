// Store of committee seats (委员名册): who sits on the committees of a term of office, from a day to a day.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Body, Office } from "./contract.ts";
import type { Source } from "./facts.ts";

export type SeatRow = {
  id: string;
  union_id: string;
  org_path: string;
  term_id: string;
  body: Body;
  office: Office;
  name: string;
  person_id: string | null;
  votes: number | null;
  from_day: Day;
  to_day: Day | null;
  source: Source["kind"];
  source_id: string | null;
  by_account: string | null;
  at: Date;
};

type Tables = { "organisation.committee_seats": SeatRow };

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertSeats(act: Act, rows: readonly SeatRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db(act)
    .insertInto("organisation.committee_seats")
    .values([...rows])
    .execute();
}

/** Every seat a union ever had, committee by committee, the newest first and the chair before others. */
export const seatRows = (act: Act, unionId: string): Promise<SeatRow[]> =>
  db(act)
    .selectFrom("organisation.committee_seats")
    .selectAll()
    .where("union_id", "=", unionId)
    .orderBy(sql`array_position(array['committee', 'audit', 'women'], body)`)
    .orderBy("from_day", "desc")
    .orderBy(sql`array_position(array['chair', 'vice-chair', 'organiser', 'member'], office)`)
    .orderBy("id")
    .execute();

/** Ends these seats; without ids, every seat of the union that is held. `lastDay` is the last in office. */
export async function endSeatRows(
  act: Act,
  unionId: string,
  { lastDay, ids }: { readonly lastDay: Day; readonly ids?: readonly string[] },
): Promise<void> {
  const which = ids ? sql<boolean>`id = any(${[...ids]}::uuid[])` : sql<boolean>`true`;
  await db(act)
    .updateTable("organisation.committee_seats")
    .set({ to_day: sql<Day>`greatest(${lastDay}::date, from_day)` })
    .where("union_id", "=", unionId)
    .where("to_day", "is", null)
    .where(which)
    .execute();
}
