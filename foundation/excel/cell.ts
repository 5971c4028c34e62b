// Cells (单元格): what stands in a sheet, as people see it and as the file keeps it.

/** Characters a cell may hold, in Excel's own limit. */
export const longestText = 32_767;

export type CellKind = "text" | "number" | "date" | "boolean" | "error" | "empty";

export interface Cell {
  readonly kind: CellKind;
  /** As displayed. Whole numbers show all the digits the file holds; dates follow their format. */
  readonly text: string;
  /** The number behind a number or date (for a date the days since the file's epoch), else null. */
  readonly number: number | null;
  /** The day of a date, `YYYY-MM-DD`, else null. Dates typed as text are text. */
  readonly day: string | null;
  /** The address of the cell this empty one is merged into, such as `B5`, else null. */
  readonly mergedInto: string | null;
}

export interface SheetRow {
  /** As numbered in the sheet, from 1. */
  readonly row: number;
  /** From column A to the last cell that is not empty. */
  readonly cells: readonly Cell[];
}

const cell = (kind: CellKind, text: string, number: number | null, day: string | null): Cell => ({
  kind,
  text,
  number,
  day,
  mergedInto: null,
});

export const emptyCell: Cell = Object.freeze(cell("empty", "", null, null));
export const textCell = (text: string): Cell =>
  text === "" ? emptyCell : cell("text", text, null, null);
export const booleanCell = (value: boolean): Cell =>
  cell("boolean", value ? "TRUE" : "FALSE", null, null);
export const errorCell = (text: string): Cell => cell("error", text, null, null);
export const numberCell = (text: string, number: number): Cell =>
  cell("number", text, number, null);
export const dateCell = (text: string, number: number | null, day: string | null): Cell =>
  cell("date", text, number, day);
export const mergedCell = (into: string): Cell => ({ ...emptyCell, mergedInto: into });

/** `0` → `A`, `26` → `AA`. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * How a spreadsheet spoiled a long number, if it did. It keeps 15 digits: an 18-digit identity
 * number typed into a plain cell shows as `4.30102E+17` (`scientific`), or ends in zeros that were
 * never typed (`rounded`).
 */
export function spoiledNumber(cell: Cell): "scientific" | "rounded" | null {
  if (/^\d(\.\d+)?E\+\d+$/i.test(cell.text.trim())) return "scientific";
  return cell.kind === "number" && /^\d{13,}000$/.test(cell.text) ? "rounded" : null;
}
