// Tables of a backup (备份范围): every table of the house's schemas, parents before children.
import type pg from "pg";

const schemas = [
  "access",
  "audit",
  "organisation",
  "member",
  "business",
  "exchange",
  "ledger",
  "outbox",
];

export interface TableName {
  /** `schema.table`. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** All tables with their stored columns, ordered so that a foreign key's target comes first. */
export async function tablesOf(client: pg.Client): Promise<TableName[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; targets: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct tn.nspname || '.' || t.relname from pg_constraint k
         join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as targets
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' order by 1`,
    [schemas],
  );
  const ordered: TableName[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter((row) => !row.targets.some((t) => waiting.has(t)));
    if (free.length === 0) throw new Error("tables refer to each other in a circle");
    for (const { name, columns } of free) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

export async function sequencesOf(client: pg.Client): Promise<{ name: string; value: number }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select schemaname || '.' || sequencename as name, coalesce(last_value, 0)::text as value
     from pg_sequences where schemaname = any($1) order by 1`,
    [schemas],
  );
  return rows.map(({ name, value }) => ({ name, value: Number(value) }));
}

export const quotedTable = (name: string): string =>
  name
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");
export const quotedColumns = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(", ");
