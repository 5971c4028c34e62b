// Merged cells (合并单元格): which cells a merged range covers, row after row.
import { refuse } from "../refusal.ts";
import { type Cell, columnName, emptyCell, mergedCell } from "./cell.ts";
import { excelRefusals } from "./refusals.ts";

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** `B5:D6` in numbers; null for what is not a range. */
export function readRange(reference: string): Merge | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return null;
  const [, firstColumn, firstRow, lastColumn, lastRow] = match;
  return {
    firstRow: Number(firstRow) - 1,
    lastRow: Number(lastRow) - 1,
    firstColumn: columnNumber(firstColumn!),
    lastColumn: columnNumber(lastColumn!),
  };
}

const columnNumber = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * Marks covered cells as rows go by in rising order, keeping only the ranges that reach the current
 * row.
 */
export class MergeMarker {
  readonly #coming: Merge[];
  #open: Merge[] = [];

  constructor(merges: readonly Merge[]) {
    this.#coming = [...merges].sort((a, b) => b.firstRow - a.firstRow);
  }

  /**
   * Puts a mark into each empty cell of the row (from 0) that a range covers, up to `maxColumns`.
   */
  mark(row: number, cells: Cell[], maxColumns: number): void {
    while (this.#coming.length > 0 && this.#coming.at(-1)!.firstRow <= row) {
      this.#open.push(this.#coming.pop()!);
    }
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter((merge) => merge.lastRow >= row);
    const covered = this.#open.reduce((sum, merge) => sum + widthOf(merge, maxColumns), 0);
    if (covered > maxColumns) throw overlapping();
    for (const merge of this.#open) cover(merge, row, cells, maxColumns);
  }
}

const widthOf = ({ firstColumn, lastColumn }: Merge, maxColumns: number): number =>
  Math.max(0, Math.min(lastColumn, maxColumns - 1) - firstColumn + 1);

/** Ranges that overlap are no spreadsheet's; thousands of them over every row would never end. */
const overlapping = () =>
  refuse(excelRefusals.damaged, { words: { where: "合并单元格互相重叠" } });

function cover(merge: Merge, row: number, cells: Cell[], maxColumns: number): void {
  const into = `${columnName(merge.firstColumn)}${merge.firstRow + 1}`;
  const last = Math.min(merge.lastColumn, maxColumns - 1);
  for (let column = merge.firstColumn; column <= last; column += 1) {
    if (row === merge.firstRow && column === merge.firstColumn) continue;
    while (cells.length <= column) cells.push(emptyCell);
    if (cells[column]!.kind === "empty") cells[column] = mergedCell(into);
  }
}
