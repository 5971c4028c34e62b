// Store of merges (归并记录): who decided what on which evidence, and what undoing needs; the only SQL of merging here.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Evidence } from "@niangjia/registers/members";
import { sql } from "kysely";

export interface MergeRow {
  readonly id: string;
  readonly orgPath: string;
  readonly survivorId: string;
  readonly absorbedId: string;
  readonly at: Date;
  readonly untilDay: Day;
  readonly byName: string;
  readonly note: string | null;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly recordsCipher: Buffer;
  readonly caseIds: readonly string[];
  readonly movedAccount: string | null;
  readonly undoneAt: Date | null;
  readonly undoneName: string | null;
  readonly undoneNote: string | null;
}

const columns = sql`id, org_path as "orgPath", survivor_id as "survivorId",
  absorbed_id as "absorbedId", at, until_day as "untilDay", by_name as "byName", note, score,
  evidence, records_cipher as "recordsCipher", case_ids as "caseIds",
  moved_account as "movedAccount", undone_at as "undoneAt", undone_name as "undoneName",
  undone_note as "undoneNote"`;

type NewMerge = Omit<MergeRow, "at" | "byName" | "undoneAt" | "undoneName" | "undoneNote">;

export async function insertMerge(act: Act, row: NewMerge): Promise<void> {
  await sql`insert into business.roster_merges (id, org_path, survivor_id, absorbed_id, at,
      until_day, account_id, by_name, note, score, evidence, records_cipher, case_ids,
      moved_account)
    values (${row.id}, ${row.orgPath}, ${row.survivorId}, ${row.absorbedId}, ${act.now},
      ${row.untilDay}, ${act.actor.accountId}, ${act.actor.name}, ${row.note}, ${row.score},
      ${JSON.stringify(row.evidence)}::jsonb, ${row.recordsCipher}, ${row.caseIds}::uuid[],
      ${row.movedAccount})`.execute(act.tx);
}

export async function listMergeRows(
  act: Act,
  page: { readonly size: number; readonly offset: number },
): Promise<{ rows: MergeRow[]; total: number }> {
  const { rows } = await sql<MergeRow>`select ${columns} from business.roster_merges
    order by at desc, id desc limit ${page.size} offset ${page.offset}`.execute(act.tx);
  const counted = await sql<{ n: number }>`
    select count(*) as n from business.roster_merges`.execute(act.tx);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** `hold` keeps it from being undone twice. */
export async function findMergeRow(
  act: Act,
  id: string,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`select ${columns} from business.roster_merges
    where id = ${id} ${hold ? sql`for update` : sql``}`.execute(act.tx);
  return rows[0];
}

export async function markUndone(act: Act, id: string, note: string): Promise<void> {
  await sql`update business.roster_merges set undone_at = ${act.now},
    undone_by = ${act.actor.accountId}, undone_name = ${act.actor.name}, undone_note = ${note}
    where id = ${id}`.execute(act.tx);
}
