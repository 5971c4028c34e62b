// Migrations: forward only, numbered over the whole house, each in one transaction, each remembered by its hash.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import pg from "pg";
import { databaseRoles, loginRole } from "./scope.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const filePattern = /^(\d{4})_[a-z0-9_]+\.sql$/;

async function migrationFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && basename(entry.parentPath) === "migrations")
    .filter((entry) => filePattern.test(entry.name))
    .filter((entry) => !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** All migrations under `folders`, in order. Two files of one number are a bug of the merge. */
export async function findMigrations(folders: readonly string[]): Promise<Migration[]> {
  const files = (await Promise.all(folders.map(migrationFiles))).flat();
  const found = await Promise.all(
    files.map(async (file) => {
      const name = basename(file);
      const sql = await readFile(file, "utf8");
      const hash = createHash("sha256").update(sql).digest("hex");
      return { number: Number(name.slice(0, 4)), name, sql, hash };
    }),
  );
  found.sort((a, b) => a.number - b.number);
  const twice = found.find((migration, i) => found[i + 1]?.number === migration.number);
  if (twice) throw new Error(`two migrations bear the number ${twice.number}: ${twice.name}`);
  return found;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The login role owns nothing and holds nothing: it may only become one of the four roles inside a transaction. What it
 * must not be is written again only where it is: an owner who is no superuser may create such a role, yet not say so of
 * one that is there.
 */
async function ensureRoles(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ name: string; mighty: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls as mighty
     from pg_roles where rolname like 'niangjia\\_%'`,
  );
  const present = new Map(rows.map(({ name, mighty }) => [name, mighty]));
  for (const role of Object.values(databaseRoles)) {
    if (!present.has(role)) await client.query(`create role ${role} nologin nobypassrls`);
  }
  const verb = present.has(loginRole) ? "alter" : "create";
  const powerless = present.get(loginRole) === false ? "" : "nobypassrls nosuperuser";
  await client.query(
    `${verb} role ${loginRole} login noinherit ${powerless} password ${quoted(password)}`,
  );
  await client.query(`grant ${Object.values(databaseRoles).join(", ")} to ${loginRole}`);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      "insert into public.niangjia_migrations (number, name, hash, applied_at) values ($1, $2, $3, now())",
      [migration.number, migration.name, migration.hash],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function appliedHashes(client: pg.Client): Promise<Map<number, string>> {
  await client.query(
    `create table if not exists public.niangjia_migrations
       (number int primary key, name text not null, hash text not null, applied_at timestamptz not null)`,
  );
  const { rows } = await client.query<{ number: number; hash: string }>(
    "select number, hash from public.niangjia_migrations",
  );
  return new Map(rows.map((row) => [row.number, row.hash]));
}

export interface MigrateOptions {
  /** Connection of a role that may create roles and owns the database. */
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly migrations: readonly Migration[];
  readonly log?: (sentence: string) => void;
}

/** Brings the database to the head; two at once wait for each other. Returns how many were applied. */
export async function migrate(options: MigrateOptions): Promise<number> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    // Roles belong to the cluster, so the lock is taken on a number of the house, not of one database.
    await client.query("select pg_advisory_lock(20260101)");
    await ensureRoles(client, options.appPassword);
    const applied = await appliedHashes(client);
    let count = 0;
    for (const migration of options.migrations) {
      const before = applied.get(migration.number);
      if (before === migration.hash) continue;
      if (before !== undefined) {
        throw new Error(`${migration.name} was changed after it had been applied; add a new one`);
      }
      await applyOne(client, migration);
      options.log?.(migration.name);
      count += 1;
    }
    return count;
  } finally {
    await client.end();
  }
}
