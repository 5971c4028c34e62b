// Hostile sheets: named and refused, never a crash.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Refusal, type RefusalKind } from "../refusal.ts";
import { partsOf, workbook, zipped } from "./fixtures/craft.ts";
import { excelRefusals, readSheet } from "./index.ts";
import type { ReadOptions } from "./sheet.ts";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

/** What reading to the end comes to: the kind it is refused with, or the number of rows. */
async function outcome(bytes: Uint8Array, options?: ReadOptions): Promise<RefusalKind | number> {
  try {
    let rows = 0;
    for await (const _ of await readSheet(bytes, options)) rows += 1;
    return rows;
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
}

const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>张三</t></is></c></row>';

/**
 * Overwrites a number in the zip's directory record of an entry, where `at` counts from the
 * record's start.
 */
function forge(zip: Buffer, name: string, at: number, value: number): Buffer {
  const record = zip.lastIndexOf(name) - 46;
  zip.writeUInt32LE(value >>> 0, record + at);
  return zip;
}

describe("a file that is not a table", () => {
  it.each([
    ["nothing at all", Buffer.alloc(0), excelRefusals.empty],
    [
      "a web page with the name .xls",
      Buffer.from("<html><table><tr><td>张三"),
      excelRefusals.webPage,
    ],
    ["Excel's XML of 2003", Buffer.from('<?xml version="1.0"?><Workbook/>'), excelRefusals.webPage],
    ["a PDF", Buffer.from("%PDF-1.7\n…"), excelRefusals.notTable],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n....", "latin1"), excelRefusals.notTable],
    ["bytes of no kind", Buffer.from([1, 2, 0, 3, 250]), excelRefusals.notTable],
    ["text of no encoding", Buffer.from([0x41, 0xff, 0x41, 0xff]), excelRefusals.unknownEncoding],
    ["only line ends", Buffer.from("\n\n,,\n"), excelRefusals.noRows],
  ])("is named and refused: %s", async (_, bytes, kind) => {
    expect(await outcome(bytes)).toBe(kind);
  });

  it.each([
    ["a Word document", { "[Content_Types].xml": "", "word/document.xml": "" }, "Word 文档"],
    ["a zip of pictures", { "a.jpg": "", "b.jpg": "" }, "压缩包"],
  ])("is named and refused: %s", async (_, parts, kind) => {
    await expect(readSheet(await zipped(parts))).rejects.toMatchObject({
      kind: excelRefusals.notTable,
      details: { words: { kind } },
    });
  });

  it.each([
    ["binary .xlsb", { "xl/workbook.bin": "" }],
    ["OpenDocument .ods", { "content.xml": "" }],
  ])("of a format not read says how to save it anew: %s", async (_, parts) => {
    expect(await outcome(await zipped(parts))).toBe(excelRefusals.oldFormat);
  });
});

describe("a file cut in half", () => {
  it.each(["roster.xlsx", "roster.xls"])("is refused wherever it is cut: %s", async (name) => {
    const whole = fixture(name);
    for (let length = 600; length < whole.length; length += 433) {
      expect(await outcome(whole.subarray(0, length))).toBe(excelRefusals.damaged);
    }
  });

  it("is not taken for GB18030 when a character of UTF-8 is cut", async () => {
    const text = Buffer.from("姓名,单位\n张三,浏阳市某某有限公司\n".repeat(50));
    expect(await outcome(text.subarray(0, -3))).toBe(excelRefusals.damaged);
    expect(await outcome(iconv.encode(text.toString(), "gb18030"))).toBe(100);
  });

  it("is refused when a byte of a sheet has changed", async () => {
    const bytes = await workbook(cell);
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 40;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(await outcome(bytes)).toBe(excelRefusals.damaged);
  });
});

describe("a bomb", () => {
  it("is known by its directory: a part a hundred times its size", async () => {
    const bytes = await workbook(cell, { "xl/worksheets/sheet1.xml": Buffer.alloc(30_000_000) });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await outcome(bytes)).toBe(excelRefusals.bomb);
  });

  it("is stopped while it inflates when its directory lies", async () => {
    const sheet = Buffer.concat([
      Buffer.from(`<worksheet><sheetData>${cell}`),
      Buffer.alloc(30_000_000, 32),
    ]);
    const bytes = await workbook(cell, { "xl/worksheets/sheet1.xml": sheet });
    expect(await outcome(forge(bytes, "xl/worksheets/sheet1.xml", 24, 100_000))).toBe(
      excelRefusals.bomb,
    );
  });

  it("of parts that share the same bytes is refused", async () => {
    const parts = partsOf(cell);
    for (let copy = 0; copy < 5; copy += 1) parts[`xl/copy${copy}.xml`] = "x".repeat(50);
    let bytes = await zipped(parts);
    for (let copy = 0; copy < 5; copy += 1) bytes = forge(bytes, `xl/copy${copy}.xml`, 20, 4000);
    expect(await outcome(bytes)).toBe(excelRefusals.bomb);
  });

  it("of sheets that are all the same part is refused", async () => {
    const sheets = '<sheet name="一" r:id="r0"/><sheet name="二" r:id="r0"/>';
    const book = `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`;
    expect(await outcome(await workbook("", { "xl/workbook.xml": book }))).toBe(excelRefusals.bomb);
  });
});

describe("XML that reaches outside", () => {
  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

  it.each(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"])(
    "is refused in %s",
    async (name) => {
      const parts = partsOf(cell);
      const part = String(parts[name] ?? "<sst><si><t>a</t></si></sst>");
      parts[name] = entity + part.replace(/^<\?.*?\?>/, "");
      expect(await outcome(await zipped(parts))).toBe(excelRefusals.unsafeXml);
    },
  );

  it("is refused by the entity when its document type hides behind a long comment", async () => {
    const sheet =
      `<!--${"-".repeat(9000)}-->${entity}<worksheet><sheetData>` +
      '<row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await outcome(await workbook("", { "xl/worksheets/sheet1.xml": sheet }))).toBe(
      excelRefusals.unsafeXml,
    );
  });
});

describe("a locked file", () => {
  it("with a password is refused with the way to take it off: .xlsx", async () => {
    expect(await outcome(fixture("locked.xlsx"))).toBe(excelRefusals.encrypted);
  });

  it("with a password is refused with the way to take it off: .xls", async () => {
    const bytes = Buffer.from(fixture("roster.xls"));
    const start = bytes.indexOf(Buffer.from("09081000000605", "hex"));
    bytes.writeUInt16LE(0x2f, start + 20);
    expect(await outcome(bytes)).toBe(excelRefusals.encrypted);
  });
});

describe("a sheet out of all measure", () => {
  it("of more rows than allowed is refused before its first row", async () => {
    const rows = Array.from(
      { length: 11 },
      (_, row) => `<row r="${row + 1}"><c><v>1</v></c></row>`,
    );
    const bytes = await workbook(rows.join(""));
    await expect(readSheet(bytes, { maxRows: 10 })).rejects.toThrow("超过了 10 行");
    expect(await outcome(bytes, { maxRows: 11 })).toBe(11);
    expect(await outcome(Buffer.from("a\n".repeat(11)), { maxRows: 10 })).toBe(
      excelRefusals.tooManyRows,
    );
  });

  it("of more columns than allowed is refused, while empty ones do not count", async () => {
    const wide = (last: string) => workbook(`<row r="1"><c r="A1"><v>1</v></c>${last}</row>`);
    expect(await outcome(await wide('<c r="XFD1"><v>1</v></c>'))).toBe(
      excelRefusals.tooManyColumns,
    );
    expect(await outcome(await wide('<c r="XFD1" s="1"/>'))).toBe(1);
    expect(await outcome(await wide('<c r="ZZZZZ1"><v>1</v></c>'))).toBe(excelRefusals.damaged);
    const million = Buffer.from(`${"1,".repeat(1_000_000)}1\n`);
    expect(await outcome(million)).toBe(excelRefusals.tooManyColumns);
    expect(await outcome(Buffer.from(`张三${",".repeat(1_000_000)}\n`))).toBe(1);
  });

  it("of more bytes than allowed is refused unread", async () => {
    expect(await outcome(Buffer.alloc(1001, "a"), { maxBytes: 1000 })).toBe(excelRefusals.tooLarge);
  });

  it("whose quote never closes is refused with the row it opens in", async () => {
    const bytes = Buffer.from(`姓名\n张三\n"李四\n${"王五\n".repeat(10)}`);
    await expect(readSheet(bytes)).rejects.toThrow("从第 3 行起");
  });

  it("whose rows run backwards is refused", async () => {
    const rows = '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>';
    expect(await outcome(await workbook(rows))).toBe(excelRefusals.damaged);
  });

  it("whose merged ranges overlap over every row is refused", async () => {
    const parts = partsOf("");
    const merges = Array.from({ length: 600 }, () => '<mergeCell ref="A1:B1048576"/>').join("");
    const data = `<sheetData>${cell}</sheetData><mergeCells>${merges}</mergeCells>`;
    parts["xl/worksheets/sheet1.xml"] = `<worksheet>${data}</worksheet>`;
    expect(await outcome(await zipped(parts))).toBe(excelRefusals.damaged);
  });

  it("that lacks the asked-for sheet names those it has", async () => {
    await expect(readSheet(fixture("roster.xlsx"), { sheet: "名册" })).rejects.toMatchObject({
      next: "文件里的工作表有：说明、花名册、备用。请重新选择。",
    });
  });
});

describe("any file with any bytes changed", () => {
  const seed = 20_260_101;
  const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 5 });
  const changed = (bytes: Buffer, spots: [number, number][]): Buffer => {
    const copy = Buffer.from(bytes);
    for (const [at, value] of spots) copy[at % copy.length] = value;
    return copy;
  };

  it.each(["roster.xlsx", "roster.xls", "roster-gb18030.csv"])(
    `is read or refused, never a crash: %s (seed ${seed})`,
    async (name) => {
      const whole = fixture(name);
      const property = fc.asyncProperty(changes, async (spots) => {
        expect(await outcome(changed(whole, spots))).toBeDefined();
      });
      await fc.assert(property, { seed, numRuns: 100 });
    },
  );

  it.each(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])(
    `is read or refused when its sums are right: %s (seed ${seed})`,
    async (name) => {
      const parts = partsOf(cell + cell.replaceAll("1", "2"));
      const property = fc.asyncProperty(changes, async (spots) => {
        const part = changed(Buffer.from(parts[name]!), spots);
        expect(await outcome(await zipped({ ...parts, [name]: part }))).toBeDefined();
      });
      await fc.assert(property, { seed, numRuns: 60 });
    },
  );
});
