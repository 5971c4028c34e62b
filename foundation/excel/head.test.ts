// Heads of sheets: found below titles, over two rows, across merged cells.
import { describe, expect, it } from "vitest";
import { findHead } from "./head.ts";
import { readSheet, type SheetRow } from "./index.ts";

async function rowsOf(csv: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of await readSheet(Buffer.from(csv))) rows.push(row);
  return rows;
}

describe("the head of a table", () => {
  it("is its first row where nothing stands above", async () => {
    expect(findHead(await rowsOf("姓名,手机\n张三,138\n"))).toEqual({
      firstRow: 1,
      lastRow: 1,
      titles: ["姓名", "手机"],
    });
  });

  it("is found below a title, a date and a note", async () => {
    const rows = await rowsOf(
      "某某厂花名册,,,\n填表日期：,2026-01-01,,\n\n姓名,性别,手机,单位\n张三,男,138,甲\n",
    );
    expect(findHead(rows)).toMatchObject({ firstRow: 4, titles: ["姓名", "性别", "手机", "单位"] });
  });

  it("has titles without the spaces and line breaks inside them", async () => {
    const rows = await rowsOf('姓  名,"出生\n日期",　手机 \n张三,1990,138\n');
    expect(findHead(rows)!.titles).toEqual(["姓名", "出生日期", "手机"]);
  });

  it("is the row of most known titles, even below a fuller row", async () => {
    const rows = await rowsOf("甲,乙,丙,丁\n说明,姓名,手机,\n张三,李四,王五,赵六\n");
    const known = (title: string) => ["姓名", "手机"].includes(title);
    expect(findHead(rows, known)).toMatchObject({ firstRow: 2 });
    expect(findHead(rows, () => false)).toMatchObject({ firstRow: 1 });
  });

  it("takes no data row for a second row of the head", async () => {
    for (const second of ["张三,,138", ",,138", "张三,李四,"]) {
      expect(findHead(await rowsOf(`姓名,曾用名,手机\n${second}\n`))).toMatchObject({ lastRow: 1 });
    }
  });

  it("of two rows in csv is joined by the gaps the first row leaves", async () => {
    const rows = await rowsOf("姓名,联系方式,,单位\n,手机,邮箱,\n张三,138,a@b.cn,某厂\n");
    expect(findHead(rows)).toEqual({
      firstRow: 1,
      lastRow: 2,
      titles: ["姓名", "联系方式/手机", "联系方式/邮箱", "单位"],
    });
  });

  it("is not made up where no row names two columns", async () => {
    expect(findHead(await rowsOf("只有一列\n张三\n"))).toBeNull();
    expect(findHead([])).toBeNull();
  });
});
