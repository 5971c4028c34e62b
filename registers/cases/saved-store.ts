// Store of saved lists (常用查询): each its author's, and when shared everyone's at the same union.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

export interface SavedList {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly shared: boolean;
}

const columns = sql`id, account_id as "accountId", name, query, shared`;

/** One's own in one's own order, then those of colleagues by name. */
export async function savedLists(act: Act): Promise<SavedList[]> {
  const { rows } = await sql<SavedList>`select ${columns} from business.case_lists
    order by account_id <> ${act.actor.accountId}, case when account_id = ${act.actor.accountId}
      then place end, name, id`.execute(act.tx);
  return rows;
}

/** The actor's own, or a colleague's that is shared. */
export async function findSaved(act: Act, id: string): Promise<SavedList | undefined> {
  const { rows } = await sql<SavedList>`
    select ${columns} from business.case_lists where id = ${id}
    order by account_id <> ${act.actor.accountId} limit 1`.execute(act.tx);
  return rows[0];
}

/** Adds a list behind the others, or gives it another name, filter or reach. */
export async function putSaved(
  act: Act,
  { id, name, query, shared }: Omit<SavedList, "accountId">,
): Promise<void> {
  const { accountId, post } = act.actor;
  await sql`insert into business.case_lists
      (id, account_id, org_path, name, query, shared, place, changed_at)
    values (${id}, ${accountId}, ${post?.orgPath}, ${name}, ${JSON.stringify(query)}, ${shared},
      (select coalesce(max(place) + 1, 0) from business.case_lists where account_id = ${accountId}),
      ${act.now})
    on conflict (account_id, id) do update set name = excluded.name, query = excluded.query,
      shared = excluded.shared, org_path = excluded.org_path, changed_at = excluded.changed_at`.execute(
    act.tx,
  );
}

/** False when there is no such list of the actor's own. */
export async function dropSaved(act: Act, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from business.case_lists
    where id = ${id} and account_id = ${act.actor.accountId}`.execute(act.tx);
  return numAffectedRows > 0n;
}

/** Puts the actor's own lists in this order; those not named stay behind them. */
export async function orderSavedLists(act: Act, ids: readonly string[]): Promise<void> {
  await sql`update business.case_lists l set place = wanted.place from (
      select own.id, row_number() over (order by named.place nulls last, own.place) - 1 as place
      from business.case_lists own
        left join unnest(${[...ids]}::uuid[]) with ordinality as named (id, place)
          on named.id = own.id
      where own.account_id = ${act.actor.accountId}) as wanted
    where l.id = wanted.id and l.account_id = ${act.actor.accountId}`.execute(act.tx);
}
