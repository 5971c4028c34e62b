// Records of old Excel workbooks (BIFF8 记录): a stream of numbered pieces, and the texts in them
// ([MS-XLS] 2.1.4, 2.5).
import { refuse } from "../refusal.ts";
import { excelRefusals } from "./refusals.ts";

export const record = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  password: 0x002f,
  continuation: 0x003c,
  sheet: 0x0085,
  multipleNumbers: 0x00bd,
  cellFormat: 0x00e0,
  merges: 0x00e5,
  strings: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  booleanOrError: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
} as const;

export interface Piece {
  readonly id: number;
  readonly data: Buffer;
  /** Where the next record begins. */
  readonly next: number;
}

/** The record at a place of the stream. Refuses one that is cut off. */
export function readRecord(stream: Buffer, at: number): Piece {
  if (at + 4 > stream.length) throw brokenOff();
  const next = at + 4 + stream.readUInt16LE(at + 2);
  if (next > stream.length) throw brokenOff();
  return { id: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next };
}

/** The records from a place up to the end mark of their part. */
export function* recordsFrom(stream: Buffer, start: number): Generator<Piece & { at: number }> {
  for (let at = start; ; ) {
    const piece = readRecord(stream, at);
    if (piece.id === record.end) return;
    yield { ...piece, at };
    at = piece.next;
  }
}

/** The records that go on where one ends, as it may hold 8,224 bytes at most. */
export function* continuations(stream: Buffer, start: number): Generator<Buffer> {
  for (let at = start; ; ) {
    const { id, data, next } = readRecord(stream, at);
    if (id !== record.continuation) return;
    yield data;
    at = next;
  }
}

export const brokenOff = () =>
  refuse(excelRefusals.damaged, { words: { where: "表格内容没有结尾" } });

/** Reads numbers and texts one after another out of a record and the records that continue it. */
export class Cursor {
  readonly #blocks: readonly Buffer[];
  #block = 0;
  #at = 0;

  constructor(blocks: readonly Buffer[]) {
    this.#blocks = blocks;
  }

  u8(): number {
    return this.#take(1)[0]!;
  }

  u16(): number {
    return this.#take(2).readUInt16LE();
  }

  u32(): number {
    return this.#take(4).readUInt32LE();
  }

  f64(): number {
    return this.#take(8).readDoubleLE();
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const step = Math.min(left, this.#left());
      this.#at += step;
      left -= step;
    }
  }

  /** A text of `length` characters with what may follow it: runs of fonts and how it sounds. */
  text(length: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const spokenBytes = flags & 4 ? this.u32() : 0;
    const text = this.#characters(length, flags);
    this.skip(runs * 4 + spokenBytes);
    return text;
  }

  /**
   * Characters may go on in the next record, which then says anew whether they take one byte or
   * two.
   */
  #characters(length: number, flags: number): string {
    let text = "";
    let wide = (flags & 1) === 1;
    while (text.length < length) {
      if (this.#at === this.#blocks[this.#block]?.length) {
        this.#left();
        wide = (this.u8() & 1) === 1;
      }
      const width = wide ? 2 : 1;
      const count = Math.min(length - text.length, Math.floor(this.#left() / width));
      if (count === 0) throw brokenOff();
      const bytes = this.#take(count * width);
      text += bytes.toString(wide ? "utf16le" : "latin1");
    }
    return text;
  }

  #take(bytes: number): Buffer {
    if (this.#left() < bytes) throw brokenOff();
    this.#at += bytes;
    return this.#blocks[this.#block]!.subarray(this.#at - bytes, this.#at);
  }

  /** Bytes left in the block, stepping to the next one where this is used up. */
  #left(): number {
    while (this.#at === this.#blocks[this.#block]?.length) {
      this.#block += 1;
      this.#at = 0;
    }
    const block = this.#blocks[this.#block];
    if (!block) throw brokenOff();
    return block.length - this.#at;
  }
}

/**
 * A number in 30 bits ([MS-XLS] 2.5.217): whole or the upper half of a double, perhaps hundredths.
 */
export function shortNumber(bits: number): number {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const number = bits & 2 ? bits >> 2 : double.readDoubleLE();
  return bits & 1 ? number / 100 : number;
}
