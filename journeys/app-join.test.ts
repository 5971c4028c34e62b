// Joining on a phone (手机入会): a courier with a code joins through the App, also where the network breaks midway.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { handIn, idNumber, onward, signIn } from "./phone.ts";

/** The union and the person, up to the screen about work. */
async function fillPerson(page: Page, name: string, number: string): Promise<void> {
  await page.getByLabel("所在工会").fill("星沙");
  await page.getByRole("button", { name: /星沙/ }).first().click();
  await onward(page);
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("证件类型").selectOption({ label: "居民身份证" });
  await page
    .getByLabel("证件号码")
    .fill(`${number.slice(0, 17)}${number.endsWith("1") ? "2" : "1"}`);
  await page.getByLabel("手机号").focus();
  await page.getByText("校验码不对").waitFor();
  await page.getByLabel("证件号码").fill(number);
  await expect.poll(() => page.getByText("校验码不对").count()).toBe(0);
  await page.getByLabel("民族").selectOption({ label: "汉族" });
  await page.getByLabel("学历").selectOption({ index: 3 });
  await onward(page);
}

async function fillRest(page: Page): Promise<void> {
  await page.getByLabel("职业（工种）").fill("快递员");
  await page
    .getByRole("radiogroup", { name: "是否新就业形态劳动者" })
    .getByRole("radio", { name: "否" })
    .click();
  await onward(page);
  await page.getByRole("radio", { name: "是", exact: true }).click();
  await onward(page);
  await page.getByRole("heading", { name: /核对一遍/ }).waitFor();
}

describe.skipIf(noBrowser)("a courier with two free minutes and a phone", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("joins by a code and a form, and finds the member's home once the officer agreed", async () => {
    const { house } = street;
    const page = await street.enter(undefined, "phone");
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/") && pathname !== "/api/demo/accounts") asked.push(pathname);
    });
    await page.goto(`${street.origin}/app`);
    await page.getByLabel("手机号").waitFor();
    expect(asked, "before it is known who is there").toEqual(["/api/me"]);
    await signIn(page, street, "13800138001");
    await page.getByRole("button", { name: "加入工会" }).click();
    await fillPerson(page, "林小满", idNumber("43012119960518001"));
    await fillRest(page);
    await handIn(page);
    const course = page.getByRole("list", { name: "办事进度" });
    await course.getByText("正在办理").waitFor();
    expect(await course.getByText(/^期限 \d+ 个工作日/).count(), "of the step in hand").toBe(1);

    const officer = await house.signIn("officer", tree.xingsha);
    const { rows } = (await officer.get("/api/desk")).body;
    const agreed = await officer.post("/api/cases/commands", {
      items: rows.map(({ id, task }: { id: string; task: number }) => ({ id, task })),
    });
    expect(agreed.body.agreed, JSON.stringify(agreed.body)).toBe(1);

    await page.goto(`${street.origin}/app/cases`);
    await page.getByRole("button", { name: /入会申请.*办结/ }).waitFor();
    await page.getByRole("button", { name: "首页" }).click();
    await page.getByText("中国工会会员").waitFor();
    expect(await page.getByRole("button", { name: "加入工会" }).count()).toBe(0);
  });

  test("loses the network midway, closes the App, comes back, and applies exactly once", async () => {
    const { house, origin } = street;
    const first = await street.enter(undefined, "phone");
    const context = first.context();
    await first.goto(`${origin}/app`);
    await signIn(first, street, "13800138002");
    await first.getByRole("button", { name: "加入工会" }).click();
    await fillPerson(first, "周大山", idNumber("43012119880214005"));
    await first.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await context.setOffline(true);
    await first.getByRole("main").getByText("现在没有网络").waitFor();
    await first.getByLabel("职业（工种）").fill("骑手");
    await first.getByRole("main").getByText("已存在手机里").waitFor();
    await first.close();

    const page = await context.newPage();
    await page.goto(`${origin}/app/fill?id=membership.join`);
    await expect.poll(() => page.getByLabel("职业（工种）").inputValue()).toBe("骑手");
    await fillRest(page);
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByRole("heading", { name: "待发送" }).waitFor();
    await page.getByText("有网络时会自动发送，不会重复").waitFor();
    await page.reload();
    await page.getByText("等网络").waitFor();

    await context.setOffline(false);
    await page.getByText("没有要发送的了").waitFor();
    await page.goto(`${origin}/app/cases`);
    await page.getByRole("button", { name: /入会申请.*办理中/ }).waitFor();
    const { rows } = await house.owner.query(
      `select count(*) from business.cases c join access.accounts a on a.id = c.account_id
        where a.phone_mask like '%8002'`,
    );
    expect(Number(rows[0].count)).toBe(1);
  });

  test("whose session ended meanwhile signs in again, and what waited goes out", async () => {
    const { house, origin } = street;
    const page = await street.enter(undefined, "phone");
    await page.goto(`${origin}/app`);
    await signIn(page, street, "13800138004");
    await page.getByRole("button", { name: "加入工会" }).click();
    await fillPerson(page, "罗小河", idNumber("43012119900101003"));
    await fillRest(page);
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByText("等网络").waitFor();
    await house.owner.query("update access.sessions set ended_at = now()");
    await house.owner.query("notify niangjia_access");
    house.clock.advance(61_000);
    house.sent.length = 0;
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "获取验证码" }).waitFor();
    await signIn(page, street, "13800138004");
    await page.getByText("您的入会申请正在办理").waitFor();
  });

  test("comes from a poster, signs in, and finds the poster's union chosen", async () => {
    const { house, origin } = street;
    const union = await house.unionId(tree.xingsha);
    const page = await street.enter(undefined, "phone");
    const poster = new URLSearchParams({
      id: "membership.join",
      union,
      unionName: "星沙街道总工会",
    });
    await page.goto(`${origin}/app/fill?${poster}`);
    await signIn(page, street, "13800138003");
    await page.getByRole("heading", { name: "入会申请" }).waitFor();
    await page.getByText("星沙街道总工会").waitFor();
    await onward(page);
    await page.getByLabel("姓名").waitFor();
    expect(await page.getByLabel("手机号").inputValue()).toBe("138****8003");
  });
});
