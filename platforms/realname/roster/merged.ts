// Merged cells (合并单元格): gives the cells below a merged one its value, as the people who merged them meant it.
import { type Cell, columnName, type SheetRow } from "@niangjia/foundation/excel";

/**
 * Fills cells merged downwards, row after row in order. Cells merged sideways stay empty: there the first column holds
 * the value.
 */
export class MergedCells {
  /** By column: the last cell with a value, and its row. */
  readonly #cells: (Cell | undefined)[] = [];
  readonly #rows: number[] = [];

  fill({ row, cells }: SheetRow): readonly Cell[] {
    let filled: Cell[] | undefined;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column]!;
      if (cell.kind !== "empty") {
        this.#cells[column] = cell;
        this.#rows[column] = row;
        continue;
      }
      const owner = this.#cells[column];
      if (cell.mergedInto === null || owner === undefined) continue;
      if (cell.mergedInto !== `${columnName(column)}${this.#rows[column]}`) continue;
      filled ??= [...cells];
      filled[column] = owner;
    }
    return filled ?? cells;
  }
}
