// Store of leaving (离岗): tasks that lie with somebody who is gone, or at a post that nobody holds any more.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { caseHelpers, type Role, unionStaff } from "@niangjia/foundation/roles";
import { type RawBuilder, sql } from "kysely";
import type { Seat } from "./workload-store.ts";

export interface LeftTask {
  readonly caseId: string;
  readonly task: number;
  readonly role: Role;
  readonly orgPath: OrgPath;
  readonly excluded: readonly string[];
  /** Who holds it by name; null where whoever has the post may do it. */
  readonly holder: string | null;
  /** Somebody has the post, and all who have are kept from it. */
  readonly barred: boolean;
}

export interface LeftWish {
  readonly after: Pick<LeftTask, "caseId" | "task"> | undefined;
  /** Only what these accounts hold by name or what is left at an empty seat; all that is left otherwise. */
  readonly accountId?: string | undefined;
  readonly role?: Role | undefined;
  readonly orgPath?: string | undefined;
  /** Also what its holder, still in office, holds there: they are asked to hand it over. */
  readonly stillHeld?: boolean;
}

/** By name alone an index finds them; whoever waits for the answer is at a desk. */
function heldBy({ accountId, stillHeld = false }: LeftWish): RawBuilder<unknown> {
  if (!accountId) return sql`true`;
  return stillHeld
    ? sql`t.holder_account = ${accountId}`
    : sql`coalesce(t.holder_account, ${accountId}) = ${accountId}`;
}

/** Of an application of their own, by whoever filed it. */
const own = sql`coalesce(t.holder_account = c.account_id, false)`;

const staff = sql`${[...unionStaff]}::text[]`;

const handlers = sql`${[...unionStaff, ...caseHelpers]}::text[]`;

const postsHeld = (today: string): RawBuilder<unknown> => sql`select from access.posts p
  join access.accounts a on a.id = p.account_id and a.state = 'open'
  where p.state = 'held' and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})`;

/** Whom it must not be done by, and whom the case turned out to be about since. */
const kept = sql`coalesce(a.id = any(t.excluded) or a.person_id = any(t.excluded)
  or a.person_id = c.person_id, false)`;

const atItsSeat = sql`p.org_path = t.org_path and p.role = t.role`;

/**
 * Whoever has it is gone from the very seat, or all who are there are kept from it. What staff are to
 * do of their own application is theirs as long as they have a post from which they may have filed it.
 */
const isLeft = (today: string): RawBuilder<unknown> => sql`
  not exists (${postsHeld(today)} and ${atItsSeat}
    and case when t.holder_account is null then not ${kept} else p.account_id = t.holder_account end)
  and not (${own} and exists (${postsHeld(today)} and p.account_id = t.holder_account
    and p.role = any(${staff}) and starts_with(t.org_path, p.org_path)))`;

/** At the seat of a post; of a post that has ended also what its holder was to do of their own. */
function atSeat({ role, orgPath, stillHeld = false }: LeftWish): RawBuilder<unknown> {
  const seat = sql`${role ? sql`t.role = ${role}` : sql`true`}
    and ${orgPath ? sql`t.org_path = ${orgPath}` : sql`true`}`;
  return stillHeld ? seat : sql`(${own} or (${seat}))`;
}

/** Tasks to be handed over, one after another, in order. */
export async function nextLeft(house: Act, wish: LeftWish): Promise<LeftTask | undefined> {
  const { after, stillHeld = false } = wish;
  const today = dayOf(house.now);
  const gone = stillHeld ? sql`t.holder_account is not null` : isLeft(today);
  const { rows } = await sql<LeftTask>`
    select t.case_id as "caseId", t.number as task, t.role, t.org_path as "orgPath",
      array_remove(t.excluded || c.person_id, null) as excluded, t.holder_account as holder,
      t.holder_account is null and exists (${postsHeld(today)} and ${atItsSeat}) as barred
    from business.tasks t join business.cases c on c.id = t.case_id
    where t.state = 'open' and ${gone}
      and (not ${own} or t.role = any(${staff}))
      and ${heldBy(wish)} and ${atSeat(wish)}
      and ${after ? sql`(t.case_id, t.number) > (${after.caseId}, ${after.task})` : sql`true`}
    order by t.case_id, t.number limit 1`.execute(house.tx);
  return rows[0];
}

/** An application that waits to be mended by whoever handed it in from a post. */
export interface LeftApplication extends Omit<LeftTask, "task" | "barred"> {
  /** Who handed it in. */
  readonly holder: string;
}

interface LeftApplicationWish {
  readonly after: string | undefined;
  readonly accountId?: string | undefined;
  /** What was handed in from there, also while its holder is still in office; only what is left otherwise. */
  readonly heldAt?: Seat | undefined;
}

/** Whoever handed it in has no post any more from which they may: staff any, who was asked for a craft that. */
const isAbandoned = (today: string): RawBuilder<unknown> => sql`
  not exists (${postsHeld(today)} and p.account_id = c.account_id
    and (p.role = filed.role or (p.role = any(${staff}) and filed.role = any(${staff})))
    and starts_with(filed.org_path, p.org_path))`;

const filedAt = ({ role, orgPath }: Seat): RawBuilder<unknown> =>
  sql`filed.role = ${role} and filed.org_path = ${orgPath}`;

/** Those that were handed in from a post. */
const fromPosts = sql`from business.cases c
  join access.posts filed on filed.id = (c.state #>> '{applicant,postId}')::uuid
  where c.status = 'returned' and c.ended_at is null and filed.role = any(${handlers})`;

/** Such applications, one after another, in order; the seat is that from which each was handed in. */
export async function nextLeftApplication(
  house: Act,
  { after, accountId, heldAt }: LeftApplicationWish,
): Promise<LeftApplication | undefined> {
  const { rows } = await sql<LeftApplication>`
    select c.id as "caseId", filed.role, filed.org_path as "orgPath", c.account_id as holder,
      array(select jsonb_array_elements_text(c.state -> 'concerned')) as excluded
    ${fromPosts} and ${heldAt ? filedAt(heldAt) : isAbandoned(dayOf(house.now))}
      and ${accountId ? sql`c.account_id = ${accountId}` : sql`true`}
      and ${after ? sql`c.id > ${after}` : sql`true`}
    order by c.id limit 1`.execute(house.tx);
  return rows[0];
}

/** Whose application it is from now on. */
export async function setApplicant(
  house: Act,
  { caseId, accountId }: { readonly caseId: string; readonly accountId: string },
): Promise<void> {
  await sql`update business.case_questions q set account_id = ${accountId} from business.cases c
    where c.id = ${caseId} and q.case_id = c.id and q.account_id = c.account_id
      and q.state = 'open'`.execute(house.tx);
  await sql`update business.cases set account_id = ${accountId} where id = ${caseId}`.execute(
    house.tx,
  );
}

type HeldOf = Seat & { readonly accountId: string };

/** How many open tasks an account holds by name at a seat. */
export async function countHeld(act: Act, of: HeldOf): Promise<number> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ n: number }>`select count(*) as n from business.tasks
      where holder_account = ${of.accountId} and role = ${of.role} and org_path = ${of.orgPath}
        and state = 'open'`.execute(tx),
  );
  return rows[0]!.n;
}

/** How many applications that an account handed in from a seat wait for it to mend them. */
export async function countToMend(act: Act, of: HeldOf): Promise<number> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ n: number }>`select count(*) as n ${fromPosts} and c.account_id = ${of.accountId}
      and ${filedAt(of)}`.execute(tx),
  );
  return rows[0]!.n;
}

/** Of these accounts, the one with the fewest open tasks given to it by name first. */
export async function leastLoaded(house: Act, accounts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from unnest(${[...accounts]}::uuid[]) with ordinality as a (id, place)
      left join business.tasks t on t.holder_account = a.id and t.state = 'open'
    group by a.id, a.place order by count(t.case_id), a.place`.execute(house.tx);
  return rows.map(({ id }) => id);
}
