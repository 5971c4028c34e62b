// Backup (备份): one consistent snapshot of all tables and the files they name, each part with its checksum.
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Vault } from "@niangjia/foundation/files";
import { databaseRoles } from "@niangjia/foundation/postgres";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { hashOfFile, type Manifest, type TableEntry, writeManifest } from "./manifest.ts";
import { quotedColumns, quotedTable, sequencesOf, type TableName, tablesOf } from "./tables.ts";

export interface BackupOptions {
  readonly ownerUrl: string;
  readonly vault: Vault;
  readonly keyFingerprint: string;
  readonly version: string;
  /** Folder to make; must not exist yet. */
  readonly folder: string;
  readonly now: Date;
  readonly progress?: (done: number, total: number, what: string) => void;
}

/** Counts the rows of COPY's text format: one line a row, line breaks inside values are escaped. */
function rowCounter(counted: (rows: number) => void): Transform {
  let rows = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(null, chunk);
    },
    flush(done) {
      counted(rows);
      done();
    },
  });
}

async function copyTable(client: pg.Client, table: TableName, folder: string): Promise<TableEntry> {
  const file = `tables/${table.name}.copy.gz`;
  const statement = `copy ${quotedTable(table.name)} (${quotedColumns(table.columns)}) to stdout`;
  const path = join(folder, file);
  let rows = 0;
  const counter = rowCounter((count) => {
    rows = count;
  });
  const source = client.query(copyTo(statement));
  await pipeline(
    source,
    counter,
    createGzip({ level: 4 }),
    createWriteStream(path, { mode: 0o600 }),
  );
  const columns = [...table.columns];
  return { name: table.name, columns, rows, file, sha256: await hashOfFile(path) };
}

async function filesNamed(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    "select distinct sha256 from exchange.files order by 1",
  );
  return rows.map((row) => row.sha256);
}

async function headOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ head: number }>(
    "select max(number) as head from public.niangjia_migrations",
  );
  return rows[0]?.head ?? 0;
}

async function flushFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const handle = await open(join(entry.parentPath, entry.name));
    await handle.sync();
    await handle.close();
  }
}

/** Writes everything of one moment; `read` is a connection inside its snapshot. */
async function writeParts(
  client: pg.Client,
  options: BackupOptions,
  folder: string,
): Promise<Manifest> {
  const head = await headOf(client);
  const sequences = await sequencesOf(client);
  await client.query(`set local role ${databaseRoles.system}`);
  const names = await tablesOf(client);
  const tables: TableEntry[] = [];
  for (const table of names) {
    tables.push(await copyTable(client, table, folder));
    options.progress?.(tables.length, names.length, table.name);
  }
  const files = await filesNamed(client);
  for (const sha256 of files) {
    await copyFile(options.vault.path(sha256), join(folder, "files", sha256));
  }
  const { version, keyFingerprint, now } = options;
  return {
    format: 1,
    version,
    madeAt: now.toISOString(),
    head,
    keyFingerprint,
    tables,
    sequences,
    files,
  };
}

/** Makes a backup folder; it bears its final name only when it is whole. The key file is not in it: keep that apart. */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const unfinished = join(dirname(options.folder), `.${Date.now()}-unfinished`);
  await mkdir(join(unfinished, "tables"), { recursive: true, mode: 0o700 });
  await mkdir(join(unfinished, "files"), { mode: 0o700 });
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const manifest = await writeParts(client, options, unfinished);
    await client.query("commit");
    await writeManifest(unfinished, manifest);
    await flushFolder(unfinished);
    await rename(unfinished, options.folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}
