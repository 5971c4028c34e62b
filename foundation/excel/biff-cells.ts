// Cells of old Excel sheets (旧版单元格): found by row, read when their row is asked for ([MS-XLS] 2.4,
// 2.5).
import { refuse } from "../refusal.ts";
import {
  brokenOff,
  Cursor,
  continuations,
  readRecord,
  record,
  recordsFrom,
  shortNumber,
} from "./biff.ts";
import { booleanCell, type Cell, emptyCell, errorCell, type SheetRow, textCell } from "./cell.ts";
import { type Show, showOf } from "./format.ts";
import { type Merge, MergeMarker } from "./merges.ts";
import { excelRefusals } from "./refusals.ts";

const maxCells = 8_000_000;
const maxMerges = 200_000;

/** What the numbers in cell records stand for. */
export interface CellContext {
  readonly texts: readonly string[];
  readonly shows: readonly Show[];
}

export interface Cells {
  readonly filledRows: number;
  readonly merges: readonly Merge[];
  /** For each row from 0 the places of its cells' records. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
}

const cellRecords = new Set<number>([
  record.formula,
  record.multipleNumbers,
  record.sharedText,
  record.number,
  record.text,
  record.booleanOrError,
  record.shortNumber,
]);

/**
 * Finds a sheet's cells by row; some programs write them in no order. Takes its records off the
 * budget.
 */
export function surveyCells(stream: Buffer, at: number, budget: { records: number }): Cells {
  const rows = new Map<number, number[]>();
  const merges: Merge[] = [];
  let cells = 0;
  for (const piece of recordsFrom(stream, at)) {
    budget.records -= 1;
    if (budget.records < 0 || merges.length > maxMerges) throw refuse(excelRefusals.bomb);
    if (piece.id === record.merges) merges.push(...readMerges(piece.data));
    if (!cellRecords.has(piece.id)) continue;
    cells += 1;
    if (cells > maxCells) throw refuse(excelRefusals.bomb);
    const row = new Cursor([piece.data]).u16();
    const places = rows.get(row);
    if (places) places.push(piece.at);
    else rows.set(row, [piece.at]);
  }
  return { filledRows: rows.size, merges, rows };
}

function readMerges(data: Buffer): Merge[] {
  const cursor = new Cursor([data]);
  return Array.from({ length: cursor.u16() }, () => ({
    firstRow: cursor.u16(),
    lastRow: cursor.u16(),
    firstColumn: cursor.u16(),
    lastColumn: cursor.u16(),
  }));
}

export async function* walkCells(
  stream: Buffer,
  context: CellContext,
  { rows, merges }: Cells,
  maxColumns: number,
): AsyncGenerator<SheetRow> {
  const marker = new MergeMarker(merges, maxColumns);
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells: Cell[] = [];
    for (const at of rows.get(row)!) placeCells(cells, readCells(stream, at, context));
    if (cells.length > maxColumns) {
      throw refuse(excelRefusals.tooManyColumns, { words: { row: row + 1, limit: maxColumns } });
    }
    if (cells.length === 0) continue;
    marker.mark(row, cells);
    yield { row: row + 1, cells };
  }
}

function placeCells(cells: Cell[], { column, found }: { column: number; found: Cell[] }): void {
  for (const [index, cell] of found.entries()) {
    if (cell.kind === "empty") continue;
    while (cells.length < column + index) cells.push(emptyCell);
    cells[column + index] = cell;
  }
}

/** The cells of one record: one, or for `multipleNumbers` several side by side. */
function readCells(stream: Buffer, at: number, { texts, shows }: CellContext) {
  const { id, data, next } = readRecord(stream, at);
  const cursor = new Cursor([data]);
  cursor.skip(2);
  const column = cursor.u16();
  const number = (format: number, value: number): Cell => (shows[format] ?? showPlain)(value);
  if (id === record.multipleNumbers) {
    const found = Array.from({ length: Math.floor((data.length - 6) / 6) }, () =>
      number(cursor.u16(), shortNumber(cursor.u32())),
    );
    return { column, found };
  }
  const format = cursor.u16();
  switch (id) {
    case record.sharedText:
      return { column, found: [sharedText(texts, cursor.u32())] };
    case record.shortNumber:
      return { column, found: [number(format, shortNumber(cursor.u32()))] };
    case record.number:
      return { column, found: [number(format, cursor.f64())] };
    case record.text:
      return { column, found: [textCell(cursor.text(cursor.u16()))] };
    case record.booleanOrError:
      return { column, found: [booleanOrError(cursor.u8(), cursor.u8() === 1)] };
    default: {
      const result = data.subarray(6, 14);
      if (result.length < 8) throw brokenOff();
      const isNumber = result.readUInt16LE(6) !== 0xffff;
      const found = isNumber
        ? number(format, result.readDoubleLE())
        : formulaResult(stream, next, result);
      return { column, found: [found] };
    }
  }
}

const showPlain = showOf(0, undefined, false);

function sharedText(texts: readonly string[], index: number): Cell {
  const text = texts[index];
  if (text === undefined) throw brokenOff();
  return textCell(text);
}

/**
 * What a formula came to, where that is no number ([MS-XLS] 2.5.133); a text stands in a record of
 * its own.
 */
function formulaResult(stream: Buffer, next: number, result: Buffer): Cell {
  const kind = result[0];
  if (kind === 1) return booleanOrError(result[2]!, false);
  if (kind === 2) return booleanOrError(result[2]!, true);
  if (kind === 3) return emptyCell;
  for (let at = next; ; ) {
    const piece = readRecord(stream, at);
    if (piece.id === record.formulaText) {
      const cursor = new Cursor([piece.data, ...continuations(stream, piece.next)]);
      return textCell(cursor.text(cursor.u16()));
    }
    if (piece.id === record.end || cellRecords.has(piece.id)) return errorCell("公式没有算出结果");
    at = piece.next;
  }
}

const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

const booleanOrError = (value: number, isError: boolean): Cell =>
  isError ? errorCell(errors[value] ?? "#ERR!") : booleanCell(value !== 0);
