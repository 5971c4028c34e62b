// Outbox (发件箱): an event is written in the transaction of the change it tells of; the worker hands it on.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { entrust } from "../postgres/connection.ts";

/** What happened: a name in the past tense under its room's word, and a body without personal data. */
export interface Event<Name extends string = string, Body extends object = object> {
  readonly name: Name;
  readonly body: Body;
  /** The union it happened at, when it happened at one. */
  readonly orgPath?: string;
}

/** An event as a reaction receives it. */
export interface Delivered<Body extends object = object> {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly orgPath: string | null;
  readonly body: Body;
}

/** The channel the worker listens on, so that an event need not wait for the next look. */
export const eventChannel = "niangjia_events";

/**
 * Writes events into the outbox within the act's transaction, in one statement that nobody waits for; they exist if
 * and only if it commits.
 */
export async function emit(act: Act, ...events: Event[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ name, body, orgPath = null }) => {
    return { id: newId(act.now), name, org_path: orgPath, body };
  });
  const written = sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, name text, org_path text, body jsonb)),
    kept as (
      insert into outbox.events (id, name, at, org_path, body, request_id)
      select id, name, ${act.now}::timestamptz, org_path, body, ${act.requestId} from told),
    waiting as (insert into outbox.waiting (event_id, name) select id, name from told)
    select pg_notify(${eventChannel}, '')`.execute(act.tx);
  entrust(act.tx, written);
}
