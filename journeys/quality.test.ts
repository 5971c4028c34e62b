// Quality (数据质量), as a cadre follows it: from the province's number down to the row, then two records made one and parted.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolAt, facts, numberOf } from "../registers/members/testing.ts";
import { sweepsNow } from "../server/sweeps.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const wayDown = [tree.changsha, tree.changshaCounty, tree.xingsha, tree.firm] as const;

describe.skipIf(noBrowser)("a cadre who answers for the quality of records", () => {
  let street: Street;
  let cadre: Client;
  let silent: string;
  let kept: string;
  let twin: string;

  beforeAll(async () => {
    street = await openStreet();
    const { house } = street;
    cadre = await house.signIn("cadre", tree.province);
    [silent] = (await enrolAt(house, tree.firm, [facts(2, { name: "刘秀英", phone: null })])) as [
      string,
    ];
    [kept] = (await enrolAt(house, tree.firm, [facts(101, { education: null })])) as [string];
    const slip = { name: "章晓芳", documentNumber: numberOf(201) };
    [twin] = (await enrolAt(house, tree.firm, [{ ...facts(102), ...slip }])) as [string];
    await sweepsNow(house);
  });
  afterAll(() => street?.close());

  const nameOf = async (path: string): Promise<string> => {
    const wanted = "select name from organisation.unions where path = $1";
    return (await street.house.owner.query(wanted, [path])).rows[0].name;
  };

  test("goes from the province's number down to the very member, and sends the fault back", async () => {
    const { house, origin } = street;
    const page = await street.enter(cadre);
    await page.goto(`${origin}/realname/data-quality`);
    await page.getByRole("heading", { name: "数据质量", exact: true }).waitFor();
    for (const path of wayDown) {
      const name = await nameOf(path);
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { name: `${name}数据质量` }).waitFor();
    }
    await page.getByRole("link", { name: /没有填手机号.*1 人/ }).click();
    await page.getByRole("heading", { name: "扣分的会员：没有填手机号" }).waitFor();
    const rows = page.getByRole("region", { name: "扣分的会员" });
    await rows.getByRole("button", { name: /^刘/ }).click();
    const panel = page.getByRole("dialog");
    expect(await panel.getByRole("link", { name: /更正信息/ }).getAttribute("href")).toBe(
      `/people/${silent}`,
    );

    await panel.getByRole("button", { name: "退回整改" }).click();
    await page.getByLabel(/整改要求/).fill("请联系本人补登手机号。");
    await page.getByRole("button", { name: "退回 1 人" }).click();
    await page.waitForURL(/\/cases\//);
    const { rows: cases } = await house.owner.query(
      "select org_path, person_id from business.cases where function = 'roster.rectify'",
    );
    expect(cases).toEqual([{ org_path: tree.firm, person_id: silent }]);
  });

  test("compares two records, makes them one, and takes it back", async () => {
    const { house, origin } = street;
    const mergedInto = async () =>
      (await house.owner.query("select merged_into from member.persons where id = $1", [twin]))
        .rows[0].merged_into;
    const page = await street.enter(cadre);
    await page.goto(`${origin}/realname/data-quality/suspects?kind=duplicate`);
    await page.getByRole("button", { name: /张.*和.*章|章.*和.*张/ }).click();
    await page.getByRole("heading", { name: "两条记录对照" }).waitFor();
    await page.getByRole("button", { name: "是同一人，去归并" }).click();

    await page.waitForURL(/\/compare\?/);
    await page.getByRole("heading", { name: "归并后会怎样" }).waitFor();
    const compared = page.getByRole("main").getByRole("table");
    await compared.getByRole("row", { name: /^姓名.*不同$/ }).waitFor();
    const keptFirst = (
      await page.getByRole("link", { name: "甲记录" }).getAttribute("href")
    )?.endsWith(kept);
    const stays = compared.getByRole("radio", { name: /保留这条/ }).nth(keptFirst ? 0 : 1);
    await stays.check();
    await page.getByRole("button", { name: "归并", exact: true }).click();
    await page.getByRole("button", { name: "归并 2 条记录" }).click();
    await page.waitForURL(/\/merges\?open=/);
    expect(await mergedInto()).toBe(kept);

    await page.getByText("2026-12-21 以前可以撤销").waitFor();
    await page.getByRole("button", { name: "撤销归并" }).click();
    await page.getByLabel(/为什么撤销/).fill("核对证件，是两个人");
    await page.getByRole("button", { name: "撤销归并" }).last().click();
    await page.getByText("谁撤销").waitFor();
    expect(await mergedInto()).toBeNull();
  });
});
