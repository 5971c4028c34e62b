// Faulty rows on the screen (错误行): a page of them with what the sheet says there, masked, and how to mend it.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { titleOf } from "./columns.ts";
import { type faultyRows as contract, refusals } from "./contract.ts";
import { masked, sayOnScreen, type Written } from "./on-screen.ts";
import { written } from "./preview.ts";
import { openRoster, rosterRows } from "./roster-file.ts";
import { type FaultyRow, faultyPage, findImport, type ImportRecord } from "./store.ts";

type Shown = Answer<typeof contract>["rows"][number];

/** What the sheet says in these rows. It is read no further than the last of them. */
async function writtenIn(
  act: Act,
  record: ImportRecord,
  wanted: readonly FaultyRow[],
): Promise<ReadonlyMap<number, Written>> {
  const left = new Set(wanted.map(({ row }) => row));
  const found = new Map<number, Written>();
  if (left.size === 0) return found;
  const sheet = await openRoster(act.vault, record);
  for await (const row of rosterRows(sheet, record.mapping.headRow)) {
    if (left.delete(row.row)) found.set(row.row, written(row, record.mapping));
    if (left.size === 0) break;
  }
  return found;
}

const shown = ({ row, faults }: FaultyRow, values: Written = {}): Shown => ({
  row,
  name: masked("name", values.name ?? ""),
  faults: faults.map((fault) => ({
    title: titleOf(fault.field),
    written: masked(fault.field, values[fault.field] ?? ""),
    say: sayOnScreen(fault, values),
  })),
});

/** Nothing of a row is kept but what is wrong with it: its cells are read from the file again. */
export async function showFaultyRows(
  act: Act,
  { params, query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const record = await findImport(act, params.id);
  if (!record) throw refuse(refusals.importNotFound);
  const { code, page, size } = query;
  const found = await faultyPage(act, record.id, { code, size, offset: (page - 1) * size });
  const values = await writtenIn(act, record, found.rows);
  const rows = found.rows.map((each) => shown(each, values.get(each.row)));
  return { rows, total: found.total, page, size };
}
