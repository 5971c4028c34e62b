// A card at a till (会员卡的验证): saved page, network cut, codes scanned; and a certificate that anyone checks.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { system } from "@niangjia/foundation/act";
import { qrSquares } from "@niangjia/foundation/codes";
import { day } from "@niangjia/foundation/day";
import { endMembership } from "@niangjia/registers/members";
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  codeOf,
  furnish,
  memberAt,
  morning,
  phone,
  scan,
} from "../platforms/realname/card/testing.ts";
import { source } from "../registers/members/testing.ts";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { browserAt, quiet } from "./chromium.ts";
import { cardCode } from "./phone.ts";

let street: Street;
const folder = mkdtempSync(join(tmpdir(), "niangjia-card-"));

/** Saves the page as somebody at a till would, and answers where it lies. */
async function saved(name: string): Promise<string> {
  const reply = await fetch(`${street.origin}/verify/offline.html`);
  const file = join(folder, name);
  writeFileSync(file, await reply.text());
  return pathToFileURL(file).href;
}

/** What the browser refused to run or to reach. */
function refusalsOf(page: Page): string[] {
  const refused: string[] = [];
  page.on("console", (line) => {
    if (/Content Security Policy|Refused to/.test(line.text())) refused.push(line.text());
  });
  page.on("request", (request) => {
    if (request.url().startsWith("http")) refused.push(request.url());
  });
  return refused;
}

const result = (page: Page) => page.getByRole("status").first();

async function type(page: Page, code: string): Promise<string> {
  await page.getByLabel("用扫码枪").fill(code);
  await page.keyboard.press("Enter");
  return (await result(page).locator("strong").textContent()) ?? "";
}

const after = (seconds: number): Date => new Date(Date.parse(morning) + seconds * 1000);

/** One frame of film that shows a QR code, in the plainest form a browser takes for a camera. */
function film(text: string): Buffer {
  const [width, height, scale] = [640, 480, 6];
  const light = Buffer.alloc(width * height, 235);
  const squares = qrSquares(text);
  const edge = Math.floor((height - squares.length * scale) / 2);
  for (const [row, line] of squares.entries()) {
    for (const [column, dark] of line.entries()) {
      for (let y = 0; dark && y < scale; y += 1) {
        const at = (edge + row * scale + y) * width + edge + column * scale;
        light.fill(16, at, at + scale);
      }
    }
  }
  const colour = Buffer.alloc((width * height) / 2, 128);
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
  return Buffer.concat([Buffer.from(head), light, colour]);
}

describe.skipIf(noBrowser)("on a member's phone", () => {
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street.close());

  test("card.issue: the card is drawn in the App, shows its code without a network and with a wrong clock, and moves by a reissue only", async () => {
    const member = await memberAt(street.house);
    const till = await street.house.signIn("partner", tree.changshaCounty);
    const page = await street.enter(member, "phone");
    await page.goto(`${street.origin}/app`);
    await page.getByRole("button", { name: "亮会员卡" }).click();
    await page.getByRole("button", { name: "领取会员卡" }).click();
    const first = await cardCode(page);
    expect((await scan(till, first)).body).toMatchObject({ verdict: "valid", name: "欧**满" });

    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    street.house.clock.advance(10_000);
    await page.reload();
    await cardCode(page);
    await page.context().setOffline(true);
    await page.reload();
    const second = await cardCode(page);
    expect(second).not.toBe(first);
    expect((await scan(till, second)).body.verdict).toBe("valid");

    const other = await street.enter(member, "phone");
    await other.goto(`${street.origin}/app/card`);
    await other.getByText("会员卡在另一部手机上").waitFor();
    await other.getByRole("button", { name: "挂失补办" }).click();
    await other.getByRole("heading", { name: /挂失补办/ }).waitFor();
  });
});

describe.skipIf(noBrowser)("a member who needs a paper", () => {
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street.close());

  test("card.certificate: makes it in the App for a purpose, and gets the very file that anyone finds genuine", async () => {
    const member = await memberAt(street.house);
    const page = await street.enter(member, "phone");
    await page.goto(`${street.origin}/app/certificates`);
    await page.getByLabel("用途").fill("申请疗休养");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "开具" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^会员证明-[0-9A-Z-]{14}\.pdf$/);
    const sha256 = createHash("sha256")
      .update(readFileSync(await file.path()))
      .digest("hex");
    const check = `/api/card/certificates/check?sha256=${sha256}`;
    expect((await street.house.anonymous.get(check)).body).toMatchObject({ finding: "genuine" });
    await page.getByRole("button", { name: /申请疗休养.*核验码/ }).waitFor();
  });
});

describe.skipIf(noBrowser)("at a till", () => {
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await street.close();
  });

  test("card.check: a saved page tells good, used, forged, old and revoked cards apart with the network cut", async () => {
    const { member, token, show } = await furnish(street.house);
    const before = await saved("before.html");
    await member.post("/api/cases/functions/card.reissue/file", { facts: { reason: "lost" } });
    const later = await saved("after.html");
    const page = await street.enter(undefined, "phone");
    await page.goto("about:blank");
    await page.context().setOffline(true);
    const refused = refusalsOf(page);
    await page.clock.setFixedTime(after(0));
    await page.goto(before);
    const code = await show();
    expect(await type(page, code)).toBe("会员卡有效");
    await expect.poll(() => result(page).textContent()).toContain("欧**满");
    expect(await type(page, code)).toBe("这个码已经用过");
    expect(await type(page, await show(after(30)))).toBe("会员卡有效");
    expect(await type(page, await show(after(91)))).toBe("双方时间对不上");
    expect(await type(page, await show(after(-121)))).toBe("这个码太旧");
    expect(await type(page, await codeOf(token, await phone(2), morning))).toBe("不是真的会员卡");
    expect(await type(page, "https://weixin.qq.com/x")).toBe("不是会员卡的码");
    expect(await page.locator("#age").textContent()).toContain("本页还认作有效");

    await page.goto(later);
    expect(await type(page, await show(after(20)))).toBe("会员卡已失效");
    expect(await page.locator("#holds").textContent()).toContain("1 张失效的卡");
    await page.clock.setFixedTime(after(3 * 86_400));
    await page.goto(before);
    expect(await page.locator("#age").textContent()).toMatch(/3 天前.*请尽快联网重新下载/);
    expect(refused).toEqual([]);
  });

  test("card.show: the camera of a till without a reader of its own reads the code off the phone", async () => {
    const { show } = await furnish(street.house);
    const shot = join(folder, "phone.y4m");
    writeFileSync(shot, film(await show()));
    const browser = await chromium.launch({
      executablePath: browserAt,
      args: [
        ...quiet,
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${shot}`,
      ],
    });
    try {
      const page = await browser.newPage();
      await page.clock.setSystemTime(after(10));
      await page.goto(`${street.origin}/verify/offline.html`);
      await page.getByRole("button", { name: "打开摄像头扫码" }).click();
      await result(page).getByText("会员卡有效").waitFor({ timeout: 20_000 });
      await page.getByRole("button", { name: "关闭摄像头" }).click();
    } finally {
      await browser.close();
    }
  });

  test("card.certificate: anyone checks a paper by code or file, and a changed byte is found", async () => {
    const member = await memberAt(street.house);
    const { personId } = member;
    const { body } = await member.post("/api/card/certificates", { purpose: "申请疗休养" });
    const { bytes } = await member.get(`/api/card/certificates/${body.code}/file`);
    const page = await street.enter(undefined, "phone");
    await page.goto(`${street.origin}/verify?code=${body.code}`);
    await page.getByText("证明属实").waitFor();
    expect(await result(page).textContent()).toMatch(
      /现在仍是会员，没有变化.*欧\*\*满.*申请疗休养/,
    );

    const file = { name: body.fileName, mimeType: "application/pdf", buffer: Buffer.from(bytes) };
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByText("证明属实").waitFor();
    file.buffer = Buffer.from(bytes);
    file.buffer[700]! ^= 1;
    await page.getByLabel("选择文件").setInputFiles(file);
    await page.getByText("文件被改动过").waitFor();
    await page.getByLabel("选择文件").setInputFiles({ ...file, name: "x.pdf" });
    await page.getByText("查无此件").waitFor();

    await street.house.act(system("test"), (act) =>
      endMembership(act, source, { personId, change: "6", reason: "5", day: day("2026-11-21") }),
    );
    await page.getByRole("textbox", { name: "核验码" }).fill(body.code.toLowerCase());
    await page.getByRole("button", { name: "核验" }).click();
    await page.getByText("现在已经不是会员").waitFor();
  });
});

test("the saved page is small enough to send, and names no address outside itself", () => {
  const html = readFileSync(join(import.meta.dirname, "..", "dist", "verify", "offline.html"));
  expect(html.length).toBeLessThan(256 * 1024);
  expect(html.toString()).not.toMatch(/(?:src|href)="?https?:/);
});
