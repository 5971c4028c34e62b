// A new version (新版本): an open App hears of it, takes it at one tap, and loses nothing that was typed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyReply } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestHouse, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { onward } from "./phone.ts";

const built = join(import.meta.dirname, "..", "dist", "app");
const read = (file: string) => readFileSync(join(built, file), "utf8");

/** What a second build of the App differs in: its page, and the mark of its service worker. */
const secondBuild = (): Readonly<Record<string, readonly [type: string, text: string]>> => ({
  "/app/index.html": [
    "text/html; charset=utf-8",
    read("index.html").replace("<head>", '<head><meta name="build" content="second">'),
  ],
  "/app/sw.js": [
    "text/javascript",
    read("sw.js").replace(/const VERSION = "\w+";/, 'const VERSION = "second";'),
  ],
});

const build = `document.querySelector("meta[name=build]")?.content ?? "first"`;

describe.skipIf(noBrowser)("an App that stays open while the house takes up a new version", () => {
  let street: Street;
  let newer: ReturnType<typeof secondBuild> = {};
  const answer = (house: TestHouse) =>
    house.app.addHook("onRequest", async (request, reply): Promise<FastifyReply | undefined> => {
      const [type, text] = newer[request.url] ?? [];
      return text === undefined ? undefined : reply.type(type ?? "").send(text);
    });
  beforeAll(async () => {
    street = await openStreet({ before: answer });
  });
  afterAll(() => street?.close());

  test("says so, takes it at one tap, and stands at the same screen with what was typed", async () => {
    const { house, origin } = street;
    const page = await street.enter(await house.signIn("worker"), "phone");
    const union = await house.unionId(tree.xingsha);
    await page.goto(`${origin}/app/fill?id=membership.join&union=${union}`);
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.reload();
    await page.getByText("星沙街道总工会").waitFor();
    await onward(page);
    await page.getByLabel("姓名").fill("林小");

    newer = secondBuild();
    expect(await page.getByRole("button", { name: /有新版本/ }).count()).toBe(0);
    await page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())");
    const update = page.getByRole("button", { name: "有新版本，点这里更新" });
    await update.waitFor();
    expect(await page.evaluate(build), "nothing changes before the tap").toBe("first");
    await page.getByLabel("姓名").fill("林小满");
    await update.click();

    await page.locator("meta[name=build][content=second]").waitFor({ state: "attached" });
    await page.getByLabel("姓名").waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe("林小满");
    expect(await page.getByRole("button", { name: /有新版本/ }).count()).toBe(0);
    const caches = await page.evaluate("caches.keys()");
    expect(caches).toEqual(["niangjia-app-second"]);
  });
});
