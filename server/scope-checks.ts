// Checks of scope (范围检查): who reaches which rows of whose county; used by the proof, and by the proof of the proof.
import type { Actor } from "@niangjia/foundation/act";
import { readSheet } from "@niangjia/foundation/excel";
import { newId } from "@niangjia/foundation/ids";
import { sql } from "kysely";
import type { Reply, TestHouse } from "./testing.ts";

/** Names and places of unions are public among those signed in. */
export const publicTables = ["organisation.unions", "access.posts"];

export interface Table {
  readonly name: string;
  readonly id: string | null;
}

/** Every table whose rows belong to a union. */
export async function scopedTables(house: TestHouse): Promise<Table[]> {
  const { rows } = await house.owner.query<Table>(
    `select n.nspname || '.' || c.relname as name,
       (select i.attname from pg_attribute i where i.attrelid = c.oid and i.attname = 'id') as id
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'org_path' and c.relkind = 'r'
       and n.nspname in ('organisation', 'member', 'business', 'exchange', 'access', 'audit') order by 1`,
  );
  return rows;
}

export const within = (path: string): string =>
  `org_path >= '${path}' and org_path < '${path.slice(0, -1)}0'`;

export const staffOf = (path: string): Actor => ({
  kind: "staff",
  accountId: newId(),
  personId: null,
  sessionId: null,
  role: "cadre",
  post: { id: newId(), role: "cadre", orgId: newId(), orgPath: path },
  name: "测试",
  ownName: "测试",
});

/** What an answer says: the cells of a sheet, whose bytes are packed and tell nothing, or its text. */
export async function saidIn({ bytes, headers }: Reply<unknown>): Promise<string> {
  if (!String(headers["content-type"]).includes("spreadsheet")) return bytes.toString();
  const cells: string[] = [];
  for await (const row of await readSheet(bytes)) cells.push(...row.cells.map(({ text }) => text));
  return cells.join("\n");
}

/** How many rows of a county a transaction of this scope reaches; null when it may not read the table at all. */
export async function reached(
  house: TestHouse,
  scope: string,
  { table, county }: { table: string; county: string },
): Promise<number | null> {
  return house
    .act(staffOf(scope), async (act) => {
      const { rows } = await sql
        .raw<{ n: number }>(`select count(*) as n from ${table} where ${within(county)}`)
        .execute(act.tx);
      return rows[0]?.n ?? 0;
    })
    .catch((error: Error) => {
      if (error.message.includes("permission denied")) return null;
      throw error;
    });
}

/** Tables whose rows of `county` a post of another county reaches. Empty when all is well. */
export async function leaks(house: TestHouse, scope: string, county: string): Promise<string[]> {
  const leaking: string[] = [];
  for (const { name } of await scopedTables(house)) {
    if (((await reached(house, scope, { table: name, county })) ?? 0) > 0) leaking.push(name);
  }
  return leaking;
}

/** How many rows each table of the house holds. */
async function census(house: TestHouse): Promise<Record<string, number>> {
  const { rows } = await house.owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in
       ('access', 'audit', 'organisation', 'member', 'business', 'exchange', 'outbox') order by 1`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of rows) {
    const found = await house.owner.query(`select count(*)::int as n from ${name}`);
    counted[name] = found.rows[0].n;
  }
  return counted;
}

/** Tables that hold more or fewer rows after `work` than before. A refused command leaves none. */
export async function traces(house: TestHouse, work: () => Promise<unknown>): Promise<string[]> {
  const before = await census(house);
  await work();
  const after = await census(house);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}
