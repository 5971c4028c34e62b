// Signing out in the App (退出登录) while answers are under way: what comes back late is nobody's, least of all the next one's.
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { signIn } from "./phone.ts";

/**
 * Holds the next request of an address back; `release` lets the page have what the house says to it by then. The way
 * stays watched: a browser lets everything go as soon as nothing is.
 */
async function holdBack(page: Page, address: string) {
  let caught: ((route: Route) => void) | undefined;
  const held = new Promise<Route>((resolve) => {
    caught = resolve;
  });
  await page.route(address, (route) => {
    if (!caught) return route.continue();
    caught(route);
    caught = undefined;
  });
  const answered = async () => (await held).fetch();
  return {
    /** The house has heard it; the page has not been told. */
    arrived: answered,
    release: async (answer?: Awaited<ReturnType<typeof answered>>): Promise<number> => {
      const response = answer ?? (await answered());
      await (await held).fulfill({ response });
      await page.evaluate("new Promise((resolve) => requestAnimationFrame(resolve))");
      return response.status();
    },
    held,
  };
}

const signInBox = (page: Page) => page.getByRole("button", { name: "获取验证码" });

describe.skipIf(noBrowser)("a member who signs out while the house still answers", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  /** A member at their own page, which waits for the house to say who they are. */
  async function openWaiting() {
    const { house, origin } = street;
    const member = await memberAt(house, tree.firm);
    const page = await street.enter(member, "phone");
    await page.goto(`${origin}/app/me`);
    await page.getByText("工会会员", { exact: true }).waitFor();
    const question = await holdBack(page, "**/api/me");
    await page.reload();
    await question.held;
    /** Every part of the house knows that they are signed out. */
    const gone = () => expect.poll(async () => (await member.get("/api/me")).status).toBe(401);
    return { page, question, gone };
  }

  test("sees no fault of an answer that comes before the house has said that they are signed out", async () => {
    const { page, question, gone } = await openWaiting();
    const goodbye = await holdBack(page, "**/api/access/sign-out");
    await page.getByRole("button", { name: "退出登录" }).click();
    const said = await goodbye.arrived();
    expect(said.status()).toBe(200);
    await gone();
    expect(await question.release()).toBe(401);
    expect(await page.getByText("登录已过期").count()).toBe(0);
    expect(await signInBox(page).count()).toBe(0);
    await goodbye.release(said);
    await signInBox(page).waitFor();
    expect(await page.getByText("登录已过期").count()).toBe(0);
  });

  test("leaves the phone to somebody else, whom a late answer does not ask to sign in once more", async () => {
    const { page, question, gone } = await openWaiting();
    await page.getByRole("button", { name: "退出登录" }).click();
    await signIn(page, street, "13800138009");
    await page.waitForURL("**/app/home");
    await signInBox(page).waitFor({ state: "detached" });
    await gone();
    expect(await question.release()).toBe(401);
    const tabs = page.getByRole("navigation", { name: "主要页面" });
    await tabs.getByRole("button", { name: "我的" }).click();
    await page.getByText("还不是会员").waitFor();
    expect(await signInBox(page).count()).toBe(0);
  });
});
