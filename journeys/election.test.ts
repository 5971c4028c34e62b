// A term that ends (换届): the officer hears of it, asks for leave, fills in by hand whom the congress elected, and after the
// reply the new committee is in office; then one of them leaves, and another takes the seat.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerm, memberAt, sweep } from "../platforms/grassroots/election/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { bring, fillRows, tick, type } from "./portal-form.ts";

const dialog = (page: Page): Locator => page.getByRole("dialog");

/** Hands in what was filled in, also where the house has something to say first. */
async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "提交申请" }).click();
  const known = page.getByRole("button", { name: "知道了，提交申请" });
  const course = page.getByRole("heading", { name: "办事进度" });
  await known.or(course).first().waitFor();
  if (await known.isVisible()) await known.click();
  await course.waitFor();
}

/** What one says yes with: a step may call it by its own word. */
const yes = /^(同\s?意|批\s?复|备\s?案|报告结果)$/;

async function agree(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: yes }).click();
  await dialog(page).getByRole("button", { name: yes }).click();
  await dialog(page).waitFor({ state: "hidden" });
}

const committee = [
  ["陈立新", "主席", 78],
  ["李小满", "副主席", 70],
  ["王丽", "委员", 66],
  ["赵强", "委员", 60],
  ["钱进", "委员", 40],
] as const;

const audit = [
  ["孙敏", "主任", 76],
  ["吴波", "委员", 70],
  ["郑洁", "委员", 61],
] as const;

describe.skipIf(noBrowser)("a union whose term is about to end", () => {
  let street: Street;
  let officer: Client;
  let above: Client;
  let member: Client;
  let union: string;
  beforeAll(async () => {
    street = await openStreet();
    const { house } = street;
    officer = await house.signIn("officer", tree.firm);
    above = await house.signIn("chair", tree.xingsha);
    await house.signIn("chair", tree.firm);
    member = await memberAt(house, tree.firm, 1);
    union = await inTerm(house, tree.firm, "2022-01-10");
  });
  afterAll(() => street?.close());

  const namesIn = async (page: Page, body: string): Promise<string[]> => {
    const list = page.getByRole("region", { name: "委员会" }).getByRole("list", { name: body });
    await list.waitFor();
    return (await list.locator("b").allTextContents()).map((name) => name.trim());
  };

  test("hears of it, asks for leave, reports the election by hand, and has its new committee in office", async () => {
    const { house, origin } = street;
    await sweep(house, "election.remind");
    await house.settle();
    const page = await street.enter(officer);
    await page.goto(`${origin}/notices`);
    await page.getByText("工会任期快届满了").first().click();

    await tick(page, { 申请什么: "换届", 打算开: "会员大会" });
    await type(page, { 打算哪天开大会: "2026-12-05", 拟设委员: 5, 同级党组织: "星沙街道党委" });
    await bring(page, "请示");
    await handIn(page);
    const address = page.url();

    const agreeing = await street.enter(above);
    await agree(agreeing, address);

    house.clock.set("2026-12-06T09:00:00+08:00");
    await page.goto(address);
    await page.getByRole("button", { name: yes }).click();
    const box = dialog(page);
    await type(box, { 选举日期: "2026-12-05" });
    await tick(box, { 会议: "会员大会", 任期: "5 年" });
    await type(box, { 会员人数: 86, 其中女会员: 6, 应到人数: 86, 实到人数: 50 });
    await type(box, { 发出选票: 50, 收回选票: 50, 其中废票: 1, 委员候选人: 6 });
    await type(box, { 落选的委员候选人最多得票: 30, 候选人建议人选批准日期: "2026-11-24" });
    await bring(box, "候选人建议人选的请示和批复");
    await type(box, { 候选人公示开始: "2026-11-25", 候选人公示结束: "2026-12-01" });
    const columns = ["姓名", "职务", "得票"];
    await fillRows({ page, place: box, table: "工会委员会" }, columns, committee);
    await fillRows({ page, place: box, table: "经费审查委员会（或委员）" }, columns, audit);
    const women = { page, place: box, table: "女职工委员会（或委员）" };
    await fillRows(women, ["姓名", "职务"], [["王丽", "主任"]]);
    await tick(box, {
      "主席、副主席中有单位行政主要负责人、法定代表人、合伙人或他们的近亲属": "否",
      委员中有企业主要负责人的近亲属: "否",
    });
    await type(box, { 主席的手机号: "13800000001" });
    await bring(box, "选举结果的报告");
    const send = () => box.getByRole("button", { name: yes }).click();
    await send();
    await box
      .getByText(/应到 86 人，实到 50 人，没有达到三分之二以上/)
      .first()
      .waitFor();
    await type(box, { 实到人数: 80, 发出选票: 80, 收回选票: 80 });
    await send();
    await box
      .getByText(/有 1 人没有达到，不能当选/)
      .first()
      .waitFor();
    await type(box, { "第 5 行得票": 55 });
    await send();
    await box.waitFor({ state: "hidden" });

    await agree(agreeing, address);
    await agreeing.getByText(/第 2 届委员会自 2026-12-05 起任职/).waitFor();
    const { rows: terms } = await house.owner.query(
      "select number, chair, ended_day from organisation.terms where union_id = $1 order by number",
      [union],
    );
    expect(terms).toEqual([
      { number: 1, chair: "周正", ended_day: "2026-12-04" },
      { number: 2, chair: "陈立新", ended_day: null },
    ]);
    const { rows: posts } = await house.owner.query(
      `select p.state, a.name from access.posts p join access.accounts a on a.id = p.account_id
       where p.org_id = $1 and p.role = 'chair' order by p.state`,
      [union],
    );
    expect(posts).toEqual([
      { state: "asked", name: "陈立新" },
      { state: "ended", name: "测试工会主席" },
    ]);

    await page.goto(`${origin}/unions/${union}`);
    expect(await namesIn(page, "工会委员会")).toEqual(committee.map(([name]) => name));
    await page.getByLabel("看哪一天的委员会").fill("2026-12-04");
    await page.keyboard.press("Enter");
    await expect.poll(() => namesIn(page, "工会委员会")).toEqual(["周正", "李小满", "王丽"]);
  });

  test("hands one seat on within the term, and a member sees on the phone who is in office", async () => {
    const { house, origin } = street;
    house.clock.set("2026-12-10T09:00:00+08:00");
    const page = await street.enter(officer);
    await page.goto(`${origin}/functions/election.adjust`);
    await tick(page, { 委员会: "工会委员会", 职务: "委员", 情况: "有人离任，已选出接任的" });
    await type(page, { 离任的人: "赵强" });
    await tick(page, { 离任的原因: "退休或者离开单位" });
    await type(page, { 任职到哪天: "2026-12-08", 接任的人: "冯晓", 从哪天起任职: "2026-12-09" });
    await type(page, { 选举应到人数: 86, 实到人数: 80, 得票: 43 });
    await tick(page, {
      "接任主席、副主席的是单位行政主要负责人、法定代表人、合伙人或他们的近亲属": "否",
      接任的是企业主要负责人的近亲属: "否",
    });
    await bring(page, "报告和会议记录");
    await page.getByRole("button", { name: "提交申请" }).click();
    await page
      .getByText(/得 43 票，没有达到，不能当选/)
      .first()
      .waitFor();
    await type(page, { 得票: 61 });
    await handIn(page);
    await agree(await street.enter(above), page.url());

    const phone = await street.enter(member, "phone");
    await phone.goto(`${origin}/app/me`);
    await phone.getByRole("button", { name: /我的工会/ }).click();
    await phone.getByText("冯晓").waitFor();
    await phone.getByText("陈立新").waitFor();
    expect(await phone.getByText("赵强").count()).toBe(0);
    // The page slides in from the side; once it stands, nothing is wider than the phone.
    const width = () => phone.evaluate<number>("document.documentElement.scrollWidth");
    await expect.poll(width).toBeLessThanOrEqual(390);
  });
});
