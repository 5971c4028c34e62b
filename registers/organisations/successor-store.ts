// Store of successors (承继): what a union has become, once it was merged or closed.
import type { Act } from "@niangjia/foundation/act";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";

/**
 * By id, the place of what a union has become: of a closed one whatever took up what it left, or
 * took up that; else its own.
 */
export async function placesToday(
  act: Act,
  ids: readonly string[],
): Promise<{ id: string; path: OrgPath; livingId: string }[]> {
  const { rows } = await sql<{ id: string; path: OrgPath; livingId: string }>`
    with recursive line as (
      select id, id as at, path, successor_id from organisation.unions
        where id = any(${[...ids]}::uuid[])
      union all
      select line.id, u.id, u.path, u.successor_id
        from line join organisation.unions u on u.id = line.successor_id)
    select id, path, at as "livingId" from line where successor_id is null`.execute(act.tx);
  return rows;
}
