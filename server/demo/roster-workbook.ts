// The dirty roster as an xlsx (问题花名册文件), with the number cells, dates and merges of real files.
//
// `foundation/excel` writes sheets that cannot go wrong: text only, nothing merged. This one has to
// go wrong, so it is written with the library below it.
import { daysBetween, day as knownDay } from "@niangjia/foundation/day";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { DirtyRoster } from "./dirty-roster.ts";
import type { RosterCell } from "./roster-sheet.ts";

type SheetCells = NonNullable<WriteSheet["cells"]>;
type SheetMerge = NonNullable<WriteSheet["merges"]>[number];

/** Day 0 of the 1900 system for every day after February 1900. */
const serialZero = knownDay("1899-12-30");

function* styledCells(rows: readonly (readonly RosterCell[])[]): Generator<[string, object]> {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === null || typeof cell !== "object") continue;
      const value = daysBetween(serialZero, cell.day);
      yield [`${row},${column}`, { value, style: { numFmt: "yyyy/m/d" } }];
    }
  }
}

const columnIndex = (letter: string): number => letter.charCodeAt(0) - 65;

function mergeOf(range: string): SheetMerge {
  const [, fromColumn, fromRow, toColumn, toRow] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range)!;
  return {
    startRow: Number(fromRow) - 1,
    startCol: columnIndex(fromColumn!),
    endRow: Number(toRow) - 1,
    endCol: columnIndex(toColumn!),
  };
}

/** Always the same, so that the same roster is the same file. */
const madeAt = new Date("2026-01-01T00:00:00Z");

/** The bytes of a workbook of one sheet; row n of the sheet is `rows[n - 1]`. */
export function rosterWorkbook(roster: DirtyRoster): Promise<Uint8Array> {
  const rows = roster.rows.map(({ cells }) => cells);
  const cells: SheetCells = new Map(styledCells(rows));
  return writeXlsx({
    properties: { created: madeAt, modified: madeAt },
    sheets: [
      {
        name: roster.sheetName,
        rows: rows.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell))),
        cells,
        merges: roster.merges.map(mergeOf),
      },
    ],
  });
}
