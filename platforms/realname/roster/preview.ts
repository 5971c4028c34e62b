// Preview (预览): the first rows as they will be read, and what is wrong with how many, before anything is enrolled.
import type { Act } from "@niangjia/foundation/act";
import type { ListName } from "@niangjia/foundation/codelists";
import { nameOf } from "@niangjia/foundation/codelists";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { factText } from "@niangjia/registers/members";
import { columnOf, type RosterField, rosterFields, titleOf } from "./columns.ts";
import type * as contract from "./contract.ts";
import { limits, refusals } from "./contract.ts";
import { DuplicateSearch } from "./duplicates.ts";
import { type Fault, type FaultCode, faultKinds } from "./faults.ts";
import type { Mapping } from "./mapping.ts";
import { masked, maskedRow, sayOnScreen, type Written } from "./on-screen.ts";
import { textOf } from "./read-cells.ts";
import { type RosterPerson, RowReader, type RowReading } from "./read-row.ts";
import { openRoster, type RosterRow, rosterRows } from "./roster-file.ts";
import { findImport } from "./store.ts";

type Preview = Answer<typeof contract.preview>;
type PreviewRow = Preview["rows"][number];

const samplesShown = 3;
const examplesShown = 3;

/** What of a good row will be entered, by field. */
function understood({ facts, ...membership }: RosterPerson): Written {
  const { employment, documentNumber, name, birthDay, phone, household, nativePlace } = facts;
  const { occupation, employer, migrantWorker } = facts;
  const coded = (list: ListName, code: string | null) => code && nameOf(list, code);
  const values: Record<string, string | null> = {
    name,
    birthDay,
    documentNumber,
    phone,
    household,
    nativePlace,
    occupation,
    employer,
    sex: factText("sex", facts.sex),
    documentKind: coded("document-kind", facts.documentKind),
    ethnicGroup: coded("ethnic-group", facts.ethnicGroup),
    education: coded("education", facts.education),
    politicalStatus: coded("political-status", facts.politicalStatus),
    skillGrade: coded("skill-grade", facts.skillGrade),
    employmentStatus: coded("employment", employment),
    householdKind: coded("household-kind", facts.householdKind),
    gigOccupation: coded("gig-occupation", facts.gigOccupation),
    migrantWorker: migrantWorker === null ? null : migrantWorker ? "是" : "否",
    changeKind: coded("membership-change", membership.change),
    changeDay: membership.joinedDay,
    changeReason: coded("membership-change-reason", membership.reason),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value)));
}

/** What stands in the cells, by field. */
export function written({ cells }: RosterRow, { columns }: Mapping): Written {
  const values: Written = {};
  for (const [column, { field }] of columns.entries()) {
    const text = textOf(cells[column]);
    if (field && text !== "") values[field] = text;
  }
  return values;
}

function previewRow(row: RosterRow, reading: RowReading, mapping: Mapping): PreviewRow {
  const good = reading.kind === "good" ? reading : undefined;
  const faults = reading.kind === "faulty" ? reading.faults : [];
  const values = good ? understood(good.person) : written(row, mapping);
  return {
    row: row.row,
    values: maskedRow(values),
    faults: faults.map((fault) => ({
      field: fault.field,
      title: titleOf(fault.field),
      say: sayOnScreen(fault, values),
    })),
    notes: [...(good?.notes ?? [])],
  };
}

/** Judges the rows looked at as an import would, duplicates among them included. */
function judgeRows(rows: readonly RosterRow[], reader: RowReader): RowReading[] {
  const search = new DuplicateSearch();
  for (const { row, cells } of rows) {
    const identity = reader.identify(cells);
    if (identity) search.note(row, identity);
  }
  const duplicates = search.found();
  return rows.map(({ row, cells }) => {
    const reading = reader.read(cells);
    if (reading.kind !== "good") return reading;
    const fault = duplicates.judge(row, reading.person.facts);
    return fault ? { kind: "faulty", faults: [fault] } : reading;
  });
}

/** Rows by what is wrong with them, most frequent first, each with a few examples. */
function faultsByKind(
  rows: readonly RosterRow[],
  readings: readonly RowReading[],
  mapping: Mapping,
): Preview["faults"] {
  const kinds = new Map<
    FaultCode,
    { rows: number; examples: Preview["faults"][number]["examples"] }
  >();
  for (const [index, reading] of readings.entries()) {
    if (reading.kind !== "faulty") continue;
    const row = rows[index]!;
    for (const fault of new Map(reading.faults.map((each) => [each.code, each])).values()) {
      const kind = kinds.get(fault.code) ?? { rows: 0, examples: [] };
      if (kind.rows < examplesShown) kind.examples.push(exampleOf(row, fault, mapping));
      kind.rows += 1;
      kinds.set(fault.code, kind);
    }
  }
  return [...kinds]
    .sort(([, one], [, other]) => other.rows - one.rows)
    .map(([code, kind]) => ({ code, title: faultKinds[code].title, ...kind }));
}

function exampleOf(row: RosterRow, fault: Fault, mapping: Mapping) {
  const values = written(row, mapping);
  const says = values[fault.field] ?? "";
  return { row: row.row, written: masked(fault.field, says), say: sayOnScreen(fault, values) };
}

/** A column without a field shows what it holds, so that the officer can tell what it is. */
const samplesOf = (
  rows: readonly RosterRow[],
  field: RosterField | null,
  column: number,
): string[] =>
  rows
    .map(({ cells }) => textOf(cells[column]))
    .filter((text) => text !== "")
    .slice(0, samplesShown)
    .map((text) => masked(field, text));

const fieldsToMap: Preview["fields"] = rosterFields.map((field) => ({
  field,
  title: titleOf(field),
  required: columnOf(field).required ?? false,
}));

export async function previewImport(
  act: Act,
  { params }: Asked<typeof contract.preview>,
): Promise<Preview> {
  const record = await findImport(act, params.id);
  if (!record) throw refuse(refusals.importNotFound);
  const { mapping } = record;
  const sheet = await openRoster(act.vault, record);
  const context = { today: dayOf(act.now), date1904: sheet.date1904 };
  const rows: RosterRow[] = [];
  let whole = true;
  for await (const row of rosterRows(sheet, mapping.headRow)) {
    whole = rows.length < limits.sampledRows;
    if (!whole) break;
    rows.push(row);
  }
  const readings = judgeRows(rows, new RowReader(mapping, context));
  const count = (kind: RowReading["kind"]) => readings.filter((each) => each.kind === kind).length;
  const people = [...rows.entries()].filter(([index]) => readings[index]!.kind !== "skipped");
  return {
    fields: fieldsToMap,
    sheets: [...sheet.sheets],
    remarks: [...sheet.remarks],
    samples: mapping.columns.map(({ field }, column) => samplesOf(rows, field, column)),
    rows: people
      .slice(0, limits.previewRows)
      .map(([index, row]) => previewRow(row, readings[index]!, mapping)),
    looked: {
      rows: rows.length,
      whole,
      good: count("good"),
      faulty: count("faulty"),
      skipped: count("skipped"),
    },
    faults: faultsByKind(rows, readings, mapping),
  };
}
