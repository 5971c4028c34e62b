// The workbook's plan (工作簿结构): its sheets, formats and where its parts lie in the zip.
import { posix } from "node:path";
import { refuse } from "../refusal.ts";
import { type Show, showOf } from "./format.ts";
import { excelRefusals } from "./refusals.ts";
import type { Source } from "./source.ts";
import { type Archive, inflateWhole } from "./unzip.ts";
import { type Tag, tagsOf } from "./xml.ts";

export interface SheetPlan {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly date1904: boolean;
  /** By the style number cells carry. */
  readonly shows: readonly Show[];
  readonly stringsPath: string | undefined;
}

const limits = { planBytes: 4_000_000, styleBytes: 16_000_000, sheets: 1_000 };

/** Reads the small parts of an xlsx. Sheets that hold only a chart are left out. */
export async function readPlan(source: Source, archive: Archive): Promise<WorkbookPlan> {
  const tags = async (path: string | undefined, maxBytes = limits.planBytes) => {
    const entry = path === undefined ? undefined : archive.get(path);
    return entry ? tagsOf(await inflateWhole(source, entry, maxBytes)) : [];
  };
  const roots = relationsOf(await tags("_rels/.rels"), "");
  const workbook = pathOf(roots, "officeDocument");
  if (!workbook || !archive.has(workbook)) throw damaged();
  const { dir, base } = posix.parse(workbook);
  const relations = relationsOf(await tags(posix.join(dir, "_rels", `${base}.rels`)), dir);
  const parts = [...(await tags(workbook))];
  const properties = parts.find((tag) => tag.name === "workbookPr")?.attributes;
  const date1904 = properties?.date1904 === "1" || properties?.date1904 === "true";
  return {
    sheets: sheetsOf(parts, relations, archive),
    date1904,
    shows: showsOf(await tags(pathOf(relations, "styles"), limits.styleBytes), date1904),
    stringsPath: pathOf(relations, "sharedStrings"),
  };
}

interface Relation {
  /** The last word of its type; transitional and strict files differ only before it. */
  readonly kind: string;
  readonly path: string;
}

function relationsOf(tags: Iterable<Tag>, folder: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const { name, opens, attributes } of tags) {
    const { Id = "", Type = "", Target = "", TargetMode } = attributes;
    if (name !== "Relationship" || !opens || TargetMode === "External") continue;
    const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
    relations.set(Id, { kind: posix.basename(Type), path });
  }
  return relations;
}

const pathOf = (relations: ReadonlyMap<string, Relation>, kind: string): string | undefined =>
  [...relations.values()].find((relation) => relation.kind === kind)?.path;

function sheetsOf(
  tags: readonly Tag[],
  relations: ReadonlyMap<string, Relation>,
  archive: Archive,
): SheetPlan[] {
  const sheets: SheetPlan[] = [];
  for (const { name, opens, attributes } of tags) {
    if (name !== "sheet" || !opens) continue;
    const relation = relations.get(attributes.id ?? "");
    if (relation?.kind !== "worksheet") continue;
    const hidden = (attributes.state ?? "visible") !== "visible";
    sheets.push({ name: attributes.name ?? "", hidden, path: relation.path });
  }
  const paths = new Set(sheets.map(({ path }) => path));
  if (sheets.length === 0 || ![...paths].every((path) => archive.has(path))) throw damaged();
  // Two sheets of one part would have it read over and over.
  if (paths.size < sheets.length || sheets.length > limits.sheets) throw refuse(excelRefusals.bomb);
  return sheets;
}

function showsOf(tags: Iterable<Tag>, date1904: boolean): Show[] {
  const custom = new Map<number, string>();
  const shown = new Map<number, Show>();
  const shows: Show[] = [];
  let inCellFormats = false;
  for (const { name, opens, closes, attributes } of tags) {
    if (name === "numFmt" && opens)
      custom.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    if (name === "cellXfs") inCellFormats = opens && !closes;
    if (name !== "xf" || !opens || !inCellFormats) continue;
    const id = Number(attributes.numFmtId ?? 0);
    if (!shown.has(id)) shown.set(id, showOf(id, custom.get(id), date1904));
    shows.push(shown.get(id)!);
  }
  return shows;
}

const damaged = () => refuse(excelRefusals.damaged, { words: { where: "找不到工作表" } });
