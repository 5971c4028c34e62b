// A post in the App (岗位办事): a part-time officer decides on the phone, and is a member of their own there as well.
import { newId } from "@niangjia/foundation/ids";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { type Client, type TestHouse, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

/** A member who looks after the others of the firm, without a password of their own. */
async function officerAt(house: TestHouse, path: string): Promise<Client> {
  const member = await memberAt(house, path);
  await house.owner.query(
    `insert into access.posts (id, account_id, org_id, org_path, role, title, from_day, state)
     values ($1, $2, $3, $4, 'officer', '工会干事', '2020-01-01', 'held')`,
    [newId(), member.accountId, await house.unionId(path), path],
  );
  await house.owner.query("notify niangjia_access");
  return member;
}

describe.skipIf(noBrowser)("a part-time officer with the App in hand", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  const turnTo = async (page: Page, name: RegExp) => {
    await page.getByRole("button", { name: "我的" }).click();
    await page.getByRole("radio", { name }).click();
  };

  test("finds what waits, reads it before deciding, and draws their own card as themselves", async () => {
    const { house, origin } = street;
    const officer = await officerAt(house, tree.firm);
    const applicant = await memberAt(house, tree.firm);
    const facts = { name: "欧阳小满", education: "10" };
    const filed = await applicant.post("/api/cases/functions/membership.change/file", { facts });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const page = await street.enter(officer, "phone");
    await page.goto(`${origin}/app/home`);
    await page.getByRole("button", { name: "亮会员卡" }).waitFor();

    await turnTo(page, /工会干事/);
    await page.getByText("正在以岗位身份办事").waitFor();
    const todo = page.getByRole("region", { name: "等您办的" });
    await todo.getByRole("button", { name: /会员信息变更.*前办完/s }).click();
    await page.getByRole("heading", { name: "等您办", exact: true }).waitFor();
    const titles = await page.getByRole("region").getByRole("heading").allInnerTexts();
    expect(titles).toContain("申请内容");
    expect(titles.indexOf("申请内容")).toBeLessThan(titles.indexOf("等您办"));
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await page.getByText("办结", { exact: true }).waitFor();
    expect((await applicant.get(`/api/cases/${filed.body.id}`)).body.status).toBe("approved");

    await page.goto(`${origin}/app/home`);
    await page.getByText("都办完了").waitFor();
    await turnTo(page, /我本人/);
    await page.getByRole("button", { name: "亮会员卡" }).waitFor();
    // What was told to the post is not lost: the way back stands beside the refusal.
    await page.goto(`${origin}/app/case?id=${filed.body.id}`);
    await page.getByText("没有找到这个办件").waitFor();
    await page.getByRole("radio", { name: /工会干事/ }).click();
    await page.getByText("正在以岗位身份办事").waitFor();
  });

  test("sends what still waits for the network as whom it was filled in", async () => {
    const { origin, house } = street;
    const officer = await officerAt(house, tree.otherFirm);
    const page = await street.enter(officer, "phone");
    await page.goto(`${origin}/app/me`);
    await page.getByRole("radio", { name: /我本人/ }).waitFor();
    const item = { key: "waits-for-the-network", functionId: "membership.change", at: 0 };
    const kept = JSON.stringify([{ ...item, title: "会员信息变更", facts: {}, labels: {} }]);
    await page.evaluate(`localStorage.setItem("niangjia:outgoing", ${JSON.stringify(kept)})`);
    await page.route("**/file", (route) => route.abort());
    await page.reload();
    await page.getByText("还有 1 件申请没有发出，发出后才能换身份。").waitFor();
    expect(await page.getByRole("radio").count()).toBe(0);
  });
});
