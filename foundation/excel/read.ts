// Reading (读表): one way in for xlsx, xls and csv, told apart by content; a file's name is never
// believed.
import { type FileKind, kindNames, sniff } from "../files/sniff.ts";
import { refuse } from "../refusal.ts";
import { openCsv } from "./csv.ts";
import { excelRefusals } from "./refusals.ts";
import { type ReadOptions, type Sheet, usualLimits } from "./sheet.ts";
import { Source } from "./source.ts";
import { openXls } from "./xls.ts";
import { openXlsx } from "./xlsx.ts";

const headBytes = 64 * 1024;

/**
 * Opens the bytes, or the file at a path, as a sheet. Everything that can be wrong with the file as
 * a whole is refused here, before the first row, with one of `excelRefusals`; a row that is too
 * wide or too long, on the way.
 */
export async function readSheet(
  input: Uint8Array | string,
  options: ReadOptions = {},
): Promise<Sheet> {
  const limits = { ...usualLimits, ...options };
  const source = await Source.from(input);
  if (source.size > limits.maxBytes) {
    const [size, limit] = [source.size, limits.maxBytes].map((bytes) =>
      Math.ceil(bytes / 1_000_000),
    );
    throw refuse(excelRefusals.tooLarge, { words: { size: size!, limit: limit! } });
  }
  const head = await source.read(0, headBytes);
  switch (containerOf(sniff(head))) {
    case "zip":
      return openXlsx(source, limits);
    case "ole":
      return openXls(source, limits);
    default:
      return openCsv(source, limits);
  }
}

/**
 * What to open a file as. The head of a file tells its container; what is inside, the opener finds.
 */
function containerOf(kind: FileKind): "zip" | "ole" | "text" {
  if (kind === "empty") throw refuse(excelRefusals.empty);
  if (kind === "html") throw refuse(excelRefusals.webPage);
  if (kind === "zip" || kind === "xlsx" || kind === "docx") return "zip";
  if (kind === "ole" || kind === "xls") return "ole";
  // Text whose last character the head cuts in two sniffs as unknown; the csv reader decides on all
  // of it.
  if (kind === "text" || kind === "unknown") return "text";
  throw refuse(excelRefusals.notTable, { words: { kind: kindNames[kind] } });
}
