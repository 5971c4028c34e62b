// Reading rows: what is understood, what is named as wrong, what is nobody's, and how fast.
import { type Cell, readSheet, type SheetRow } from "@niangjia/foundation/excel";
import { describe, expect, test } from "vitest";
import type { RosterField } from "./columns.ts";
import { findMapping, type Mapping } from "./mapping.ts";
import { MergedCells } from "./merged.ts";
import { RowReader, type RowReading } from "./read-row.ts";
import { idNumberOf, today } from "./testing.ts";

const empty: Cell = { kind: "empty", text: "", number: null, day: null, mergedInto: null };
const text = (value: string): Cell => ({ ...empty, kind: "text", text: value });
const number = (value: number, shown = String(value)): Cell => ({
  ...empty,
  kind: "number",
  text: shown,
  number: value,
});

const context = { today, date1904: false };

/** Reads a row of these fields; name and number are sound unless given. */
function read(given: Partial<Record<RosterField, string | Cell>>): RowReading {
  const cells = { name: "王芳", documentNumber: idNumberOf(1), ...given };
  const fields = Object.keys(cells) as RosterField[];
  const mapping: Mapping = {
    headRow: 1,
    columns: fields.map((field) => ({ title: field, field, confidence: 1 })),
  };
  const row = fields.map((field) => {
    const cell = cells[field] ?? "";
    return typeof cell === "string" ? text(cell) : cell;
  });
  return new RowReader(mapping, context).read(row);
}

const faultsOf = (reading: RowReading): string[] =>
  reading.kind === "faulty" ? reading.faults.map(({ code, field }) => `${code} ${field}`) : [];

describe("a row is understood", () => {
  test("with nothing but a name and a number: the number tells the rest", () => {
    expect(read({})).toMatchObject({
      kind: "good",
      person: {
        facts: {
          name: "王芳",
          sex: "2",
          birthDay: "1960-01-01",
          documentKind: "111",
          documentNumber: idNumberOf(1),
          phone: null,
          education: null,
        },
        state: "active",
        change: "1",
        joinedDay: today,
      },
    });
  });

  test.each<[string, Partial<Record<RosterField, string | Cell>>, object]>([
    ["a year and month that agree", { birthDay: "1960.01" }, { birthDay: "1960-01-01" }],
    ["a sex left unsaid", { sex: "未说明" }, { sex: "2" }],
    [
      "a dash for nothing",
      { phone: "—", education: "无", employer: "/" },
      { phone: null, education: null, employer: null },
    ],
    ["an old skill grade", { skillGrade: "3" }, { skillGrade: "40" }],
    ["a date serial", { birthDay: number(21_916) }, { birthDay: "1960-01-01" }],
    ["a phone in a number cell", { phone: number(13_800_000_000) }, { phone: "13800000000" }],
    [
      "a passport",
      { documentKind: "护照", documentNumber: "E12345678", birthDay: "1990-01-01", sex: "男" },
      { documentKind: "414", documentNumber: "E12345678", sex: "1" },
    ],
    ["a gig group", { gigOccupation: "外卖骑手" }, { gigOccupation: "06" }],
    [
      "an 18-digit number that a program wrote whole",
      { documentNumber: number(Number(idNumberOf(3)), idNumberOf(3)) },
      { documentNumber: idNumberOf(3) },
    ],
  ])("%s", (_name, given, facts) => {
    expect(read(given)).toMatchObject({ kind: "good", person: { facts } });
  });

  test("保留 keeps the membership without counting it", () => {
    const kept = read({ changeKind: "保留会籍", changeDay: "2026年3月5日" });
    expect(kept).toMatchObject({
      kind: "good",
      person: { state: "kept", change: "3", joinedDay: "2026-03-05" },
    });
  });
});

describe("a fault is named once, with its column", () => {
  test.each<[Partial<Record<RosterField, string | Cell>>, string[]]>([
    [{ name: "王" }, ["name.too-short name"]],
    [{ name: "王芳2" }, ["name.unreadable name"]],
    [{ name: '=HYPERLINK("http://x")' }, ["text.formula name"]],
    [{ documentNumber: number(430_121_199_001_011_200) }, ["id.rounded documentNumber"]],
    [{ documentNumber: "４.３０１２Ｅ＋１７" }, ["id.scientific documentNumber"]],
    [{ documentNumber: "430121********1234" }, ["id.masked documentNumber"]],
    [{ documentKind: "护照" }, ["id.other-kind documentNumber"]],
    [{ documentKind: "护照", documentNumber: "E1" }, ["id.characters documentNumber"]],
    [{ documentKind: "护照", documentNumber: "E12345678" }, ["birth.missing birthDay"]],
    [{ documentKind: "港澳居民居住证" }, ["id.other-kind documentNumber"]],
    [{ documentKind: "工作证" }, ["code.unknown documentKind"]],
    [{ birthDay: "1960-01-02" }, ["birth.mismatch birthDay"]],
    [{ birthDay: "1960-02" }, ["birth.unreadable birthDay"]],
    [{ sex: "男" }, ["sex.mismatch sex"]],
    [{ changeKind: "退会" }, ["change.leaving changeKind"]],
    [{ changeDay: "2027-01-01" }, ["date.future changeDay"]],
    [{ changeDay: "1959-01-01" }, ["date.before-birth changeDay"]],
    [{ employer: "字".repeat(201) }, ["text.too-long employer"]],
    [{ household: "+cmd|' /C calc'!A0" }, ["text.formula household"]],
    [{ education: { ...empty, kind: "error", text: "#N/A" } }, ["code.unknown education"]],
    [
      { documentNumber: "1", phone: "1", education: "夜校" },
      ["id.length documentNumber", "phone.invalid phone", "code.unknown education"],
    ],
  ])("%j", (given, faults) => {
    expect(faultsOf(read(given)).toSorted()).toEqual(faults.toSorted());
  });
});

describe("a row is nobody's", () => {
  const mapping = findMapping(
    [{ row: 1, cells: ["序号", "姓名", "证件号码", "工作单位"].map(text) }],
    { today },
  );
  const reader = new RowReader(mapping, context);
  test.each([
    ["blank", ["", " ", "　"]],
    ["blank", ["17"]],
    ["header", ["序号", "姓 名", "证件号码"]],
    ["total", ["合计", "2000人"]],
    ["total", ["", "本页小计：", "", "20人"]],
    ["note", ["", "注：证件号码请设为文本格式"]],
    ["note", ["填表人：　审核人："]],
  ])("as %s: %j", (as, cells) => {
    expect(reader.read(cells.map((cell) => (cell === "" ? empty : text(cell))))).toEqual({
      kind: "skipped",
      as,
    });
  });

  test("but a lone name is a person without a number", () => {
    expect(faultsOf(reader.read([empty, text("王芳")]))).toEqual(["id.missing documentNumber"]);
  });
});

test("cells merged downwards take the value above, those merged sideways stay empty", () => {
  const merged = new MergedCells();
  const covered = (into: string): Cell => ({ ...empty, mergedInto: into });
  merged.fill({ row: 2, cells: [text("王芳"), text("甲公司"), covered("B2")] });
  const cells = merged.fill({ row: 3, cells: [text("李静"), covered("B2"), covered("B2")] });
  expect(cells.map((cell) => cell.text)).toEqual(["李静", "甲公司", ""]);
  const later = merged.fill({ row: 9, cells: [text("陈洁"), covered("B7")] });
  expect(later.map((cell) => cell.text)).toEqual(["陈洁", ""]);
});

describe("columns are found", () => {
  const columns = (rows: string[][]) =>
    findMapping(
      rows.map((cells, index) => ({
        row: index + 1,
        cells: cells.map((cell) => (cell === "" ? empty : text(cell))),
      })),
      { today },
    );
  const fields = ({ columns: all }: Mapping) => all.map(({ field }) => field);

  test("under titles above the head, whatever people call them", () => {
    const mapping = columns([
      ["湘岚机械有限公司会员花名册"],
      [
        "编号",
        "职工姓名",
        "身份证号（18位）",
        "本人手机号码",
        "紧急联系人电话",
        "所在单位",
        "备注",
      ],
      ["1", "王芳", idNumberOf(1), "13800000000", "13900000000", "甲公司", ""],
    ]);
    expect(mapping.headRow).toBe(2);
    expect(fields(mapping)).toEqual([
      "number",
      "name",
      "documentNumber",
      "phone",
      null,
      "employer",
      null,
    ]);
  });

  test("without any head, by what they hold", () => {
    const people = [1, 2, 3].map((index) => [
      "王芳",
      "女",
      idNumberOf(index),
      `1380000000${index}`,
      "汉族",
    ]);
    const mapping = columns(people);
    expect(mapping.headRow).toBe(0);
    expect(fields(mapping)).toEqual(["name", "sex", "documentNumber", "phone", null]);
  });

  test("in a head of two rows with groups", () => {
    const covered = (into: string): Cell => ({ ...empty, mergedInto: into });
    const mapping = findMapping(
      [
        {
          row: 1,
          cells: [text("姓名"), text("证件"), covered("B1"), text("联系方式"), covered("D1")],
        },
        { row: 2, cells: [covered("A1"), text("类型"), text("号码"), text("手机"), text("邮箱")] },
        {
          row: 3,
          cells: [text("王芳"), text("身份证"), text(idNumberOf(1)), text("13800000000"), empty],
        },
        {
          row: 4,
          cells: [text("王静"), text("身份证"), text(idNumberOf(2)), text("13800000001"), empty],
        },
      ],
      { today },
    );
    expect(mapping.headRow).toBe(2);
    expect(fields(mapping)).toEqual(["name", "documentKind", "documentNumber", "phone", null]);
  });
});

test("fifty thousand rows a second are read on one core, give or take a slow machine", async () => {
  const { dirtyRoster } = await import("../../../server/demo/dirty-roster.ts");
  const { rosterWorkbook } = await import("../../../server/demo/roster-workbook.ts");
  const rows: SheetRow[] = [];
  for await (const row of await readSheet(await rosterWorkbook(dirtyRoster("speed", today))))
    rows.push(row);
  const reader = new RowReader(findMapping(rows.slice(0, 50), { today }), context);
  const readAll = () => {
    for (const { cells } of rows) reader.read(cells);
  };
  readAll();
  const began = process.cpuUsage();
  for (let round = 0; round < 5; round += 1) readAll();
  const { user, system } = process.cpuUsage(began);
  expect((rows.length * 5) / ((user + system) / 1e6)).toBeGreaterThan(10_000);
});
