// Running cases of a person (在办办件): how many, for whoever is about to move or leave.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

/** Those the actor may read. */
export async function countRunning(act: Act, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from business.cases
    where person_id = ${personId} and status in ('running', 'returned')`.execute(act.tx);
  return rows[0]!.count;
}
