// Store of matters (援助案件): an application and what came of it, found one by one.
import type { Decision } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { AidResult, AidState, AidVerdict, MatterKind } from "./words.ts";

type Json<T> = T | string;

export type MatterRow = {
  case_id: string;
  number: string;
  org_id: string;
  org_path: string;
  union_id: string;
  account_id: string;
  applicant_mask: string;
  kind: MatterKind;
  respondent: string;
  claim_fen: number | null;
  urgent: boolean;
  state: AidState;
  filed_at: Date;
  decision: Json<Decision>;
  verdict: AidVerdict;
  decided_at: Date | null;
  decided_by: string | null;
  decided_why: string | null;
  assign_due_day: Day | null;
  lawyer_post: string | null;
  lawyer_account: string | null;
  lawyer: string | null;
  assigned_at: Date | null;
  close_case: string | null;
  closed_day: Day | null;
  result: AidResult | null;
  recovered_fen: number | null;
  stars: number | null;
  stars_words: string | null;
};

export type AssignmentRow = {
  id: string;
  matter_id: string;
  case_id: string;
  org_path: string;
  post_id: string;
  lawyer: string;
  decision: Json<Decision>;
  rank: string;
  at: Date;
  by_account: string;
};

type Tables = {
  "business.legal_aid_matters": MatterRow;
  "business.legal_aid_assignments": AssignmentRow;
};
const db = (act: Act) => act.tx.withTables<Tables>();

/** As it lies in the store: JSON comes back read. */
export type StoredMatter = MatterRow & { readonly decision: Decision };
const matters = (act: Act) =>
  db(act).selectFrom("business.legal_aid_matters").selectAll().$castTo<StoredMatter>();

export const findMatter = (act: Act, id: string): Promise<StoredMatter | undefined> =>
  matters(act).where("case_id", "=", id).executeTakeFirst();

export const matterByNumber = (act: Act, number: string): Promise<StoredMatter | undefined> =>
  matters(act).where("number", "=", number).executeTakeFirst();

/** A worker's own, newest first. */
export const mattersOf = (act: Act, accountId: string): Promise<StoredMatter[]> =>
  matters(act)
    .where("account_id", "=", accountId)
    .orderBy("filed_at", "desc")
    .orderBy("case_id", "desc")
    .limit(50)
    .execute();

/** Those a lawyer's post has in hand. */
export const mattersInHandsOf = (house: Act, postId: string): Promise<StoredMatter[]> =>
  matters(house)
    .where("lawyer_post", "=", postId)
    .where("state", "=", "assigned")
    .orderBy("case_id")
    .execute();

/** In a lawyer's hands, or closed by the house without the worker's word on it. */
export const awaitsRating = ({ state, close_case }: StoredMatter): boolean =>
  state === "assigned" || (state === "closed" && close_case === null);

/** Those in a lawyer's hands who has noted how it ended. */
export async function mattersWithOutcome(house: Act): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.case_id as id from business.legal_aid_matters m
    where m.state = 'assigned' and exists (select from business.legal_aid_entries e
      where e.matter_id = m.case_id and e.kind = 'outcome')
    order by m.case_id`.execute(house.tx);
  return rows.map(({ id }) => id);
}

/** Whether what the worker says of it lies with the federation. */
export async function isBeingRated(house: Act, matter: StoredMatter): Promise<boolean> {
  const { rows } = await sql`
    select from business.cases
    where function = 'legal-aid.close' and status = 'running' and account_id = ${matter.account_id}
      and coalesce(facts ->> 'aid', ${matter.number}) = ${matter.number} limit 1`.execute(house.tx);
  return rows.length > 0;
}

/** The matter whose application began a case of assigning; undefined when a cadre filed it. */
export async function matterBegan(house: Act, caseId: string): Promise<StoredMatter | undefined> {
  const { rows } = await sql<{ id: string }>`
    select parent_id as id from business.case_subs where case_id = ${caseId}`.execute(house.tx);
  return rows[0] && findMatter(house, rows[0].id);
}

/** Other cases of assigning that granted aid began and that still run, once this one has brought a lawyer. */
export async function assigningsLeft(house: Act, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from business.legal_aid_assignments a
      join business.case_subs s on s.parent_id = a.matter_id and s.case_id <> a.case_id
      join business.cases c on c.id = s.case_id
    where a.case_id = ${caseId} and c.status in ('running', 'returned')`.execute(house.tx);
  return rows.map(({ id }) => id);
}

/** Nobody else changes it until the act ends. */
export const lockMatter = (house: Act, id: string): Promise<StoredMatter | undefined> =>
  matters(house).where("case_id", "=", id).forUpdate().executeTakeFirst();

/**
 * Until the act ends nobody else brings this matter up to date: of two who do, the one who reads
 * later also writes later.
 */
export const holdMatter = (house: Act, id: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`legal-aid ${id}`}, 0))`.execute(house.tx);

/** Adds it; one that is there and not decided yet is brought up to date. */
export async function putMatter(house: Act, row: MatterRow): Promise<void> {
  const { case_id: _id, number: _number, filed_at: _filed, ...changeable } = row;
  await db(house)
    .insertInto("business.legal_aid_matters")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column("case_id")
        .doUpdateSet(changeable)
        .where(sql<boolean>`legal_aid_matters.state in ('filed', 'returned')`),
    )
    .execute();
}

export async function changeMatter(
  house: Act,
  id: string,
  changed: Partial<MatterRow>,
): Promise<void> {
  await db(house)
    .updateTable("business.legal_aid_matters")
    .set(changed)
    .where("case_id", "=", id)
    .execute();
}

export async function insertAssignment(house: Act, row: AssignmentRow): Promise<void> {
  await db(house).insertInto("business.legal_aid_assignments").values(row).execute();
}

export const assignmentsOf = (act: Act, matterId: string): Promise<AssignmentRow[]> =>
  db(act)
    .selectFrom("business.legal_aid_assignments")
    .selectAll()
    .where("matter_id", "=", matterId)
    .orderBy("at")
    .execute();
