// Store of sittings (调解会议) and of their minutes.
import type { Act } from "@niangjia/foundation/act";
import type { Side } from "./words.ts";

export type SessionRow = {
  id: string;
  case_id: string;
  org_path: string;
  person_id: string | null;
  starts_at: Date;
  place: string;
  called_at: Date;
  called_by: string;
  called_off_at: Date | null;
  called_off_why: string | null;
  reminded_at: Date | null;
};

interface Offer {
  readonly side: Side;
  readonly amountFen?: number | undefined;
  readonly words: string;
}

export type MinutesRow = {
  id: string;
  session_id: string;
  case_id: string;
  org_path: string;
  present: string;
  words: string;
  offers: readonly Offer[] | string;
  at: Date;
  by_account: string;
  by_words: string;
};
export type Minutes = MinutesRow & { readonly offers: readonly Offer[] };

type Tables = {
  "business.mediation_sessions": SessionRow;
  "business.mediation_minutes": MinutesRow;
};

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertSession(act: Act, row: SessionRow): Promise<void> {
  await db(act).insertInto("business.mediation_sessions").values(row).execute();
}

export const findSession = (act: Act, id: string): Promise<SessionRow | undefined> =>
  db(act)
    .selectFrom("business.mediation_sessions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

export const sessionsOf = (act: Act, caseId: string): Promise<SessionRow[]> =>
  db(act)
    .selectFrom("business.mediation_sessions")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("starts_at")
    .orderBy("id")
    .execute();

/** Answers whether it still stood. */
export async function callOffSession(act: Act, id: string, why: string): Promise<boolean> {
  const off = await db(act)
    .updateTable("business.mediation_sessions")
    .set({ called_off_at: act.now, called_off_why: why })
    .where("id", "=", id)
    .where("called_off_at", "is", null)
    .executeTakeFirst();
  return off.numUpdatedRows > 0n;
}

/** Sittings that begin before a moment and of which nobody was reminded; noted as reminded. As the house. */
export const takeUnreminded = (house: Act, before: Date): Promise<SessionRow[]> =>
  db(house)
    .updateTable("business.mediation_sessions")
    .set({ reminded_at: house.now })
    .where("reminded_at", "is", null)
    .where("called_off_at", "is", null)
    .where("starts_at", ">", house.now)
    .where("starts_at", "<", before)
    .returningAll()
    .execute();

export async function insertMinutes(act: Act, row: MinutesRow): Promise<void> {
  await db(act)
    .insertInto("business.mediation_minutes")
    .values({ ...row, offers: JSON.stringify(row.offers) })
    .execute();
}

export const minutesOf = (act: Act, caseId: string): Promise<Minutes[]> =>
  db(act)
    .selectFrom("business.mediation_minutes")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("at")
    .orderBy("id")
    .$castTo<Minutes>()
    .execute();
