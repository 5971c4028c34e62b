// Store of receiving unions (接收入会的工会): those of a place that take in who has no union at work.
import type { Act } from "@niangjia/foundation/act";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import type { Union } from "./store.ts";

/** Codes of list `union-kind`: 行业工会联合会, 区域工会联合会, 村（社区）工会. */
const receivingKinds = ["5", "9", "12"];

/**
 * Living unions of trades, areas, villages and towns within a range, from the top of the tree down,
 * 500 at most. Names and places of unions are known to everyone signed in.
 */
export async function receivingUnions(act: Act, { low, high }: PathRange): Promise<Union[]> {
  const { rows } = await sql<Union>`select id, path, parent_id as "parentId", name, level, kind,
      division, state, since_day as "sinceDay", closed_day as "closedDay"
    from organisation.unions
    where path >= ${low} and path < ${high} and state = 'live'
      and (level = 'town' or kind in (${sql.join(receivingKinds)}))
    order by length(path), path limit 500`.execute(act.tx);
  return rows;
}
