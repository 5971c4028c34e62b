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

const partBytes = 32_000_000;

/** Reads the small parts of an xlsx. Sheets that hold only a chart are left out. */
export async function readPlan(source: Source, archive: Archive): Promise<WorkbookPlan> {
  const tags = async (path: string): Promise<Tag[]> => {
    const entry = archive.get(path);
    return entry ? [...tagsOf(await inflateWhole(source, entry, partBytes))] : [];
  };
  const roots = relationsOf(await tags("_rels/.rels"), "");
  const workbook = roots.find((relation) => relation.kind === "officeDocument")?.path;
  if (!workbook || !archive.has(workbook)) throw damaged();
  const { dir, base } = posix.parse(workbook);
  const relations = relationsOf(await tags(posix.join(dir, "_rels", `${base}.rels`)), dir);
  const parts = await tags(workbook);
  const properties = parts.find((tag) => tag.name === "workbookPr")?.attributes;
  const date1904 = properties?.date1904 === "1" || properties?.date1904 === "true";
  const pathOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.path;
  return {
    sheets: sheetsOf(parts, relations, archive),
    date1904,
    shows: showsOf(await tags(pathOf("styles") ?? ""), date1904),
    stringsPath: pathOf("sharedStrings"),
  };
}

interface Relation {
  readonly id: string;
  /** The last word of its type; transitional and strict files differ only before it. */
  readonly kind: string;
  readonly path: string;
}

const relationsOf = (tags: readonly Tag[], folder: string): Relation[] =>
  tags
    .filter(({ name, opens }) => name === "Relationship" && opens)
    .filter(({ attributes }) => attributes.TargetMode !== "External")
    .map(({ attributes: { Id = "", Type = "", Target = "" } }) => ({
      id: Id,
      kind: posix.basename(Type),
      path: Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target),
    }));

function sheetsOf(
  tags: readonly Tag[],
  relations: readonly Relation[],
  archive: Archive,
): SheetPlan[] {
  const sheets = tags.filter((tag) => tag.name === "sheet" && tag.opens);
  if (sheets.length === 0) throw damaged();
  return sheets.flatMap(({ attributes }) => {
    const relation = relations.find(({ id }) => id === attributes.id);
    if (relation?.kind !== "worksheet") return [];
    if (!archive.has(relation.path)) throw damaged();
    const hidden = (attributes.state ?? "visible") !== "visible";
    return [{ name: attributes.name ?? "", hidden, path: relation.path }];
  });
}

function showsOf(tags: readonly Tag[], date1904: boolean): Show[] {
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
