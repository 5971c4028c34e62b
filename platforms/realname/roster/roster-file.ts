// The roster file (名册文件): opened from the vault as a sheet, its rows with merged cells filled, below the head.
import {
  type Cell,
  type ReadOptions,
  readSheet,
  type Sheet,
  type SheetRow,
  type Surveys,
} from "@niangjia/foundation/excel";
import type { Vault } from "@niangjia/foundation/files";
import { MergedCells } from "./merged.ts";
import type { ImportRecord } from "./store.ts";

export interface RosterRow {
  /** As numbered in the sheet, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Files whose surveys are kept: an import is opened for its preview, for each look at its faults, and to run. */
const filesKept = 50;
const seen = new Map<string, Surveys>();

/** Of a content; a file in the vault never changes. */
function surveysOf(sha256: string): Surveys {
  const surveys = seen.get(sha256) ?? new Map();
  seen.delete(sha256);
  seen.set(sha256, surveys);
  const [oldest] = seen.keys();
  if (seen.size > filesKept) seen.delete(oldest!);
  return surveys;
}

/** Opens the file of an import; refuses what cannot be read, with one of `excelRefusals`. */
export const openRoster = (
  vault: Vault,
  { sha256, sheet }: Pick<ImportRecord, "sha256" | "sheet">,
  options: ReadOptions = {},
): Promise<Sheet> =>
  readSheet(vault.path(sha256), {
    ...options,
    surveys: surveysOf(sha256),
    ...(sheet === null ? {} : { sheet }),
  });

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
