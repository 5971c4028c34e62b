// The key file (密钥文件): every secret of the house in a JSON file of mode 0600, changed as a whole.
import { randomBytes, randomInt } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { inTurn } from "../turn.ts";
import { requireSuite, type SuiteName } from "./suite.ts";

const SECRET_BYTES = 32;
const LAST_INDEX_KEY = 255;
const LOOK_AGAIN_MS = 1000;

const keySchema = z.object({
  id: z.int().positive(),
  suite: z.enum(["aes", "sm"]),
  created: z.iso.datetime(),
  secret: z.codec(z.base64(), z.instanceof(Buffer), {
    decode: (text) => Buffer.from(text, "base64"),
    encode: (secret) => secret.toString("base64"),
  }),
});

const keysSchema = z
  .object({ active: z.int(), keys: z.array(keySchema) })
  .refine(({ active, keys }) => keys.some(({ id }) => id === active));

const fileSchema = z.object({
  format: z.literal(1),
  /** Signed links and derived secrets come from the root, which is not rotated. */
  root: keySchema,
  fields: keysSchema,
  indexes: keysSchema,
});

export type Key = z.infer<typeof keySchema>;
export type Keys = z.infer<typeof keysSchema>;
export type KeyFile = z.infer<typeof fileSchema>;

/**
 * Reads the key file. Throws an Error in Chinese when it is missing, damaged or readable by others:
 * a key file is never replaced by a new one silently, because all personal data would be lost with
 * the old.
 */
export function readKeyFile(file: string): KeyFile {
  if (!existsSync(file)) {
    throw new Error(`没有找到密钥文件 ${file}。请从备份中恢复它；没有它，已加密的资料无法读取。`);
  }
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`密钥文件 ${file} 可被其他用户读取。请先执行 chmod 600 ${file}，再启动。`);
  }
  const content = parse(file);
  for (const { suite } of [content.root, ...content.fields.keys, ...content.indexes.keys]) {
    requireSuite(suite);
  }
  return content;
}

/** The cause is not passed on: a parser's message may quote the secrets. */
function parse(file: string): KeyFile {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(`密钥文件 ${file} 已损坏。请从备份中恢复它。`);
  }
}

/**
 * Makes the file with new keys unless there is one; of two processes at once, the first wins and
 * both use its keys.
 */
export function makeKeyFile(file: string, suite: SuiteName, now: Date): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const first = newKey(newFieldKeyId(), suite, now);
  const content: KeyFile = {
    format: 1,
    root: newKey(1, suite, now),
    fields: { active: first.id, keys: [first] },
    indexes: { active: 1, keys: [newKey(1, suite, now)] },
  };
  const draft = writeDraft(file, content);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

/**
 * Adds a key and makes it the active one; keys added by other processes at the same time are kept.
 */
export async function addKey(
  file: string,
  list: "fields" | "indexes",
  made: { suite?: SuiteName; now: Date },
): Promise<void> {
  await inTurn(`${file}.lock`, async () => {
    const content = readKeyFile(file);
    const { keys } = content[list];
    const suite = made.suite ?? activeOf(content[list]).suite;
    const id = list === "fields" ? newFieldKeyId() : nextIndexKeyId(keys);
    content[list] = { active: id, keys: [...keys, newKey(id, suite, made.now)] };
    renameSync(writeDraft(file, content), file);
  });
}

/** The key new values are made with. */
export function activeOf({ active, keys }: Keys): Key {
  return keys.find(({ id }) => id === active)!;
}

interface WatchedKeyFile {
  now(): KeyFile;
  reload(): void;
}

/**
 * Keys other processes add are seen within a second; a file that vanishes later does not stop a
 * running server.
 */
export function watchKeyFile(file: string): WatchedKeyFile {
  let stamp = stampOf(file);
  let content = readKeyFile(file);
  let lookAgainAt = 0;
  const reload = () => {
    stamp = stampOf(file);
    content = readKeyFile(file);
  };
  const now = () => {
    if (Date.now() < lookAgainAt) return content;
    lookAgainAt = Date.now() + LOOK_AGAIN_MS;
    const found = stampOf(file);
    if (found !== undefined && found !== stamp) reload();
    return content;
  };
  return { now, reload };
}

/** A change is always a new file put in place by rename. */
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.mtimeMs}`;
}

function newKey(id: number, suite: SuiteName, now: Date): Key {
  requireSuite(suite);
  return { id, suite, created: now.toISOString(), secret: randomBytes(SECRET_BYTES) };
}

/** Random, so that a ciphertext of another installation is told apart from a damaged one. */
function newFieldKeyId(): number {
  return randomInt(1, 2 ** 32);
}

function nextIndexKeyId(keys: Key[]): number {
  const next = Math.max(...keys.map(({ id }) => id)) + 1;
  if (next > LAST_INDEX_KEY) throw new Error("检索密钥已更换 255 次，不能再换。请联系技术支持。");
  return next;
}

function writeDraft(file: string, content: KeyFile): string {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const text = JSON.stringify(z.encode(fileSchema, content), null, 2);
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: "wx", flush: true });
  return draft;
}
