// Store of firms that found a union together (联合建会单位), beside the one it is registered for.
import type { Act } from "@niangjia/foundation/act";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";

type FirmRow = { union_id: string; org_path: string; uscc: string; name: string };

type Tables = { "business.founding_firms": FirmRow };

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertFirms(act: Act, rows: readonly FirmRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db(act)
    .insertInto("business.founding_firms")
    .values([...rows])
    .execute();
}

export const firmsOf = (act: Act, unionId: string): Promise<Pick<FirmRow, "uscc" | "name">[]> =>
  db(act)
    .selectFrom("business.founding_firms")
    .select(["uscc", "name"])
    .where("union_id", "=", unionId)
    .orderBy("uscc")
    .execute();

/** Names of those within a range whose union is not closed. */
export async function namesOfFirms(
  act: Act,
  { low, high }: PathRange,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select f.name from business.founding_firms f
    join organisation.unions u on u.id = f.union_id and u.state <> 'closed'
    where f.org_path >= ${low} and f.org_path < ${high}`.execute(act.tx);
  return new Set(rows.map(({ name }) => name));
}
