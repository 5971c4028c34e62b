// Store of money won back (追回款项): closed matters summed where they lie.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import type { AidResult } from "./words.ts";

export interface RecoveredLine {
  readonly org_id: string;
  /** `2026-11`. */
  readonly month: string;
  readonly result: AidResult;
  readonly matters: number;
  readonly fen: number;
  /** Sum of the stars and how many gave them. */
  readonly stars: number;
  readonly rated: number;
}

/** The finest sums: by county, month of closing and result; all others are sums of these. */
export async function recoveredLines(
  act: Act,
  { range, from, to }: { readonly range: PathRange; readonly from: Day; readonly to: Day },
): Promise<RecoveredLine[]> {
  const { rows } = await sql<RecoveredLine>`
    select org_id, to_char(closed_day, 'YYYY-MM') as month, result, count(*) as matters,
      sum(recovered_fen)::int8 as fen, coalesce(sum(stars), 0)::int8 as stars, count(stars) as rated
    from business.legal_aid_matters
    where org_path >= ${range.low} and org_path < ${range.high}
      and closed_day between ${from} and ${to}
    group by 1, 2, 3 order by 2, 1, 3`.execute(act.tx);
  return rows;
}
