// Writing sheets: what goes in can be read again, and nothing runs.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnName, readSheet, type SheetRow } from "./index.ts";
import { Source } from "./source.ts";
import { inflateWhole, openArchive } from "./unzip.ts";
import {
  annotate,
  type SheetToWrite,
  sheetFile,
  writeSheet,
  writeSheetBytes,
  xlsxType,
} from "./write.ts";

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function rowsOf(bytes: Uint8Array, sheet?: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of await readSheet(bytes, sheet === undefined ? {} : { sheet }))
    rows.push(row);
  return rows;
}

const partOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const source = await Source.from(bytes);
  return String(await inflateWhole(source, (await openArchive(source)).get(name)!, 1e6));
};

const roster: SheetToWrite = {
  name: "花名册",
  title: "会员花名册",
  columns: [
    { title: "姓名" },
    { title: "证件号码", widthCharacters: 22 },
    { title: "性别", choices: ["男", "女"] },
    { title: "会费", kind: "number" },
  ],
  notes: ["证件号码请按文本填写。"],
  rows: [
    ["张三", "430102199001011234", "男", 12.5],
    ['=HYPERLINK("http://x")', "13800000000", null, "无"],
    ["+1", "-2", "@SUM(A1)", 0],
  ],
};

describe("a written sheet", () => {
  it("comes back with title, head and rows as they went in", async () => {
    const rows = await rowsOf(await writeSheetBytes(roster));
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["会员花名册", "", "", ""],
      ["姓名", "证件号码", "性别", "会费"],
      ["张三", "430102199001011234", "男", "12.5"],
      ['=HYPERLINK("http://x")', "13800000000", "", "无"],
      ["+1", "-2", "@SUM(A1)", "0"],
    ]);
  });

  it("keeps identity numbers, phones and what begins like a formula as text", async () => {
    const bytes = await writeSheetBytes(roster);
    const rows = await rowsOf(bytes);
    const kinds = rows.slice(2).map(({ cells }) => cells.map(({ kind }) => kind));
    expect(kinds).toEqual([
      ["text", "text", "text", "number"],
      ["text", "text", "empty", "text"],
      ["text", "text", "text", "number"],
    ]);
    expect(await partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
  });

  it("keeps its head in sight, what is typed below as text, and lists to choose", async () => {
    const bytes = await writeSheetBytes(roster);
    const sheet = await partOf(bytes, "xl/worksheets/sheet1.xml");
    const style = /<col min="2"[^>]* style="(\d+)"/.exec(sheet)?.[1];
    const styles = await partOf(bytes, "xl/styles.xml");
    const formats = styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*/g)!;
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
    expect(formats[Number(style)]).toContain(`numFmtId="${text}"`);
    expect(sheet).toContain('ySplit="2"');
    expect(sheet).toContain('sqref="C3:C1048576"');
    expect(sheet).toContain("<formula1>代码表!$A$1:$A$2</formula1>");
    expect((await rowsOf(bytes, "代码表")).map(({ cells }) => cells[0]!.text)).toEqual([
      "男",
      "女",
    ]);
    expect((await readSheet(bytes)).sheets).toMatchObject([
      { name: "花名册", hidden: false },
      { name: "填写说明", hidden: false },
      { name: "代码表", hidden: true },
    ]);
  });

  it("pulls rows only as it is read", async () => {
    let pulled = 0;
    function* rows() {
      for (; pulled < 200_000; pulled += 1) yield [`第 ${pulled} 行`, String(Math.random())];
    }
    const columns = [{ title: "甲" }, { title: "乙" }];
    const stream = writeSheet({ name: "长表", columns, rows: rows() });
    for await (const _ of stream) if (pulled > 0) break;
    expect(pulled).toBeLessThan(50_000);
  });

  it("of many pieces comes back whole, and can be left half read", async () => {
    const length = 12_000;
    const columns = [{ title: "甲" }, { title: "乙" }];
    function* rows() {
      for (let row = 0; row < length; row += 1) yield [`第 ${row} 行`, "好".repeat(row % 60)];
    }
    const sheet = await readSheet(await writeSheetBytes({ name: "长表", columns, rows: rows() }));
    expect(sheet.filledRows).toBe(length + 1);
    for await (const { row } of sheet) if (row === 10) break;
    const texts: string[][] = [];
    for await (const { cells } of sheet) texts.push(cells.map(({ text }) => text));
    expect(texts.slice(1)).toEqual([...rows()].map((row) => row.filter(Boolean)));
  });

  it("says so in the cell where a text is longer than a cell can hold", async () => {
    const rows = [["长".repeat(40_000)]];
    const [, row] = await rowsOf(
      await writeSheetBytes({ name: "长", columns: [{ title: "一" }], rows }),
    );
    expect(row!.cells[0]!.text).toHaveLength(32_767);
    expect(row!.cells[0]!.text).toMatch(/长…（太长，后面没有写完）$/);
  });

  it("gives the same bytes for the same content", async () => {
    const madeAt = new Date("2026-01-02T03:04:05Z");
    expect(await writeSheetBytes(roster)).toEqual(await writeSheetBytes(roster));
    const dated = await writeSheetBytes({ ...roster, madeAt });
    expect(await partOf(dated, "docProps/core.xml")).toContain("2026-01-02T03:04:05Z");
    expect(await partOf(await writeSheetBytes(roster), "docProps/core.xml")).toContain(
      "1980-01-01",
    );
  });

  it.each([
    ["after the list and the day in China it was made", {}, "花名册2026-01-03.xlsx"],
    [
      "after what it is about",
      { file: "调解办结率2025-01至2025-12" },
      "调解办结率2025-01至2025-12.xlsx",
    ],
    ["as a template, by its own name alone", { madeAt: undefined }, "花名册.xlsx"],
  ])("is a file called %s", async (_what, wish, name) => {
    const madeAt = new Date("2026-01-02T16:30:00Z");
    expect(await sheetFile({ ...roster, madeAt, ...wish })).toMatchObject({ name, type: xlsxType });
  });

  it("may have any name, even one of forbidden characters", async () => {
    const named = async (name: string) =>
      (await readSheet(await writeSheetBytes({ ...roster, name }))).name;
    expect(await named("a/b:c*[d]?'")).toBe("abcd");
    expect(await named("????")).toBe("表");
    expect(await named("长".repeat(40))).toBe("长".repeat(31));
  });

  const seed = 20_260_102;
  it(`returns any text unchanged, of any characters (seed ${seed})`, async () => {
    const text = fc.string({ unit: "binary", maxLength: 20 });
    const special = fc.constantFrom(
      "_x0041_",
      "<&>\"'",
      "\r\n\t",
      "\u0007",
      "\ufffe",
      " 张 ",
      "𠮷",
    );
    const rows = fc.array(fc.array(fc.oneof(text, special), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 20,
    });
    const columns = ["甲", "乙", "丙"].map((title) => ({ title }));
    const property = fc.asyncProperty(rows, async (values) => {
      const read = await rowsOf(await writeSheetBytes({ name: "任意", columns, rows: values }));
      for (const { row, cells } of read.slice(1)) {
        const expected = values[row - 2]!.map((value) => value.toWellFormed());
        expect(cells.map((cell) => cell.text)).toEqual(expected.slice(0, cells.length));
      }
    });
    await fc.assert(property, { seed, numRuns: 20 });
  });
});

describe("a returned roster", () => {
  const give = async (titles: string[], cells: string[][]) => {
    const sheet = await writeSheetBytes({
      name: "原表",
      columns: titles.map((title) => ({ title })),
      rows: cells,
    });
    const [, ...rows] = await rowsOf(sheet);
    const faulty = rows.map((row) => ({ cells: row.cells, reason: `第 ${row.row} 行有误` }));
    const returned = annotate({ name: "退回", titles, reasonTitle: "错误原因", rows: faulty });
    return (await rowsOf(await bytesOf(returned))).map((row) => row.cells.map(({ text }) => text));
  };

  it("has each row as it was and the reason in the last column", async () => {
    expect(await give(["姓名", "证件号码"], [["张三", "5.1E+17"], ["李四"]])).toEqual([
      ["姓名", "证件号码", "错误原因"],
      ["张三", "5.1E+17", "第 2 行有误"],
      ["李四", "", "第 3 行有误"],
    ]);
  });

  it("returned a second time has one column of reasons, not two", async () => {
    expect(await give(["姓名", "错误原因", "手机"], [["张三", "旧的", "138"]])).toEqual([
      ["姓名", "手机", "错误原因"],
      ["张三", "138", "第 2 行有误"],
    ]);
  });
});

it("columns are named as spreadsheets name them", () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual([
    "A",
    "Z",
    "AA",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});
