// Outbox (发件箱): an event is written in the transaction of the change it tells of; the worker hands it on.
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { entrust, fixed, ringOnCommit } from "../postgres/connection.ts";

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

const keep = fixed(
  `insert into outbox.events (id, name, at, org_path, body, request_id)
    values ($1, $2, $3, $4, $5, $6)`,
  { asAnybody: true },
);
const queue = fixed("insert into outbox.waiting (event_id, name) values ($1, $2)", {
  asAnybody: true,
});

/**
 * Writes events into the outbox within the act's transaction, in statements that nobody waits for; they exist if and
 * only if it commits, and the worker hears of them then.
 */
export async function emit(act: Act, ...events: Event[]): Promise<void> {
  const { tx, now, requestId } = act;
  for (const { name, body, orgPath = null } of events) {
    const id = newId(now);
    entrust(tx, keep(tx, id, name, now, orgPath, JSON.stringify(body), requestId));
    entrust(tx, queue(tx, id, name));
  }
  if (events.length > 0) ringOnCommit(tx, eventChannel);
}
