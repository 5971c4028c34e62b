// Rows of an xlsx sheet (工作表行), one after another, so that a million need the memory of a few
// (ECMA-376 part 1, 18.3.1).
import { refuse } from "../refusal.ts";
import {
  booleanCell,
  type Cell,
  dateCell,
  emptyCell,
  errorCell,
  longestText,
  textCell,
} from "./cell.ts";
import { type Show, showOf } from "./format.ts";
import { excelRefusals } from "./refusals.ts";
import type { SharedStrings } from "./strings.ts";
import { TagScanner, tagEnd } from "./tags.ts";
import { decodeText, type Piece } from "./xml.ts";

const letter = {
  A: 0x41,
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
const one = 0x31;
const lastRow = 1_048_576;
const lastColumn = 16_384;
const showPlain = showOf(0, undefined, false);
const formulaWithoutResult = errorCell("公式没有算出结果");

type CellType = "number" | "shared" | "string" | "inline" | "boolean" | "error" | "date";

export interface SheetContext {
  readonly strings: SharedStrings;
  readonly shows: readonly Show[];
  readonly maxColumns: number;
  /** Only these are read; all when left out. */
  readonly columns?: ReadonlySet<number>;
}

/** Reads pieces of whole rows. Refuses rows that break off, run backwards or are too wide. */
export class RowReader {
  readonly #context: SheetContext;
  readonly #tags = new TagScanner();
  #cellEnd = "";
  #column = 0;
  #style = -1;
  #type: CellType = "number";

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The rows of a piece that have a value. */
  *rows({ bytes, prefix }: Piece): Generator<{ row: number; cells: Cell[] }> {
    const tags = this.#tags;
    const opening = `<${prefix}row`;
    this.#cellEnd = `</${prefix}c>`;
    tags.bytes = bytes;
    for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, tags.at)) {
      tags.at = at + opening.length;
      const cells = this.#readRowTag() === tagEnd.open ? this.#readCells() : [];
      // Of a few columns none may have a value, and yet one be merged into a cell above.
      if (cells.length > 0 || this.#context.columns) yield { row: tags.row, cells };
    }
  }

  #readRowTag(): number {
    const tags = this.#tags;
    let row = tags.row + 1;
    let name = tags.nextAttribute();
    for (; name !== tagEnd.open && name !== tagEnd.selfClosed; name = tags.nextAttribute()) {
      if (name === letter.r) row = tags.integer();
    }
    if (row <= tags.row || row > lastRow) throw tags.broken();
    tags.row = row;
    this.#column = 0;
    return name;
  }

  #readCells(): Cell[] {
    const tags = this.#tags;
    const cells: Cell[] = [];
    for (;;) {
      const closes = tags.nextTag();
      if (closes && tags.initial === letter.r && tags.length === 3) return cells;
      if (closes || tags.initial !== letter.c || tags.length !== 1) continue;
      const cell = this.#readCell();
      if (cell.kind !== "empty") this.#place(cell, cells);
      this.#column += 1;
    }
  }

  #place(cell: Cell, cells: Cell[]): void {
    const limit = this.#context.maxColumns;
    if (this.#column >= limit) {
      throw refuse(excelRefusals.tooManyColumns, { words: { row: this.#tags.row, limit } });
    }
    while (cells.length < this.#column) cells.push(emptyCell);
    cells[this.#column] = cell;
  }

  #readCell(): Cell {
    const tags = this.#tags;
    if (this.#readCellTag() === tagEnd.selfClosed) return emptyCell;
    if (this.#context.columns?.has(this.#column) === false) {
      tags.stepPast(this.#cellEnd);
      return emptyCell;
    }
    let cell = emptyCell;
    for (;;) {
      const closes = tags.nextTag();
      if (closes && tags.initial === letter.c) return cell;
      if (closes) continue;
      if (tags.initial === letter.v) cell = this.#readValue();
      else if (tags.initial === letter.i) cell = this.#readInline();
      else if (tags.initial === letter.f) cell = formulaWithoutResult;
    }
  }

  /** Takes column, style and type of a cell; a cell without an address follows the one before. */
  #readCellTag(): number {
    const tags = this.#tags;
    this.#style = -1;
    this.#type = "number";
    for (;;) {
      const name = tags.nextAttribute();
      if (name === tagEnd.open || name === tagEnd.selfClosed) return name;
      if (name === letter.r) this.#column = this.#readColumn();
      else if (name === letter.s) this.#style = tags.integer();
      else if (name === letter.t) this.#type = this.#readType();
    }
  }

  #readColumn(): number {
    const { bytes, from, to } = this.#tags;
    let column = 0;
    for (let at = from; at < to; at += 1) {
      const place = bytes[at]! - letter.A;
      if (place < 0 || place > 25) break;
      column = column * 26 + place + 1;
    }
    if (column === 0 || column > lastColumn) throw this.#tags.broken();
    return column - 1;
  }

  #readType(): CellType {
    const { initial, length } = this.#tags;
    if (initial === letter.s) return length === 1 ? "shared" : "string";
    if (initial === letter.i) return "inline";
    if (initial === letter.b) return "boolean";
    if (initial === letter.e) return "error";
    return initial === letter.d ? "date" : "number";
  }

  #readValue(): Cell {
    const tags = this.#tags;
    tags.text();
    if (tags.length === 0) return emptyCell;
    if (this.#type === "shared") return this.#context.strings.cell(tags.integer());
    if (this.#type === "number") return this.#readNumber();
    if (this.#type === "boolean") {
      return booleanCell(tags.initial === one || tags.initial === letter.t);
    }
    const text = decodeText(tags.string("utf8"));
    if (this.#type === "error") return errorCell(text);
    if (this.#type !== "date") return this.#textCell(text);
    return dateCell(text, null, /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null);
  }

  #readNumber(): Cell {
    const literal = this.#tags.string("latin1").trim();
    const number = Number(literal);
    if (literal === "" || Number.isNaN(number)) return textCell(literal);
    return (this.#context.shows[this.#style] ?? showPlain)(number, literal);
  }

  /** Joins the runs of a text that stands in its cell; how it sounds (`rPh`) is not part of it. */
  #readInline(): Cell {
    const tags = this.#tags;
    let text = "";
    let spoken = false;
    for (;;) {
      const closes = tags.nextTag();
      if (closes && tags.initial === letter.i) return this.#textCell(text);
      if (tags.initial === letter.r && tags.length === 3) spoken = !closes;
      if (closes || spoken || tags.initial !== letter.t || tags.length !== 1) continue;
      tags.text();
      text += decodeText(tags.string("utf8"));
    }
  }

  #textCell(text: string): Cell {
    if (text.length <= longestText) return textCell(text);
    const words = { row: this.#tags.row, limit: longestText };
    throw refuse(excelRefusals.tooLongText, { words });
  }
}
