// Writing (写表): exports, templates and returned rosters, row by row, so that a million rows need no
// memory.
//
// hucre draws a small workbook with everything but the rows: head, widths, lists to choose from,
// notes. The rows then go into its sheet as they come. Its own row stream has no styles, no lists
// and no second sheet.
import { Readable } from "node:stream";
import { dayOf } from "../day.ts";
import { type Cell, columnName, longestText } from "./cell.ts";
import { type Column, drawWorkbook, headRows, type Layout } from "./layout.ts";
import { Source } from "./source.ts";
import { inflateWhole, openArchive } from "./unzip.ts";
import { type Part, zip } from "./zip.ts";

/**
 * One for each column. Numbers count as such only in columns of that kind; elsewhere they become
 * text.
 */
export type Value = string | number | null | undefined;

export interface SheetToWrite extends Layout {
  readonly rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>;
}

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const partBytes = 4_000_000;
const blockCharacters = 64 * 1024;
const lastRow = 1_048_576;

/**
 * An xlsx as a stream of bytes. Rows are pulled as it is read. Text never turns into a formula or a
 * number: it is stored as text in cells formatted as text. More rows than a sheet holds end the
 * stream with an error.
 */
export function writeSheet(sheet: SheetToWrite): Readable {
  return Readable.from(workbook(sheet), { objectMode: false });
}

/** All of it at once, for templates and other small sheets. */
export async function writeSheetBytes(sheet: SheetToWrite): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of workbook(sheet)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface SheetFile extends SheetToWrite {
  /** Name without the ending, of a template or of what is about other days than that on which it was made. */
  readonly file?: string;
}

const fileOf = ({ file, name, madeAt }: SheetFile): string =>
  file ?? (madeAt ? `${name}${dayOf(madeAt)}` : name);

/** A list as a file, named after the list and the day it was made, such as `组建进度2026-11-22.xlsx`. */
export async function sheetFile(sheet: SheetFile) {
  const bytes = await writeSheetBytes(sheet);
  return { name: `${fileOf(sheet)}.xlsx`, type: xlsxType, bytes };
}

async function* workbook(sheet: SheetToWrite): AsyncGenerator<Buffer> {
  const drawn = await Source.from(await drawWorkbook(sheet));
  const archive = await openArchive(drawn);
  const parts: Part[] = [];
  for (const [name, entry] of archive) {
    const whole = await inflateWhole(drawn, entry, partBytes);
    const isMain = name === "xl/worksheets/sheet1.xml";
    parts.push({ name, bytes: isMain ? withRows(whole.toString(), sheet) : whole });
  }
  yield* zip(parts);
}

/** Puts the rows where the drawn sheet has its sample row. */
async function* withRows(drawn: string, sheet: SheetToWrite): AsyncGenerator<Buffer> {
  const first = headRows(sheet) + 1;
  const sample = new RegExp(`<row r="${first}".*?</row>`).exec(drawn)?.[0];
  if (!sample) throw new Error("the drawn sheet has a sample row");
  const styles = Array.from(sample.matchAll(/ s="(\d+)"/g), ([, style]) => style!);
  const cells = sheet.columns.map(({ kind }, index) => new CellWriter(index, styles[index]!, kind));
  const [before, after] = drawn.split(sample);
  yield Buffer.from(withColumnStyles(before!, styles));
  let block = "";
  let row = first;
  for await (const values of sheet.rows) {
    if (row > lastRow) throw new Error(`a sheet holds at most ${lastRow} rows`);
    block += `<row r="${row}">`;
    for (const [index, cell] of cells.entries()) block += cell.xml(row, values[index]);
    block += "</row>";
    row += 1;
    if (block.length < blockCharacters) continue;
    yield Buffer.from(block);
    block = "";
  }
  yield Buffer.from(block + after!);
}

/**
 * Empty cells of a column take its style as well, so that what is typed into a template stays text.
 */
const withColumnStyles = (before: string, styles: readonly string[]): string =>
  before
    .replace(/<dimension [^>]*>/, "")
    .replace(/<col min="(\d+)"/g, (tag, number) => `${tag} style="${styles[Number(number) - 1]}"`);

class CellWriter {
  readonly #column: string;
  readonly #style: string;
  readonly #isNumber: boolean;

  constructor(index: number, style: string, kind: Column["kind"]) {
    this.#column = `<c r="${columnName(index)}`;
    this.#style = `" s="${style}"`;
    this.#isNumber = kind === "number";
  }

  xml(row: number, value: Value): string {
    if (value === null || value === undefined || value === "") return "";
    const opening = this.#column + row + this.#style;
    if (this.#isNumber && Number.isFinite(value)) return `${opening}><v>${value}</v></c>`;
    const text = escapeText(String(value));
    return `${opening} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
}

/** Ends a text longer than a cell can hold. */
const cut = "…（太长，后面没有写完）";
const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Text as XML takes it; what XML cannot hold is written `_x0007_`, and text that looks so is told
 * apart.
 */
function escapeText(text: string): string {
  const short = text.length > longestText ? text.slice(0, longestText - cut.length) + cut : text;
  if (!mayNeedEscape.test(short)) return short;
  return short
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(unsafe, (character) => named[character] ?? `_x${hexOf(character)}_`);
}

const mayNeedEscape = /[^\t\n -%'-;=?-^`-\ud7ff\ue000-\ufffd]/;
/** Control characters but tab and line feed, and the two that are none. */
const unsafe = /[&<>\ufffe\uffff]|(?![\t\n])\p{Cc}/gu;

const hexOf = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

export interface FaultyRow {
  readonly cells: readonly Cell[];
  readonly reason: string;
}

/**
 * Gives rows of a roster back as they were typed, each with the reason it was not taken in the last
 * column. A column of that title from an earlier return is replaced.
 */
export function annotate(sheet: {
  readonly name: string;
  readonly titles: readonly string[];
  readonly reasonTitle: string;
  readonly rows: Iterable<FaultyRow> | AsyncIterable<FaultyRow>;
}): Readable {
  const kept = [...sheet.titles.keys()].filter(
    (index) => sheet.titles[index] !== sheet.reasonTitle,
  );
  async function* rows(): AsyncGenerator<readonly Value[]> {
    for await (const { cells, reason } of sheet.rows) {
      yield [...kept.map((index) => cells[index]?.text), reason];
    }
  }
  const columns: Column[] = kept.map((index) => ({ title: sheet.titles[index]! }));
  columns.push({ title: sheet.reasonTitle, kind: "reason", widthCharacters: 60 });
  return writeSheet({ name: sheet.name, columns, rows: rows() });
}
