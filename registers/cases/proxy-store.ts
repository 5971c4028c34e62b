// Store of proxies (代理): who stands in for whom, on which days, at cases of which functions.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { sendAsHouse } from "@niangjia/foundation/elevate";
import { fixed } from "@niangjia/foundation/postgres";
import { sql } from "kysely";

export interface ProxyRow {
  readonly id: string;
  /** The principal's account and post. */
  readonly accountId: string;
  readonly postId: string;
  readonly orgPath: string;
  readonly deputyAccount: string;
  readonly deputyPost: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Null for all. */
  readonly functions: readonly string[] | null;
  readonly reason: string;
  readonly endedAt: Date | null;
}

const columns = sql`id, account_id as "accountId", post_id as "postId", org_path as "orgPath",
  deputy_account as "deputyAccount", deputy_post as "deputyPost", from_day as "fromDay",
  to_day as "toDay", functions, reason, ended_at as "endedAt"`;

export async function insertProxy(act: Act, proxy: Omit<ProxyRow, "endedAt">): Promise<void> {
  const { id, accountId, postId, orgPath, deputyAccount, deputyPost } = proxy;
  const { fromDay, toDay, functions, reason } = proxy;
  await sql`insert into business.case_proxies (id, account_id, post_id, org_path, deputy_account,
      deputy_post, from_day, to_day, functions, reason, made_at)
    values (${id}, ${accountId}, ${postId}, ${orgPath}, ${deputyAccount}, ${deputyPost},
      ${fromDay}, ${toDay}, ${functions}, ${reason}, ${act.now})`.execute(act.tx);
}

/** False when there is none of the actor's own by this id that could still be ended. */
export async function endProxy(act: Act, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update business.case_proxies set ended_at = ${act.now}
    where id = ${id} and account_id = ${act.actor.accountId} and ended_at is null
      and to_day >= ${dayOf(act.now)}`.execute(act.tx);
  return numAffectedRows === 1n;
}

/** What the actor named and what names them, the newest first. */
export async function ownProxies(act: Act): Promise<ProxyRow[]> {
  const { rows } = await sql<ProxyRow>`select ${columns} from business.case_proxies
    where account_id = ${act.actor.accountId} or deputy_account = ${act.actor.accountId}
    order by made_at desc limit 200`.execute(act.tx);
  return rows;
}

const today = (act: Act) => sql`ended_at is null
  and from_day <= ${dayOf(act.now)} and to_day >= ${dayOf(act.now)}`;

const naming = fixed<Pick<ProxyRow, "postId" | "functions">>(`
  select post_id as "postId", functions from business.case_proxies
  where deputy_account = $1 and ended_at is null and from_day <= $2 and to_day >= $2`);

/** Those that name the actor for today. */
export const proxiesFor = ({ tx, actor, now }: Act) => naming(tx, actor.accountId, dayOf(now));

/** Whom these accounts have named for today, at cases of a function. */
export async function deputiesOf(
  act: Act,
  { accounts, fn }: { readonly accounts: readonly string[]; readonly fn: string },
): Promise<{ principal: string; deputy: string }[]> {
  const { rows } = await sendAsHouse(act, ({ tx }) =>
    sql<{ principal: string; deputy: string }>`
      select distinct account_id as principal, deputy_account as deputy from business.case_proxies
      where account_id = any(${[...accounts]}::uuid[]) and ${today(act)}
        and (functions is null or ${fn} = any(functions))`.execute(tx),
  );
  return rows;
}
