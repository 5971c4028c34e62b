// Excel workbooks (.xlsx 工作簿): the first filled sheet, its rows as a stream.
import { refuse } from "../refusal.ts";
import type { SheetRow } from "./cell.ts";
import { MergeMarker } from "./merges.ts";
import { excelRefusals } from "./refusals.ts";
import { RowReader, type SheetContext } from "./rows.ts";
import {
  chooseSheet,
  macrosIgnored,
  type ReadLimits,
  type ReadOptions,
  type Sheet,
} from "./sheet.ts";
import type { Source } from "./source.ts";
import { readSharedStrings, SharedStrings } from "./strings.ts";
import { type Survey, surveyOnce } from "./survey.ts";
import { type Archive, type Entry, inflate, openArchive } from "./unzip.ts";
import { readPlan } from "./workbook.ts";
import { wholeElements } from "./xml.ts";

const rowBytes = 16_000_000;
const stringBytes = 1_000_000;

/** Opens a zip as a workbook, or refuses with what it is instead. */
export async function openXlsx(source: Source, options: ReadOptions & ReadLimits): Promise<Sheet> {
  const archive = await openArchive(source);
  refuseOthers(archive);
  const plan = await readPlan(source, archive);
  const { sheet, seen } = await chooseSheet(plan.sheets, options, ({ path }) =>
    surveyOnce(options.surveys, path, () => inflate(source, archive.get(path)!)),
  );
  const context: SheetContext = {
    strings: await openStrings(source, archive.get(plan.stringsPath ?? "")),
    shows: plan.shows,
    maxColumns: options.maxColumns,
  };
  const rows = (of: SheetContext) => walk(inflate(source, archive.get(sheet.path)!), of, seen);
  return {
    format: "xlsx",
    name: sheet.name,
    sheets: plan.sheets.map(({ name, hidden }) => ({ name, hidden })),
    filledRows: seen.filledRows,
    date1904: plan.date1904,
    remarks: [...archive.keys()].some((name) => name.endsWith("vbaProject.bin"))
      ? [macrosIgnored]
      : [],
    only: (columns) => rows({ ...context, columns }),
    [Symbol.asyncIterator]: () => rows(context),
  };
}

function refuseOthers(archive: Archive): void {
  const old = archive.has("xl/workbook.bin")
    ? ".xlsb"
    : archive.has("content.xml")
      ? ".ods"
      : undefined;
  if (old) throw refuse(excelRefusals.oldFormat, { words: { kind: old } });
  if (
    archive.has("[Content_Types].xml") &&
    [...archive.keys()].some((name) => name.startsWith("xl/"))
  )
    return;
  const kind = archive.has("word/document.xml") ? "Word 文档" : "压缩包";
  throw refuse(excelRefusals.notTable, { words: { kind } });
}

async function openStrings(source: Source, entry: Entry | undefined): Promise<SharedStrings> {
  if (!entry) return new SharedStrings();
  const texts = { parent: "sst", element: "si", maxBytes: stringBytes };
  return readSharedStrings(wholeElements(inflate(source, entry), texts));
}

async function* walk(
  chunks: AsyncIterable<Buffer>,
  context: SheetContext,
  { merges }: Survey,
): AsyncGenerator<SheetRow> {
  const reader = new RowReader(context);
  const marker = new MergeMarker(merges, context.maxColumns);
  const rows = { parent: "sheetData", element: "row", maxBytes: rowBytes };
  for await (const piece of wholeElements(chunks, rows)) {
    for (const row of reader.rows(piece)) {
      marker.mark(row.row - 1, row.cells);
      yield row;
    }
  }
}
