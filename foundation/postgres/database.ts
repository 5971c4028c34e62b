// The database as the house uses it: transactions opened for an actor, with role and scope, and nothing else.
import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import type { Kysely } from "kysely";
import pg from "pg";
import type { Actor } from "../act.ts";
import { Bell } from "./bell.ts";
import { lineOf } from "./connection.ts";
import { Gate } from "./gate.ts";
import { wasOvertaken } from "./overtaken.ts";
import { databaseRoles, opening } from "./scope.ts";

const { Pool, types } = pg;

// Counts and fen fit a double exactly up to 2^53; beyond that a wrong number must not pass silently.
types.setTypeParser(types.builtins.INT8, (text) => {
  const value = Number(text);
  assert(Number.isSafeInteger(value), "a bigint beyond 2^53 needs its own reading");
  return value;
});
// A date without time is a Day (YYYY-MM-DD), never an instant in some zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

export interface TransactionOptions {
  /** Refuses to write; its statements travel without waiting for each other, the opening with the first. */
  readonly readOnly?: boolean;
}

/**
 * PostgreSQL takes a page that is not the next one for four times as dear, as on turning disks, and then reads the whole
 * of a small table where its index would do.
 */
const session = "-c random_page_cost=1.1";

function makePool(url: string, max: number, pipeline: boolean): pg.Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: "niangjia",
    options: session,
    connectionTimeoutMillis: 10_000,
    pipeline,
  });
  // A connection that breaks is replaced by the pool, and the next statement says that it broke; without someone who
  // listens, one that breaks between two statements would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Reads that run at once when all are short. */
const readsAtBest = 2 * availableParallelism();

/** Longer than a page of a list takes; a read behind long ones then takes a further connection. */
const patienceMs = 10;

/** Work that others overtake so often is given up. */
const triesAtMost = 20;

export class Database {
  readonly #commands: pg.Pool;
  /** Apart from the commands because COPY cannot travel with other statements. */
  readonly #reads: pg.Pool;
  readonly #gate = new Gate(readsAtBest, patienceMs);
  /** Connections for reads handed on before their transaction ended. */
  readonly #unended = new WeakSet<pg.PoolClient>();
  readonly #bell: Bell;
  /** What this process does about a channel of its own at once. */
  readonly #heardHere = new Map<string, () => void>();
  readonly url: string;

  /** `connectionsAtMost` counts those for commands; reads have as many of their own. */
  constructor(url: string, connectionsAtMost = 10) {
    this.url = url;
    this.#commands = makePool(url, connectionsAtMost, false);
    this.#reads = makePool(url, connectionsAtMost, true);
    this.#bell = new Bell((channel) =>
      this.#commands.query({ name: "ring", text: "select pg_notify($1, '')", values: [channel] }),
    );
  }

  /**
   * Runs `work` in one transaction as `actor`; commits when it resolves, rolls back when it throws. The opening travels
   * with the first statements and the commit with the last that nobody waits for. Work that was overtaken by another's
   * is undone and run again on what is there now.
   */
  async transaction<T>(
    actor: Actor,
    work: (tx: Kysely<object>) => Promise<T>,
    { readOnly = false }: TransactionOptions = {},
  ): Promise<T> {
    if (readOnly) return this.#read(actor, work);
    for (let nth = 1; ; nth += 1) {
      try {
        return await this.#command(actor, work);
      } catch (error) {
        if (nth === triesAtMost || !wasOvertaken(error)) throw error;
      }
    }
  }

  async #command<T>(actor: Actor, work: (tx: Kysely<object>) => Promise<T>): Promise<T> {
    const client = await this.#commands.connect();
    const line = lineOf(client);
    const { kysely, entrusted } = line;
    const opened = line.begin(databaseRoles[actor.kind], opening(actor, false));
    opened.catch(() => undefined);
    let broken: Error | undefined;
    try {
      const result = await work(kysely);
      await Promise.all([opened, entrusted(), line.commit()]);
      for (const channel of line.rung) this.#heardHere.get(channel)?.();
      this.#bell.ring(line.rung);
      return result;
    } catch (error) {
      const undone = line.rollback().catch((failure: Error) => {
        broken = failure;
      });
      const cause = await Promise.all([opened, entrusted()]).catch((failure: Error) => failure);
      await undone;
      throw cause instanceof Error ? cause : error;
    } finally {
      client.release(broken);
    }
  }

  /**
   * Does this right after each commit of this process that rang the channel, before whoever asked has their answer: what
   * it keeps in memory is then never behind what it said. Other processes hear of it as of any ring.
   */
  hearHere(channel: string, hear: () => void): void {
    this.#heardHere.set(channel, hear);
  }

  /**
   * Nobody waits for the opening or the end: the opening travels with the first statements, the end of the last read
   * with them. Should the opening fail, what is behind it is not run.
   */
  async #read<T>(actor: Actor, work: (tx: Kysely<object>) => Promise<T>): Promise<T> {
    const client = await this.#connectToRead();
    const line = lineOf(client);
    const { kysely } = line;
    const leftOpen = this.#unended.delete(client);
    const opened = line.begin(databaseRoles[actor.kind], opening(actor, true), leftOpen);
    opened.catch(() => undefined);
    try {
      return await work(kysely);
    } catch (error) {
      await opened;
      throw error;
    } finally {
      this.#endRead(client);
    }
  }

  async #connectToRead(): Promise<pg.PoolClient> {
    await this.#gate.enter();
    try {
      return await this.#reads.connect();
    } catch (error) {
      this.#gate.leave();
      throw error;
    }
  }

  /**
   * Hands the connection on at once. Whoever takes it this turn ends the transaction before their own; if nobody does,
   * it is ended then, after the answer has gone out.
   */
  #endRead(client: pg.PoolClient): void {
    this.#unended.add(client);
    client.release();
    this.#gate.leave();
    setImmediate(() => {
      // A connection that broke is no longer in the pool.
      if (this.#unended.delete(client))
        lineOf(client)
          .rollback()
          .catch(() => undefined);
    });
  }

  /** One connection outside the pool, for LISTEN or COPY; the caller ends it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: "niangjia" });
    await client.connect();
    return client;
  }

  async ready(): Promise<boolean> {
    return this.#commands.query("select 1").then(
      () => true,
      () => false,
    );
  }

  get connections(): { total: number; idle: number; waiting: number } {
    const pools = [this.#commands, this.#reads];
    const sum = (count: (pool: pg.Pool) => number): number =>
      pools.reduce((total, pool) => total + count(pool), 0);
    return {
      total: sum((pool) => pool.totalCount),
      idle: sum((pool) => pool.idleCount),
      waiting: sum((pool) => pool.waitingCount) + this.#gate.waiting,
    };
  }

  async close(): Promise<void> {
    await this.#bell.still();
    await Promise.all([this.#commands.end(), this.#reads.end()]);
  }
}
