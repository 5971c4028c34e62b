// Manifest (备份清单): what a backup holds, with the checksum of each part; the list itself bears one too.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

const tableShape = z.object({
  name: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  columns: z.array(z.string()),
  rows: z.int().nonnegative(),
  file: z.string().regex(/^tables\/[a-z_.]+\.copy\.gz$/),
  sha256: z.string().length(64),
});

const manifestShape = z.object({
  format: z.literal(1),
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Number of the last migration; a backup goes back only into a house that knows it. */
  head: z.int(),
  /** Names the key file the sealed values need, without telling it. */
  keyFingerprint: z.string(),
  tables: z.array(tableShape),
  sequences: z.array(z.object({ name: z.string(), value: z.int() })),
  files: z.array(z.string().length(64)),
});

export type Manifest = z.infer<typeof manifestShape>;
export type TableEntry = z.infer<typeof tableShape>;

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, "manifest.json"), text, { mode: 0o600, flush: true });
  await writeFile(join(folder, "manifest.sha256"), `${sumOf(text)}\n`, {
    mode: 0o600,
    flush: true,
  });
}

const damaged = (what: string): Error =>
  new Error(`备份不完整或已损坏：${what}。没有恢复任何内容，请换一份备份。`);

/** Reads a backup's list; throws when the list is missing, cut or changed. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => {
    throw damaged("缺少 manifest.json");
  });
  const sum = await readFile(join(folder, "manifest.sha256"), "utf8").catch(() => "");
  if (sum.trim() !== sumOf(text)) throw damaged("清单与校验值不符");
  return manifestShape.parse(JSON.parse(text));
}

/** Checks every part against the list before anything is restored. Throws at the first that differs. */
export async function verifyParts(folder: string, manifest: Manifest): Promise<void> {
  for (const { name, file, sha256 } of manifest.tables) {
    const found = await hashOfFile(join(folder, file)).catch(() => undefined);
    if (found !== sha256) throw damaged(`表 ${name}`);
  }
  for (const sha256 of manifest.files) {
    const found = await hashOfFile(join(folder, "files", sha256)).catch(() => undefined);
    if (found !== sha256) throw damaged(`文件 ${sha256.slice(0, 12)}`);
  }
}
