// The dirty roster of the demo: imported whole, in every format an officer may save it in, it gives the expected verdicts.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officeVersion, saveAs } from "../../../foundation/excel/fixtures/libreoffice.ts";
import { dirtyRoster } from "../../../server/demo/dirty-roster.ts";
import { rosterWorkbook } from "../../../server/demo/roster-workbook.ts";
import { openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { importFor, today } from "./testing.ts";

const roster = dirtyRoster("niangjia", today);
const office = officeVersion();
const scratch = mkdtempSync(join(tmpdir(), "niangjia-roster-"));
const original = join(scratch, "会员信息.xlsx");

beforeAll(async () => writeFileSync(original, await rosterWorkbook(roster)));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Verdict {
  readonly code: string;
  readonly field: string;
  readonly otherRow?: number;
}

const inOrder = (faults: readonly Verdict[]): Verdict[] =>
  faults.toSorted((one, other) => (one.code + one.field < other.code + other.field ? -1 : 1));

const expectedFaults = new Map(
  roster.rows.flatMap(({ expected }, index) =>
    expected.verdict === "faulty" ? [[index + 1, inOrder(expected.faults)] as const] : [],
  ),
);
const good = roster.rows.flatMap(({ expected }) =>
  expected.verdict === "good" ? [expected.person] : [],
);
const skipped = roster.rows
  .slice(roster.headerRow)
  .filter(({ expected }) => expected.verdict === "skipped");

async function faultsOf(house: TestHouse): Promise<Map<number, Verdict[]>> {
  const { rows } = await house.owner.query(
    "select row, faults from business.roster_import_faults order by row",
  );
  return new Map(rows.map(({ row, faults }) => [row, inOrder(faults)]));
}

/** What is stored of each person, numbers opened. */
async function storedPeople(house: TestHouse): Promise<Map<string, object>> {
  const { rows } = await house.owner.query(
    "select id, name, sex, birth_day, id_cipher, phone_cipher, employer from member.persons",
  );
  return new Map(
    rows.map(({ id, id_cipher, phone_cipher, birth_day, sex, ...rest }) => {
      const open = (field: string, cipher: Buffer | null) =>
        cipher && house.keys.decrypt({ field, row: id }, cipher);
      const idNumber = open("person.identity", id_cipher)!;
      const phone = open("person.phone", phone_cipher);
      return [
        idNumber,
        { ...rest, idNumber, phone, birthDay: birth_day, sex: sex === "1" ? "男" : "女" },
      ];
    }),
  );
}

async function importing(bytes: Uint8Array) {
  const house = await openTestHouse();
  const client = await house.signIn("officer", tree.changshaCounty);
  const done = await importFor(house, { client, path: tree.changshaCounty, bytes });
  return { house, done };
}

test("in the xlsx itself every row gets exactly the expected verdict, and good ones the expected facts", async () => {
  const { house, done } = await importing(await rosterWorkbook(roster));
  expect(await faultsOf(house)).toEqual(expectedFaults);
  expect(done).toMatchObject({
    state: "done",
    enrolled: good.length,
    faulty: expectedFaults.size,
  });
  const stored = await storedPeople(house);
  expect(stored.size).toBe(good.length);
  for (const person of good) expect(stored.get(person.idNumber)).toEqual(person);
});

describe.runIf(office)("saved by LibreOffice", () => {
  test.each(["xlsx", "xls"])("as %s it gives the same verdicts", async (format) => {
    const { house, done } = await importing(saveAs(original, format, office!));
    expect(await faultsOf(house)).toEqual(expectedFaults);
    expect(done).toMatchObject({ enrolled: good.length, faulty: expectedFaults.size });
  });

  /** In text a date cell reads as the program's language has it, 05/01/2024 in English: not to be guessed. */
  const withoutDateCells = roster.rows.flatMap(({ cells }, index) =>
    cells.some((cell) => typeof cell === "object" && cell !== null) ? [] : [index + 1],
  );

  /** And a number cell that lost its digits shows them as E+17. */
  const asText = (faults: ReadonlyMap<number, Verdict[]>) =>
    withoutDateCells.map((row) =>
      (faults.get(row) ?? []).map(({ code, field }) => [
        code.replace("scientific", "rounded"),
        field,
      ]),
    );

  test.each([
    ["UTF-8", 76],
    ["GB18030", 85],
  ])(
    "as csv in %s it gives the same verdicts, but for what text cannot hold",
    async (_name, set) => {
      const options = `44,34,${set},1,,0,false,true,false`;
      const bytes = saveAs(original, `csv:Text - txt - csv (StarCalc):${options}`, office!);
      const { house } = await importing(bytes);
      expect(asText(await faultsOf(house))).toEqual(asText(expectedFaults));
    },
  );
});

test("the rows that are nobody's are counted as skipped, but for empty ones, which are no rows", async () => {
  const { done } = await importing(await rosterWorkbook(roster));
  const filled = skipped.filter(({ cells }) => cells.some((cell) => cell !== null));
  expect(done.skipped).toBe(filled.length);
  expect(done.rowsRead).toBe(filled.length + good.length + expectedFaults.size);
});
