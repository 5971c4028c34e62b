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
    reader_id: string;
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
      (select count(distinct v.reader_id) from business.proposals_views v
        where v.disclosure_id = d.id) as seen
    from ${from} order by ${orders[sort]}, d.id desc limit ${limit} offset ${offset}`.execute(
    act.tx,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(
    act.tx,
  );
  return { rows, total: counted.rows[0]!.total };
}

/** People, not records: whoever read it under two records that were merged counts once. */
export async function countReaders(act: Act, disclosureId: string): Promise<number> {
  const { count } = await db(act)
    .selectFrom("business.proposals_views")
    .select(({ fn }) => fn.count<number>("reader_id").distinct().as("count"))
    .where("disclosure_id", "=", disclosureId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Answers whether it is the reader's first time, under whichever of their records. */
export async function noteView(
  house: Act,
  { id, org_path }: DisclosureRow,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`with reader as (
      select coalesce(merged_into, id) as id from member.persons where id = ${personId}),
    noted as (insert into business.proposals_views (disclosure_id, person_id, reader_id, org_path, at)
      select ${id}::uuid, ${personId}::uuid, reader.id, ${org_path}, ${house.now}::timestamptz
      from reader on conflict do nothing returning reader_id)
    select not exists (select from business.proposals_views v
      where v.disclosure_id = ${id} and v.reader_id = noted.reader_id) as first from noted`.execute(
    house.tx,
  );
  return rows[0]?.first ?? false;
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
