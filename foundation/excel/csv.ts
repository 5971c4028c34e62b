// Comma-separated text (.csv 文本表格), as Excel, WPS and LibreOffice write it (RFC 4180 and its
// habits).
import { refuse } from "../refusal.ts";
import { type Cell, emptyCell, longestText, type SheetRow, textCell } from "./cell.ts";
import { type Encoding, encodingOf, utf8From } from "./encoding.ts";
import { excelRefusals } from "./refusals.ts";
import { checkRows, type ReadLimits, type Sheet } from "./sheet.ts";
import type { Source } from "./source.ts";

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const recordBytes = 8_000_000;
const separators = [",", "\t", ";"].map((separator) => separator.charCodeAt(0));
const sampleBytes = 64 * 1024;

/**
 * Opens text as a table. It is read through once before any row is given, as survey.ts says of
 * sheets.
 */
export async function openCsv(source: Source, limits: ReadLimits): Promise<Sheet> {
  const encoding = await encodingOf(source);
  const separator = await separatorOf(source, encoding);
  const walk = () => rowsOf(utf8From(source, encoding), separator, limits.maxColumns);
  let filledRows = 0;
  for await (const _ of walk()) {
    filledRows += 1;
    checkRows(filledRows, limits.maxRows);
  }
  if (filledRows === 0) throw refuse(excelRefusals.noRows);
  return {
    format: "csv",
    name: "",
    sheets: [],
    filledRows,
    date1904: false,
    remarks: [],
    only: walk,
    [Symbol.asyncIterator]: walk,
  };
}

/** The separator that cuts a typical line of the beginning into most fields. */
async function separatorOf(source: Source, encoding: Encoding): Promise<number> {
  for await (const sample of utf8From(source, encoding)) {
    const begin = sample.subarray(0, sampleBytes);
    const named = /^sep=([,;\t])\r?\n/i.exec(begin.toString("latin1", 0, 8))?.[1];
    if (named) return named.charCodeAt(0);
    const widths = separators.map((separator) => typicalWidth(begin, separator));
    return separators[widths.indexOf(Math.max(...widths))]!;
  }
  return separators[0]!;
}

function typicalWidth(sample: Buffer, separator: number): number {
  const reader = new RecordReader(separator, Number.POSITIVE_INFINITY);
  const widths: number[] = [];
  for (const { cells } of reader.records(sample)) {
    if (cells.length > 0 || reader.width > 1) widths.push(reader.width);
  }
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

async function* rowsOf(
  chunks: AsyncIterable<Buffer>,
  separator: number,
  maxColumns: number,
): AsyncGenerator<SheetRow> {
  const reader = new RecordReader(separator, maxColumns);
  for await (const chunk of chunks) yield* filled(reader.records(chunk));
  yield* filled(reader.end());
}

function* filled(rows: Iterable<SheetRow>): Generator<SheetRow> {
  for (const row of rows) if (row.cells.length > 0) yield row;
}

/** Reads records out of UTF-8 chunks; one that is not yet whole waits for the next chunk. */
class RecordReader {
  readonly #separator: number;
  readonly #maxColumns: number;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #row = 0;
  #cells: Cell[] = [];
  #column = 0;

  constructor(separator: number, maxColumns: number) {
    this.#separator = separator;
    this.#maxColumns = maxColumns;
  }

  /** Fields of the last record read, empty ones too. */
  get width(): number {
    return this.#column;
  }

  *records(chunk: Buffer): Generator<SheetRow> {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    for (let start = 0; ; start = this.#at) {
      this.#at = start;
      if (!this.#readRecord()) {
        this.#bytes = this.#bytes.subarray(start);
        if (this.#bytes.length > recordBytes) throw this.#openQuote();
        return;
      }
      if (!this.#isSeparatorLine()) yield this.#take();
    }
  }

  /** The last record, which may lack its line end. */
  *end(): Generator<SheetRow> {
    if (this.#bytes.length === 0) return;
    this.#at = 0;
    this.#bytes = Buffer.concat([this.#bytes, Buffer.from("\n")]);
    if (!this.#readRecord()) throw this.#openQuote();
    yield this.#take();
  }

  #take(): SheetRow {
    return { row: this.#row, cells: this.#cells };
  }

  /** Excel's own first line that names the separator. */
  #isSeparatorLine(): boolean {
    return this.#row === 1 && /^sep=.?$/i.test(this.#cells[0]?.text ?? "");
  }

  /** Reads one record into the cells; false when the bytes end before it does. */
  #readRecord(): boolean {
    this.#cells = [];
    this.#column = 0;
    for (;;) {
      const text = this.#bytes[this.#at] === quote ? this.#readQuoted() : this.#readPlain();
      if (text === undefined) return false;
      this.#place(text);
      if (this.#bytes[this.#at] === this.#separator) {
        this.#at += 1;
        continue;
      }
      if (this.#bytes[this.#at] === carriageReturn) {
        if (this.#at + 1 === this.#bytes.length) return false;
        if (this.#bytes[this.#at + 1] === newline) this.#at += 1;
      }
      this.#at += 1;
      this.#row += 1;
      return true;
    }
  }

  #place(text: string): void {
    const column = this.#column;
    this.#column += 1;
    if (text === "") return;
    if (column >= this.#maxColumns) {
      const words = { row: this.#row + 1, limit: this.#maxColumns };
      throw refuse(excelRefusals.tooManyColumns, { words });
    }
    if (text.length > longestText) {
      throw refuse(excelRefusals.tooLongText, {
        words: { row: this.#row + 1, limit: longestText },
      });
    }
    while (this.#cells.length < column) this.#cells.push(emptyCell);
    this.#cells.push(textCell(unwrapFormula(text)));
  }

  /** Up to a separator or line end; undefined when the bytes end first. */
  #readPlain(): string | undefined {
    const bytes = this.#bytes;
    for (let at = this.#at; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte !== this.#separator && byte !== newline && byte !== carriageReturn) continue;
      const text = bytes.toString("utf8", this.#at, at);
      this.#at = at;
      return text;
    }
    return undefined;
  }

  /**
   * A quoted field, its doubled quotes single; letters that follow the closing quote belong to it.
   */
  #readQuoted(): string | undefined {
    const bytes = this.#bytes;
    for (
      let end = bytes.indexOf(quote, this.#at + 1);
      end >= 0;
      end = bytes.indexOf(quote, end + 2)
    ) {
      if (end + 1 === bytes.length) return undefined;
      if (bytes[end + 1] === quote) continue;
      const inside = bytes.toString("utf8", this.#at + 1, end).replaceAll('""', '"');
      this.#at = end + 1;
      const after = this.#readPlain();
      return after === undefined ? undefined : inside + after;
    }
    return undefined;
  }

  #openQuote() {
    return refuse(excelRefusals.openQuote, { words: { row: this.#row + 1 } });
  }
}

/** `="0123"` is how a number is kept as text in csv. */
const unwrapFormula = (text: string): string =>
  text.startsWith('="') ? (/^="([^"]*)"$/.exec(text)?.[1] ?? text) : text;
