// Spreadsheets (表格): rosters come in and go out as Excel; nothing else in the house touches such
// files.
export { type Cell, type CellKind, columnName, type SheetRow, spoiledNumber } from "./cell.ts";
export { dayOfSerial } from "./format.ts";
export { findHead, type Head } from "./head.ts";
export type { Column, Layout } from "./layout.ts";
export { readSheet } from "./read.ts";
export { excelRefusals } from "./refusals.ts";
export type { ReadOptions, Sheet, SheetName } from "./sheet.ts";
export type { Surveys } from "./survey.ts";
export {
  annotate,
  type FaultyRow,
  type SheetToWrite,
  sheetFile,
  type Value,
  writeSheet,
  writeSheetBytes,
  xlsxType,
} from "./write.ts";
