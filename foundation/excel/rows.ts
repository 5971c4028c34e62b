// Rows of an xlsx sheet (工作表行): scanned as bytes, row by row, so that a million rows need the
// memory of a few.
//
// A general XML reader makes strings of every tag and name; here only the values become strings.
import { refuse } from "../refusal.ts";
import { booleanCell, type Cell, dateCell, emptyCell, errorCell, longestText, textCell } from "./cell.ts";
import { type Show, showOf } from "./format.ts";
import { excelRefusals } from "./refusals.ts";
import type { SharedStrings } from "./strings.ts";
import { decodeText, type Piece } from "./xml.ts";

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const quote = 0x22;
const apostrophe = 0x27;
const equals = 0x3d;
const colon = 0x3a;
const space = 0x20;
const zero = 0x30;
const one = 0x31;
const letterA = 0x41;
const letter = {
  b: 0x62,
  c: 0x63,
  d: 0x64,
  e: 0x65,
  f: 0x66,
  i: 0x69,
  r: 0x72,
  s: 0x73,
  t: 0x74,
  v: 0x76,
};

const lastRow = 1_048_576;
const lastColumn = 16_384;
const showPlain = showOf(0, undefined, false);

type CellType = "number" | "shared" | "string" | "inline" | "boolean" | "error" | "date";

export interface SheetContext {
  readonly strings: SharedStrings;
  readonly shows: readonly Show[];
  readonly maxColumns: number;
}

/**
 * Scans pieces of whole rows (ECMA-376 part 1, 18.3.1). Refuses what breaks off, runs backwards or
 * is too wide.
 */
export class RowScanner {
  readonly #context: SheetContext;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  /** Of the last name or attribute value read. */
  #from = 0;
  #to = 0;
  #row = 0;
  #column = 0;
  #style = -1;
  #type: CellType = "number";

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The rows of a piece that have a value. */
  *rows({ bytes, prefix }: Piece): Generator<{ row: number; cells: Cell[] }> {
    this.#bytes = bytes;
    const tag = `<${prefix}row`;
    for (let at = bytes.indexOf(tag); at >= 0; at = bytes.indexOf(tag, this.#at)) {
      this.#at = at + tag.length;
      const selfClosed = this.#readRowTag();
      const cells = selfClosed ? [] : this.#readCells();
      if (cells.length > 0) yield { row: this.#row, cells };
    }
  }

  #readRowTag(): boolean {
    let row = this.#row + 1;
    for (let name = this.#nextAttribute(); ; name = this.#nextAttribute()) {
      if (name === greater || name === slash) {
        if (row <= this.#row || row > lastRow) throw this.#broken();
        this.#row = row;
        this.#column = 0;
        return name === slash;
      }
      if (name === letter.r) row = this.#readInteger();
    }
  }

  #readCells(): Cell[] {
    const cells: Cell[] = [];
    for (;;) {
      const closes = this.#nextTag();
      const initial = this.#bytes[this.#from];
      const length = this.#to - this.#from;
      if (closes && initial === letter.r && length === 3) return cells;
      if (closes || initial !== letter.c || length !== 1) continue;
      const cell = this.#readCell();
      if (cell.kind !== "empty") this.#place(cell, cells);
      this.#column += 1;
    }
  }

  #place(cell: Cell, cells: Cell[]): void {
    const limit = this.#context.maxColumns;
    if (this.#column >= limit) {
      throw refuse(excelRefusals.tooManyColumns, { words: { row: this.#row, limit } });
    }
    while (cells.length < this.#column) cells.push(emptyCell);
    cells[this.#column] = cell;
  }

  #readCell(): Cell {
    if (this.#readCellTag()) return emptyCell;
    let cell = emptyCell;
    for (;;) {
      const closes = this.#nextTag();
      const initial = this.#bytes[this.#from];
      if (closes && initial === letter.c) return cell;
      if (closes) continue;
      if (initial === letter.v) cell = this.#readValue();
      else if (initial === letter.i) cell = this.#readInline();
      else if (initial === letter.f) cell = formulaWithoutResult;
    }
  }

  /** Column, style and type of a cell; answers whether its tag closed itself. */
  #readCellTag(): boolean {
    this.#style = -1;
    this.#type = "number";
    for (;;) {
      const name = this.#nextAttribute();
      if (name === greater || name === slash) return name === slash;
      if (name === letter.r) this.#column = this.#readColumn();
      else if (name === letter.s) this.#style = this.#readInteger();
      else if (name === letter.t) this.#type = this.#readType();
    }
  }

  #readColumn(): number {
    let column = 0;
    for (let at = this.#from; at < this.#to; at += 1) {
      const place = this.#bytes[at]! - letterA;
      if (place < 0 || place > 25) break;
      column = column * 26 + place + 1;
    }
    if (column === 0 || column > lastColumn) throw this.#broken();
    return column - 1;
  }

  #readInteger(): number {
    let number = 0;
    for (let at = this.#from; at < this.#to; at += 1) {
      const digit = this.#bytes[at]! - zero;
      if (digit < 0 || digit > 9) throw this.#broken();
      number = number * 10 + digit;
    }
    return number;
  }

  #readType(): CellType {
    const initial = this.#bytes[this.#from];
    if (initial === letter.s) return this.#to - this.#from === 1 ? "shared" : "string";
    if (initial === letter.i) return "inline";
    if (initial === letter.b) return "boolean";
    if (initial === letter.e) return "error";
    return initial === letter.d ? "date" : "number";
  }

  #readValue(): Cell {
    this.#skipTag();
    this.#from = this.#at;
    this.#to = this.#seek(less);
    if (this.#from === this.#to) return emptyCell;
    if (this.#type === "shared") return this.#context.strings.cell(this.#readInteger());
    if (this.#type === "number") return this.#readNumber();
    if (this.#type === "boolean") {
      return booleanCell(this.#bytes[this.#from] === one || this.#bytes[this.#from] === letter.t);
    }
    const text = decodeText(this.#bytes.toString("utf8", this.#from, this.#to));
    if (this.#type === "error") return errorCell(text);
    if (this.#type === "date")
      return dateCell(text, null, /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null);
    return this.#textCell(text);
  }

  #readNumber(): Cell {
    const literal = this.#bytes.toString("latin1", this.#from, this.#to).trim();
    const number = Number(literal);
    if (literal === "" || Number.isNaN(number)) return textCell(literal);
    return (this.#context.shows[this.#style] ?? showPlain)(number, literal);
  }

  /** Joins the runs of a text that stands in its cell; how it sounds (`rPh`) is not part of it. */
  #readInline(): Cell {
    let text = "";
    let spoken = false;
    for (;;) {
      const closes = this.#nextTag();
      const initial = this.#bytes[this.#from];
      const length = this.#to - this.#from;
      if (closes && initial === letter.i) return this.#textCell(text);
      if (initial === letter.r && length === 3) spoken = !closes;
      if (closes || spoken || initial !== letter.t || length !== 1) continue;
      this.#skipTag();
      if (this.#bytes[this.#at - 2] === slash) continue;
      const from = this.#at;
      text += decodeText(this.#bytes.toString("utf8", from, this.#seek(less)));
    }
  }

  #textCell(text: string): Cell {
    if (text.length <= longestText) return textCell(text);
    throw refuse(excelRefusals.tooLongText, { words: { row: this.#row, limit: longestText } });
  }

  /**
   * Steps past the next `<name` or `</name`, leaves the name's place, and answers whether it
   * closes.
   */
  #nextTag(): boolean {
    const bytes = this.#bytes;
    let at = this.#seek(less) + 1;
    const closes = bytes[at] === slash;
    if (closes) at += 1;
    this.#from = at;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === colon) this.#from = at + 1;
      else if (byte <= space || byte === greater || byte === slash) break;
    }
    this.#to = at;
    this.#at = at;
    return closes;
  }

  /**
   * Steps past the next attribute and leaves its value's place; names longer than a letter answer
   * 1.
   */
  #nextAttribute(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < bytes.length && bytes[at]! <= space) at += 1;
    const initial = bytes[at]!;
    if (initial === greater || initial === slash) {
      this.#at = at;
      this.#skipTag();
      return initial;
    }
    const name = at;
    while (at < bytes.length && bytes[at] !== equals) at += 1;
    const length = at - name;
    const mark = bytes[at + 1];
    if (mark !== quote && mark !== apostrophe) throw this.#broken();
    this.#from = at + 2;
    this.#at = this.#from;
    this.#to = this.#seek(mark);
    this.#at = this.#to + 1;
    return length === 1 ? initial : 1;
  }

  #skipTag(): void {
    this.#at = this.#seek(greater) + 1;
  }

  /** The place of the next such byte. Refuses a piece that ends before it. */
  #seek(byte: number): number {
    const bytes = this.#bytes;
    for (let at = this.#at; at < bytes.length; at += 1) {
      if (bytes[at] === byte) {
        this.#at = at;
        return at;
      }
    }
    throw this.#broken();
  }

  #broken() {
    return refuse(excelRefusals.damaged, { words: { where: `第 ${this.#row} 行附近` } });
  }
}

const formulaWithoutResult = errorCell("公式没有算出结果");
