// Store of imports (名册导入): how far each came and what was wrong with which row; the only SQL of importing.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";
import type { importStates } from "./contract.ts";
import type { Fault, FaultCode } from "./faults.ts";
import type { Mapping } from "./mapping.ts";

export type ImportState = keyof typeof importStates;

/** What rows came to. */
interface Counts {
  readonly enrolled: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faulty: number;
  readonly skipped: number;
}

export interface ImportRecord extends Counts {
  readonly id: string;
  readonly accountId: string;
  readonly byName: string;
  readonly orgPath: string;
  readonly unionId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly mapping: Mapping;
  readonly state: ImportState;
  readonly rowsTotal: number;
  readonly rowsRead: number;
  readonly lastRow: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly touchedAt: Date;
  readonly runSince: Date | null;
  readonly runFrom: number;
  readonly failure: string | null;
}

const columns = sql`id, account_id as "accountId", by_name as "byName", org_path as "orgPath",
  union_id as "unionId", file_name as "fileName", sha256, sheet, mapping, state,
  rows_total as "rowsTotal", rows_read as "rowsRead", last_row as "lastRow", enrolled, updated,
  unchanged, faulty, skipped, created_at as "createdAt", started_at as "startedAt",
  ended_at as "endedAt", touched_at as "touchedAt", run_since as "runSince", run_from as "runFrom",
  failure`;

export type NewImport = Pick<
  ImportRecord,
  "id" | "orgPath" | "unionId" | "fileName" | "sha256" | "sheet" | "mapping" | "rowsTotal"
>;

export async function insertImport(act: Act, fresh: NewImport): Promise<ImportRecord> {
  const { actor, now, tx } = act;
  const { rows } = await sql<ImportRecord>`insert into business.roster_imports
      (id, account_id, by_name, org_path, union_id, file_name, sha256, sheet, mapping, rows_total,
       created_at, touched_at)
    values (${fresh.id}, ${actor.accountId}, ${actor.name}, ${fresh.orgPath}, ${fresh.unionId},
      ${fresh.fileName}, ${fresh.sha256}, ${fresh.sheet}, ${JSON.stringify(fresh.mapping)}::jsonb,
      ${fresh.rowsTotal}, ${now}, ${now})
    returning ${columns}`.execute(tx);
  return rows[0]!;
}

export async function findImport(act: Act, id: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`select ${columns} from business.roster_imports
    where id = ${id}`.execute(act.tx);
  return rows[0];
}

/** Holds the import until the act ends: a batch and a stop wait for each other. */
export async function lockImport(act: Act, id: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`select ${columns} from business.roster_imports
    where id = ${id} for update`.execute(act.tx);
  return rows[0];
}

export async function listImports(
  act: Act,
  page: { readonly size: number; readonly offset: number },
): Promise<{ rows: ImportRecord[]; total: number }> {
  const { rows } = await sql<ImportRecord>`select ${columns} from business.roster_imports
    order by created_at desc, id desc limit ${page.size} offset ${page.offset}`.execute(act.tx);
  const counted = await sql<{ n: number }>`
    select count(*) as n from business.roster_imports`.execute(act.tx);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

export async function setMapping(
  act: Act,
  id: string,
  { sheet, mapping, rowsTotal }: Pick<ImportRecord, "sheet" | "mapping" | "rowsTotal">,
): Promise<void> {
  await sql`update business.roster_imports set sheet = ${sheet}, rows_total = ${rowsTotal},
    mapping = ${JSON.stringify(mapping)}::jsonb, touched_at = ${act.now} where id = ${id}`.execute(
    act.tx,
  );
}

/** Another state; an ended import bears when and, if it broke off, why. */
export async function setState(
  act: Act,
  id: string,
  { state, failure = null }: { readonly state: ImportState; readonly failure?: string | null },
): Promise<void> {
  const ended = state === "done" || state === "cancelled" || state === "failed";
  await sql`update business.roster_imports set state = ${state}, failure = ${failure},
    touched_at = ${act.now}, ended_at = ${ended ? act.now : null}::timestamptz,
    started_at = case when ${state} = 'waiting' then coalesce(started_at, ${act.now}::timestamptz)
      else started_at end
    where id = ${id}`.execute(act.tx);
}

/** This run may write from now on, and no earlier one. Undefined when there is nothing to run. */
export async function takeImport(
  act: Act,
  id: string,
  runId: string,
): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`update business.roster_imports
    set state = 'running', run_id = ${runId}, run_since = ${act.now}, run_from = rows_read,
      touched_at = ${act.now}
    where id = ${id} and state in ('waiting', 'running') returning ${columns}`.execute(act.tx);
  return rows[0];
}

/** Whether this run still may write; held until the act ends. A sign of life as well. */
export async function holdRun(act: Act, id: string, runId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update business.roster_imports set touched_at = ${act.now}
    where id = ${id} and run_id = ${runId} and state = 'running'`.execute(act.tx);
  return numAffectedRows === 1n;
}

export interface Settled extends Counts {
  readonly rowsRead: number;
  readonly lastRow: number;
}

/** Adds a batch to the counts, in the transaction of the batch itself. */
export async function addProgress(act: Act, id: string, settled: Settled): Promise<void> {
  await sql`update business.roster_imports set rows_read = rows_read + ${settled.rowsRead},
      last_row = ${settled.lastRow}, enrolled = enrolled + ${settled.enrolled},
      updated = updated + ${settled.updated}, unchanged = unchanged + ${settled.unchanged},
      faulty = faulty + ${settled.faulty}, skipped = skipped + ${settled.skipped}
    where id = ${id}`.execute(act.tx);
}

export interface FaultyRow {
  readonly row: number;
  readonly faults: readonly Fault[];
}

export async function insertFaults(
  act: Act,
  { id, orgPath }: Pick<ImportRecord, "id" | "orgPath">,
  faulty: readonly FaultyRow[],
): Promise<void> {
  if (faulty.length === 0) return;
  await sql`insert into business.roster_import_faults (import_id, row, org_path, faults)
    select ${id}::uuid, f.row, ${orgPath}::text, f.faults
    from unnest(${faulty.map(({ row }) => row)}::int[],
      ${faulty.map(({ faults }) => JSON.stringify(faults))}::jsonb[]) as f (row, faults)`.execute(
    act.tx,
  );
}

export async function faultsOf(act: Act, id: string): Promise<FaultyRow[]> {
  const { rows } = await sql<FaultyRow>`select row, faults from business.roster_import_faults
    where import_id = ${id} order by row`.execute(act.tx);
  return rows;
}

/** One page of the faulty rows, in order, of one kind of fault or of all; and how many there are. */
export async function faultyPage(
  act: Act,
  id: string,
  page: { readonly code?: string | undefined; readonly size: number; readonly offset: number },
): Promise<{ rows: FaultyRow[]; total: number }> {
  const of = page.code ? JSON.stringify([{ code: page.code }]) : "[]";
  const where = sql`from business.roster_import_faults
    where import_id = ${id} and faults @> ${of}::jsonb`;
  const { rows } = await sql<FaultyRow>`select row, faults ${where}
    order by row limit ${page.size} offset ${page.offset}`.execute(act.tx);
  const counted = await sql<{ n: number }>`select count(*) as n ${where}`.execute(act.tx);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** Rows by what is wrong with them, most frequent first; a row with two faults counts under both. */
export async function countFaults(
  act: Act,
  id: string,
): Promise<{ code: FaultCode; rows: number }[]> {
  const { rows } = await sql<{ code: FaultCode; rows: number }>`
    select f.fault ->> 'code' as code, count(distinct row) as rows
    from business.roster_import_faults, jsonb_array_elements(faults) as f (fault)
    where import_id = ${id} group by 1 order by 2 desc, 1`.execute(act.tx);
  return rows;
}

/** Imports that were running and gave no sign of life since. */
export async function forsakenImports(
  act: Act,
  since: Date,
): Promise<Pick<ImportRecord, "id" | "orgPath">[]> {
  const { rows } = await sql<Pick<ImportRecord, "id" | "orgPath">>`
    select id, org_path as "orgPath" from business.roster_imports
    where state = 'running' and touched_at < ${since} order by touched_at`.execute(act.tx);
  return rows;
}

/** Said for it, so that it is not found forsaken again at once. */
export async function signOfLife(act: Act, id: string): Promise<void> {
  await sql`update business.roster_imports set touched_at = ${act.now} where id = ${id}`.execute(
    act.tx,
  );
}
