// Tags of a sheet's XML (标签), scanned as bytes: from tag to tag and attribute to attribute without
// making strings of them, which is what a general XML reader spends its time on.
import { refuse } from "../refusal.ts";
import { excelRefusals } from "./refusals.ts";

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const colon = 0x3a;
const space = 0x20;
const zero = 0x30;

/** What `nextAttribute` answers where a tag ends, open or closed by itself. */
export const tagEnd = { open: greater, selfClosed: slash } as const;
const longName = 1;

/** Stands at a place in bytes. Refuses bytes that end, or go on, as no XML does. */
export class TagScanner {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  /** Around the last name or value stepped past. */
  from = 0;
  to = 0;
  /** Said in a refusal. */
  row = 0;

  /** The first byte of the last name or value. */
  get initial(): number {
    return this.bytes[this.from]!;
  }

  get length(): number {
    return this.to - this.from;
  }

  /** Steps past the next `<name` or `</name`, around its name, and answers whether it closes. */
  nextTag(): boolean {
    const bytes = this.bytes;
    let at = this.seek(less) + 1;
    const closes = bytes[at] === slash;
    if (closes) at += 1;
    this.from = at;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === colon) this.from = at + 1;
      else if (byte <= space || byte === greater || byte === slash) break;
    }
    this.to = at;
    this.at = at;
    return closes;
  }

  /** Steps past the next attribute, around its value; answers its name where that is one letter. */
  nextAttribute(): number {
    const bytes = this.bytes;
    let at = this.at;
    while (at < bytes.length && bytes[at]! <= space) at += 1;
    const initial = bytes[at]!;
    this.at = at;
    if (initial === greater || initial === slash) {
      this.skipTag();
      return initial;
    }
    const name = at;
    const mark = bytes[this.seek(equals) + 1];
    const nameLength = this.at - name;
    if (mark !== quote && mark !== apostrophe) throw this.broken();
    this.at += 2;
    this.from = this.at;
    this.to = this.seek(mark);
    this.at = this.to + 1;
    return nameLength === 1 ? initial : longName;
  }

  skipTag(): void {
    this.at = this.seek(greater) + 1;
  }

  /** Steps past the next such bytes. */
  stepPast(token: string): void {
    const found = this.bytes.indexOf(token, this.at, "latin1");
    if (found < 0) throw this.broken();
    this.at = found + token.length;
  }

  /** Steps past a tag's end and up to the next tag, around the text between. */
  text(): void {
    this.skipTag();
    this.from = this.at;
    this.to = this.bytes[this.at - 2] === slash ? this.at : this.seek(less);
  }

  /** The last value as a whole number. */
  integer(): number {
    let number = 0;
    for (let at = this.from; at < this.to; at += 1) {
      const digit = this.bytes[at]! - zero;
      if (digit < 0 || digit > 9) throw this.broken();
      number = number * 10 + digit;
    }
    return number;
  }

  string(encoding: "utf8" | "latin1"): string {
    return this.bytes.toString(encoding, this.from, this.to);
  }

  /** Steps to the next such byte. */
  seek(byte: number): number {
    const bytes = this.bytes;
    for (let at = this.at; at < bytes.length; at += 1) {
      if (bytes[at] === byte) {
        this.at = at;
        return at;
      }
    }
    throw this.broken();
  }

  broken() {
    return refuse(excelRefusals.damaged, { words: { where: `第 ${this.row} 行附近` } });
  }
}
