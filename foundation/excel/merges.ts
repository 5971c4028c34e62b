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
 * Marks covered cells as rows go by in rising order, keeping the ranges that reach the current one.
 */
export class MergeMarker {
  readonly #coming: Merge[];
  readonly #maxColumns: number;
  #open: Merge[] = [];

  constructor(merges: readonly Merge[], maxColumns: number) {
    this.#maxColumns = maxColumns;
    this.#coming = merges
      .filter(({ firstColumn }) => firstColumn < maxColumns)
      .sort((a, b) => b.firstRow - a.firstRow);
  }

  /** Puts a mark into each empty cell of the row (from 0) that a range covers. */
  mark(row: number, cells: Cell[]): void {
    while (this.#coming.length > 0 && this.#coming.at(-1)!.firstRow <= row) {
      this.#open.push(this.#coming.pop()!);
    }
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter(({ lastRow }) => lastRow >= row);
    let covered = 0;
    for (const merge of this.#open) {
      covered += this.#cover(merge, row, cells);
      if (covered > this.#maxColumns) throw overlapping();
    }
  }

  /** Answers how many columns it covers. */
  #cover(merge: Merge, row: number, cells: Cell[]): number {
    const into = `${columnName(merge.firstColumn)}${merge.firstRow + 1}`;
    const last = Math.min(merge.lastColumn, this.#maxColumns - 1);
    for (let column = merge.firstColumn; column <= last; column += 1) {
      if (row === merge.firstRow && column === merge.firstColumn) continue;
      while (cells.length <= column) cells.push(emptyCell);
      if (cells[column]!.kind === "empty") cells[column] = mergedCell(into);
    }
    return Math.max(0, last - merge.firstColumn + 1);
  }
}

/** Ranges that overlap are no spreadsheet's; thousands of them over every row would never end. */
const overlapping = () => refuse(excelRefusals.damaged, { words: { where: "合并单元格互相重叠" } });
