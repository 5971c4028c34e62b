// Faulty rows (错误行): given back as an Excel in the layout they came in, each with its reasons in the last column.
import type { Act } from "@niangjia/foundation/act";
import { concerns, noteFileLook } from "@niangjia/foundation/audit";
import { annotate } from "@niangjia/foundation/excel";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { type SensitiveField, sensitiveFields } from "@niangjia/registers/members";
import { titleOf } from "./columns.ts";
import { type faulty, refusals } from "./contract.ts";
import { insertExport } from "./export-store.ts";
import { sayFaults } from "./faults.ts";
import type { Mapping } from "./mapping.ts";
import { openRoster, type RosterRow, rosterRows } from "./roster-file.ts";
import { type FaultyRow, faultsOf, findImport, type ImportRecord } from "./store.ts";

/** Titles as the sheet had them; a column it did not name is named by what it was taken for. */
const titlesOf = ({ columns }: Mapping): string[] =>
  columns.map(({ title, field }) => (title !== "" || field === null ? title : titleOf(field)));

/** The sheet's own column for reasons, when it has one. */
const reasonTitleOf = ({ columns }: Mapping): string =>
  columns.find(({ field }) => field === "reason")?.title || titleOf("reason");

const baseName = (fileName: string): string => fileName.replace(/\.[^.]*$/, "");

/** Nothing of a row is kept but what is wrong with it: its cells are read from the file again. */
async function writeFaulty(
  { vault }: Act,
  record: ImportRecord,
  faulty: readonly FaultyRow[],
): Promise<string> {
  const { mapping } = record;
  const faults = new Map(faulty.map((each) => [each.row, each.faults]));
  const sheet = await openRoster(vault, record);
  async function* rows(all: AsyncIterable<RosterRow>) {
    for await (const { row, cells } of all) {
      const wrong = faults.get(row);
      if (wrong) yield { cells, reason: sayFaults(wrong) };
    }
  }
  const { sha256 } = await vault.put(
    annotate({
      name: record.sheet ?? "名册",
      titles: titlesOf(mapping),
      reasonTitle: reasonTitleOf(mapping),
      rows: rows(rosterRows(sheet, mapping.headRow)),
    }),
  );
  return sha256;
}

/** Whoever brought the roster mends it: no need to ask. Anybody else says what for. */
function purposeOf({ actor }: Act, { accountId }: ImportRecord, purpose = ""): string {
  if (purpose.length >= 2) return purpose;
  if (accountId !== actor.accountId) throw refuse(refusals.faultyPurposeNeeded);
  return "改正自己上传的名册";
}

/** What the file shows whole. */
const wholeFields = ({ columns }: Mapping): SensitiveField[] =>
  sensitiveFields.filter((one) => columns.some(({ field }) => field === one));

/** Makes the file and notes who took it, and what for; it is fetched afterwards, by the same account only. */
export async function takeOutFaulty(
  act: Act,
  { params, body }: Asked<typeof faulty>,
): Promise<Answer<typeof faulty>> {
  const record = await findImport(act, params.id);
  if (!record) throw refuse(refusals.importNotFound);
  const purpose = purposeOf(act, record, body.purpose);
  const faults = await faultsOf(act, record.id);
  if (faults.length === 0) throw refuse(refusals.nothingFaulty);
  const { orgPath, unionId, mapping } = record;
  const rows = faults.length;
  const fields = wholeFields(mapping);
  await noteFileLook(act, { about: `名册错误行 ${rows} 行`, orgPath, fields, purpose });
  const id = newId(act.now);
  concerns(act, `export:${id}`);
  const name = `${baseName(record.fileName)}-错误行.xlsx`;
  const sha256 = await writeFaulty(act, record, faults);
  const filter = { importId: record.id };
  await insertExport(act, { id, orgPath, unionId, filter, fields, purpose, rows, sha256, name });
  return { id, name, rows };
}
