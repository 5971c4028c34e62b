// Skipped rows (不是人的行): heads repeated on each page, sums, remarks and empty rows in the middle of a roster.
import type { Cell } from "@niangjia/foundation/excel";
import { personFields } from "./columns.ts";
import type { Mapping } from "./mapping.ts";
import { type CellOf, textOf } from "./read-cells.ts";

export type SkippedAs = "title" | "header" | "blank" | "total" | "note";

const total = /^(?:本[页表])?(?:[小合总共]\s*计|总\s*数)/;
const note =
  /^(?:注|备注|说明|附注|填表|填报|制表|审核|审批|单位负责人|联系人|联系电话|日期)\s*[:：1一（(]|[:：].*[:：]/;
const longRemark = 30;

const squeeze = (text: string): string => text.replace(/\s/g, "");

/** What a row is that bears nobody; undefined for a row of a person, however faulty. */
export function skippedAs(
  cellOf: CellOf,
  cells: readonly Cell[],
  mapping: Mapping,
): SkippedAs | undefined {
  // Nearly every row bears a number: the rest need not be looked at.
  const number = textOf(cellOf("documentNumber"));
  if (number !== "" && number.length >= 6 && /\d/.test(number)) return undefined;
  const texts = cells.map(textOf).filter((text) => text !== "");
  const first = texts[0];
  if (first === undefined) return "blank";
  if (isHead(cells, mapping)) return "header";
  const said = personFields.filter((field) => textOf(cellOf(field)) !== "");
  if (number === "" && said.length <= 3 && texts.some((text) => total.test(text))) return "total";
  if (said.length === 0) return note.test(first) ? "note" : "blank";
  const alone = said.length === 1 && texts.length === 1;
  return alone && (note.test(first) || first.length > longRemark) ? "note" : undefined;
}

/** At least two cells repeat the title above them, and none says anything else. */
function isHead(cells: readonly Cell[], { columns }: Mapping): boolean {
  let same = 0;
  for (const [column, cell] of cells.entries()) {
    const text = squeeze(textOf(cell));
    if (text === "") continue;
    const title = squeeze(columns[column]?.title ?? "");
    if (title !== text && title.split("/").at(-1) !== text) return false;
    same += 1;
  }
  return same >= 2;
}
