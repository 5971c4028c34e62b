// Reading sheets: what was in the cells comes out, with what it was.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { workbook } from "./fixtures/craft.ts";
import {
  type Cell,
  findHead,
  readSheet,
  type SheetRow,
  type Surveys,
  spoiledNumber,
} from "./index.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

async function rowsOf(input: Uint8Array | string, sheet?: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of await readSheet(input, sheet === undefined ? {} : { sheet }))
    rows.push(row);
  return rows;
}

const texts = (row: SheetRow | undefined): string[] => (row?.cells ?? []).map(({ text }) => text);
const kinds = (row: SheetRow | undefined): string[] => (row?.cells ?? []).map(({ kind }) => kind);
const cellOf = async (xml: string, others = {}): Promise<Cell> => {
  const rows = await rowsOf(await workbook(`<row r="1">${xml}</row>`, others));
  return rows[0]!.cells[0]!;
};

describe.each(["roster.xlsx", "roster.xls"])("%s as LibreOffice saved it", (name) => {
  it("gives the first sheet that is filled and names them all", async () => {
    const sheet = await readSheet(fixture(name));
    expect(sheet).toMatchObject({
      format: name.slice(7),
      name: "花名册",
      filledRows: 6,
      remarks: [],
    });
    expect(sheet.sheets.map((each) => each.name)).toEqual(["说明", "花名册", "备用"]);
    expect(texts((await rowsOf(fixture(name), "备用"))[0])).toEqual(["别的"]);
  });

  it("shows every cell as the officer sees it and keeps what kind it is", async () => {
    const rows = await rowsOf(fixture(name));
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 7]);
    expect(texts(rows[3])).toEqual([
      "𠮷小䶮",
      "1990年1月1日",
      "43010219900101101X",
      "13800001234",
      'a&b<c>"d"@例.cn',
      "2024-02-29",
      "007",
      "1,234.50",
      "TRUE",
      "第一行\n第二行",
      "𠮷小䶮好",
      "某某厂",
    ]);
    expect(kinds(rows[3])).toEqual(
      "text date text number text date number number boolean text text text".split(" "),
    );
    expect(rows[3]!.cells[1]!.day).toBe("1990-01-01");
    expect(rows[4]!.cells[5]!.day).toBe("1900-03-01");
    expect(rows[4]!.cells[10]).toMatchObject({ kind: "error", text: "#DIV/0!" });
    expect(texts(rows[5])).toEqual(["王五"]);
  });

  it("leaves typed dates, full-width digits and stray spaces as they are", async () => {
    const row = (await rowsOf(fixture(name)))[4]!;
    expect(texts(row).slice(0, 2)).toEqual(["  李　四 ", "1991.2.3"]);
    expect(row.cells[3]).toMatchObject({ kind: "text", text: "１３８００００５６７８" });
  });

  it("names an identity number whose digits are lost, and keeps fifteen digits whole", async () => {
    const row = (await rowsOf(fixture(name)))[4]!;
    expect(row.cells[2]).toMatchObject({ kind: "number", text: "4.30102199102031E+17" });
    expect(spoiledNumber(row.cells[2]!)).toBe("scientific");
    expect(row.cells[9]).toMatchObject({ kind: "number", text: "430102910203123" });
    expect(spoiledNumber(row.cells[9]!)).toBeNull();
  });

  it("joins a head of two merged rows and marks the merged cell of a data row", async () => {
    const rows = await rowsOf(fixture(name));
    expect(findHead(rows)).toEqual({
      firstRow: 2,
      lastRow: 3,
      titles: [
        "姓名",
        "出生日期",
        "证件号码",
        "联系方式/手机",
        "联系方式/邮箱",
        "入会日期",
        "编码",
        "会费",
        "农民工",
        "备注",
        "核对",
        "单位",
      ],
    });
    expect(rows[4]!.cells[11]).toMatchObject({ kind: "empty", mergedInto: "L4" });
  });

  it("gives the same cells to who needs a few columns only", async () => {
    const sheet = await readSheet(fixture(name));
    const [all, some] = [await rowsOf(fixture(name)), new Map<number, SheetRow>()];
    for await (const row of sheet.only(new Set([0, 2]))) some.set(row.row, row);
    for (const { row, cells } of all) {
      for (const column of [0, 2]) {
        const found = some.get(row)?.cells[column];
        expect(found ?? { kind: "empty" }).toMatchObject({ ...(cells[column] ?? {}) });
      }
    }
  });

  it("reads the same from bytes, from a path, and a second time", async () => {
    const sheet = await readSheet(readFileSync(fixture(name)));
    const walks = [];
    for (let walk = 0; walk < 2; walk += 1) {
      const rows: SheetRow[] = [];
      for await (const row of sheet) rows.push(row);
      walks.push(rows);
    }
    expect(walks).toEqual(Array(2).fill(await rowsOf(fixture(name))));
  });
});

it("counts days from 1904 where the workbook does", async () => {
  const rows = await rowsOf(fixture("roster-1904.xlsx"));
  expect((await readSheet(fixture("roster-1904.xlsx"))).date1904).toBe(true);
  expect(rows[3]!.cells[1]).toMatchObject({ day: "1990-01-01", text: "1990年1月1日" });
});

describe("csv", () => {
  const text = '姓名,备注,手机\n"张,三","第一行\n第二行 ""好""",13800000000\n\n䶮,,\n';
  const expected = [
    [1, ["姓名", "备注", "手机"]],
    [2, ["张,三", '第一行\n第二行 "好"', "13800000000"]],
    [4, ["䶮"]],
  ];
  const shape = (rows: SheetRow[]) => rows.map((row) => [row.row, texts(row)]);

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["GB18030", iconv.encode(text, "gb18030")],
    ["Windows line ends", Buffer.from(text.replaceAll("\n", "\r\n").replace("行\r\n", "行\n"))],
    ["old Mac line ends", Buffer.from(text.replaceAll("\n", "\r").replace("行\r", "行\n"))],
    ["no line end at the end", Buffer.from(text.slice(0, -1))],
  ])("is read in %s", async (_, bytes) => {
    expect(shape(await rowsOf(bytes))).toEqual(expected);
  });

  it.each([";", "\t"])("finds the separator %j by itself", async (separator) => {
    const bytes = Buffer.from("姓名,手机,备注\n张三,138,无\n".replaceAll(",", separator));
    expect(shape(await rowsOf(bytes))[1]).toEqual([2, ["张三", "138", "无"]]);
  });

  it("takes Excel's own line about the separator for what it is", async () => {
    const rows = await rowsOf(Buffer.from("sep=;\r\n姓名;备注\r\n张三;a,b,c,d\r\n"));
    expect(shape(rows)).toEqual([
      [2, ["姓名", "备注"]],
      [3, ["张三", "a,b,c,d"]],
    ]);
  });

  it("understands numbers kept as text, and names those Excel spoiled", async () => {
    const cells = (await rowsOf(Buffer.from('="0123",5.1E+17,430102199102031234\n')))[0]!.cells;
    expect(cells.map(({ text }) => text)).toEqual(["0123", "5.1E+17", "430102199102031234"]);
    expect(cells.map(spoiledNumber)).toEqual([null, "scientific", null]);
  });

  it("as LibreOffice saved it in GB18030 still shows the head of two rows", async () => {
    const rows = await rowsOf(fixture("roster-gb18030.csv"));
    expect(findHead(rows)).toMatchObject({ firstRow: 2, lastRow: 3 });
    expect(findHead(rows)!.titles.slice(2, 6)).toEqual([
      "证件号码",
      "联系方式/手机",
      "联系方式/邮箱",
      "入会日期",
    ]);
    expect(texts(rows[3])[0]).toBe("𠮷小䶮");
  });

  it("cut anywhere between two chunks reads the same", async () => {
    const line = `${"某".repeat(7)},"引""号",${"x".repeat(30)}\r\n`;
    const bytes = iconv.encode(line.repeat(20_000), "gb18030");
    const rows = await rowsOf(bytes);
    expect(rows.length).toBe(20_000);
    expect(new Set(rows.map((row) => texts(row).join("|"))).size).toBe(1);
  });
});

describe("cells of other programs' workbooks", () => {
  it("keep all digits of an identity number that a program wrote as a number", async () => {
    expect(await cellOf('<c r="A1"><v>430102199102031234</v></c>')).toMatchObject({
      kind: "number",
      text: "430102199102031234",
    });
  });

  it("name a number that Excel rounded under a format of plain digits", async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="1"/></cellXfs></styleSheet>';
    const cell = await cellOf('<c r="A1" s="0"><v>4.30102199102031E+17</v></c>', {
      "xl/styles.xml": styles,
    });
    expect(cell.text).toBe("430102199102031000");
    expect(spoiledNumber(cell)).toBe("rounded");
  });

  it.each([
    ["14", undefined, "1990/1/1"],
    ["31", undefined, "1990年1月1日"],
    ["170", "[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@", "1990年1月"],
    ["171", "[DBNum1][$-804]yyyy/mm/dd", "1990/01/01"],
  ])("show a date under format %s %s", async (id, code, text) => {
    const custom = code ? `<numFmts><numFmt numFmtId="${id}" formatCode="${code}"/></numFmts>` : "";
    const styles = `<styleSheet>${custom}<cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
    expect(
      await cellOf('<c r="A1" s="0"><v>32874</v></c>', { "xl/styles.xml": styles }),
    ).toMatchObject({ kind: "date", text, day: "1990-01-01", number: 32874 });
  });

  it("are read with prefixed tags, without addresses, and from whole dates", async () => {
    const sheet =
      '<x:worksheet xmlns:x="a"><x:sheetData><x:row>' +
      '<x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c>' +
      '<x:c t="d"><x:v>2024-05-01T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const [row] = await rowsOf(await workbook("", { "xl/worksheets/sheet1.xml": sheet }));
    expect(row!.cells).toMatchObject([{ text: "甲" }, { kind: "date", day: "2024-05-01" }]);
  });

  it("leave out how a name sounds, join its runs and resolve escapes", async () => {
    const shared =
      '<sst><si><r><t>曾</t></r><r><t xml:space="preserve"> &#x4E09;</t></r>' +
      '<rPh sb="0" eb="1"><t>zēng</t></rPh></si>' +
      "<si><t>一_x000D_&amp;二</t></si><si><t/></si></sst>";
    const cells = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>';
    const [row] = await rowsOf(
      await workbook(`<row>${cells}</row>`, { "xl/sharedStrings.xml": shared }),
    );
    expect(texts(row)).toEqual(["曾 三", "一\r&二"]);
  });

  it("say so when a formula was never worked out, instead of looking empty", async () => {
    expect(await cellOf('<c r="A1"><f>A2</f></c>')).toMatchObject({
      kind: "error",
      text: "公式没有算出结果",
    });
  });

  it("come with a remark when macros were left alone", async () => {
    const bytes = await workbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
      "xl/vbaProject.bin": "x",
    });
    expect((await readSheet(bytes)).remarks).toEqual([
      "文件里带有宏，系统没有运行它，只读取了表格内容。",
    ]);
  });
});

describe("a file opened again", () => {
  const head = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';

  it("is not looked through again when what was seen is still known, and reads the same", async () => {
    const bytes = await workbook(head);
    const surveys: Surveys = new Map();
    expect((await readSheet(bytes, { surveys })).filledRows).toBe(2);
    const [[place, survey] = ["", undefined]] = surveys;
    expect(survey).toEqual({ filledRows: 2, merges: [] });
    surveys.set(place, { filledRows: 7, merges: [] });
    const again = await readSheet(bytes, { surveys });
    expect(again.filledRows).toBe(7);
    const rows = await Array.fromAsync(again);
    expect(rows.map(({ cells }) => cells[0]!.text)).toEqual(["1", "2"]);
    await expect(readSheet(bytes, { surveys, maxRows: 6 })).rejects.toThrow(/6/);
  });
});
