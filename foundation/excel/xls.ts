// Old Excel workbooks (.xls 旧版工作簿), as Excel 97–2003, WPS (.et too) and LibreOffice write them: BIFF8 ([MS-XLS]).
import { refuse } from "../refusal.ts";
import {
  brokenOff,
  Cursor,
  type Piece,
  readRecord,
  record,
  recordsFrom,
  shortNumber,
} from "./biff.ts";
import { booleanCell, type Cell, emptyCell, errorCell, type SheetRow, textCell } from "./cell.ts";
import { Container } from "./cfb.ts";
import { type Show, showOf } from "./format.ts";
import { type Merge, MergeMarker } from "./merges.ts";
import { excelRefusals } from "./refusals.ts";
import {
  chooseSheet,
  type ReadLimits,
  type ReadOptions,
  type Sheet,
  type SheetName,
} from "./sheet.ts";
import type { Source } from "./source.ts";

const limits = { fileBytes: 256_000_000, records: 24_000_000, cells: 8_000_000, merges: 200_000 };
const biff8 = 0x0600;
const worksheet = 0;

/** Opens an OLE file as a workbook, or refuses with what it is instead. */
export async function openXls(source: Source, options: ReadOptions & ReadLimits): Promise<Sheet> {
  if (source.size > limits.fileBytes) throw refuse(excelRefusals.bomb);
  const container = new Container(await source.read(0, source.size));
  refuseOthers(container);
  const stream = container.stream("Workbook");
  const workbook = readWorkbook(stream);
  const budget = { records: limits.records };
  const { sheet, seen } = await chooseSheet(workbook.sheets, options, ({ at }) =>
    surveyCells(stream, at, budget),
  );
  return {
    format: "xls",
    name: sheet.name,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    filledRows: seen.filledRows,
    date1904: workbook.date1904,
    remarks: container.has("_VBA_PROJECT")
      ? ["文件里带有宏，系统没有运行它，只读取了表格内容。"]
      : [],
    [Symbol.asyncIterator]: () => walk(stream, workbook, seen, options.maxColumns),
  };
}

function refuseOthers(container: Container): void {
  if (container.has("EncryptedPackage")) throw refuse(excelRefusals.encrypted);
  if (container.has("Workbook")) return;
  if (container.has("Book")) {
    throw refuse(excelRefusals.oldFormat, { words: { kind: "Excel 95 以前" } });
  }
  const kind = container.has("WordDocument") ? "旧版 Word 文档" : "旧版 Office 文件";
  throw refuse(excelRefusals.notTable, { words: { kind } });
}

interface SheetPlace extends SheetName {
  readonly at: number;
}

interface Workbook {
  readonly sheets: readonly SheetPlace[];
  readonly date1904: boolean;
  readonly texts: readonly string[];
  readonly shows: readonly Show[];
}

/** Reads the part before the sheets: their names and places, number formats and shared texts. */
function readWorkbook(stream: Buffer): Workbook {
  checkVersion(readRecord(stream, 0));
  const sheets: SheetPlace[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let texts: string[] = [];
  let date1904 = false;
  for (const piece of recordsFrom(stream, 0)) {
    const cursor = new Cursor([piece.data]);
    if (piece.id === record.password) throw refuse(excelRefusals.encrypted);
    if (piece.id === record.date1904) date1904 = cursor.u16() === 1;
    if (piece.id === record.numberFormat) codes.set(cursor.u16(), cursor.text(cursor.u16()));
    if (piece.id === record.cellFormat) formats.push(piece.data.readUInt16LE(2));
    if (piece.id === record.sheet) sheets.push(...readSheetPlace(cursor));
    if (piece.id === record.strings)
      texts = readTexts([piece.data, ...continuations(stream, piece.next)]);
  }
  const shows = formats.map((id) => showOf(id, codes.get(id), date1904));
  return { sheets, date1904, texts, shows };
}

function checkVersion({ id, data }: Piece): void {
  if (id !== record.begin || data.length < 2) throw brokenOff();
  if (data.readUInt16LE(0) !== biff8) {
    throw refuse(excelRefusals.oldFormat, { words: { kind: "Excel 95 以前" } });
  }
}

function readSheetPlace(cursor: Cursor): SheetPlace[] {
  const at = cursor.u32();
  const hidden = (cursor.u8() & 3) !== 0;
  const type = cursor.u8();
  return type === worksheet ? [{ at, hidden, name: cursor.text(cursor.u8()) }] : [];
}

function* continuations(stream: Buffer, start: number): Generator<Buffer> {
  for (let at = start; ; ) {
    const { id, data, next } = readRecord(stream, at);
    if (id !== record.continuation) return;
    yield data;
    at = next;
  }
}

function readTexts(blocks: readonly Buffer[]): string[] {
  const cursor = new Cursor(blocks);
  cursor.skip(4);
  const count = cursor.u32();
  const texts: string[] = [];
  while (texts.length < count) texts.push(cursor.text(cursor.u16()));
  return texts;
}

interface Cells {
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

/** Finds cells by row; some programs write them in no order. The budget is for all sheets, as they may overlap. */
function surveyCells(stream: Buffer, at: number, budget: { records: number }): Cells {
  const rows = new Map<number, number[]>();
  const merges: Merge[] = [];
  let cells = 0;
  for (const piece of recordsFrom(stream, at)) {
    budget.records -= 1;
    if (budget.records < 0 || merges.length > limits.merges) throw refuse(excelRefusals.bomb);
    if (piece.id === record.merges) merges.push(...readMerges(piece.data));
    if (!cellRecords.has(piece.id)) continue;
    cells += 1;
    if (cells > limits.cells) throw refuse(excelRefusals.bomb);
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

async function* walk(
  stream: Buffer,
  workbook: Workbook,
  { rows, merges }: Cells,
  maxColumns: number,
): AsyncGenerator<SheetRow> {
  const marker = new MergeMarker(merges);
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells: Cell[] = [];
    for (const at of rows.get(row)!) placeCells(cells, readCells(stream, at, workbook));
    if (cells.length > maxColumns) {
      throw refuse(excelRefusals.tooManyColumns, { words: { row: row + 1, limit: maxColumns } });
    }
    if (cells.length === 0) continue;
    marker.mark(row, cells, maxColumns);
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
function readCells(stream: Buffer, at: number, { texts, shows }: Workbook) {
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

/** What a formula came to, where that is no number ([MS-XLS] 2.5.133); a text stands in a record of its own. */
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
