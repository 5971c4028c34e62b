// A joining event (集中入会), as its officer walks it: opened on a form, the table fills while people scan, all admitted at once.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const first17 = "43012119960518001";

/** Chooses the nth of a list by the keyboard; the first stands at 06:00, half an hour between two. */
async function pick(page: Page, label: string, nth: number): Promise<void> {
  await page.getByLabel(label).focus();
  for (const key of ["Enter", ...Array<string>(nth).fill("ArrowDown"), "Enter"]) {
    await page.keyboard.press(key);
  }
}

async function choose(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.keyboard.press("Tab");
}

describe.skipIf(noBrowser)("an officer at a joining event", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("sees who scanned without asking again, admits them at one stroke, and takes the list out", async () => {
    const { house, origin } = street;
    const officer = await house.signIn("officer", tree.firm);
    const worker = await house.signIn("worker");
    const page = await street.enter(officer);
    await page.goto(`${origin}/gig/joining`);
    await page.getByText("还没有入会活动或海报").waitFor();
    await page.getByRole("button", { name: "新建活动或海报" }).click();
    await page.getByLabel("名称").fill("星沙快递小哥集中入会");
    await page.getByLabel("地点").fill("星沙物流园");
    await choose(page, "开始日期", "2026-11-21");
    await pick(page, "几点开始", 0);
    await pick(page, "几点结束", 10);
    await choose(page, "二维码有效到", "2026-11-30");
    await page.getByRole("button", { name: "建好并生成二维码" }).click();

    await page.getByText("还没有人扫码提交").waitFor();
    const code = (await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent()) ?? "";
    const facts = {
      invitation: code,
      name: "林小满",
      idNumber: first17 + checkCharacter(first17),
      phone: "13800138000",
      gigOccupation: "02",
      voluntary: true,
    };
    const filed = await worker.post("/api/cases/functions/joining.scan/file", { facts });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);

    await page.getByText("等待审核").first().waitFor();
    await page.getByRole("button", { name: "批准等待中的 1 人" }).click();
    await page.getByText("已批准 1 人入会。").waitFor();
    const { rows } = await house.owner.query(
      "select p.name, m.org_path from member.memberships m join member.persons p on p.id = m.person_id",
    );
    expect(rows).toEqual([{ name: "林小满", org_path: tree.firm }]);
    await page.getByRole("button", { name: "批准等待中的 0 人" }).waitFor();

    await page.getByRole("button", { name: "导出名单" }).click();
    const box = page.getByRole("dialog");
    await box.getByText("您的岗位只能导出脱敏名单").waitFor();
    const download = page.waitForEvent("download");
    await box.getByRole("button", { name: /^导\s?出$/ }).click();
    expect((await download).suggestedFilename()).toMatch(
      /^扫码入会名单-星沙快递小哥集中入会-.*（脱敏）\.xlsx$/,
    );
  });
});
