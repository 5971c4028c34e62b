// The first sign-in of a cadre (动态口令), as two walk it: appointed with a password on paper, then password and phone.
import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const phone = "13900139000";

describe.skipIf(noBrowser)("a cadre who was just appointed", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  /** Asked for by one administrator and granted by the other; answers the password handed over. */
  async function appoint(): Promise<string> {
    const { house } = street;
    const system = await house.signIn("system-admin", tree.changsha);
    const security = await house.signIn("security-admin", tree.changsha);
    const { body } = await system.post("/api/access/posts", {
      name: "李四",
      phone,
      orgId: await house.unionId(tree.changshaCounty),
      role: "cadre",
      title: "县总经办",
      fromDay: "2026-01-01",
    });
    await security.post(`/api/access/posts/${body.id}/approve`);
    return body.password;
  }

  const lastCode = (): string =>
    /验证码 (\d{6})/.exec(street.house.sent.at(-1)?.text ?? "")?.[1] ?? "";

  test("learns that a code is not enough, binds an authenticator with the password, and is at the desk", async () => {
    const password = await appoint();
    const page = await street.enter();

    await page.getByRole("tab", { name: "短信验证码登录" }).click();
    await page.getByRole("textbox", { name: "手机号" }).fill(phone);
    await page.getByRole("button", { name: "获取验证码" }).click();
    await expect.poll(lastCode, { timeout: 10_000 }).toMatch(/^\d{6}$/);
    await page.getByRole("textbox", { name: "验证码" }).fill(lastCode());
    await page.getByRole("button", { name: /^登\s?录$/ }).click();
    await page.getByRole("button", { name: /县总经办/ }).click();
    await page.getByText("您这次是用别的方式登录的").waitFor();
    await page.getByRole("button", { name: "退出并重新登录" }).click();

    await page.getByRole("textbox", { name: "密码" }).waitFor();
    await page.getByRole("textbox", { name: "手机号" }).fill(phone);
    await page.getByRole("textbox", { name: "密码" }).fill(password);
    await page.getByRole("button", { name: /^登\s?录$/ }).click();
    await page.getByRole("button", { name: /县总经办/ }).click();
    const box = page.getByRole("dialog");
    const secret = (await box.locator("code").textContent()) ?? "";
    const epoch = Math.floor(Date.parse("2026-11-21T09:00:00+08:00") / 1000);
    await box.getByRole("textbox", { name: "动态口令" }).fill(generateSync({ secret, epoch }));
    const before = street.house.sent.length;
    await box.getByRole("button", { name: "获取验证码" }).click();
    await expect.poll(() => street.house.sent.length, { timeout: 10_000 }).toBeGreaterThan(before);
    await box.getByLabel("发到 139****9000 的验证码").fill(lastCode());
    await box.getByRole("button", { name: /^开\s?通$/ }).click();

    await page.getByRole("tab", { name: /待办/ }).waitFor();
    await box.waitFor({ state: "hidden" });
    expect(await page.getByText("县总经办").count()).toBeGreaterThan(0);
  });
});
