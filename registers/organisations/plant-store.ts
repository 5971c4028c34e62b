// Store of new unions (新建工会): rows of the tree, their first facts, codes and terms, set by set.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

export interface UnionRow {
  readonly id: string;
  readonly path: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly level: string;
  readonly kind: string;
  readonly division: string;
  readonly state: string;
  readonly since_day: string;
}

/** Parents come before those below them. Throws on a path that is taken. */
export async function insertUnions(act: Act, rows: readonly UnionRow[]): Promise<void> {
  await sql`insert into organisation.unions (id, path, parent_id, name, pinyin, initials, level,
      kind, division, state, since_day)
    select id, path, parent_id, name, pinyin, initials, level, kind, division, state, since_day
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, path text,
      parent_id uuid, name text, pinyin text, initials text, level text, kind text, division text,
      state text, since_day date)`.execute(act.tx);
}

export interface FactRow {
  readonly id: string;
  readonly union_id: string;
  readonly org_path: string;
  readonly field: string;
  readonly value: unknown;
  readonly from_day: string;
  readonly source: string;
  readonly source_id: string | null;
}

export async function insertFacts(act: Act, rows: readonly FactRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into organisation.facts (id, union_id, org_path, field, value, from_day, source,
      source_id, by_account, at)
    select id, union_id, org_path, field, value, from_day, source, source_id,
      ${act.actor.accountId}::uuid, ${act.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, union_id uuid,
      org_path text, field text, value jsonb, from_day date, source text, source_id uuid)`.execute(
    act.tx,
  );
}

export interface CodeRow {
  readonly uscc: string;
  readonly role: "own" | "employer";
  readonly union_id: string;
}

/** Enters credit codes in the directory; answers those that another union bears already. */
export async function claimCodes(act: Act, rows: readonly CodeRow[]): Promise<CodeRow[]> {
  if (rows.length === 0) return [];
  const claimed = await sql<CodeRow>`insert into organisation.codes (uscc, role, union_id)
    select uscc, role, union_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (uscc text, role text, union_id uuid)
    order by uscc
    on conflict do nothing returning uscc, role, union_id`.execute(act.tx);
  const taken = new Set(claimed.rows.map(({ uscc, role, union_id }) => uscc + role + union_id));
  return rows.filter(({ uscc, role, union_id }) => !taken.has(uscc + role + union_id));
}

/** Takes codes of a union out of the directory: one of them, or all. */
export async function dropCodes(
  act: Act,
  unionId: string,
  one?: Pick<CodeRow, "role" | "uscc">,
): Promise<void> {
  const only = one ? sql`and role = ${one.role} and uscc = ${one.uscc}` : sql``;
  await sql`delete from organisation.codes where union_id = ${unionId} ${only}`.execute(act.tx);
}

export interface TermRow {
  readonly id: string;
  readonly union_id: string;
  readonly org_path: string;
  readonly number: number;
  readonly from_day: string;
  readonly to_day: string;
  readonly chair: string | null;
}

export async function insertTerms(act: Act, rows: readonly TermRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into organisation.terms (id, union_id, org_path, number, from_day, to_day, chair)
    select id, union_id, org_path, number, from_day, to_day, chair
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, union_id uuid,
      org_path text, number int, from_day date, to_day date, chair text)`.execute(act.tx);
}
