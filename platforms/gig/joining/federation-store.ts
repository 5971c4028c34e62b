// Store of trade federations (行业工会联合会): which unions founded which.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";

export type FounderRow = {
  federation_id: string;
  union_id: string;
  org_path: string;
  association: string;
  case_id: string;
  since_day: Day;
};

type Tables = { "business.joining_federation_members": FounderRow };

export async function insertFounders(act: Act, rows: readonly FounderRow[]): Promise<void> {
  await act.tx
    .withTables<Tables>()
    .insertInto("business.joining_federation_members")
    .values([...rows])
    .execute();
}

export interface Founding {
  readonly association: string;
  readonly founderIds: readonly string[];
}

/** How these federations were founded, by id; those the register knew before are left out. */
export async function foundingsOf(
  act: Act,
  federationIds: readonly string[],
): Promise<Map<string, Founding>> {
  const { rows } = await sql<Founding & { id: string }>`
    select federation_id as id, association, array_agg(union_id order by union_id) as "founderIds"
    from business.joining_federation_members
    where federation_id = any(${[...federationIds]}::uuid[])
    group by federation_id, association`.execute(act.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
