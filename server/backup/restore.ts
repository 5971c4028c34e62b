// Restore (恢复): a whole and unchanged backup into an empty house of the same keys, all of it or nothing.
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Vault } from "@niangjia/foundation/files";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Manifest, readManifest, type TableEntry, verifyParts } from "./manifest.ts";
import { quotedColumns, quotedTable, tablesOf } from "./tables.ts";

export interface RestoreOptions {
  /** Owner's address of a database at the head of the house, without rows. */
  readonly ownerUrl: string;
  readonly vault: Vault;
  readonly keyFingerprint: string;
  readonly folder: string;
  readonly progress?: (done: number, total: number, what: string) => void;
}

async function refuseUnfit(
  client: pg.Client,
  manifest: Manifest,
  fingerprint: string,
): Promise<void> {
  if (manifest.keyFingerprint !== fingerprint) {
    throw new Error(
      "这份备份要用另一个密钥文件才能读。请把当时的 keys.json 放回数据文件夹后再恢复。",
    );
  }
  const { rows } = await client.query<{ head: number }>(
    "select max(number) as head from public.niangjia_migrations",
  );
  const head = rows[0]?.head ?? 0;
  if (manifest.head !== head) {
    throw new Error(
      `这份备份的数据库结构是第 ${manifest.head} 步，当前程序是第 ${head} 步。请用同一版本的程序恢复，再升级。`,
    );
  }
  const known = new Set((await tablesOf(client)).map((table) => table.name));
  const strange = manifest.tables.find((table) => !known.has(table.name));
  if (strange)
    throw new Error(`备份里的表 ${strange.name} 在当前程序中不存在。请用同一版本的程序恢复。`);
}

/** The owner passes row security only where it is not forced; COPY needs that for the length of the restore. */
async function loadTable(client: pg.Client, table: TableEntry, folder: string): Promise<void> {
  const name = quotedTable(table.name);
  await client.query(`alter table ${name} no force row level security`);
  await client.query(`truncate ${name} cascade`);
  const statement = `copy ${name} (${quotedColumns(table.columns)}) from stdin`;
  const sink = client.query(copyFrom(statement));
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), sink);
  const { rows } = await client.query<{ n: string }>(`select count(*)::text as n from ${name}`);
  if (Number(rows[0]?.n) !== table.rows) throw new Error(`表 ${table.name} 的行数与清单不符`);
  await client.query(`alter table ${name} force row level security`);
}

async function returnFiles(vault: Vault, manifest: Manifest, folder: string): Promise<void> {
  for (const sha256 of manifest.files) {
    if (await vault.has(sha256)) continue;
    await vault.put(createReadStream(join(folder, "files", sha256)));
  }
}

/** Restores a backup. Throws before the first change when it is damaged, of other keys, or of another head. */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(options.folder);
  await verifyParts(options.folder, manifest);
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await refuseUnfit(client, manifest, options.keyFingerprint);
    await returnFiles(options.vault, manifest, options.folder);
    await client.query("begin");
    let done = 0;
    for (const table of manifest.tables) {
      await loadTable(client, table, options.folder);
      done += 1;
      options.progress?.(done, manifest.tables.length, table.name);
    }
    for (const { name, value } of manifest.sequences) {
      if (value > 0) await client.query("select setval($1::regclass, $2)", [name, value]);
    }
    await client.query("commit");
    return manifest;
  } finally {
    await client.end();
  }
}
