// A sheet opened for reading (工作表): what is known of it beforehand, and its rows one after another.
import { refuse } from "../refusal.ts";
import type { SheetRow } from "./cell.ts";
import { excelRefusals } from "./refusals.ts";
import type { Surveys } from "./survey.ts";

export interface ReadOptions {
  /** The sheet to read; without it the first visible one with anything in it. */
  readonly sheet?: string;
  /** Filled rows at most, the head among them. */
  readonly maxRows?: number;
  readonly maxColumns?: number;
  /** Size of the file. */
  readonly maxBytes?: number;
  /** Of this very content: what is seen now is kept there, and what was seen before is not looked for again. */
  readonly surveys?: Surveys;
}

export type ReadLimits = Required<Omit<ReadOptions, "sheet" | "surveys">>;

export const usualLimits: ReadLimits = {
  maxRows: 1_048_576,
  maxColumns: 512,
  maxBytes: 512_000_000,
};

export const macrosIgnored = "文件里带有宏，系统没有运行它，只读取了表格内容。";

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** Rows come in rising order, empty ones left out; each walk reads the file anew from its start. */
export interface Sheet extends AsyncIterable<SheetRow> {
  readonly format: "xlsx" | "xls" | "csv";
  /** Empty for csv. */
  readonly name: string;
  readonly sheets: readonly SheetName[];
  readonly filledRows: number;
  /** Whether date numbers count from 1904, for `dayOfSerial`. */
  readonly date1904: boolean;
  /** Sentences for the person who uploaded it, such as that macros were ignored. */
  readonly remarks: readonly string[];
  /**
   * The same rows for a reader who needs these columns (from 0) only, which is quicker: cells of
   * others may be left empty, and empty rows be among them.
   */
  only(columns: ReadonlySet<number>): AsyncIterable<SheetRow>;
}

/**
 * Looks into sheets until one is filled. Refuses when none is, or the wanted one is missing or too
 * long.
 */
export async function chooseSheet<S extends SheetName, L extends { readonly filledRows: number }>(
  sheets: readonly S[],
  options: ReadOptions & ReadLimits,
  look: (sheet: S) => L | Promise<L>,
): Promise<{ sheet: S; seen: L }> {
  const wanted = options.sheet;
  const candidates = sheets.filter(({ name, hidden }) =>
    wanted === undefined ? !hidden : name === wanted,
  );
  if (wanted !== undefined && candidates.length === 0) {
    const names = sheets.map(({ name }) => name).join("、");
    throw refuse(excelRefusals.noSuchSheet, { words: { name: wanted, names } });
  }
  for (const sheet of candidates) {
    const seen = await look(sheet);
    if (seen.filledRows === 0) continue;
    checkRows(seen.filledRows, options.maxRows);
    return { sheet, seen };
  }
  throw refuse(excelRefusals.noRows);
}

export function checkRows(filledRows: number, limit: number): void {
  if (filledRows > limit) throw refuse(excelRefusals.tooManyRows, { words: { limit } });
}
