// Store of administration (系统管理): posts and accounts under the administrator's union.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { Role } from "../roles.ts";
import type { HeldPost } from "./store.ts";

export interface PostRow extends HeldPost {
  readonly accountId: string;
  readonly accountName: string;
  readonly orgName: string;
  readonly phone: string;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly state: "asked" | "held" | "ended";
  readonly locked: boolean;
}

export interface PostFilter {
  readonly state?: string;
  readonly role?: string;
  readonly name?: string;
  readonly page: number;
  readonly size: number;
}

/** Rows of posts under `path`; names of accounts lie beyond the scope of staff, so this runs as the house. */
export async function postsUnder(
  act: Act,
  range: { low: string; high: string },
  filter: PostFilter,
): Promise<{ rows: PostRow[]; total: number }> {
  const where = sql`p.org_path >= ${range.low} and p.org_path < ${range.high}
    and (${filter.state ?? null}::text is null or p.state = ${filter.state ?? null})
    and (${filter.role ?? null}::text is null or p.role = ${filter.role ?? null})
    and (${filter.name ?? null}::text is null or starts_with(a.name, ${filter.name ?? null}))`;
  const from = sql`access.posts p join access.accounts a on a.id = p.account_id
    left join organisation.unions u on u.id = p.org_id where ${where}`;
  const { rows } = await sql<PostRow>`
    select p.id, p.role, p.title, p.org_id as "orgId", p.org_path as "orgPath", p.state,
      coalesce(u.name, '') as "orgName",
      p.from_day as "fromDay", p.to_day as "toDay", a.id as "accountId", a.name as "accountName",
      a.phone_mask as phone, coalesce(a.locked_until > ${act.now}, false) as locked
    from ${from} order by p.org_path, p.role, p.id
    limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(act.tx);
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(
    act.tx,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export interface NewPost extends HeldPost {
  readonly accountId: string;
  readonly fromDay: string;
  readonly toDay: string | null;
}

/** A post asked for; `held` at once only where nobody is there yet to agree: the first administrators, the demo. */
export async function insertPost(
  act: Act,
  post: NewPost,
  state: "asked" | "held" = "asked",
): Promise<void> {
  await sql`insert into access.posts
      (id, account_id, org_id, org_path, role, title, from_day, to_day, state)
    values (${post.id}, ${post.accountId}, ${post.orgId}, ${post.orgPath}, ${post.role},
      ${post.title}, ${post.fromDay}, ${post.toDay}, ${state})`.execute(act.tx);
}

/** The post when it lies under the administrator's union. */
export async function findPost(
  act: Act,
  id: string,
): Promise<Pick<PostRow, "accountId" | "state" | "role" | "orgPath"> | undefined> {
  const { rows } = await sql<Pick<PostRow, "accountId" | "state" | "role" | "orgPath">>`
    select account_id as "accountId", state, role, org_path as "orgPath"
    from access.posts where id = ${id}`.execute(act.tx);
  return rows[0];
}

/** Answers whether it was still asked for; one that ended in the meantime stays so. */
export async function holdAskedPost(act: Act, id: string): Promise<boolean> {
  const held = await sql`update access.posts
    set state = 'held', approved_by = ${act.actor.accountId}::uuid
    where id = ${id} and state = 'asked'`.execute(act.tx);
  return held.numAffectedRows === 1n;
}

/** Answers whether it had not ended before. */
export async function endLivingPost(act: Act, id: string): Promise<boolean> {
  const ended = await sql`update access.posts set state = 'ended'
    where id = ${id} and state <> 'ended'`.execute(act.tx);
  return ended.numAffectedRows === 1n;
}

/** Whether an account holds or held a post under the administrator's union. */
export async function isWithinReach(act: Act, accountId: string): Promise<boolean> {
  const { rows } =
    await sql`select from access.posts where account_id = ${accountId} limit 1`.execute(act.tx);
  return rows.length > 0;
}

export async function unlockAccount(act: Act, accountId: string): Promise<boolean> {
  const done = await sql`update access.accounts set failures = 0, locked_until = null
    where id = ${accountId} and (failures > 0 or locked_until is not null)`.execute(act.tx);
  return done.numAffectedRows === 1n;
}

/** Path of a living union when it lies at or under the administrator's own. */
export async function findOrgPath(
  act: Act,
  orgId: string,
  range: { low: string; high: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ path: string }>`select path from organisation.unions
    where id = ${orgId} and state <> 'closed' and path >= ${range.low}
      and path < ${range.high}`.execute(act.tx);
  return rows[0]?.path;
}

export interface EndedPost {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  readonly role: Role;
  readonly orgPath: string;
  readonly wasHeld: boolean;
}

/** Ends whatever was asked for or held at exactly this union. */
export async function endPostsOf(act: Act, orgId: string): Promise<EndedPost[]> {
  const { rows } = await sql<EndedPost>`
    with living as (select id, state from access.posts
      where org_id = ${orgId} and state <> 'ended' for update)
    update access.posts p set state = 'ended' from living where p.id = living.id
    returning p.id, p.account_id as "accountId", p.title, p.role, p.org_path as "orgPath",
      living.state = 'held' as "wasHeld"`.execute(act.tx);
  return rows;
}
