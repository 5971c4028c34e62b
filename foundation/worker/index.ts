// Worker (后台): carries events to reactions, runs long jobs and sweeps, on pg-boss queues; stops in good order.
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { PgBoss } from "pg-boss";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import type { Logger } from "../log.ts";
import { eventChannel } from "../outbox/index.ts";
import { databaseRoles } from "../postgres/scope.ts";
import { type Job, noteDelivery, readEvent, takeWaiting } from "./dispatch.ts";
import type { Step, Sweep, Work } from "./work.ts";

export type { LongJob, Reaction, Step, Sweep, Work } from "./work.ts";

/** Runs work as the house in one transaction; the server gives it. */
export type RunAs = <T>(name: string, work: (act: Act) => Promise<T>) => Promise<T>;

export interface WorkerOptions {
  readonly url: string;
  readonly runAs: RunAs;
  readonly work: Work;
  readonly log: Logger;
  /** Opens a LISTEN on the events' channel; answers how to close it. */
  readonly listen: (channel: string, wake: () => void) => Promise<() => Promise<void>>;
  readonly clock: () => Date;
}

const queues = ["urgent", "reactions", "long", "sweeps"] as const;
const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true } as const;

/**
 * A job whose server was killed in the middle shows no sign of life, and is taken up again after this and one look of
 * the queue: within half a minute. All work bears being done twice.
 */
const signOfLifeSeconds = 10;
const sending = { ...retries, heartbeatSeconds: signOfLifeSeconds } as const;
/** How often a job that failed looks whether the database is back. */
const lookAgainMs = 250;
const startsAtMost = 3;
/** How often it looks for events by itself, should a word of them have been lost. */
const lookMs = 5_000;
/** Urgent reactions at once: one that the outside keeps waiting does not hold up the next. */
const urgentAbreast = 4;

/** Makes pg-boss's tables as the owner and lets the house's role use them. Part of migrating. */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schedule: false, supervise: false });
  await boss.start();
  for (const queue of queues) await boss.createQueue(queue, { ...retries, expireInSeconds: 3_600 });
  const role = databaseRoles.system;
  await boss.getDb().executeSql(`grant usage on schema pgboss to ${role};
    grant select, insert, update, delete on all tables in schema pgboss to ${role};
    grant execute on all functions in schema pgboss to ${role}`);
  await boss.stop({ graceful: false });
}

export class Worker {
  readonly #options: WorkerOptions;
  readonly #boss: PgBoss;
  readonly #stopping = new AbortController();
  #unlisten: (() => Promise<void>) | undefined;
  #looking: NodeJS.Timeout | undefined;
  #dispatching: Promise<void> = Promise.resolve();
  #workers: string[] = [];

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#boss = new PgBoss({
      connectionString: options.url,
      options: `-c role=${databaseRoles.system}`,
      migrate: false,
      createSchema: false,
      superviseIntervalSeconds: signOfLifeSeconds,
      monitorIntervalSeconds: signOfLifeSeconds,
      max: 4,
    });
    this.#boss.on("error", (error) => options.log.error({ error: error.message }, "queue"));
  }

  /** A database that is killed while this starts is waited for; what else goes wrong is thrown. */
  async start(): Promise<void> {
    for (let nth = 1; ; nth += 1) {
      try {
        return await this.#begin();
      } catch (error) {
        await this.#boss.stop({ graceful: false });
        if (nth === startsAtMost) throw error;
        await this.#databaseBack();
      }
    }
  }

  async #begin(): Promise<void> {
    await this.#boss.start();
    for (const sweep of this.#options.work.sweeps) {
      await this.#boss.schedule(
        "sweeps",
        sweep.cron,
        { sweep: sweep.name },
        {
          tz: "Asia/Shanghai",
          key: sweep.name.replaceAll(/[^\w.-]/g, "-"),
        },
      );
    }
    this.#workers = await Promise.all([
      this.#boss.work<Job>(
        "urgent",
        { batchSize: urgentAbreast, burstWhenBatchFull: true, pollingIntervalSeconds: 2 },
        (jobs) => this.#abreast(jobs, (job) => this.react(job.data)),
      ),
      this.#boss.work<Job>(
        "reactions",
        { batchSize: 20, burstWhenBatchFull: true, pollingIntervalSeconds: 2 },
        (jobs) => this.#each(jobs, (job) => this.react(job.data)),
      ),
      this.#boss.work<Job>("long", { pollingIntervalSeconds: 2 }, (jobs) =>
        this.#each(jobs, (job) => this.#long(job.data)),
      ),
      this.#boss.work<{ sweep: string }>("sweeps", { pollingIntervalSeconds: 10 }, (jobs) =>
        this.#each(jobs, (job) => this.#scheduled(job.data.sweep)),
      ),
    ]);
    for (const sweep of this.#options.work.sweeps) {
      await sweep.atStart?.((work) => this.#options.runAs(sweep.name, work));
    }
    this.#unlisten = await this.#options.listen(eventChannel, () => this.#wake());
    this.#looking = setInterval(() => this.#wake(), lookMs);
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#looking);
    await this.#unlisten?.();
    await this.#dispatching;
    await this.#boss.stop({ graceful: true, timeout: 20_000 });
  }

  #wake(): void {
    this.#dispatching = this.#dispatching
      .then(() => this.#dispatchAll())
      .catch((error: Error) => {
        this.#options.log.error({ error: error.message }, "dispatch");
      });
  }

  async #dispatchAll(): Promise<void> {
    while (!this.#stopping.signal.aborted && (await this.#dispatch()) > 0) {
      for (const id of this.#workers) this.#boss.notifyWorker(id);
    }
  }

  async #dispatch(): Promise<number> {
    return this.#options.runAs("dispatch", async (act) => {
      const { taken, jobs } = await takeWaiting(act, this.#options.work);
      const db = {
        executeSql: async (text: string, values: unknown[] = []) => {
          const query = { ...sql.raw(text).compile(act.tx), parameters: values };
          const { rows } = await act.tx.executeQuery(query);
          return { rows };
        },
      };
      for (const job of jobs) await this.#boss.send(job.queue, job, { ...sending, db });
      return taken;
    });
  }

  async #each<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
    try {
      for (const job of jobs) await run(job);
    } catch (error) {
      // Said to a database that is away, the failure would not be heard, and the job not be tried again.
      await this.#databaseBack();
      throw error;
    }
  }

  /** All at once, and every one to its end: done again after a failure, those that were done do nothing. */
  async #abreast<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
    const ended = await Promise.allSettled(jobs.map(run));
    await this.#each(ended, async (one) => {
      if (one.status === "rejected") throw one.reason;
    });
  }

  async #databaseBack(): Promise<void> {
    const { runAs } = this.#options;
    while (!this.#stopping.signal.aborted) {
      const back = await runAs("queue", (act) => sql`select 1`.execute(act.tx)).catch(() => null);
      if (back) return;
      await pause(lookAgainMs);
    }
  }

  /** Runs one reaction for one event, once. */
  async react(job: Job): Promise<void> {
    const reaction = this.#options.work.reactions.find((one) => one.name === job.work);
    if (!reaction) throw new Error(`no reaction is called ${job.work}`);
    await this.#options.runAs(reaction.name, async (act) => {
      if (!(await noteDelivery(act, job.eventId, reaction.name))) return;
      await reaction.run(act, await readEvent(act, job.eventId));
    });
  }

  async #long(job: Job): Promise<void> {
    const longJob = this.#options.work.longJobs.find((one) => one.name === job.work);
    if (!longJob) throw new Error(`no long job is called ${job.work}`);
    const step: Step = (work) => this.#options.runAs(longJob.name, work);
    const event = await step((act) => readEvent(act, job.eventId));
    await longJob.run(step, event, this.#stopping.signal);
  }

  async #scheduled(name: string): Promise<void> {
    const sweep = this.#options.work.sweeps.find((one) => one.name === name);
    if (sweep) await this.sweep(sweep);
  }

  /** Runs a sweep now, for all or for one subject, and keeps what it did. */
  async sweep(sweep: Sweep, subject?: string): Promise<Record<string, number>> {
    const { runAs, clock } = this.#options;
    const step: Step = (work) => runAs(sweep.name, work);
    const id = newId(clock());
    await step((act) =>
      sql`insert into outbox.runs (id, sweep, subject, started_at)
        values (${id}, ${sweep.name}, ${subject ?? null}, ${act.now})`.execute(act.tx),
    );
    try {
      const did = await sweep.run(step, subject);
      await step((act) =>
        sql`update outbox.runs set ended_at = ${act.now}, did = ${JSON.stringify(did)}
          where id = ${id}`.execute(act.tx),
      );
      return did;
    } catch (error) {
      const failure = (error as Error).message;
      await step((act) =>
        sql`update outbox.runs set ended_at = ${act.now}, failure = ${failure}
          where id = ${id}`.execute(act.tx),
      );
      throw error;
    }
  }

  /** Dispatches and runs everything that waits, in this process and now: for tests and for the command line. */
  async settle(): Promise<void> {
    const { work, runAs } = this.#options;
    for (;;) {
      const { taken, jobs } = await runAs("dispatch", (act) => takeWaiting(act, work));
      for (const job of jobs) await (job.queue === "long" ? this.#long(job) : this.react(job));
      if (taken === 0) return;
    }
  }
}
