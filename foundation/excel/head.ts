// The head of a table (表头): which of the first rows names the columns, in one row or two, merged or
// not.
import { columnName, type SheetRow } from "./cell.ts";

export interface Head {
  /** As numbered in the sheet, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** By column from A; a column under a group reads `联系方式/手机`, one without a name is empty. */
  readonly titles: readonly string[];
}

/**
 * A row that names nearly as many columns as the fullest one is the head, when no title is known.
 */
const nearlyAll = 0.6;
const fewestTitles = 2;

/**
 * Finds the head among the first rows of a sheet (twenty are plenty); null when no row names two
 * columns. With `isTitle` the row that holds most known titles wins; without, or when it knows
 * none, the first full row of text.
 */
export function findHead(
  rows: readonly SheetRow[],
  isTitle?: (title: string) => boolean,
): Head | null {
  const heads = rows.map((_, index) => headAt(rows, index));
  const known = heads.map(({ titles }) => titles.filter((title) => isTitle?.(title)).length);
  const mostKnown = Math.max(0, ...known);
  if (mostKnown > 0) return heads[known.indexOf(mostKnown)]!;
  const named = rows.map(({ cells }, index) =>
    cells.every(({ kind }) => kind === "text" || kind === "empty")
      ? new Set(heads[index]!.titles.filter((title) => title !== "")).size
      : 0,
  );
  const enough = Math.max(fewestTitles, Math.max(0, ...named) * nearlyAll);
  return heads[named.findIndex((count) => count >= enough)] ?? null;
}

/** Titles are compared and shown without the spaces and line breaks people set them apart with. */
const tidy = (text: string): string => text.replace(/\s+/g, "");

function headAt(rows: readonly SheetRow[], index: number): Head {
  const first = rows[index]!;
  const second = rows[index + 1];
  const next = second?.row === first.row + 1 ? second : undefined;
  const titles =
    next && (isTied(first, next) || fillsGaps(first, next)) ? joined(first, next) : undefined;
  return {
    firstRow: first.row,
    lastRow: titles ? next!.row : first.row,
    titles: titles ?? first.cells.map(({ text }) => tidy(text)),
  };
}

/** Whether merged cells of the first row reach into the second, or group some of its columns. */
function isTied(first: SheetRow, second: SheetRow): boolean {
  const values = first.cells.filter(({ kind }) => kind !== "empty");
  const merged = [...first.cells, ...second.cells].some(
    ({ mergedInto }) => mergedInto && rowOf(mergedInto) === first.row,
  );
  return values.length >= fewestTitles && merged;
}

const rowOf = (address: string): number => Number(address.replace(/^[A-Z]+/, ""));

/**
 * In csv merged cells are gone: the second row then names only the columns the first leaves open
 * after a group.
 */
function fillsGaps(first: SheetRow, second: SheetRow): boolean {
  const isGap = (column: number): boolean => textAt(first, column) === "";
  const filled = [...second.cells.keys()].filter((column) => textAt(second, column) !== "");
  return (
    !isGap(0) &&
    !filled.includes(0) &&
    filled.some(isGap) &&
    filled.every(
      (column) => second.cells[column]!.kind === "text" && (isGap(column) || isGap(column + 1)),
    )
  );
}

const textAt = (row: SheetRow, column: number): string => tidy(row.cells[column]?.text ?? "");

function joined(first: SheetRow, second: SheetRow): string[] {
  const titles: string[] = [];
  let group = "";
  for (let column = 0; column < Math.max(first.cells.length, second.cells.length); column += 1) {
    const above = shownAt(column, first, [first]);
    const below = shownAt(column, second, [first, second]);
    if (above !== "") group = above;
    const top = above === "" && below !== "" ? group : above;
    titles.push(top === below || below === "" ? top : [top, below].filter(Boolean).join("/"));
  }
  return titles;
}

/**
 * The text at a column, or that of the cell it is merged into where that one is in the head as
 * well.
 */
function shownAt(column: number, row: SheetRow, head: readonly SheetRow[]): string {
  const into = row.cells[column]?.mergedInto;
  if (!into) return textAt(row, column);
  const owner = head.find((each) => each.row === rowOf(into));
  return owner ? textAt(owner, columnOf(into, owner)) : "";
}

const columnOf = (address: string, row: SheetRow): number => {
  const name = address.replace(/\d+$/, "");
  return [...row.cells.keys()].find((column) => columnName(column) === name) ?? -1;
};
