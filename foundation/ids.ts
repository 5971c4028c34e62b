// Ids (标识): version 7 UUIDs made in code, rising within a process (RFC 9562, 5.7 and 6.2).
import { randomFillSync } from "node:crypto";

/**
 * 48 bits of milliseconds; then come 4 of version, 12 + 30 of counter around 2 of variant, and 32
 * of chance.
 */
const latest = 2 ** 48 - 1;

/** Asking the system for 4 bytes at a time costs more than the rest of an id. */
const pool = new Uint32Array(1024);
let unused = 0;

function randomWord(): number {
  if (unused === 0) {
    randomFillSync(pool);
    unused = pool.length;
  }
  unused -= 1;
  return pool[unused]!;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/**
 * One counter for the whole process, begun at random in the lower half of its 42 bits and never set
 * back: ids of one instant rise in the order they were made even when several transactions, each
 * with its own `now`, take turns.
 */
let counter = (randomWord() & 0x7ff) * 2 ** 30 + (randomWord() >>> 2);

let lastMilliseconds = 0;

/** What ids of one millisecond begin with: written once for all of them. */
const lastStart = { milliseconds: -1, high: -1, text: "" };

function startOf(milliseconds: number, high: number): string {
  if (lastStart.milliseconds !== milliseconds || lastStart.high !== high) {
    const time = hex(milliseconds, 12);
    const text = `${time.slice(0, 8)}-${time.slice(8)}-${hex(0x7000 + high, 4)}-`;
    Object.assign(lastStart, { milliseconds, high, text });
  }
  return lastStart.text;
}

/**
 * A new id, 36 characters in small letters. Without `now` the ids rise strictly even if the
 * system's clock is set back; with it (the act's clock, a test's, the day of demo data) an id sorts
 * by that instant and, among ids of the same millisecond, by the order of the calls. Throws
 * RangeError for an instant before 1970.
 */
export function newId(now?: Date): string {
  const milliseconds = now ? now.getTime() : Math.max(lastMilliseconds, Date.now());
  if (!(milliseconds >= 0 && milliseconds <= latest))
    throw new RangeError("no id for that instant");
  if (!now) lastMilliseconds = milliseconds;
  counter += 1;
  const high = Math.floor(counter / 2 ** 30) % 0x1000;
  const low = hex((0x80000000 + (counter % 2 ** 30)) >>> 0, 8);
  const start = startOf(milliseconds, high);
  return `${start}${low.slice(0, 4)}-${low.slice(4)}${hex(randomWord(), 8)}`;
}

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The closed pattern of every id of ours, safe to put into SQL text. */
export const isId = (text: string): boolean => form.test(text);

/** The instant an id was made for, to the millisecond. */
export function instantOf(id: string): Date {
  if (!isId(id)) throw new RangeError("not an id");
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
