// Store of trade federations (行业工会联合会): which unions founded which.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";

export type FederationMemberRow = {
  federation_id: string;
  union_id: string;
  org_path: string;
  association: string;
  case_id: string;
  since_day: Day;
};

type Tables = { "business.joining_federation_members": FederationMemberRow };

export async function insertFederationMembers(
  act: Act,
  rows: readonly FederationMemberRow[],
): Promise<void> {
  await act.tx
    .withTables<Tables>()
    .insertInto("business.joining_federation_members")
    .values([...rows])
    .execute();
}

export interface Federation {
  readonly id: string;
  readonly association: string;
  readonly sinceDay: Day;
  readonly unionIds: readonly string[];
}

/** Federations in reach, newest first. */
export async function listFederations(
  act: Act,
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<{ rows: Federation[]; total: number }> {
  const { rows } = await sql<Federation & { total: number }>`
    select federation_id as id, association, since_day as "sinceDay",
      array_agg(union_id order by union_id) as "unionIds", count(*) over () as total
    from business.joining_federation_members group by federation_id, association, since_day
    order by since_day desc, federation_id limit ${size} offset ${offset}`.execute(act.tx);
  return { rows, total: rows[0]?.total ?? 0 };
}
