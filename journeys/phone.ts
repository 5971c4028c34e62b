// A person with a phone (手机): signs in by the code that comes to it, and shows or reads codes with its screen.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import jsQrModule from "jsqr";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Street } from "./browser.ts";

/** A module of the old kind, whose types do not say so. */
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;

export const idNumber = (first17: string): string => first17 + checkCharacter(first17);

/** Signs in as anybody does who has a phone: by the code that comes to it. */
export async function signIn(page: Page, { house }: Street, phone: string): Promise<void> {
  await page.getByLabel("手机号").fill(phone);
  await page.getByRole("button", { name: "获取验证码" }).click();
  await page.getByRole("button", { name: /秒后重发/ }).waitFor();
  await expect.poll(() => house.sent.some(({ to }) => to === phone)).toBe(true);
  const code = /\d{6}/.exec(house.sent.find(({ to }) => to === phone)?.text ?? "")?.[0] ?? "";
  await page.getByLabel("验证码").fill(code);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

export const onward = (page: Page) => page.getByRole("button", { name: "下一步" }).click();

/** Reads the form over and sends it, also where the house has something to say first. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /核对一遍/ }).waitFor();
  await page.getByRole("button", { name: "提交申请" }).click();
  const known = page.getByRole("button", { name: "知道了，提交申请" });
  const sent = page.getByText("已经提交");
  await known.or(sent).first().waitFor();
  if (await known.isVisible()) await known.click();
  await sent.waitFor();
}

const side = 600;

/** Draws a picture of the page and answers its pixels as dark and light. */
const pixelsOf = (picture: string): string => `(async () => {
  const shown = ${picture};
  await shown.decode();
  const canvas = new OffscreenCanvas(${side}, ${side});
  const context = canvas.getContext("2d");
  context.drawImage(shown, 0, 0, ${side}, ${side});
  const { data } = context.getImageData(0, 0, ${side}, ${side});
  return Array.from({ length: data.length / 4 }, (_, at) => (data[4 * at] < 128 ? 1 : 0)).join("");
})()`;

/** What a camera reads off a picture; empty where it reads nothing. `picture` is a script for the page. */
async function read(page: Page, picture: string): Promise<string> {
  const dark = await page.evaluate<string>(pixelsOf(picture));
  const pixels = Uint8ClampedArray.from(
    Array.from(dark).flatMap((one) => (one === "1" ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  );
  return jsQr(pixels, side, side)?.data ?? "";
}

/** What a scanner reads off the card on the screen of this phone. */
export async function cardCode(page: Page): Promise<string> {
  await page.getByRole("img", { name: /动态码/ }).waitFor();
  return read(page, `document.querySelector("img.card-code")`);
}

/** What a phone reads off a printed code, given as PNG. */
export const scanned = (page: Page, png: Buffer): Promise<string> =>
  read(
    page,
    `Object.assign(new Image(), { src: "data:image/png;base64,${png.toString("base64")}" })`,
  );
