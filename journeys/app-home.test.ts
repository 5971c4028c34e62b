// Home in the App (首页): what closes soon stands first, all is asked at once, news leads on, and unions nearby are proposed.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { signIn } from "./phone.ts";

const inView = `(() => {
  const { top } = document.getElementById("rating").getBoundingClientRect();
  return top >= 0 && top < innerHeight / 2;
})()`;

describe.skipIf(noBrowser)("somebody with the App in hand", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  async function file(member: Client, id: string, facts: object): Promise<string> {
    const filed = await member.post(`/api/cases/functions/${id}/file`, { facts });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    return filed.body.id;
  }

  async function decide(path: string, kind: "agree" | "return"): Promise<void> {
    const officer = await street.house.signIn("officer", path);
    const { rows } = (await officer.get("/api/desk")).body;
    for (const { id, task } of rows) {
      const command = { kind, task, opinion: "请补一张照片。" };
      expect((await officer.post(`/api/cases/${id}/commands`, { command })).status).toBe(200);
    }
  }

  const enter = async (person: Client, path: string): Promise<Page> => {
    const page = await street.enter(person, "phone");
    await page.goto(`${street.origin}/app/${path}`);
    return page;
  };

  test("sees first what closes soon: sent back before what is due in two working days", async () => {
    const { house } = street;
    const member = await memberAt(house, tree.firm);
    await file(member, "membership.change", { name: "欧阳小满", education: "10" });
    await decide(tree.firm, "return");
    const newUnion = await house.unionId(tree.furongFirm);
    await file(member, "membership.transfer", { name: "欧阳小满", newUnion, leftEmployer: true });
    const page = await enter(member, "home");
    const soon = page.getByRole("region", { name: "快到期的" });
    await soon.getByRole("button", { name: /会员信息变更.*退回补正/s }).waitFor();
    expect(await soon.getByRole("button").count()).toBe(1);
    const current = page.getByRole("region", { name: "现在要看的" });
    await current.getByRole("button", { name: /组织关系接转.*前办完/s }).waitFor();
    house.clock.advance(2 * 86_400_000);
    await page.reload();
    await expect.poll(() => soon.getByRole("button").count(), { timeout: 10_000 }).toBe(2);
    expect(await soon.getByRole("button").allInnerTexts()).toEqual([
      expect.stringContaining("退回补正"),
      expect.stringMatching(/组织关系接转.*还剩/s),
    ]);
  });

  test("is asked nothing one after the other once the phone knows somebody", async () => {
    const page = await street.enter(undefined, "phone");
    await page.goto(`${street.origin}/app`);
    await signIn(page, street, "13800138021");
    await page.getByRole("button", { name: "加入工会" }).waitFor();
    await page.evaluate(`Object.keys(localStorage).filter((name) => name.startsWith("niangjia:seen:"))
      .forEach((name) => localStorage.removeItem(name))`);
    const others = ["/api/cases/functions", "/api/desk", "/api/notices"];
    const all = Promise.all(
      others.map((path) => page.waitForRequest((asked) => new URL(asked.url()).pathname === path)),
    );
    // Who they are is answered only after everything else was asked.
    await page.route("**/api/me", async (route) => {
      await all;
      await route.continue();
    });
    await page.reload();
    await page.getByRole("button", { name: "加入工会" }).waitFor();
  });

  test("comes from the news of a decision to the rating of it", async () => {
    const member = await memberAt(street.house, tree.otherFirm);
    const id = await file(member, "membership.change", { name: "欧阳小满", education: "10" });
    await decide(tree.otherFirm, "agree");
    const page = await enter(member, "notices");
    const news = page.getByRole("region", { name: "您的申请已办结" });
    await street.house.settle();
    await page.reload();
    await news.getByRole("button", { name: "去看看" }).click();
    await page.getByRole("radio", { name: "非常满意", exact: true }).waitFor();
    await expect.poll(() => page.evaluate(inView)).toBe(true);
    await page.getByRole("radio", { name: "非常满意", exact: true }).click();
    await page.getByRole("button", { name: "提交评价" }).click();
    await page.getByText("您的评价").waitFor();
    const { rows } = await street.house.owner.query(
      "select stars from business.case_ratings where case_id = $1",
      [id],
    );
    expect(rows).toEqual([{ stars: 5 }]);
  });

  test("is proposed unions of where the phone is, by names, and nothing without a tap", async () => {
    const page = await enter(await street.house.signIn("worker"), "home");
    const asked: string[] = [];
    page.on("request", (request) =>
      asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
    );
    await page.goto(`${street.origin}/app/fill?id=membership.join`);
    await page.getByRole("button", { name: "按我的位置推荐" }).click();
    await page.getByRole("alert").getByText("没有得到位置").waitFor();
    await page.context().grantPermissions(["geolocation"], { origin: street.origin });
    await page.context().setGeolocation({ longitude: 113.091_234, latitude: 28.241_234 });
    await page.getByRole("button", { name: "按我的位置推荐" }).click();
    await page.getByRole("radio", { name: "长沙县" }).click();
    expect(asked.filter((one) => one.includes("places"))).toEqual([
      "/api/membership/places?longitude=113.09&latitude=28.24",
    ]);
    await page.getByLabel("工作单位").fill("湘岚机械有限公司");
    await page.getByRole("button", { name: /湘岚机械有限公司.*您工作单位的工会/s }).click();
    await page.getByText("湘岚机械有限公司工会委员会").waitFor();

    // On another phone the draft brings the id alone, and a name is shown all the same.
    await page.getByText("已保存").waitFor();
    await page.evaluate("localStorage.clear()");
    await page.reload();
    await page.getByText("湘岚机械有限公司工会委员会").waitFor();
  });
});
