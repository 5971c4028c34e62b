// Dispatch (派发): turns waiting events into jobs, one for each who listens, in one transaction with its own note.
import { type RawBuilder, sql } from "kysely";
import type { Act } from "../act.ts";
import type { Delivered } from "../outbox/index.ts";
import type { Work } from "./work.ts";

export interface Job {
  readonly queue: "urgent" | "reactions" | "long";
  readonly work: string;
  readonly eventId: string;
}

interface Waiting {
  readonly event_id: string;
  readonly name: string;
}

async function take(act: Act, where: RawBuilder<unknown>): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    delete from outbox.waiting where event_id in (
      select event_id from outbox.waiting where ${where}
      order by event_id limit 500 for update skip locked)
    returning event_id, name`.execute(act.tx);
  return rows.sort((a, b) => (a.event_id < b.event_id ? -1 : 1));
}

/**
 * Takes up to 500 waiting events and says which jobs they ask for; the caller enqueues them in the same act. Urgent
 * ones come by themselves and first, however many others wait.
 */
export async function takeWaiting(act: Act, work: Work): Promise<{ taken: number; jobs: Job[] }> {
  const urgent = work.reactions.filter(({ lane }) => lane === "urgent").map(({ on }) => on);
  const first = urgent.length > 0 ? await take(act, sql`name = any(${urgent})`) : [];
  const rows = first.length > 0 ? first : await take(act, sql`true`);
  const jobs = rows.flatMap((row) => [
    ...work.reactions
      .filter((reaction) => reaction.on === row.name)
      .map(({ name, lane }): Job => {
        return { queue: lane ?? "reactions", work: name, eventId: row.event_id };
      }),
    ...work.longJobs
      .filter((job) => job.on === row.name)
      .map((job): Job => ({ queue: "long", work: job.name, eventId: row.event_id })),
  ]);
  return { taken: rows.length, jobs };
}

export async function readEvent(act: Act, id: string): Promise<Delivered> {
  const { rows } = await sql<Delivered>`
    select id, name, at, org_path as "orgPath", body from outbox.events where id = ${id}`.execute(
    act.tx,
  );
  const event = rows[0];
  if (!event) throw new Error(`event ${id} has no row`);
  return event;
}

/** Notes a delivery; false when this reaction has had this event before. */
export async function noteDelivery(act: Act, eventId: string, reaction: string): Promise<boolean> {
  const result = await sql`insert into outbox.deliveries (event_id, reaction, at)
    values (${eventId}, ${reaction}, ${act.now}) on conflict do nothing`.execute(act.tx);
  return result.numAffectedRows === 1n;
}
