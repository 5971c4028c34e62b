// Old Excel workbooks (.xls 旧版工作簿), as Excel 97–2003, WPS (.et too) and LibreOffice write them:
// BIFF8 ([MS-XLS]).
import { refuse } from "../refusal.ts";
import {
  brokenOff,
  Cursor,
  continuations,
  type Piece,
  readRecord,
  record,
  recordsFrom,
} from "./biff.ts";
import { type CellContext, surveyCells, walkCells } from "./biff-cells.ts";
import { Container } from "./cfb.ts";
import { showOf } from "./format.ts";
import { excelRefusals } from "./refusals.ts";
import {
  chooseSheet,
  macrosIgnored,
  type ReadLimits,
  type ReadOptions,
  type Sheet,
  type SheetName,
} from "./sheet.ts";
import type { Source } from "./source.ts";

const maxFileBytes = 256_000_000;
/** Over all sheets, as a hostile file may let them overlap. */
const maxRecords = 24_000_000;
const biff8 = 0x0600;
const worksheet = 0;

/** Opens an OLE file as a workbook, or refuses with what it is instead. */
export async function openXls(source: Source, options: ReadOptions & ReadLimits): Promise<Sheet> {
  if (source.size > maxFileBytes) throw refuse(excelRefusals.bomb);
  const container = new Container(await source.read(0, source.size));
  refuseOthers(container);
  const stream = container.stream("Workbook");
  const workbook = readWorkbook(stream);
  const budget = { records: maxRecords };
  const { sheet, seen } = await chooseSheet(workbook.sheets, options, ({ at }) =>
    surveyCells(stream, at, budget),
  );
  const walk = () => walkCells(stream, workbook, seen, options.maxColumns);
  return {
    format: "xls",
    name: sheet.name,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    filledRows: seen.filledRows,
    date1904: workbook.date1904,
    remarks: container.has("_VBA_PROJECT") ? [macrosIgnored] : [],
    only: walk,
    [Symbol.asyncIterator]: walk,
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

interface Workbook extends CellContext {
  readonly sheets: readonly SheetPlace[];
  readonly date1904: boolean;
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

function readTexts(blocks: readonly Buffer[]): string[] {
  const cursor = new Cursor(blocks);
  cursor.skip(4);
  const count = cursor.u32();
  const texts: string[] = [];
  while (texts.length < count) texts.push(cursor.text(cursor.u16()));
  return texts;
}
