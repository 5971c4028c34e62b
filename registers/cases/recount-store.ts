// Store of counting again (重算期限): running cases with a term that ends on a day or after it.
import type { CaseState, Definition } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type RawBuilder, sql } from "kysely";

const batch = 200;

interface Wish {
  readonly from: Day;
  /** Id of the last one looked at; none to begin with. */
  readonly after: string | undefined;
}

/** The clock looks at every running term on its last day at the earliest: its list has them all. */
const withTerms = ({ from, after }: Wish): RawBuilder<unknown> => {
  const beyond = after === undefined ? sql`true` : sql`c.id > ${after}`;
  return sql`business.cases c where c.status = 'running' and ${beyond}
    and (c.alarm_day >= ${from} or exists (select from business.tasks t
      where t.case_id = c.id and t.state = 'open' and not t.waits and t.alarm_day >= ${from}))`;
};

/** Ids in order, a batch at a time. */
export async function idsWithTerms(house: Act, wish: Wish): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select c.id from ${withTerms(wish)}
    order by c.id limit ${batch}`.execute(house.tx);
  return rows.map(({ id }) => id);
}

export interface WithTerms {
  readonly id: string;
  readonly definition: Definition;
  readonly state: CaseState;
}

/** The same, each as it stands and the flow it runs on. */
export async function casesWithTerms(house: Act, wish: Wish): Promise<WithTerms[]> {
  const { rows } = await sql<WithTerms>`
    select c.id, c.state, f.definition
    from (select c.* from ${withTerms(wish)} order by c.id limit ${batch}) c
      join business.case_flows f on f.function = c.function and f.version = c.version
        and f.variant = c.variant
    order by c.id`.execute(house.tx);
  return rows;
}
