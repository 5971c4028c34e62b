// Store of disclosures (公开事项) and of who read them.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { DisclosureKind } from "./words.ts";

export type DisclosureRow = {
  id: string;
  org_id: string;
  org_path: string;
  kind: DisclosureKind;
  title: string;
  words: string;
  files: string[];
  from_day: Day;
  made_at: Date;
  made_by: string;
  withdrawn_at: Date | null;
  withdrawn_why: string | null;
};

type Tables = {
  "business.proposals_disclosures": DisclosureRow;
  "business.proposals_views": {
    disclosure_id: string;
    person_id: string;
    org_path: string;
    at: Date;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertDisclosure(act: Act, row: DisclosureRow): Promise<void> {
  await db(act).insertInto("business.proposals_disclosures").values(row).execute();
}

export const findDisclosure = (act: Act, id: string): Promise<DisclosureRow | undefined> =>
  db(act)
    .selectFrom("business.proposals_disclosures")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

const orders = {
  from: sql`d.from_day`,
  "-from": sql`d.from_day desc`,
  title: sql`d.title collate "C"`,
  "-title": sql`d.title collate "C" desc`,
  seen: sql`seen`,
  "-seen": sql`seen desc`,
} as const;

export interface DisclosureWish {
  readonly q?: string | undefined;
  readonly kind?: DisclosureKind | undefined;
  /** Members see what is open by this day; null for staff, who see what is to come too. */
  readonly openBy: Day | null;
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export async function listDisclosures(
  act: Act,
  { q, kind, openBy, sort, limit, offset }: DisclosureWish,
): Promise<{ rows: (DisclosureRow & { seen: number })[]; total: number }> {
  const like = `%${q?.replaceAll(/[\\%_]/g, "\\$&") ?? ""}%`;
  const from = sql`business.proposals_disclosures d
    where (${kind ?? null}::text is null or d.kind = ${kind ?? null})
      and (${openBy}::date is null or d.from_day <= ${openBy}::date) and d.title like ${like}`;
  const { rows } = await sql<DisclosureRow & { seen: number }>`select d.*,
      (select count(*) from business.proposals_views v where v.disclosure_id = d.id) as seen
    from ${from} order by ${orders[sort]}, d.id desc limit ${limit} offset ${offset}`.execute(
    act.tx,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(
    act.tx,
  );
  return { rows, total: counted.rows[0]!.total };
}

export async function countViews(act: Act, disclosureId: string): Promise<number> {
  const { count } = await db(act)
    .selectFrom("business.proposals_views")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("disclosure_id", "=", disclosureId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Answers whether it is the first time. */
export async function noteView(
  house: Act,
  { id, org_path }: DisclosureRow,
  personId: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(house)
    .insertInto("business.proposals_views")
    .values({ disclosure_id: id, person_id: personId, org_path, at: house.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Answers whether it was still open. */
export async function withdrawDisclosure(act: Act, id: string, why: string): Promise<boolean> {
  const { numUpdatedRows } = await db(act)
    .updateTable("business.proposals_disclosures")
    .set({ withdrawn_at: act.now, withdrawn_why: why })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
