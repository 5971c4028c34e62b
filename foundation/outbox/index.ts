// Outbox (发件箱): an event is written in the transaction of the change it tells of; the worker hands it on.
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { entrust, ringOnCommit } from "../postgres/connection.ts";
import { together, type Write, write } from "../postgres/together.ts";

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

/** Keeps so many events, and puts them where the worker finds them: a text for each number of events. */
const keeping = Array.from({ length: 20 }, (_, several) => {
  const rows = (columns: number): string => {
    const row = (nth: number) =>
      Array.from({ length: columns }, (__, column) => `$${nth * columns + column + 1}`).join(", ");
    return Array.from({ length: several + 1 }, (__, nth) => `(${row(nth)})`).join(", ");
  };
  return {
    keep: write(`insert into outbox.events (${kept.join(", ")}) values ${rows(kept.length)}`),
    await: write(`insert into outbox.waiting (event_id, name) values ${rows(2)}`),
  };
});

/** What keeps events and has the worker hear of them once the act commits, to be sent with other writes. */
export function writesOfEvents(act: Act, events: readonly Event[]): Write[] {
  const { tx, now, requestId } = act;
  if (events.length > 0) ringOnCommit(tx, eventChannel);
  const writes: Write[] = [];
  for (let from = 0; from < events.length; from += keeping.length) {
    const some = events
      .slice(from, from + keeping.length)
      .map((event) => ({ id: newId(now), ...event }));
    const texts = keeping[some.length - 1]!;
    const values = some.flatMap(({ id, name, body, orgPath = null }) => [
      ...[id, name, now, orgPath, JSON.stringify(body), requestId],
    ]);
    const awaited = some.flatMap(({ id, name }) => [id, name]);
    writes.push(texts.keep(...values), texts.await(...awaited));
  }
  return writes;
}

/**
 * Writes events into the outbox within the act's transaction, in a statement that nobody waits for; they exist if and
 * only if it commits, and the worker hears of them then.
 */
export async function emit(act: Act, ...events: Event[]): Promise<void> {
  entrust(act.tx, together(act.tx, writesOfEvents(act, events), { asAnybody: true }));
}
