// 长辈版, and everybody's eyes and fingers: every page of the App is held against WCAG AA, and in 长辈版 measured.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { onward } from "./phone.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** 18 pt, and what notes beside it may be at least. */
const textPixels = { main: 24, note: 20 } as const;
/** Both ways. */
const targetPixels = { main: 60, other: 44 } as const;

/** Words that explain others, and may be smaller. */
const notes =
  ".help, .line-note, .tag, .optional, .answer-title, .stage-when, .stage-state, .progress-words";
/** What is pressed beside a page's own business: the way back, and ways on that are mere words. */
const asides = ".bar-back, .button-plain";

interface Measured {
  readonly text: readonly string[];
  readonly targets: readonly string[];
  readonly wide: boolean;
  readonly numbers: number;
}

/** What is too small on the page, in words; how many numbers to call stand on it. */
const measure = `(() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const small = (size, least, what) => size + 0.5 < least ? [what.trim().slice(0, 20) + " " + size] : [];
  const walker = document.createTreeWalker(document.querySelector(".page"), NodeFilter.SHOW_TEXT);
  const text = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.parentElement;
    if (!node.data.trim() || !shown(words) || words.closest("[aria-hidden], option")) continue;
    const least = words.closest("${notes}") ? ${textPixels.note} : ${textPixels.main};
    text.push(...small(parseFloat(getComputedStyle(words).fontSize), least, node.data));
  }
  const pressed = [...document.querySelectorAll("button, input, select, textarea, a")].filter(shown);
  const targets = pressed.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const least = element.matches("${asides}") ? ${targetPixels.other} : ${targetPixels.main};
    return small(Math.min(width, height), least, element.textContent || element.id || element.className);
  });
  const numbers = pressed.filter(({ textContent }) => /12351|0\\d{2,3}-?\\d{7,8}/.test(textContent)).length;
  return { text, targets, numbers, wide: document.documentElement.scrollWidth > innerWidth };
})()`;

/** What axe finds against WCAG 2 A and AA: the rule, and where. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const run = `axe.run({ runOnly: ["wcag2a", "wcag2aa"] })`;
  const { violations, passes } = await page.evaluate<AxeResults>(run);
  expect(passes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["color-contrast", "button-name"]),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Everything on the way: a page, and what tells that it has come. */
type Stop = readonly [address: string, sign: string | RegExp];

const widths = [390, 360];

async function look(page: Page, elder: boolean): Promise<void> {
  const at = page.url();
  expect(await violationsOf(page), at).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 640 });
    const found = await page.evaluate<Measured>(measure);
    expect(found.wide, `${at} is wider than ${width}`).toBe(false);
    if (!elder) continue;
    expect(found.text, `words of ${at}`).toEqual([]);
    expect(found.targets, `targets of ${at}`).toEqual([]);
    expect(found.numbers, `numbers to call on ${at}`).toBeGreaterThan(0);
  }
}

async function walk(page: Page, { origin }: Street, stops: readonly Stop[], elder: boolean) {
  for (const [address, sign] of stops) {
    await page.goto(`${origin}/app/${address}`);
    await page.getByText(sign).first().waitFor();
    await look(page, elder);
  }
}

/** A form from its first group to reading it over; everything is filled in already. */
async function leaf(page: Page, { origin }: Street, elder: boolean): Promise<void> {
  await page.goto(`${origin}/app/fill?id=membership.change`);
  await page.getByText(/第 1 步/).waitFor();
  await look(page, elder);
  const over = page.getByRole("heading", { name: /核对一遍/ });
  for (let step = 2; !(await over.isVisible()); step += 1) {
    await onward(page);
    await page.getByText(`第 ${step} 步`).waitFor();
    await look(page, elder);
  }
}

async function setElder(page: Page, { origin }: Street): Promise<void> {
  await page.goto(`${origin}/app/sign-in`);
  await page.getByRole("switch", { name: /长辈版/ }).click();
  await page.locator(".page.elder").waitFor();
}

/** Unions proposed by where the phone is. */
async function propose(page: Page, { origin }: Street, elder: boolean): Promise<void> {
  await page.context().grantPermissions(["geolocation"], { origin });
  await page.context().setGeolocation({ longitude: 113.09, latitude: 28.24 });
  await page.goto(`${origin}/app/fill?id=membership.join`);
  await page.getByRole("button", { name: "按我的位置推荐" }).click();
  await page.getByRole("radio", { name: "长沙县" }).click();
  await page.getByRole("button", { name: /长沙县总工会/ }).waitFor();
  await look(page, elder);
}

/** One case under way, and one that was decided and waits to be rated. */
async function fileCases({ house }: Street, member: Client): Promise<readonly Stop[]> {
  const filed = async (id: string, facts: object): Promise<Stop> => {
    const { status, body } = await member.post(`/api/cases/functions/${id}/file`, { facts });
    expect(status, JSON.stringify(body)).toBe(200);
    return [`case?id=${body.id}`, "办理记录"];
  };
  const newUnion = await house.unionId(tree.furongFirm);
  const move = { name: "欧阳小满", newUnion, leftEmployer: true };
  const moving = await filed("membership.transfer", move);
  const decided = await filed("card.reissue", { reason: "lost" });
  const officer = await house.signIn("officer", tree.firm);
  const { rows } = (await officer.get("/api/desk")).body;
  const { id, task } = rows.find((row: { function: string }) => row.function === "card.reissue");
  const command = { kind: "reject", task, opinion: "请先到工会核对身份。" };
  const answered = await officer.post(`/api/cases/${id}/commands`, { command });
  expect(answered.status, JSON.stringify(answered.body)).toBe(200);
  const notices = async () => (await member.get("/api/notices")).body.rows.length;
  await expect.poll(notices).toBeGreaterThan(0);
  return [moving, [decided[0], "办得怎么样"]];
}

const everybody: readonly Stop[] = [
  ["sign-in", "获取验证码"],
  ["nowhere", "回首页"],
];

const own: readonly Stop[] = [
  ["home", /会员号/],
  ["services", "组织关系接转"],
  ["cases", "正在办"],
  ["me", "接收消息提醒"],
  ["data", "登记的信息"],
  ["notices", "您的申请没有通过"],
  ["devices", "本机"],
  ["union", /有事找工会/],
  ["proposals", "还没有公开事项"],
  ["publicity", "现在没有公示"],
  ["waiting", "没有要发送的了"],
  ["certificates", "开一份证明"],
  ["scan", "扫不了就输入入会码"],
];

const inPost: readonly Stop[] = [
  ["home", "等您办的"],
  ["me", "切换身份"],
];

describe.skipIf(noBrowser).each([
  ["as it is", false],
  ["in 长辈版", true],
] as const)("the App %s", (_mode, elder) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet({ push: { publicKey: "B-the-house", accepts: () => true } });
  });
  afterAll(() => street?.close());

  test("is read by anyone and pressed by any finger on every page", async () => {
    const member = await memberAt(street.house);
    const outside = await street.enter(undefined, "phone");
    if (elder) await setElder(outside, street);
    await walk(outside, street, everybody, elder);

    const page = await street.enter(member, "phone");
    if (elder) await setElder(page, street);
    await page.goto(`${street.origin}/app/card`);
    await page.getByRole("button", { name: "领取会员卡" }).click();
    await page.getByRole("img", { name: /动态码/ }).waitFor();
    await look(page, elder);
    const cases = await fileCases(street, member);
    const deciding = cases.slice(0, 1);
    await walk(page, street, [...own, ...cases], elder);
    await leaf(page, street, elder);

    const officer = await street.enter(await street.house.signIn("officer", tree.firm), "phone");
    if (elder) await setElder(officer, street);
    await walk(officer, street, [...inPost, ...deciding], elder);

    const stranger = await street.enter(await street.house.signIn("worker"), "phone");
    if (elder) await setElder(stranger, street);
    await propose(stranger, street, elder);
  });
});
