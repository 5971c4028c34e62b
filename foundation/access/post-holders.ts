// Posts and their holders (在岗人员), as other rooms ask for them: who holds a post, and where.
import { type RawBuilder, sql } from "kysely";
import type { Act } from "../act.ts";
import { dayOf } from "../day.ts";
import { sendAsHouse } from "../elevate.ts";
import { lineageOf, type OrgPath, rangeOf } from "../orgpath.ts";
import type { Role } from "../roles.ts";

/** Somebody on a post today. */
export interface PostHolder {
  readonly postId: string;
  readonly role: Role;
  readonly orgId: string;
  readonly orgPath: string;
  readonly accountId: string;
  readonly personId: string;
  /** Their name with the title of the post, as histories bear it. */
  readonly words: string;
}

const today = (act: Act) => dayOf(act.now);

/** Whether post `p` of account `a` is held on a day. */
export const heldOn = (
  day: string,
): RawBuilder<boolean> => sql`p.state = 'held' and a.state = 'open'
  and p.from_day <= ${day} and (p.to_day is null or p.to_day >= ${day})`;

const holders = (where: RawBuilder<unknown>, day: string) => sql<PostHolder>`
  select p.id as "postId", p.role, p.org_id as "orgId", p.org_path as "orgPath",
    a.id as "accountId", a.person_id as "personId", a.name || '（' || p.title || '）' as words
  from access.posts p join access.accounts a on a.id = p.account_id
  where ${where} and ${heldOn(day)}`;

/** Everybody who holds a role at exactly this union today, by name. */
export async function postsOfSeat(
  act: Act,
  { role, orgPath }: { readonly role: Role; readonly orgPath: string },
): Promise<PostHolder[]> {
  const { rows } = await sendAsHouse(act, ({ tx }) =>
    sql<PostHolder>`${holders(sql`p.role = ${role} and p.org_path = ${orgPath}`, today(act))}
      order by words, p.id`.execute(tx),
  );
  return rows;
}

/** Those of these posts that are held today. */
export async function postHolders(act: Act, ids: readonly string[]): Promise<PostHolder[]> {
  if (ids.length === 0) return [];
  const { rows } = await sendAsHouse(act, ({ tx }) =>
    holders(sql`p.id = any(${[...ids]}::uuid[])`, today(act)).execute(tx),
  );
  return rows;
}

export interface LineWish {
  /** Of a union: posts there, at the unions above it and at those below it. */
  readonly path: OrgPath;
  readonly roles: readonly Role[];
  /** Part of a name or a title. */
  readonly words?: string | undefined;
  /** Only there and above. */
  readonly upwards?: boolean;
  readonly atMost: number;
}

/** Posts held today on the line of a union: there first, then above from near to far, then below. */
export async function postsOnLine(act: Act, wish: LineWish): Promise<PostHolder[]> {
  const { path, roles, words, upwards = false, atMost } = wish;
  const { low, high } = rangeOf(path);
  const line = sql`p.org_path = any(${lineageOf(path)}::text[])`;
  const below = upwards ? sql`false` : sql`(p.org_path >= ${low} and p.org_path < ${high})`;
  const named = words
    ? sql`(strpos(a.name, ${words}) > 0 or strpos(p.title, ${words}) > 0)`
    : sql`true`;
  const where = sql`(${line} or ${below}) and p.role = any(${[...roles]}::text[]) and ${named}`;
  const { rows } = await sendAsHouse(act, ({ tx }) =>
    sql<PostHolder>`${holders(where, today(act))}
      order by length(p.org_path) > ${path.length}, abs(length(p.org_path) - ${path.length}),
        p.org_path, words, p.id
      limit ${atMost}`.execute(tx),
  );
  return rows;
}
