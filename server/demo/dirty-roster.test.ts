// Tests of the dirty roster (问题花名册): each verdict is held against the readers of the foundation.
import { type ListName, readCode } from "@niangjia/foundation/codelists";
import { ageOn, type Day, daysBetween, day as knownDay, readDay } from "@niangjia/foundation/day";
import { type IdNumber, readIdNumber } from "@niangjia/foundation/idnumber";
import { normaliseName } from "@niangjia/foundation/names";
import { readPhone } from "@niangjia/foundation/phone";
import { isScientific } from "@niangjia/foundation/text";
import { describe, expect, test } from "vitest";
import { dirtyRoster, type RosterExpectation, type RosterRow } from "./dirty-roster.ts";
import { people } from "./people.ts";
import { rosterPeople } from "./roster-drafts.ts";
import { type RosterFault, rosterFaults, rosterOddities } from "./roster-faults.ts";
import { type RosterField, rosterColumns, rosterFields } from "./roster-sheet.ts";
import { rosterSpoils } from "./roster-spoils.ts";
import { demoToday } from "./unions.ts";

const roster = dirtyRoster("test");

type Of<Verdict extends RosterExpectation["verdict"]> = {
  readonly row: number;
  readonly text: Record<RosterField, string>;
  readonly expected: Extract<RosterExpectation, { verdict: Verdict }>;
};

/** A cell as an import of the sheet sees it: numbers as their digits, a date as its day. */
function textOf(cells: RosterRow["cells"]): Record<RosterField, string> {
  const texts = cells.map((cell) =>
    cell === null ? "" : typeof cell === "object" ? cell.day : String(cell),
  );
  return Object.fromEntries(rosterFields.map((field, index) => [field, texts[index]!])) as Record<
    RosterField,
    string
  >;
}

const rowsOf = <Verdict extends RosterExpectation["verdict"]>(verdict: Verdict): Of<Verdict>[] =>
  roster.rows.flatMap(({ cells, expected }, index) =>
    expected.verdict === verdict
      ? [{ row: index + 1, text: textOf(cells), expected: expected as Of<Verdict>["expected"] }]
      : [],
  );

const good = rowsOf("good");
const faulty = rowsOf("faulty");

const idFaults = {
  empty: "id.missing",
  masked: "id.masked",
  "excel-rounded": "id.rounded",
  characters: "id.characters",
  "lost-x": "id.lost-x",
  length: "id.length",
  division: "id.division",
  "birth-date": "id.birth",
  "future-birth": "id.birth",
  "check-digit": "id.check-digit",
} as const satisfies Record<string, RosterFault>;

const codedFields: readonly (readonly [RosterField, ListName])[] = [
  ["ethnicGroup", "ethnic-group"],
  ["employmentStatus", "employment"],
  ["documentKind", "document-kind"],
  ["education", "education"],
  ["skillGrade", "skill-grade"],
  ["householdKind", "household-kind"],
  ["changeKind", "membership-change"],
  ["changeReason", "membership-change-reason"],
  ["politicalStatus", "political-status"],
  ["migrantWorker", "yes-no"],
];

type Found = readonly [RosterFault, RosterField];

function* faultsOfDay(text: string, field: "birthDay" | "changeDay"): Generator<Found> {
  const reading = readDay(text);
  const room = field === "birthDay" ? "birth" : "date";
  if (!reading.ok && reading.fault === "shape") yield [`${room}.unreadable`, field];
  if (!reading.ok && reading.fault === "no-such-day") yield [`${room}.impossible`, field];
}

function* faultsAgainstId(text: Record<RosterField, string>, id: IdNumber): Generator<Found> {
  const birth = readDay(text.birthDay);
  if (birth.ok && birth.value !== id.birthDay) yield ["birth.mismatch", "birthDay"];
  const sex = readCode("sex", text.sex, demoToday);
  if (sex.ok && sex.value.code !== id.sex) yield ["sex.mismatch", "sex"];
  if (ageOn(id.birthDay, demoToday) < 16) yield ["age.under-16", "documentNumber"];
}

/** What the foundation finds wrong with a row by itself; duplicates are not seen here. */
function* faultsOf(text: Record<RosterField, string>): Generator<Found> {
  for (const field of rosterFields) {
    if (/^[=@]|^\+(?!\d)/.test(text[field])) yield ["text.formula", field];
  }
  const name = normaliseName(text.name);
  if (name === "") yield ["name.missing", "name"];
  else if (!/^[=@]/.test(name) && !/^[\p{Script=Han}·]+$/u.test(name)) {
    yield ["name.unreadable", "name"];
  }
  const id = readIdNumber(text.documentNumber, { today: demoToday });
  if (id.ok) yield* faultsAgainstId(text, id.value);
  else if (isScientific(text.documentNumber)) yield ["id.scientific", "documentNumber"];
  else yield [idFaults[id.fault], "documentNumber"];
  yield* faultsOfDay(text.birthDay, "birthDay");
  yield* faultsOfDay(text.changeDay, "changeDay");
  const joined = readDay(text.changeDay);
  if (joined.ok && joined.value > demoToday) yield ["date.future", "changeDay"];
  const sex = readCode("sex", text.sex, demoToday);
  if (!sex.ok && sex.fault !== "empty") yield ["sex.unknown", "sex"];
  for (const [field, list] of codedFields) {
    const reading = readCode(list, text[field], demoToday);
    if (!reading.ok && reading.fault !== "empty") yield ["code.unknown", field];
  }
  const phone = readPhone(text.phone);
  if (!phone.ok && phone.fault !== "empty") yield ["phone.invalid", "phone"];
}

const isDuplicate = (code: RosterFault): boolean => code.startsWith("duplicate.");

describe("the dirty roster", () => {
  test("is the same for the same seed and others for another", () => {
    expect(dirtyRoster("test")).toEqual(roster);
    expect(dirtyRoster("other")).not.toEqual(roster);
  });

  test("has the 22 columns in their order, 2,000 people and the lines printed sheets have", () => {
    expect(Object.values(rosterColumns)).toHaveLength(22);
    for (const { cells } of roster.rows) expect(cells).toHaveLength(22);
    expect(roster.rows[roster.headerRow - 1]!.cells).toEqual(Object.values(rosterColumns));
    expect(good.length + faulty.length).toBe(rosterPeople);
    const skipped = rowsOf("skipped").map(({ expected }) => expected.as);
    expect(skipped).toEqual([
      ...["title", "title", "header", "blank", "blank", "header", "blank", "header"],
      ...["total", "blank", "header", "total", "blank", "note", "note"],
    ]);
  });

  test("is faulty in 15 to 20 rows of a hundred, and oddly written in 25 to 35 more", () => {
    expect(faulty.length / rosterPeople).toBeGreaterThan(0.15);
    expect(faulty.length / rosterPeople).toBeLessThan(0.2);
    const odd = good.filter(({ expected }) => expected.oddities.length > 0).length;
    expect(odd / rosterPeople).toBeGreaterThan(0.25);
    expect(odd / rosterPeople).toBeLessThan(0.35);
  });

  test("shows every fault and every oddity of the lists, each fault as often as planned", () => {
    const counts = new Map<RosterFault, number>();
    for (const { expected } of faulty) {
      for (const { code } of expected.faults) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set(Object.keys(rosterFaults)));
    for (const code of new Set(rosterSpoils.map((spoil) => spoil.code))) {
      const planned = rosterSpoils.filter((spoil) => spoil.code === code);
      const rows = planned.reduce((sum, spoil) => sum + spoil.rows, 0);
      expect([code, counts.get(code)! >= rows]).toEqual([code, true]);
    }
    const oddities = good.flatMap(({ expected }) => expected.oddities);
    expect(new Set(oddities)).toEqual(new Set(Object.keys(rosterOddities)));
  });

  test("has in each faulty row just the faults that reading it finds", () => {
    for (const { row, text, expected } of faulty) {
      const alone = expected.faults.filter(({ code }) => !isDuplicate(code));
      const told = alone.map(({ code, field }) => `${row} ${code} ${field}`);
      const found = Array.from(faultsOf(text), ([code, field]) => `${row} ${code} ${field}`);
      expect(found.toSorted()).toEqual(told.toSorted());
    }
  });

  test("has good rows that read as their person, however oddly they are written", () => {
    for (const { row, text, expected } of good) {
      const { name, idNumber, birthDay, phone } = expected.person;
      expect([row, ...faultsOf(text)]).toEqual([row]);
      expect(normaliseName(text.name)).toBe(name);
      const id = readIdNumber(text.documentNumber, { today: demoToday });
      expect(id).toMatchObject({ value: { number: idNumber, birthDay } });
      const read = readPhone(text.phone);
      expect(read.ok ? read.value : null).toBe(phone);
    }
  });

  test("has no number twice but where it says so, and then names the other row", () => {
    const holders = Map.groupBy([...good, ...faulty], ({ text }) => {
      const id = readIdNumber(text.documentNumber, { today: demoToday });
      return id.ok ? id.value.number : undefined;
    });
    holders.delete(undefined);
    for (const rows of holders.values()) {
      const [first, later, ...more] = rows.toSorted((one, other) => one.row - other.row);
      if (!later) continue;
      expect(more).toEqual([]);
      const same = normaliseName(first!.text.name) === normaliseName(later.text.name);
      const code = same ? "duplicate.file" : "duplicate.file-name-differs";
      const field = "documentNumber";
      expect(later.expected).toMatchObject({ faults: [{ code, field, otherRow: first!.row }] });
      expect(first!.expected).toMatchObject(
        same ? { verdict: "good" } : { faults: [{ code, field, otherRow: later.row }] },
      );
    }
    const told = faulty.filter(({ expected }) =>
      expected.faults.some(({ code }) => isDuplicate(code)),
    );
    expect(told).toHaveLength(14 + 2 * 8);
  });

  test("merges the title and blocks of one employer, which stands in the first cell alone", () => {
    expect(roster.merges.slice(0, 2)).toEqual(["A1:V1", "A2:V2"]);
    for (const range of roster.merges.slice(2)) {
      const [from = 0, to = 0] = range.match(/\d+/g)!.map(Number);
      expect(range).toBe(`R${from}:R${to}`);
      const block = good.filter(({ row }) => row >= from && row <= to);
      const employer = block[0]!.text.employer;
      expect(block.map(({ text }) => text.employer)).toEqual([employer, "", "", "", "", ""]);
      for (const { expected } of block) expect(expected.person.employer).toBe(employer);
    }
  });

  test("has nobody who is a member of the demo", () => {
    const members = new Set(Array.from(people("test", 3000), ({ idNumber }) => idNumber));
    for (const { expected } of good) expect(members.has(expected.person.idNumber)).toBe(false);
  });

  test("writes days in ten ways", () => {
    const shapes = roster.rows.slice(roster.headerRow).flatMap(({ cells }) => {
      const cell = cells[rosterFields.indexOf("changeDay")];
      if (typeof cell === "number") return ["number"];
      if (typeof cell === "object") return cell ? ["date"] : [];
      return readDay(cell!).ok ? [cell!.replace(/[\d０-９]+/g, "9")] : [];
    });
    const serial = daysBetween(knownDay("1899-12-30"), knownDay("2026-03-05") as Day);
    expect(readDay(String(serial))).toMatchObject({ value: "2026-03-05" });
    expect(new Set(shapes).size).toBeGreaterThanOrEqual(10);
  });

  test("tells each fault in a sentence that says what to do", () => {
    for (const { say } of Object.values(rosterFaults)) {
      expect(say).toMatch(/(请|可以).*。$/);
      expect(say.length).toBeLessThan(60);
    }
  });
});
