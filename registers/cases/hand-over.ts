// Handing over cases (办件随人): when two records turn out to be one person's, the cases of one become
// the other's.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { sql } from "kysely";

export interface HandOver {
  readonly from: string;
  readonly to: string;
  /** Only these cases; all of them when left out. */
  readonly caseIds?: readonly string[];
}

/**
 * Cases about one person are about another from now on: they may read them, and nobody who may not
 * decide their own case gains a desk by it. Answers which. As the house: a case lies under the
 * union it was filed at.
 */
export async function handOverCases(act: Act, { from, to, caseIds }: HandOver): Promise<string[]> {
  const only = caseIds ? sql`and id = any(${caseIds}::uuid[])` : sql``;
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ id: string }>`
      with moved as (
        update business.cases set person_id = ${to} where person_id = ${from} ${only}
        returning id),
      desks as (
        update business.tasks set excluded = array_replace(excluded, ${from}::uuid, ${to}::uuid)
        where state = 'open' and case_id in (select id from moved))
      select id from moved`.execute(tx),
  );
  return rows.map(({ id }) => id);
}
