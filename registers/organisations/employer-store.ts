// Store of employers' codes (单位信用代码): which of many firms have a union.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

/** Of these credit codes, those that some union which is not closed has as its employer's. */
export async function employersWithUnion(
  act: Act,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ uscc: string }>`
    select c.uscc from organisation.codes c
      join organisation.unions u on u.id = c.union_id and u.state <> 'closed'
    where c.role = 'employer' and c.uscc = any(${[...codes]}::text[])`.execute(act.tx);
  return new Set(rows.map(({ uscc }) => uscc));
}
