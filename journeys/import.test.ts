// Importing (名册导入), as an officer walks it: a dirty roster in, its faulty rows back as Excel, mended, in again.
import { readFileSync } from "node:fs";
import { readSheet } from "@niangjia/foundation/excel";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idNumberOf, nameOf, phoneOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { dirtyRoster } from "../server/demo/dirty-roster.ts";
import { rosterWorkbook } from "../server/demo/roster-workbook.ts";
import { demoSeed } from "../server/demo/seed.ts";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const roster = dirtyRoster(demoSeed);
const expected = (verdict: "good" | "faulty") =>
  roster.rows.filter((row) => row.expected.verdict === verdict).length;
const good = expected("good");
const faulty = expected("faulty");
const grouped = new Intl.NumberFormat("zh-CN");

async function tableOf(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of await readSheet(bytes)) rows.push(cells.map(({ text }) => text));
  return rows;
}

/** Rows that the reasons say to delete, and not to mend. */
const toDelete = /请删去这一行/;

/** As an officer would with the papers at hand: what is wrong is written anew, who is there twice is taken out. */
async function mend(bytes: Buffer): Promise<{ bytes: Buffer; people: number }> {
  const [head = [], ...rows] = await tableOf(bytes);
  const at = (word: string) => head.findIndex((title) => title.includes(word));
  const reason = at("错误原因");
  const kept = rows.filter((row) => !toDelete.test(row[reason] ?? ""));
  const mended = kept.map((_, index) => {
    const row = head.map(() => "");
    row[at("姓名")] = nameOf(index);
    row[at("证件号码")] = idNumberOf(index);
    row[at("移动电话")] = phoneOf(index);
    return row;
  });
  return { bytes: await sheetOf(mended, head), people: mended.length };
}

/** From choosing the file to the result; answers the sentence that says what came of it. */
async function bring(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel("名册文件").setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: "上传并识别" }).click();
  await page.getByRole("heading", { name: "栏目对应" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: /^开始导入/ }).click();
  const said = page.getByRole("heading", { name: /^导入完成/ });
  await said.waitFor({ timeout: 60_000 });
  return (await said.textContent()) ?? "";
}

describe.skipIf(noBrowser)("an officer with a dirty roster of 2,000 people", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("gets the good ones in, mends the Excel that comes back, and the federation above sees true numbers", async () => {
    const { house, origin } = street;
    const officer = await house.signIn("officer", tree.firm);
    const above = await house.signIn("cadre", tree.province);
    const members = async () =>
      (await above.get("/api/organisations/numbers")).body.numbers.members;
    expect(await members()).toBe(0);

    const page = await street.enter(officer);
    await page.goto(`${origin}/realname/roster/imports/new`);
    const first = await bring(page, "花名册.xlsx", await rosterWorkbook(roster));
    expect(first).toContain(`新入库 ${good} 人`);
    expect(first).toContain(`有错 ${faulty} 行`);
    expect(await members()).toBe(good);

    const rows = page.getByRole("region", { name: "错误行" });
    await rows.getByText(`共 ${grouped.format(faulty)} 行`).waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: /^下载.*错误行/ }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("花名册-错误行.xlsx");
    const back = await mend(readFileSync(await download.path()));
    expect(back.people).toBeGreaterThan(faulty / 2);

    await page.getByRole("link", { name: /^新入库/ }).click();
    const fresh = page.getByRole("region", { name: "新入库的会员" });
    await fresh.getByText(`共 ${grouped.format(good)} 名会员`).waitFor();
    await fresh.getByRole("row").nth(1).click();
    await page.getByRole("button", { name: "打开完整档案" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: /^有错退回/ }).click();

    await page.getByRole("button", { name: "改好后再导入" }).click();
    const second = await bring(page, download.suggestedFilename(), back.bytes);
    expect(second).toContain(`新入库 ${back.people} 人`);
    expect(second).toContain("有错 0 行");
    expect(await members()).toBe(good + back.people);
    const { rows: stored } = await house.owner.query(
      "select count(*)::int as n from member.memberships where org_path = $1",
      [tree.firm],
    );
    expect(stored[0].n).toBe(good + back.people);

    const cadre = await street.enter(above);
    await cadre.goto(`${origin}/realname/roster`);
    await cadre.getByText(`共 ${grouped.format(good + back.people)} 名会员`).waitFor();
  });
});
