// Joining (入会), as two people walk it: a worker applies, the officer finds it on the desk and agrees, a member is there.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestHouse, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const first17 = "43012119960518001";

const factsOf = async (house: TestHouse, first: string) => ({
  union: await house.unionId(tree.firm),
  name: "林小满",
  documentKind: "111",
  idNumber: first + checkCharacter(first),
  phone: "13800138000",
  ethnicGroup: "01",
  education: "21",
  occupation: "快递员",
  isGig: true,
  gigOccupation: "02",
  voluntary: true,
});

describe.skipIf(noBrowser)("a worker who wants to join", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("is a member once the officer has agreed on the desk", async () => {
    const { house } = street;
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const filed = await worker.post("/api/cases/functions/membership.join/file", {
      facts: await factsOf(house, first17),
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);

    const page = await street.enter(officer);
    await page.getByRole("tab", { name: "待办 1" }).waitFor();
    await page.getByRole("button", { name: /林\*满|林\*\*/ }).click();
    const course = page.getByRole("list", { name: "办事进度" });
    await course.getByText("正在办理").waitFor();
    expect(await course.getByText(/^期限 \d+ 个工作日/).count(), "of the step in hand").toBe(1);
    expect(await page.getByText("430121199605180010").count()).toBe(0);

    await page.getByRole("button", { name: "不予通过" }).click();
    const box = page.getByRole("dialog");
    expect(await box.getByRole("button", { name: "不予通过" }).isDisabled()).toBe(true);
    await box.getByRole("button", { name: "先不办" }).click();
    await box.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: /^同\s?意$/ }).click();
    await box.getByLabel("意见").fill("材料齐全。");
    await box.getByRole("button", { name: /^同\s?意$/ }).click();
    await page
      .getByText(/已加入“.*”，会员号/)
      .first()
      .waitFor();

    const { rows } = await house.owner.query(
      `select p.name, m.state from member.persons p
        join member.memberships m on m.person_id = p.id where m.org_path = $1`,
      [tree.firm],
    );
    expect(rows).toEqual([{ name: "林小满", state: "active" }]);
    const told = async () => JSON.stringify((await worker.get("/api/notices")).body.rows);
    await expect.poll(told).toContain(filed.body.id);
  });

  test("is applied for by an officer, who reads before sending that nobody else can decide it there", async () => {
    const { house, origin } = street;
    const officer = await house.signIn("officer", tree.otherFirm);
    const facts = await factsOf(house, "43012119960518002");
    const union = await house.unionId(tree.otherFirm);
    const draft = { facts: { ...facts, union } };
    expect((await officer.put("/api/cases/functions/membership.join/draft", draft)).status).toBe(
      200,
    );
    const page = await street.enter(officer);
    await page.goto(`${origin}/functions/membership.join`);
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByRole("region", { name: "提交前请知道" }).getByText("转给上一级工会").waitFor();
    expect((await officer.get("/api/desk/counts")).body.mine).toBe(0);

    await page.getByRole("button", { name: "知道了，提交申请" }).click();
    await page.getByRole("heading", { name: "办事进度" }).waitFor();
    expect((await officer.get("/api/desk/counts")).body.mine).toBe(1);

    // What a case is found by is gathered a moment after it was filed.
    const gathered = () =>
      house.owner.query(
        `select from business.case_words w join business.cases c on c.id = w.case_id
         where c.account_id = $1`,
        [officer.accountId],
      );
    await expect.poll(async () => (await gathered()).rows.length, { timeout: 20_000 }).toBe(1);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("林小满");
    await page.getByRole("option", { name: /入会申请：林\*满.*办理中/ }).waitFor();
  });
});
