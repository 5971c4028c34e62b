// Reads a zip (解压) whose sizes, sums and shape are all checked: what its directory claims, and
// again what comes out.
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { refuse } from "../refusal.ts";
import { excelRefusals } from "./refusals.ts";
import type { Source } from "./source.ts";

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly at: number;
}

export type Archive = ReadonlyMap<string, Entry>;

const limits = {
  entries: 10_000,
  /** A roster of a million rows and 22 columns inflates to 1 GB. */
  totalBytes: 4_000_000_000,
  /** Sheets whose rows are all equal come to 25; deflate itself ends at 1,032. */
  ratio: 100,
  ratioFromBytes: 20_000_000,
  directoryBytes: 16_000_000,
};

const deflated = 8;

const damaged = (where: string) => refuse(excelRefusals.damaged, { words: { where } });
const cutShort = () => damaged("文件的结尾缺失");

/** Reads the directory of a zip. Refuses bombs, overlaps, locked entries and files cut short. */
export async function openArchive(source: Source): Promise<Archive> {
  const { count, at, length } = await findDirectory(source);
  if (count > limits.entries || length > limits.directoryBytes) throw refuse(excelRefusals.bomb);
  const directory = await source.read(at, length);
  if (directory.length < length) throw cutShort();
  const entries: Entry[] = [];
  for (let position = 0; entries.length < count; ) {
    if (position + 46 > length || directory.readUInt32LE(position) !== 0x02014b50) throw cutShort();
    const nameLength = directory.readUInt16LE(position + 28);
    const extraLength = directory.readUInt16LE(position + 30);
    const end = position + 46 + nameLength + extraLength;
    entries.push(readEntry(directory.subarray(position, end), nameLength));
    position = end + directory.readUInt16LE(position + 32);
  }
  checkShape(entries, source.size);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** The directory's place; numbers too large for the old record stand in its 64-bit twin. */
async function findDirectory(source: Source) {
  const tailAt = Math.max(0, source.size - 65_557 - 20);
  const tail = await source.read(tailAt, source.size - tailAt);
  const end = tail.lastIndexOf("PK\u0005\u0006");
  if (end < 0 || end + 22 > tail.length) throw cutShort();
  const small = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  };
  if (small.count < 0xffff && small.length < 0xffffffff && small.at < 0xffffffff) return small;
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw cutShort();
  const record = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw cutShort();
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    at: Number(record.readBigUInt64LE(48)),
  };
}

function readEntry(record: Buffer, nameLength: number): Entry {
  if (record.length < 46 + nameLength) throw cutShort();
  if ((record.readUInt16LE(8) & 1) !== 0) throw refuse(excelRefusals.encrypted);
  const extra = record.subarray(46 + nameLength);
  const [bytes, compressedBytes, at] = widen(
    [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)],
    extra,
  );
  return {
    name: record.toString("utf8", 46, 46 + nameLength).replaceAll("\\", "/"),
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    compressedBytes,
    bytes,
    at,
  };
}

/** Replaces each all-ones number by its 64-bit value from the extra field, in their fixed order. */
function widen(numbers: [number, number, number], extra: Buffer): [number, number, number] {
  let wide: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) {
      wide = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
      break;
    }
  }
  let taken = 0;
  const take = (number: number): number => {
    if (number !== 0xffffffff) return number;
    if (taken + 8 > wide.length) throw damaged("压缩目录");
    taken += 8;
    return Number(wide.readBigUInt64LE(taken - 8));
  };
  return [take(numbers[0]), take(numbers[1]), take(numbers[2])];
}

/**
 * Entries that claim too much, or share the same bytes, are how small files become endless ones.
 */
function checkShape(entries: readonly Entry[], size: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const compressed = entries.reduce((sum, entry) => sum + entry.compressedBytes, 0);
  if (total > limits.totalBytes || compressed > size) throw refuse(excelRefusals.bomb);
  for (const entry of entries) {
    if (entry.bytes > limits.ratioFromBytes && entry.bytes > entry.compressedBytes * limits.ratio) {
      throw refuse(excelRefusals.bomb);
    }
    if (entry.at + 30 + entry.compressedBytes > size) throw cutShort();
  }
  if (new Set(entries.map((entry) => entry.name)).size < entries.length) throw damaged("压缩目录");
}

/**
 * The bytes of one entry as they inflate; ends in a refusal unless length and sum are as the
 * directory says.
 */
export async function* inflate(source: Source, entry: Entry): AsyncGenerator<Buffer> {
  const from = await startOf(source, entry);
  const raw = source.stream(from, from + entry.compressedBytes);
  let length = 0;
  let sum = 0;
  for await (const chunk of entry.method === deflated ? inflated(raw, entry.name) : raw) {
    length += chunk.length;
    if (length > entry.bytes) throw refuse(excelRefusals.bomb);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length !== entry.bytes || sum !== entry.crc) throw damaged(entry.name);
}

async function startOf(source: Source, entry: Entry): Promise<number> {
  const header = await source.read(entry.at, 30);
  const isEntry = header.length === 30 && header.readUInt32LE(0) === 0x04034b50;
  if (!isEntry || (entry.method !== 0 && entry.method !== deflated)) throw damaged(entry.name);
  return entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function* inflated(raw: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    yield* pipeline(raw, createInflateRaw({ chunkSize: 256 * 1024 }), () => {});
  } catch (error) {
    throw isZlibs(error) ? damaged(name) : error;
  }
}

const isZlibs = (error: unknown): boolean =>
  /^(Z_|ERR_BUFFER_TOO_LARGE)/.test((error as NodeJS.ErrnoException).code ?? "");

/** The whole of one small entry at once. Refuses one that claims more than `maxBytes`. */
export async function inflateWhole(
  source: Source,
  entry: Entry,
  maxBytes: number,
): Promise<Buffer> {
  if (entry.bytes > maxBytes) throw refuse(excelRefusals.bomb);
  const raw = await source.read(await startOf(source, entry), entry.compressedBytes);
  const bytes = entry.method === deflated ? inflatedAtOnce(raw, entry) : raw;
  if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc) throw damaged(entry.name);
  return bytes;
}

function inflatedAtOnce(raw: Buffer, { name, bytes }: Entry): Buffer {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(bytes, 1) });
  } catch (error) {
    throw isZlibs(error) ? damaged(name) : error;
  }
}
