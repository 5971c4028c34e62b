// Store of succession (岗位交接): who has a post of a role at a union, until the seat is passed on.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { Role } from "../roles.ts";

export interface LivingPost {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  readonly role: Role;
  readonly orgPath: string;
  readonly state: "asked" | "held";
  readonly toDay: string | null;
}

const columns = sql`id, account_id as "accountId", title, role, org_path as "orgPath", state,
  to_day as "toDay"`;

/** Posts of a role asked for or held at exactly this union, locked until the act ends. */
export async function holdPosts(
  house: Act,
  { orgId, role }: { readonly orgId: string; readonly role: Role },
): Promise<LivingPost[]> {
  const { rows } = await sql<LivingPost>`select ${columns} from access.posts
    where org_id = ${orgId} and role = ${role} and state <> 'ended' order by id for update`.execute(
    house.tx,
  );
  return rows;
}

export async function endPosts(house: Act, ids: readonly string[]): Promise<void> {
  await sql`update access.posts set state = 'ended' where id = any(${[...ids]}::uuid[])`.execute(
    house.tx,
  );
}
