// Store of places (所涉工会): unions with all above them, and the roles that somebody holds at each today.
import { heldOn } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Role } from "@niangjia/foundation/roles";
import { sql } from "kysely";
import type { Union } from "../organisations/index.ts";

export interface Station extends Union {
  readonly held: readonly Role[];
}

/** A union and those above it, from the top down; empty when it is on no file. By one id, so that one plan serves all. */
export async function stationsOf(house: Act, id: string): Promise<Station[]> {
  const { rows } = await sql<Station>`
    with recursive line as (
      select * from organisation.unions where id = ${id}
      union all
      select u.* from line join organisation.unions u on u.id = line.parent_id)
    select id, path, parent_id as "parentId", name, level, kind, division, state,
      since_day as "sinceDay", closed_day as "closedDay",
      array(select distinct p.role from access.posts p join access.accounts a on a.id = p.account_id
        where p.org_path = line.path and ${heldOn(dayOf(house.now))}) as held
    from line order by path`.execute(house.tx);
  return rows;
}
