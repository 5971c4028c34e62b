// Looks (查看记录) in bulk, for an export of many people, and at files; and those at one person, for whoever may see them.
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

export interface FileLook {
  /** The file and how much it holds, such as `名册错误行 42 行`; no personal data. */
  readonly about: string;
  readonly orgPath: string;
  readonly fields: readonly string[];
  readonly purpose: string;
}

/** Notes that the actor took a file with unmasked data of people who may not be on file. */
export async function noteFileLook(act: Act, look: FileLook): Promise<void> {
  const { actor, now, tx } = act;
  await sql`insert into audit.looks
      (id, at, about, account_id, post_id, org_path, viewer, fields, purpose)
    values (${newId(now)}, ${now}, ${look.about}, ${actor.accountId}, ${actor.post?.id ?? null},
      ${look.orgPath}, ${actor.name}, ${[...look.fields]}, ${look.purpose})`.execute(tx);
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
