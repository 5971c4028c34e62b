// Record (操作记录): one entry a command, in the command's own transaction; looks at unmasked data beside it.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { entrust } from "../postgres/connection.ts";
import { together, type Write, write } from "../postgres/together.ts";

export interface Entry {
  /** Route or sweep, such as `roster.import`. */
  readonly action: string;
  /** Kind and id of what was acted on, such as `case:0192…`; else what `concerns` said. */
  readonly subject?: string;
  /** Facts of the act without personal data: counts, states, ids. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const subjects = new WeakMap<Act, string>();

/**
 * Says what the command of this act acts on, kind and id, such as `post:0192…`: a use case knows it, the entry that is
 * added when it is done bears it.
 */
export function concerns(act: Act, subject: string): void {
  subjects.set(act, subject);
}

const addEntry =
  write(`insert into audit.entries (id, at, account_id, post_id, org_path, actor_name, action, subject,
    request_id, details)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`);
const awaitTree = write("insert into audit.pending (entry_id) values ($1)");

/** What adds an entry, to be sent with other writes. */
export function writesOfEntry(act: Act, entry: Entry): Write[] {
  const { actor, now, requestId } = act;
  const { accountId, post, name } = actor;
  const id = newId(now);
  const subject = entry.subject ?? subjects.get(act) ?? null;
  const details = JSON.stringify(entry.details ?? {});
  const who = [accountId, post?.id ?? null, post?.orgPath ?? null, name];
  return [addEntry(id, now, ...who, entry.action, subject, requestId, details), awaitTree(id)];
}

/** Adds an entry, without waiting for it; it enters the tree at the worker's next round. */
export async function record(act: Act, entry: Entry): Promise<void> {
  entrust(act.tx, together(act.tx, writesOfEntry(act, entry), { asAnybody: true }));
}

export interface Look {
  readonly personId: string;
  readonly orgPath: string;
  /** Names of the fields that were shown unmasked. */
  readonly fields: readonly string[];
  /** Why, in the viewer's words, 2 to 200 characters. */
  readonly purpose: string;
}

/** Notes that the actor saw unmasked data of a person; the person can read it. */
export async function noteLook(act: Act, look: Look): Promise<void> {
  const { actor } = act;
  await sql`insert into audit.looks
      (id, at, person_id, account_id, post_id, org_path, viewer, fields, purpose)
    values (${newId(act.now)}, ${act.now}, ${look.personId}, ${actor.accountId},
      ${actor.post?.id ?? null}, ${look.orgPath}, ${actor.name}, ${[...look.fields]},
      ${look.purpose})`.execute(act.tx);
}
