// The database as the house uses it: transactions opened for an actor, with role and scope, and nothing else.
import assert from "node:assert/strict";
import type { Kysely } from "kysely";
import pg from "pg";
import type { Actor } from "../act.ts";
import { kyselyOf } from "./connection.ts";
import { opening } from "./scope.ts";

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
  readonly readOnly?: boolean;
  readonly onCommit?: () => void;
}

export class Database {
  readonly #pool: pg.Pool;
  readonly url: string;

  constructor(url: string, connectionsAtMost = 10) {
    this.url = url;
    this.#pool = new Pool({
      connectionString: url,
      max: connectionsAtMost,
      application_name: "niangjia",
      connectionTimeoutMillis: 10_000,
    });
    // A connection that breaks while idle is replaced by the pool; the next query says if the server is gone.
    this.#pool.on("error", () => undefined);
    // One that breaks between two statements of a transaction: the next statement says so, and the pool drops it.
    this.#pool.on("connect", (client) => client.on("error", () => undefined));
  }

  /** Runs `work` in one transaction as `actor`; commits when it resolves, rolls back when it throws. */
  async transaction<T>(
    actor: Actor,
    work: (tx: Kysely<object>) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(opening(actor, options.readOnly ?? false));
      const result = await work(kyselyOf(client));
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One connection outside the pool, for LISTEN or COPY; the caller ends it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: "niangjia" });
    await client.connect();
    return client;
  }

  async ready(): Promise<boolean> {
    return this.#pool.query("select 1").then(
      () => true,
      () => false,
    );
  }

  get connections(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
