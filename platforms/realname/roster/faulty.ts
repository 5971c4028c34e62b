// Faulty rows (错误行): given back as an Excel in the layout they came in, each with its reasons in the last column.
import type { Act } from "@niangjia/foundation/act";
import { annotate, xlsxType } from "@niangjia/foundation/excel";
import type { Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { titleOf } from "./columns.ts";
import { type faulty, refusals } from "./contract.ts";
import { sayFaults } from "./faults.ts";
import type { Mapping } from "./mapping.ts";
import { openRoster, type RosterRow, rosterRows } from "./roster-file.ts";
import { faultsOf, findImport } from "./store.ts";

/** Titles as the sheet had them; a column it did not name is named by what it was taken for. */
const titlesOf = ({ columns }: Mapping): string[] =>
  columns.map(({ title, field }) => (title !== "" || field === null ? title : titleOf(field)));

/** The sheet's own column for reasons, when it has one. */
const reasonTitleOf = ({ columns }: Mapping): string =>
  columns.find(({ field }) => field === "reason")?.title || titleOf("reason");

const baseName = (fileName: string): string => fileName.replace(/\.[^.]*$/, "");

/** Nothing of a row is kept but what is wrong with it: its cells are read from the file again. */
export async function downloadFaulty(
  act: Act,
  { params }: Asked<typeof faulty>,
): Promise<Download> {
  const record = await findImport(act, params.id);
  if (!record) throw refuse(refusals.importNotFound);
  const faults = new Map(
    (await faultsOf(act, record.id)).map((each) => [each.row, each.faults] as const),
  );
  if (faults.size === 0) throw refuse(refusals.nothingFaulty);
  const { mapping } = record;
  const sheet = await openRoster(act.vault, record);
  async function* rows(all: AsyncIterable<RosterRow>) {
    for await (const { row, cells } of all) {
      const wrong = faults.get(row);
      if (wrong) yield { cells, reason: sayFaults(wrong) };
    }
  }
  return {
    name: `${baseName(record.fileName)}-错误行.xlsx`,
    type: xlsxType,
    bytes: annotate({
      name: record.sheet ?? "名册",
      titles: titlesOf(mapping),
      reasonTitle: reasonTitleOf(mapping),
      rows: rows(rosterRows(sheet, mapping.headRow)),
    }),
  };
}
