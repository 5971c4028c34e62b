// Looks (查看记录) in bulk, for an export of many people; and those at one person, for whoever may see that person.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";

export interface Seen {
  readonly personId: string;
  readonly orgPath: string;
}

/** Notes that the actor saw these fields of all these people unmasked; each of them can read it. */
export async function noteLooks(
  act: Act,
  people: readonly Seen[],
  { fields, purpose }: { readonly fields: readonly string[]; readonly purpose: string },
): Promise<void> {
  const { actor, now, tx } = act;
  await sql`insert into audit.looks
      (id, at, person_id, account_id, post_id, org_path, viewer, fields, purpose)
    select seen.id, ${now}::timestamptz, person, ${actor.accountId}::uuid,
      ${actor.post?.id ?? null}::uuid, path, ${actor.name}::text, ${[...fields]}::text[],
      ${purpose}::text
    from unnest(${people.map(() => newId(now))}::uuid[],
      ${people.map(({ personId }) => personId)}::uuid[],
      ${people.map(({ orgPath }) => orgPath)}::text[]) as seen (id, person, path)`.execute(tx);
}

export interface LookAt {
  readonly at: Date;
  readonly viewer: string;
  readonly fields: readonly string[];
  readonly purpose: string;
}

/** The newest looks at a person that the actor may know of. */
export async function looksAt(act: Act, personId: string, atMost: number): Promise<LookAt[]> {
  const { rows } = await sql<LookAt>`select at, viewer, fields, purpose from audit.looks
    where person_id = ${personId} order by at desc, id desc limit ${atMost}`.execute(act.tx);
  return rows;
}
