// From a poster to a card (扫码入会到亮证): a courier joins by a poster, the officer agrees, and a till reads the card off line.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeEvent } from "../platforms/gig/joining/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { cardCode, handIn, idNumber, onward, scanned, signIn } from "./phone.ts";

const phone = "13800138021";
/** The house's clock stands still; the phone's goes on from it. */
const morning = Date.parse("2026-11-21T09:00:00+08:00");
const folder = mkdtempSync(join(tmpdir(), "niangjia-poster-"));

interface Poster {
  readonly at: string;
  /** What stands in the square as it hangs on the wall. */
  readonly square: Buffer;
}

async function hangPoster({ house }: Street, officer: Client): Promise<Poster> {
  const changes = {
    ...{ kind: "poster", title: "快递小哥入会", closesAt: undefined, trade: "02" },
    expiresAt: "2027-03-31T18:00:00+08:00",
  };
  const { id } = await makeEvent(house, officer, changes);
  const at = `/api/joining/invitations/${id}`;
  const poster = await officer.get(`${at}/poster`);
  expect(poster.headers["content-type"]).toBe("application/pdf");
  return { at, square: (await officer.get(`${at}/qr`)).bytes };
}

/** The form of a scan: the union and the trade are chosen already. */
async function apply(page: Page, street: Street): Promise<void> {
  await signIn(page, street, phone);
  await page.getByRole("heading", { name: "扫码入会" }).waitFor();
  await page.getByText("湘岚机械有限公司工会委员会").waitFor();
  await onward(page);
  await page.getByLabel("姓名").fill("欧阳小满");
  await page.getByLabel("身份证号码").fill(idNumber("43012119960518021"));
  expect(await page.getByLabel("手机号").inputValue()).toBe("138****8021");
  await onward(page);
  await onward(page);
  await page.getByRole("radio", { name: "是", exact: true }).click();
  await onward(page);
  await handIn(page);
}

/** On the desk, by whoever holds the post. */
async function agree(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "待办 1" }).waitFor();
  await page.getByRole("button", { name: /欧\*\*满/ }).click();
  await page.getByRole("button", { name: /^同\s?意$/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^同\s?意$/ })
    .click();
  await page
    .getByText(/会员号/)
    .first()
    .waitFor();
}

/** A till that saved the page while it had a network, and now has none. */
async function openTill(street: Street): Promise<Page> {
  const file = join(folder, "offline.html");
  writeFileSync(file, await (await fetch(`${street.origin}/verify/offline.html`)).text());
  const page = await street.enter(undefined, "phone");
  await page.goto("about:blank");
  await page.context().setOffline(true);
  await page.clock.setFixedTime(morning);
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** What the till says of a code so many seconds later. */
async function told(till: Page, code: string, seconds: number): Promise<string> {
  await till.clock.setFixedTime(morning + seconds * 1000);
  await till.getByLabel("用扫码枪").fill(code);
  await till.keyboard.press("Enter");
  return (await till.getByRole("status").first().textContent()) ?? "";
}

/** On the phone, when it is over; what was said stands on the page. */
async function rate(page: Page, { origin }: Street): Promise<void> {
  await page.goto(`${origin}/app/cases`);
  await page.getByRole("button", { name: /办结/ }).click();
  await page.getByRole("radio", { name: "满意", exact: true }).click();
  await page.getByLabel("想说的话").fill("一分钟就办好了");
  await page.getByRole("button", { name: "提交评价" }).click();
  const own = page.getByRole("region", { name: "您的评价" });
  await own.getByText("一分钟就办好了").waitFor();
  await own.getByRole("button", { name: "改评价" }).waitFor();
}

describe.skipIf(noBrowser)("a courier before a poster", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await street?.close();
  });

  test("joins, is agreed to on the desk and says how it was, draws the card, and shows it to a till without a network", async () => {
    const { house, origin } = street;
    const officer = await house.signIn("officer", tree.firm);
    const { square } = await hangPoster(street, officer);
    const page = await street.enter(undefined, "phone");
    const link = await scanned(page, square);
    expect(link).toMatch(new RegExp(`^${origin}/app/`));
    await page.goto(link);
    await apply(page, street);

    const desk = await street.enter(officer);
    await agree(desk);
    await rate(page, street);
    await desk.reload();
    await desk.getByRole("heading", { name: "申请人评价" }).waitFor();
    await desk.getByText("一分钟就办好了").waitFor();

    await page.goto(`${origin}/app`);
    const own = page.getByRole("region", { name: "会员卡" });
    await own.getByText("中国工会会员").waitFor();
    await own.getByText("湘岚机械有限公司工会委员会").waitFor();
    await own.getByText(/会员号 \d+/).waitFor();
    await page.getByRole("button", { name: "亮会员卡" }).click();
    await page.getByRole("button", { name: "领取会员卡" }).click();
    const code = await cardCode(page);

    const till = await openTill(street);
    expect(await told(till, code, 10)).toMatch(/^会员卡有效.*欧\*\*满/);
    expect(await told(till, code, 70)).toMatch(/^这个码已经用过/);
    const other = await openTill(street);
    expect(await told(other, code, 10 * 60)).toMatch(/^这个码太旧/);
  });

  test("finds a way to the union also where the poster was taken down", async () => {
    const officer = await street.house.signIn("officer", tree.firm);
    const { at, square } = await hangPoster(street, officer);
    await officer.post(`${at}/stop`);
    const page = await street.enter(await street.house.signIn("worker"), "phone");
    await page.goto(await scanned(page, square));
    await page.getByText("这个二维码已由工会停用").waitFor();
    await page.getByRole("button", { name: /申请加入/ }).click();
    await page.getByRole("heading", { name: "入会申请" }).waitFor();
    await page.getByText("湘岚机械有限公司工会委员会").waitFor();
  });
});
