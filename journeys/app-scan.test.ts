// Scanning in the App (扫码入会): by camera, from a photograph or by typing, into the form of this house and of no other.
import { qrPng } from "@niangjia/foundation/codes";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Invited, makeEvent } from "../platforms/gig/joining/testing.ts";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const pixelsASquare = 12;

/** A camera that is held at a picture; each next one takes its place. */
const camera = `(() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 640 });
  const context = canvas.getContext("2d");
  globalThis.holdAt = async (source) => {
    const picture = Object.assign(new Image(), { src: source });
    await picture.decode();
    clearInterval(globalThis.held);
    globalThis.held = setInterval(() => context.drawImage(picture, 0, 0, 640, 640), 50);
  };
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
})()`;
const noCamera = `navigator.mediaDevices.getUserMedia = async () => {
  throw new DOMException("denied", "NotAllowedError");
}`;

const holdAt = (page: Page, png: Buffer) =>
  page.evaluate(`holdAt("data:image/png;base64,${png.toString("base64")}")`);

describe.skipIf(noBrowser)("a courier before a poster", () => {
  let street: Street;
  let event: Invited;
  beforeAll(async () => {
    street = await openStreet();
    const { house } = street;
    event = await makeEvent(house, await house.signIn("officer", tree.xingsha));
  });
  afterAll(() => street?.close());

  async function stand(script: string): Promise<Page> {
    const page = await street.enter(await street.house.signIn("worker"), "phone");
    await page.addInitScript(script);
    await page.goto(`${street.origin}/app/home`);
    await page.getByRole("button", { name: "扫码入会", exact: true }).click();
    return page;
  }
  const formCame = (page: Page) => page.getByRole("heading", { name: /集中入会|扫码/ }).first();

  test("holds the camera at it: another house's code is not followed, this house's opens the form", async () => {
    const page = await stand(camera);
    await page.getByLabel("相机看到的画面").waitFor();
    await holdAt(page, await qrPng("https://evil.example/app/fill?j=1", pixelsASquare));
    await page.getByRole("alert").getByText("这不是本工会系统的二维码").waitFor();
    await holdAt(page, await qrPng(`${street.origin}/app/fill?j=${event.code}`, pixelsASquare));
    await page.getByText("星沙快递小哥集中入会").waitFor();
    await formCame(page).waitFor();
    await page.getByText("湘岚机械有限公司工会委员会").waitFor();
    expect(new URL(page.url()).search).toBe(`?j=${event.code}`);
    expect(await page.evaluate("document.querySelectorAll('video').length")).toBe(0);
  });

  test("whose phone forbids the camera takes a photograph instead, or types the code", async () => {
    const page = await stand(noCamera);
    await page.getByRole("alert").getByText("没有打开相机").waitFor();
    const choose = async (name: string, buffer: Buffer) => {
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "选一张二维码照片" }).click();
      await (await choosing).setFiles({ name, mimeType: "image/png", buffer });
    };
    const empty = await page.screenshot({ clip: { x: 0, y: 0, width: 80, height: 40 } });
    await choose("empty.png", empty);
    await page.getByRole("alert").getByText("照片里没有找到二维码").waitFor();
    await page.getByLabel("扫不了就输入入会码").fill("7QK4");
    await page.getByRole("button", { name: "打开", exact: true }).click();
    await page.getByRole("alert").getByText("这不是入会码").waitFor();
    await page.getByLabel("扫不了就输入入会码").fill(event.code.toLowerCase());
    await page.getByRole("button", { name: "打开", exact: true }).click();
    await page.getByText("星沙快递小哥集中入会").waitFor();

    await page.goto(`${street.origin}/app/scan`);
    const link = `${street.origin}/app/fill?j=${event.code}`;
    await choose("poster.png", await qrPng(link, pixelsASquare));
    await page.getByText("星沙快递小哥集中入会").waitFor();
  });

  test("sends the poster on by the phone's own way, or by its address", async () => {
    const page = await stand(noCamera);
    const link = `${street.origin}/app/fill?j=${event.code}`;
    await page.goto(link);
    await page.getByText("星沙快递小哥集中入会").first().waitFor();
    await page.evaluate("navigator.share = async (what) => { globalThis.shared = what; }");
    await page.getByRole("button", { name: "发给工友" }).click();
    expect(await page.evaluate("shared")).toEqual({
      title: "星沙快递小哥集中入会：扫码加入工会",
      url: link,
    });
    await page.evaluate("navigator.share = undefined");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "发给工友" }).click();
    await page.getByText("网址已复制").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(link);
  });
});
