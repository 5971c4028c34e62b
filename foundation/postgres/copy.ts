// COPY (批量写入): many rows into one table in one stream, in PostgreSQL's text format.
import { pipeline } from "node:stream/promises";
import type { Kysely } from "kysely";
import { from as copyFrom } from "pg-copy-streams";
import { clientOf } from "./connection.ts";

export type CopyValue = string | number | boolean | Buffer | Date | null;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!) : text;

const byteOf = { tab: 0x09, line: 0x0a, zero: 0x30, a: 0x61 } as const;
const hexDigit = (value: number): number =>
  value < 10 ? byteOf.zero + value : byteOf.a + value - 10;

/** Few enough to be no crowd in memory, many enough to be few messages. */
const pieceBytes = 128 * 1024;

/** Bytes a character of a string takes at most, and a byte of a buffer. */
const atMost = { character: 3, byte: 2, beside: 4 } as const;

/**
 * Rows as COPY reads them (PostgreSQL manual, COPY, text format), written straight into bytes: a string for each value,
 * each row and each piece would be most of what the garbage collector has to clear away.
 */
class Piece {
  #bytes = Buffer.allocUnsafeSlow(pieceBytes);
  #at = 0;

  get isEmpty(): boolean {
    return this.#at === 0;
  }

  get isFull(): boolean {
    return this.#at > pieceBytes * 0.9;
  }

  /** What was written since the last time. */
  take(): Buffer {
    const written = this.#bytes.subarray(0, this.#at);
    this.#bytes = Buffer.allocUnsafeSlow(pieceBytes);
    this.#at = 0;
    return written;
  }

  add(row: readonly CopyValue[]): void {
    for (const value of row) {
      if (typeof value === "string") this.#text(escaped(value));
      else if (value === null) this.#text("\\N");
      else if (typeof value === "boolean") this.#text(value ? "t" : "f");
      else if (typeof value === "number") this.#text(String(value));
      else if (value instanceof Date) this.#text(value.toISOString());
      else this.#hex(value);
      this.#bytes[this.#at] = byteOf.tab;
      this.#at += 1;
    }
    this.#bytes[this.#at - 1] = byteOf.line;
  }

  #text(text: string): void {
    this.#makeRoom(text.length * atMost.character);
    this.#at += this.#bytes.write(text, this.#at);
  }

  #hex(value: Buffer): void {
    this.#text("\\\\x");
    this.#makeRoom(value.length * atMost.byte);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let nth = 0; nth < value.length; nth += 1) {
      bytes[at] = hexDigit(value[nth]! >> 4);
      bytes[at + 1] = hexDigit(value[nth]! & 0xf);
      at += 2;
    }
    this.#at = at;
  }

  #makeRoom(length: number): void {
    const needed = this.#at + length + atMost.beside;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function* piecesOf(rows: Iterable<readonly CopyValue[]>): Generator<Buffer> {
  const piece = new Piece();
  for (const row of rows) {
    piece.add(row);
    if (piece.isFull) yield piece.take();
  }
  if (!piece.isEmpty) yield piece.take();
}

/**
 * Copies rows into `target`, such as `incoming (id, name)`, within the transaction. PostgreSQL refuses COPY into a table
 * with row-level security: copy into a temporary one and insert from there. Rows are asked for as they go out, each
 * after the one before is written.
 */
export async function copyRows(
  tx: Kysely<object>,
  target: string,
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const stream = clientOf(tx).query(copyFrom(`copy ${target} from stdin`));
  await pipeline(piecesOf(rows), stream);
}
