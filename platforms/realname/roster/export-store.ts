// Store of exports (名册导出): who took which list, and where the file lies.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

export interface ExportRecord {
  readonly id: string;
  readonly orgPath: string;
  readonly unionId: string;
  readonly filter: object;
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly rows: number;
  readonly sha256: string;
  readonly name: string;
}

export async function insertExport(act: Act, made: ExportRecord): Promise<void> {
  const { actor, now, tx } = act;
  await sql`insert into business.roster_exports
      (id, account_id, by_name, org_path, union_id, filter, fields, purpose, rows, sha256, name, at)
    values (${made.id}, ${actor.accountId}, ${actor.name}, ${made.orgPath}, ${made.unionId},
      ${JSON.stringify(made.filter)}::jsonb, ${[...made.fields]}::text[], ${made.purpose},
      ${made.rows}, ${made.sha256}, ${made.name}, ${now})`.execute(tx);
}

/** An export of the actor's own account. */
export async function findOwnExport(
  act: Act,
  id: string,
): Promise<Pick<ExportRecord, "sha256" | "name"> | undefined> {
  const { rows } = await sql<Pick<ExportRecord, "sha256" | "name">>`
    select sha256, name from business.roster_exports
    where id = ${id} and account_id = ${act.actor.accountId}`.execute(act.tx);
  return rows[0];
}
