// The look of a workbook we write (表格版式): drawn once with a sample row, whose styles the real rows
// take on.
import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { columnName } from "./cell.ts";

export interface Column {
  readonly title: string;
  /** In characters of Latin script; a Chinese character takes two. */
  readonly widthCharacters?: number;
  /**
   * `text`, the usual kind, keeps what looks like a number or formula as it is written: identity
   * numbers, phones and codes are never numbers. `number` is for what may be added up.
   */
  readonly kind?: "text" | "number" | "reason";
  /** The only values to choose from, as a drop-down list. */
  readonly choices?: readonly string[];
}

export interface Layout {
  /** Of the sheet's tab; characters Excel forbids there are left out. */
  readonly name: string;
  /** A line over the head, across all columns. */
  readonly title?: string;
  readonly columns: readonly Column[];
  /** Lines of a second sheet named 填写说明. */
  readonly notes?: readonly string[];
  /**
   * Shown by programs as the time it was made; without it the same content gives the same bytes.
   */
  readonly madeAt?: Date;
}

const font = { name: "Calibri", size: 11 } as const;
const red = { rgb: "C00000" };
const border = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const titleStyle: CellStyle = {
  font: { ...font, bold: true, size: 14 },
  alignment: { horizontal: "center", vertical: "center" },
};
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F7E4E4" } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: { top: border, bottom: border, left: border, right: border },
};
const bodyStyles: Readonly<Record<NonNullable<Column["kind"]>, CellStyle>> = {
  text: { numFmt: "@", alignment: { vertical: "center" } },
  number: { numFmt: "General", alignment: { vertical: "center" } },
  reason: {
    numFmt: "@",
    font: { ...font, color: red },
    alignment: { wrapText: true, vertical: "center" },
  },
};
const codeSheet = "代码表";
const noteSheet = "填写说明";
const lastRow = 1_048_576;
const firstDay = new Date("1980-01-01T00:00:00Z");

/** Rows the head takes, the title among them. */
export const headRows = ({ title }: Layout): number => (title === undefined ? 1 : 2);

/**
 * The workbook with its head and, right below, one sample row of empty cells in the columns'
 * styles.
 */
export async function drawWorkbook(layout: Layout): Promise<Uint8Array> {
  const sheets = [mainSheet(layout)];
  if (layout.notes) sheets.push(notesSheet(layout.notes));
  const lists = layout.columns.flatMap(({ choices }) => (choices ? [choices] : []));
  if (lists.length > 0) sheets.push(choicesSheet(lists));
  const { madeAt = firstDay } = layout;
  return writeXlsx({ sheets, properties: { creator: "娘家", created: madeAt, modified: madeAt } });
}

function mainSheet(layout: Layout): WriteSheet {
  const { title, columns } = layout;
  const head = headRows(layout) - 1;
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  if (title !== undefined) cells.set("0,0", { value: title, style: titleStyle });
  for (const [index, column] of columns.entries()) {
    cells.set(`${head},${index}`, { value: column.title, style: headStyle });
    cells.set(`${head + 1},${index}`, { value: null, style: bodyStyles[column.kind ?? "text"] });
  }
  return {
    name: sheetName(layout.name),
    rows: Array.from({ length: head + 2 }, () => columns.map(() => null)),
    cells,
    columns: columns.map(({ title, widthCharacters }) => ({
      width: widthCharacters ?? widthOf(title),
    })),
    rowDefs: new Map([[head, { height: 24 }]]),
    freezePane: { rows: head + 1 },
    dataValidations: choicesOf(columns, head + 2),
    ...(title !== undefined && columns.length > 1
      ? { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] }
      : {}),
  };
}

const widthOf = (title: string): number => Math.max(10, title.length * 2 + 4);

/** Lists stand in a sheet of their own: written into the rule they may not pass 255 characters. */
function choicesOf(columns: readonly Column[], firstRow: number): DataValidation[] {
  const withChoices = [...columns.keys()].filter((index) => columns[index]!.choices);
  return withChoices.map((index, list) => ({
    type: "list",
    formula1: listPlace(list, columns[index]!.choices!.length),
    range: `${columnName(index)}${firstRow}:${columnName(index)}${lastRow}`,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: columns[index]!.title,
    errorMessage: "请点格子右边的箭头，从列表里选一项。",
  }));
}

const listPlace = (list: number, length: number): string =>
  `${codeSheet}!$${columnName(list)}$1:$${columnName(list)}$${length}`;

function choicesSheet(lists: readonly (readonly string[])[]): WriteSheet {
  const length = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null));
  return { name: codeSheet, rows, hidden: true };
}

function notesSheet(notes: readonly string[]): WriteSheet {
  const style: CellStyle = { alignment: { wrapText: true, vertical: "top" } };
  return { name: noteSheet, rows: notes.map((note) => [note]), columns: [{ width: 100, style }] };
}

/** Excel allows 31 characters and none of `[]:*?/\`; a name of nothing else becomes 表. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\\p{C}]/gu, "")
    .replace(/^'+|'+$/g, "")
    .trim();
  return allowed.slice(0, 31).toWellFormed() || "表";
}
