// Ground (试验场): a house's own database on a PostgreSQL under a temporary folder, as `npm start` would start it, and gone afterwards.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Act, Actor } from "@niangjia/foundation/act";
import { Vault } from "@niangjia/foundation/files";
import { newId } from "@niangjia/foundation/ids";
import { createKeyring, type Keyring } from "@niangjia/foundation/keys";
import { Database, loginRole, startPostgres } from "@niangjia/foundation/postgres";
import pg from "pg";
import { kyselyOf } from "../foundation/postgres/connection.ts";
import { prepareDatabase } from "../server/store.ts";

export interface Ground {
  readonly folder: string;
  /** Address of the login role. */
  readonly url: string;
  readonly keys: Keyring;
  /** A connection past all scopes. */
  readonly owner: pg.PoolClient;
  /** Runs work as the house runs a request's: in a transaction with the actor's role and scope. */
  act<T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T>;
  /** The same for a request that only reads. */
  read<T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T>;
  /** The same work with the same statements, but as the owner of the tables: past row-level security. */
  unscoped<T>(actor: Actor, work: (act: Act) => Promise<T>): Promise<T>;
  /** A ground with a database of its own on the same server, under the same keys; `name` is the database's. */
  beside(name: string): Promise<Ground>;
  /** Does this when the ground is left, last in first out. */
  defer(undo: () => void | Promise<void>): void;
}

const database = "postgres";
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What the databases of one server share. */
interface Site {
  readonly folder: string;
  readonly postgres: Awaited<ReturnType<typeof startPostgres>>;
  readonly stack: AsyncDisposableStack;
}

/** Starts the database, real syncing to disk included. What is made is undone by `stack`. */
async function openGround(stack: AsyncDisposableStack): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "niangjia-bench-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const keys = createKeyring({ file: join(folder, "keys.json") });
  const postgres = await startPostgres({ folder: join(folder, "postgres") });
  return groundOn({ folder, postgres, stack }, database, keys);
}

/** A house's own tables in an empty database. */
async function groundOn(site: Site, name: string, keys: Keyring): Promise<Ground> {
  const { folder, postgres, stack } = site;
  const store = { url: postgres.url(name, loginRole), ownerUrl: postgres.url(name) };
  const scoped = new Database(store.url);
  const owners = new pg.Pool({ connectionString: store.ownerUrl, max: 2 });
  owners.on("error", () => undefined);
  // The server stops first: that ends a query still running, for which a pool would wait.
  stack.defer(async () => {
    await postgres.stop();
    await Promise.allSettled([scoped.close(), owners.end()]);
  });
  await prepareDatabase(store);
  const owner = await owners.connect();
  // A server with several grounds stops under the others' connections.
  owner.on("error", () => undefined);
  stack.defer(() => owner.release(true));
  const vault = new Vault(join(folder, "files"));
  const actIn = (actor: Actor, tx: Act["tx"]): Act => {
    return { actor, now: new Date(), tx, keys, vault, requestId: newId() };
  };
  return {
    folder,
    url: store.url,
    keys,
    owner,
    act: (actor, work) => scoped.transaction(actor, (tx) => work(actIn(actor, tx))),
    read: (actor, work) =>
      scoped.transaction(actor, (tx) => work(actIn(actor, tx)), { readOnly: true }),
    async unscoped(actor, work) {
      const client = await owners.connect();
      try {
        await client.query("begin");
        const result = await work(actIn(actor, kyselyOf(client)));
        await client.query("commit");
        return result;
      } finally {
        client.release();
      }
    },
    async beside(other) {
      await owner.query(`create database ${other} template template0`);
      return groundOn(site, other, keys);
    },
    defer: (undo) => stack.defer(undo),
  };
}

/**
 * Opens a ground, works on it and removes it; also when the work fails and when somebody asks the process to stop, who
 * then waits for the removal only.
 */
export async function onGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  await using stack = new AsyncDisposableStack();
  const opening = openGround(stack);
  let leaving: Promise<never> | undefined;
  const leave = (): void => {
    leaving ??= opening
      .catch(() => undefined)
      .then(() => stack.disposeAsync())
      .then(() => process.exit(130));
  };
  for (const signal of signals) process.on(signal, leave);
  try {
    return await work(await opening);
  } catch (error) {
    // The work fails because its database goes: that is nothing to tell.
    if (leaving) await leaving;
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, leave);
  }
}
