// Hostile files (恶意与损坏的文件), as an officer meets them: each is named and refused, the page goes on, nothing is stored.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partsOf, workbook, zipped } from "../foundation/excel/fixtures/craft.ts";
import { rowOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const sheetPart = "xl/worksheets/sheet1.xml";

/** One cell of text, or of a number as a spreadsheet keeps it. */
const cell = (at: string, value: string | number): string =>
  typeof value === "number"
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

const rowsOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((values, at) => {
      const cells = values.map((value, column) => cell(`${"AB"[column]}${at + 1}`, value));
      return `<row r="${at + 1}">${cells.join("")}</row>`;
    })
    .join("");

async function reachingOut(): Promise<Buffer> {
  const parts = partsOf(rowsOf([["姓名", "证件号码"]]));
  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  parts[sheetPart] = entity + String(parts[sheetPart]).replace(/^<\?.*?\?>/, "");
  return zipped(parts);
}

/** A number of 17 figures whose eighteenth was an X. */
function withoutX(): string {
  for (let sequence = 100; ; sequence += 1) {
    const first17 = `43012119850301${sequence}`;
    if (checkCharacter(first17) === "X") return first17;
  }
}

/** What Excel and WPS make of identity numbers in a column that is not text. */
const mangled = [
  ["王小明", "5.1E+17"],
  ["王大明", 430121198503010000],
  ["王小红", "430121198503010000"],
  ["王大红", 4.30121198503012e17],
  ["王小军", withoutX()],
] as const;

interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly said: string;
}

async function hostileFiles(): Promise<Hostile[]> {
  const whole = await sheetOf([rowOf(1), rowOf(2)]);
  const zeros = { [sheetPart]: Buffer.alloc(30_000_000) };
  const wide = `姓名,证件号码${",1".repeat(1_000_000)}\n`;
  const pdf = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n");
  return [
    {
      what: "a zip bomb",
      name: "炸弹.xlsx",
      bytes: await workbook("", zeros),
      said: "这个文件解压后大得不正常，已停止读取",
    },
    {
      what: "XML that reaches outside",
      name: "外部引用.xlsx",
      bytes: await reachingOut(),
      said: "这个文件里夹带了外部引用（DTD），不安全，已停止读取",
    },
    {
      what: "a million columns",
      name: "百万列.csv",
      bytes: Buffer.from(wide),
      said: "这个表格第 1 行超过了",
    },
    {
      what: "a PDF called .xlsx",
      name: "改名.xlsx",
      bytes: pdf,
      said: "这个文件不是表格，它的内容其实是",
    },
    { what: "a program", name: "名册.exe", bytes: Buffer.from("MZ"), said: "这不是表格文件" },
    {
      what: "a file cut in half",
      name: "半个.xlsx",
      bytes: whole.subarray(0, whole.length / 2),
      said: "这个文件不完整或已损坏",
    },
  ];
}

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel("名册文件").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

/** The officer brings a file and reads why it is not taken; the next one finds the page as it was. */
async function isRefused(page: Page, { name, bytes, said, what }: Hostile): Promise<void> {
  await choose(page, name, bytes);
  const send = page.getByRole("button", { name: "上传并识别" });
  if (await send.isEnabled()) await send.click();
  const why = page.getByRole("alert").filter({ hasText: said });
  await why.waitFor();
  expect(await page.getByRole("alert").count(), what).toBe(1);
  expect(new URL(page.url()).pathname, what).toBe("/realname/roster/imports/new");
}

describe.skipIf(noBrowser)("an officer with files that are not what they seem", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  async function stored(): Promise<Record<string, number>> {
    const tables = ["member.persons", "member.identities", "member.memberships", "member.changes"];
    const counts = tables.map((table) => `(select count(*)::int from ${table}) as "${table}"`);
    const { rows } = await street.house.owner.query(`select ${counts.join(", ")}`);
    return rows[0];
  }
  const countOfImports = async (): Promise<number> =>
    (await street.house.owner.query("select count(*)::int as n from business.roster_imports"))
      .rows[0].n;

  test("is told of each what is wrong with it, and brings a sound one in the end", async () => {
    const { house, origin } = street;
    const officer = await house.signIn("officer", tree.firm);
    const page = await street.enter(officer);
    const nothing = await stored();
    await page.goto(`${origin}/realname/roster/imports/new`);
    for (const hostile of await hostileFiles()) await isRefused(page, hostile);
    expect(await countOfImports()).toBe(0);

    await choose(page, "号码变形.xlsx", await workbook(rowsOf([["姓名", "证件号码"], ...mangled])));
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByRole("button", { name: "上传并识别" }).click();
    await page.getByRole("heading", { name: /^5 行有错/ }).waitFor();
    await page.getByText("证件号码变成科学计数").first().waitFor();
    await page.getByText("证件号码尾数变成 0").first().waitFor();
    await page.getByText("证件号码漏了 X").first().waitFor();
    await page.getByRole("button", { name: /^开始导入/ }).click();
    await page.getByRole("heading", { name: /^导入完成：新入库 0 人.*有错 5 行/ }).waitFor();
    const faulty = page.getByRole("region", { name: "错误行" });
    await faulty.getByText("证件号码：5.1E+17").waitFor();
    expect(await stored()).toEqual(nothing);

    await page.getByRole("button", { name: "改好后再导入" }).click();
    await choose(page, "名册.xlsx", await sheetOf([rowOf(1), rowOf(2)]));
    await page.getByRole("button", { name: "上传并识别" }).click();
    await page.getByRole("button", { name: /^开始导入/ }).click();
    await page.getByRole("heading", { name: /^导入完成：新入库 2 人/ }).waitFor();
    expect((await stored())["member.persons"]).toBe(2);
  });
});
