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

const kept = ["id", "name", "at", "org_path", "body", "request_id"];

/** Keeps so many events and puts them where the worker finds them: one statement for each number of events. */
const keeping = Array.from({ length: 20 }, (_, several) => {
  const rows = Array.from({ length: several + 1 }, (__, row) =>
    kept.map((___, column) => `$${row * kept.length + column + 1}`),
  );
  const values = (columns: number) =>
    rows.map((row) => `(${row.slice(0, columns).join(", ")})`).join(", ");
  return fixed(
    `with kept as (insert into outbox.events (${kept.join(", ")}) values ${values(kept.length)})
      insert into outbox.waiting (event_id, name) values ${values(2)}`,
    { asAnybody: true },
  );
});

/**
 * Writes events into the outbox within the act's transaction, in a statement that nobody waits for; they exist if and
 * only if it commits, and the worker hears of them then.
 */
export async function emit(act: Act, ...events: Event[]): Promise<void> {
  const { tx, now, requestId } = act;
  for (let from = 0; from < events.length; from += keeping.length) {
    const some = events.slice(from, from + keeping.length);
    const values = some.flatMap(({ name, body, orgPath = null }) => [
      ...[newId(now), name, now, orgPath, JSON.stringify(body), requestId],
    ]);
    entrust(tx, keeping[some.length - 1]!(tx, ...values));
  }
  if (events.length > 0) ringOnCommit(tx, eventChannel);
}
