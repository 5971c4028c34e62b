// Tables among the facts (名单): each personal cell masked and sealed as a single field would be.
import { columnsOf, type Field } from "@niangjia/engine/process";
import type { Facts } from "./function.ts";

type Mask = (value: string) => string;
/** How a column is masked; undefined for what everybody who sees the case may see. */
type MaskOf = (column: Field) => Mask | undefined;
type RowsField = Extract<Field, { kind: "rows" }>;

/** The rows a field holds. */
export const rowsIn = (value: unknown): readonly Facts[] => (Array.isArray(value) ? value : []);

const masksOf = (field: RowsField, maskOf: MaskOf): [string, Mask][] =>
  columnsOf(field).flatMap(([name, column]): [string, Mask][] => {
    const mask = maskOf(column);
    return mask ? [[name, mask]] : [];
  });

export const hidesCells = (field: RowsField, maskOf: MaskOf): boolean =>
  masksOf(field, maskOf).length > 0;

function masked(row: Facts, masks: readonly [string, Mask][]): Facts {
  const hidden = masks.flatMap(([name, mask]) => {
    const cell = row[name];
    return typeof cell === "string" ? [[name, mask(cell)]] : [];
  });
  return { ...row, ...Object.fromEntries(hidden) };
}

export function maskRows(field: RowsField, value: unknown, maskOf: MaskOf): readonly Facts[] {
  const masks = masksOf(field, maskOf);
  return rowsIn(value).map((row) => masked(row, masks));
}

interface Given {
  readonly answers: unknown;
  readonly known: unknown;
}

/**
 * Rows may come back in another order, fewer or more. A masked cell stands for what it hid in the one
 * known row that shows the same masks; where several do and their order does not tell them apart,
 * it stays a mask and is refused, so that nobody's number goes to somebody else.
 */
export function unmaskRows(field: RowsField, { answers, known }: Given, maskOf: MaskOf): unknown {
  if (!Array.isArray(answers)) return answers;
  const masks = masksOf(field, maskOf);
  const whole = rowsIn(known);
  const shown = whole.map((row) => masked(row, masks));
  return answers.map((row: unknown, index) => {
    if (typeof row !== "object" || row === null) return row;
    const cells = row as Facts;
    const alike = shown.flatMap((one, at) => (showsSame(cells, one, masks) ? [at] : []));
    const stays = answers.length === shown.length && alike.includes(index);
    const found = alike.length === 1 ? alike[0] : stays ? index : undefined;
    return found === undefined
      ? row
      : restored(cells, { from: whole[found]!, shown: shown[found]! });
  });
}

const isStarred = (cell: unknown): boolean => typeof cell === "string" && cell.includes("*");

/** Every mask the row still bears is this one's, and it bears one. */
function showsSame(row: Facts, shown: Facts, masks: readonly [string, Mask][]): boolean {
  const starred = masks.map(([name]) => name).filter((name) => isStarred(row[name]));
  return starred.length > 0 && starred.every((name) => row[name] === shown[name]);
}

function restored(row: Facts, { from, shown }: { readonly from: Facts; readonly shown: Facts }) {
  const cells = Object.entries(row).map(([name, cell]) => {
    const untouched = isStarred(cell) && cell === shown[name];
    return [name, untouched ? from[name] : cell];
  });
  return Object.fromEntries(cells);
}
