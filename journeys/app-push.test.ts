// Notices on the phone (消息提醒): turned on by a tap, shown while the App is shut, opened by a press, turned off again.
import { createECDH, randomBytes } from "node:crypto";
import { system } from "@niangjia/foundation/act";
import { type PushDoor, tell } from "@niangjia/foundation/notices";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const endpoint = "https://push.example/one";
const keyOf = (pair = createECDH("prime256v1")) => pair.generateKeys("base64url");
const door: PushDoor = { publicKey: keyOf(), accepts: (address) => address === endpoint };
const keys = { p256dh: keyOf(), auth: randomBytes(16).toString("base64url") };

/** The browser's push service is outside: its part in the page is played, and notes the key it is asked for. */
const service = (answer: string) => `(() => {
  let held = null;
  Object.assign(PushManager.prototype, {
    getSubscription: async () => held,
    subscribe: async ({ applicationServerKey }) => {
      globalThis.askedKey = applicationServerKey;
      ${answer}
    },
  });
  const made = (json) => ({ toJSON: () => json, unsubscribe: async () => ((held = null), true) });
})()`;
const carries = service(`return (held = made(${JSON.stringify({ endpoint, keys })}))`);
const silent = service(`throw new DOMException("no service", "AbortError")`);

/** What the browser shows of a push, as the service worker had it shown. */
const shown = `navigator.serviceWorker.ready
  .then((registration) => registration.getNotifications())
  .then((notices) => notices.map(({ title, body, data }) => ({ title, body, data })))`;

/** Hands the service worker what a push service would. */
async function deliver(devtools: CDPSession, origin: string, data: string): Promise<void> {
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === `${origin}/app/`);
      if (ours) resolve(ours.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  await devtools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
}

/** A press on the notice, which no script of a page can do. */
const press = `self.registration.getNotifications().then(([notification]) =>
  self.dispatchEvent(new NotificationEvent("notificationclick", { notification })))`;

describe.skipIf(noBrowser)("a member's phone", () => {
  let street: Street;
  let member: Client;
  beforeAll(async () => {
    street = await openStreet({ push: door });
    member = await memberAt(street.house, tree.firm);
  });
  afterAll(() => street?.close());

  const toggle = (page: Page) => page.getByRole("switch", { name: /接收消息提醒/ });
  async function openMe(part: string): Promise<Page> {
    const page = await street.enter(member, "phone");
    await page.context().addInitScript(part);
    await page.goto(`${street.origin}/app/me`);
    await toggle(page).waitFor();
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    return page;
  }
  const devices = async () =>
    (await street.house.owner.query("select account_id from business.push_devices")).rows;

  test("is told by the heading alone, opens what it is about, and is told no more once turned off", async () => {
    const { house, origin } = street;
    const page = await openMe(carries);
    await page.context().grantPermissions(["notifications"], { origin });
    await toggle(page).click();
    await expect.poll(() => toggle(page).getAttribute("aria-checked")).toBe("true");
    expect(await page.evaluate("askedKey")).toBe(door.publicKey);
    expect(await devices()).toEqual([{ account_id: member.accountId }]);

    const filed = await member.post("/api/cases/functions/membership.transfer/file", {
      facts: {
        ...{ name: "欧阳小满", leftEmployer: true },
        newUnion: await house.unionId(tree.furongFirm),
      },
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const link = `/cases/${filed.body.id}`;
    const words = { title: "您的申请已办结", body: "欧阳小满，请带身份证来领。", link };
    const { accountId } = member;
    await house.act(system("test"), (act) => tell(act, { accountId, ...words }));
    const push = () =>
      house.sent.find(({ channel, to }) => channel === "push" && to.includes(endpoint));
    await expect.poll(push).toMatchObject({ title: words.title, text: "", link });

    const devtools = await page.context().newCDPSession(page);
    await deliver(devtools, origin, JSON.stringify({ id: "n1", title: words.title, link }));
    await expect
      .poll(() => page.evaluate(shown))
      .toEqual([{ title: words.title, body: "点开看详情", data: { link } }]);
    const [worker] = page.context().serviceWorkers();
    await worker?.evaluate(press);
    await page.getByText("办理记录").waitFor();
    expect(page.url()).toBe(`${origin}/app/case?id=${filed.body.id}`);
    expect(await page.evaluate(shown)).toEqual([]);

    await page.goto(`${origin}/app/me`);
    await toggle(page).click();
    await expect.poll(() => toggle(page).getAttribute("aria-checked")).toBe("false");
    expect(await devices()).toEqual([]);
  });

  test("is told plainly where the browser reaches no push service, and where the phone forbids it", async () => {
    const page = await openMe(silent);
    await page.context().grantPermissions(["notifications"], { origin: street.origin });
    await toggle(page).click();
    await page.getByRole("alert").getByText("这个浏览器连不上它的推送服务").waitFor();
    await page.context().clearPermissions();
    await page.addInitScript('Notification.requestPermission = async () => "denied"');
    await page.reload();
    await toggle(page).click();
    await page.getByRole("alert").getByText("手机不让本应用发提醒").waitFor();
    expect(await devices()).toEqual([]);
  });
});
