// Sheets saved by LibreOffice, in every format it offers officers.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { officeVersion, saveAs } from "./fixtures/libreoffice.ts";
import { findHead, readSheet, type SheetRow, writeSheetBytes } from "./index.ts";

const office = officeVersion();
const original = fileURLToPath(new URL("./fixtures/roster.fods", import.meta.url));
/** Separator, quote, encoding (76 UTF-8, 85 GB18030, 65535 UTF-16), …, the second sheet. */
const csv = (separator: number, encoding: number, sheet = 2): string => {
  const options = [separator, 34, encoding, 1, "", 0, false, true, false, false, false, sheet];
  return `csv:Text - txt - csv (StarCalc):${options.join(",")}`;
};

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of await readSheet(bytes)) rows.push(row);
  return rows;
}

if (!office) {
  const why = "soffice is not on the path (LibreOffice is not installed)";
  console.warn(`Files saved just now by LibreOffice are not tried: ${why}.`);
  it("files saved just now are not tried", (context) => context.skip(why));
}

describe.runIf(office)(`files saved just now by ${office}`, () => {
  it.each(["xlsx", "xls"])("are read as .%s with values, kinds and head", async (format) => {
    const rows = await rowsOf(saveAs(original, format, office!));
    expect(findHead(rows)?.titles.slice(0, 4)).toEqual([
      "姓名",
      "出生日期",
      "证件号码",
      "联系方式/手机",
    ]);
    expect(rows[3]!.cells.slice(0, 4)).toMatchObject([
      { kind: "text", text: "𠮷小䶮" },
      { kind: "date", day: "1990-01-01" },
      { kind: "text", text: "43010219900101101X" },
      { kind: "number", text: "13800001234" },
    ]);
  });

  it.each([
    ["GB18030 and commas", csv(44, 85)],
    ["UTF-8 and semicolons", csv(59, 76)],
    ["UTF-16 and tabs", csv(9, 65_535)],
  ])("are read as .csv in %s", async (_, format) => {
    const rows = await rowsOf(saveAs(original, format, office!));
    expect(findHead(rows)?.titles[4]).toBe("联系方式/邮箱");
    expect(rows[3]!.cells.slice(0, 3).map(({ text }) => text)).toEqual([
      "𠮷小䶮",
      "1990/1/1",
      "43010219900101101X",
    ]);
  });

  it("show what we write: text stays text, and a formula stays letters", async () => {
    const folder = mkdtempSync(join(tmpdir(), "niangjia-written-"));
    const path = join(folder, "written.xlsx");
    const columns = [
      { title: "姓名" },
      { title: "证件号码" },
      { title: "性别", choices: ["男", "女"] },
    ];
    const values = ["=1+1", "430102199001011234", "男"];
    const sheet = { name: "名单", title: "花名册", columns, rows: [values], notes: ["说明"] };
    writeFileSync(path, await writeSheetBytes(sheet));
    const text = saveAs(path, csv(44, 76, 1), office!).toString();
    rmSync(folder, { recursive: true });
    expect(text.split("\n").slice(0, 3)).toEqual([
      "花名册,,",
      "姓名,证件号码,性别",
      values.join(","),
    ]);
  });
});
