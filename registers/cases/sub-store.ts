// Store of sub-cases (关联事项): which case a step of which other one began, and whether that one has heard of its end.
import type { Status } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

/** A sub-case by the names its parent has for it. */
export interface SubOf {
  readonly parentId: string;
  readonly token: number;
  readonly key: number;
  readonly caseId: string;
}

export async function addSub(house: Act, { parentId, token, key, caseId }: SubOf): Promise<void> {
  await sql`insert into business.case_subs (parent_id, token, key, case_id)
    values (${parentId}, ${token}, ${key}, ${caseId})`.execute(house.tx);
}

/** Those of one step that still run, in the order they were begun. */
export async function unendedSubs(house: Act, parentId: string, token: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select c.id from business.case_subs s
      join business.cases c on c.id = s.case_id
    where s.parent_id = ${parentId} and s.token = ${token} and c.ended_at is null
    order by s.key`.execute(house.tx);
  return rows.map(({ id }) => id);
}

/** An ended sub-case whose parent has not heard of it; of one case, or the first of all. */
export async function untoldSub(
  house: Act,
  { caseId, after }: { readonly caseId?: string | undefined; readonly after?: string | undefined },
): Promise<(SubOf & { readonly status: Status }) | undefined> {
  const { rows } = await sql<SubOf & { status: Status }>`
    select s.parent_id as "parentId", s.token, s.key, s.case_id as "caseId", c.status
    from business.case_subs s join business.cases c on c.id = s.case_id
    where s.told_at is null and c.ended_at is not null
      and ${caseId ? sql`s.case_id = ${caseId}` : sql`true`}
      and ${after ? sql`s.case_id > ${after}` : sql`true`}
    order by s.case_id limit 1`.execute(house.tx);
  return rows[0];
}

export async function noteTold(house: Act, { parentId, token, key }: SubOf): Promise<void> {
  await sql`update business.case_subs set told_at = ${house.now}
    where parent_id = ${parentId} and token = ${token} and key = ${key}`.execute(house.tx);
}

export interface Related {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Exclude<Status, "draft">;
  /** The case shown began it; else it began the case shown. */
  readonly begun: boolean;
}

/** Cases this one began, and the one that began it, as far as the actor may read them. */
export async function relatedOf(act: Act, caseId: string): Promise<Related[]> {
  const { rows } = await sql<Related>`
    select c.id, c.number, c.title, c.status, s.parent_id = ${caseId} as begun
    from business.case_subs s
      join business.cases c on c.id = case when s.parent_id = ${caseId} then s.case_id else s.parent_id end
    where s.parent_id = ${caseId} or s.case_id = ${caseId}
    order by begun, s.token, s.key`.execute(act.tx);
  return rows;
}
