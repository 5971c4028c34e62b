// Pasted cells (粘贴表格): what was copied out of Excel or WPS becomes rows of a form's table.
import type { FieldDescription } from "./description.ts";
import { plainFigures } from "./rules.ts";

export type Row = Record<string, unknown>;

/** Tabs and line breaks say that whole cells were copied, not a word. */
export const isTable = (text: string): boolean => /\t|\r?\n./.test(text);

const cellsOf = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));

/**
 * Rows by column name. A first line that names columns says which is which, in any order; without it
 * the cells go into the columns from `from` on. Columns nobody asks for are left out.
 */
export function rowsFrom(text: string, columns: readonly FieldDescription[], from = 0): Row[] {
  const [first = [], ...rest] = cellsOf(text);
  const named = first.map((title) => columns.find((column) => column.title === title));
  const hasHead = named.filter(Boolean).length > first.length / 2;
  const order = hasHead ? named : columns.slice(from);
  return (hasHead ? rest : [first, ...rest])
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) => rowOf(cells, order));
}

function rowOf(cells: readonly string[], order: readonly (FieldDescription | undefined)[]): Row {
  const row: Row = {};
  for (const [index, column] of order.entries()) {
    const cell = cells[index];
    if (column && cell) row[column.name] = readCell(cell, column);
  }
  return row;
}

/** What cannot be understood stays out of a choice and stays as typed elsewhere, to be seen and mended. */
function readCell(cell: string, { kind, options = [] }: FieldDescription): unknown {
  switch (kind) {
    case "choice":
      return options.find(({ title, value }) => title === cell || value === cell)?.value;
    case "yes-no":
      return cell === "是" ? true : cell === "否" ? false : undefined;
    case "number":
      return numberOf(cell);
    case "money": {
      const yuan = numberOf(cell.replace(/[¥￥元]/g, ""));
      return yuan === undefined ? undefined : Math.round(yuan * 100);
    }
    case "day":
      return dayOf(cell);
    case "phone":
    case "id-number":
      return plainFigures(cell);
    default:
      return cell;
  }
}

function numberOf(cell: string): number | undefined {
  const number = Number(cell.normalize("NFKC").replace(/[,\s]/g, ""));
  return Number.isFinite(number) ? number : undefined;
}

/** `2026/3/2`, `2026年3月2日` and `20260302` are `2026-03-02`. */
function dayOf(cell: string): string | undefined {
  const found = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(cell);
  if (!found) return undefined;
  const [, year, month = "", day = ""] = found;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
