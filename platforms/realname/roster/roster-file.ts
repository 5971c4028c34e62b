// The roster file (名册文件): opened from the vault as a sheet, its rows with merged cells filled, below the head.
import {
  type Cell,
  type ReadOptions,
  readSheet,
  type Sheet,
  type SheetRow,
} from "@niangjia/foundation/excel";
import type { Vault } from "@niangjia/foundation/files";
import { MergedCells } from "./merged.ts";
import type { ImportRecord } from "./store.ts";

export interface RosterRow {
  /** As numbered in the sheet, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Opens the file of an import; refuses what cannot be read, with one of `excelRefusals`. */
export const openRoster = (
  vault: Vault,
  { sha256, sheet }: Pick<ImportRecord, "sha256" | "sheet">,
  options: ReadOptions = {},
): Promise<Sheet> =>
  readSheet(vault.path(sha256), sheet === null ? options : { ...options, sheet });

/** Rows below the head, in order. */
export async function* rosterRows(
  sheet: AsyncIterable<SheetRow>,
  headRow: number,
): AsyncGenerator<RosterRow> {
  const merged = new MergedCells();
  for await (const row of sheet) {
    const cells = merged.fill(row);
    if (row.row > headRow) yield { row: row.row, cells };
  }
}

/** The first rows of a sheet as they are, to find the head in. */
export async function firstRows(sheet: Sheet, atMost: number): Promise<RosterRow[]> {
  const rows: RosterRow[] = [];
  for await (const row of sheet) {
    rows.push(row);
    if (rows.length >= atMost) break;
  }
  return rows;
}
