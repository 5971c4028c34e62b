// The database of a house (数据库准备): embedded or the operator's own, migrated, with the login role's address.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Keyring } from "@niangjia/foundation/keys";
import { findMigrations, loginRole, migrate } from "@niangjia/foundation/postgres";
import { installQueues } from "@niangjia/foundation/worker";
import pg from "pg";
import type { Config } from "./config.ts";
import { guardPostgres } from "./embedded.ts";
import { lookAt, ownServer } from "./own-server.ts";

export const root = join(import.meta.dirname, "..");
const databaseName = "niangjia";

const migrationFolders = ["foundation", "engine", "registers", "platforms"].map((folder) =>
  join(root, folder),
);

export const houseMigrations = () => findMigrations(migrationFolders);

export interface Store {
  /** Address of the login role, which may do nothing but take a role inside a transaction. */
  readonly url: string;
  /** Address of the owner: for migrations, backup and restore only. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0)
      await client.query(`create database ${name} encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
}

async function embedded(config: Config, log: (sentence: string) => void): Promise<Store> {
  const postgres = await guardPostgres(join(config.dataFolder, "postgres"), log);
  await ensureDatabase(postgres.url("postgres"), databaseName);
  return {
    url: postgres.url(databaseName, loginRole),
    ownerUrl: postgres.url(databaseName),
    stop: () => postgres.stop(),
  };
}

/** Brings a database to the head of the house, queues included. Answers how many migrations were applied. */
export async function prepareDatabase(
  store: Pick<Store, "url" | "ownerUrl">,
  log?: (sentence: string) => void,
): Promise<number> {
  const applied = await migrate({
    ownerUrl: store.ownerUrl,
    appPassword: decodeURIComponent(new URL(store.url).password),
    migrations: await houseMigrations(),
    log,
  });
  if (applied > 0) await installQueues(store.ownerUrl);
  return applied;
}

/** Whether a house has lived here before, so that its keys must be here too. Refuses a server that cannot be used. */
export async function isFurnished({ databaseUrl, dataFolder }: Config): Promise<boolean> {
  if (databaseUrl) return (await lookAt(databaseUrl)).furnished;
  return existsSync(join(dataFolder, "postgres", "cluster"));
}

export async function openStore(
  config: Config,
  keys: Keyring,
  log: (sentence: string) => void,
): Promise<Store> {
  const { databaseUrl } = config;
  if (databaseUrl) return { ...ownServer(databaseUrl, keys), stop: async () => undefined };
  return embedded(config, log);
}
