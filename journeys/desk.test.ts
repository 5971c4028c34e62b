// A case with many steps (办件), as those who handle it walk it: chosen handlers, other hands, questions, the flow drawn.
import { casesRoom } from "@niangjia/registers/cases";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rooms } from "../server/rooms.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { committee, foundingRoom } from "./founding-sample.ts";

describe.skipIf(noBrowser)("a case with many steps", () => {
  let street: Street;
  let worker: Client;
  let officer: Client;
  let second: Client;
  beforeAll(async () => {
    const others = rooms.filter(({ word }) => word !== "cases");
    street = await openStreet({ rooms: [...others, casesRoom([foundingRoom])] });
    const { house } = street;
    worker = await house.signIn("worker");
    officer = await house.signIn("officer", tree.firm);
    second = await house.signIn("officer", tree.firm);
    await house.signIn("chair", tree.firm);
    await house.signIn("officer", tree.xingsha);
    await house.signIn("cadre", tree.changshaCounty);
  });
  afterAll(() => street?.close());

  async function file(staff: number): Promise<string> {
    const union = await street.house.unionId(tree.firm);
    const facts = { union, staff, committee };
    const filed = await worker.post("/api/cases/functions/sample.found/file", { facts });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    return filed.body.id;
  }

  const dialog = (page: Page) => page.getByRole("dialog");
  const stateOf = async (id: string) => (await officer.get(`/api/cases/${id}`)).body;

  async function more(page: Page, item: string): Promise<void> {
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
    await dialog(page).waitFor();
  }

  test("is agreed to with what the step asks for, and the flow shows where it is", async () => {
    const id = await file(30);
    const page = await street.enter(officer);
    await page.goto(`${street.origin}/cases/${id}`);
    await page.getByRole("cell", { name: /林\*满/ }).waitFor();
    await page.getByRole("button", { name: "同意" }).click();
    await dialog(page).getByRole("button", { name: "同意", exact: true }).click();
    await dialog(page).getByText("还有 2 处要改").waitFor();
    await dialog(page).getByLabel("承办人").click();
    await page.getByTitle(/总工会干部/).click();
    await dialog(page).getByLabel("一般").check();
    await dialog(page).getByRole("textbox", { name: /意见/ }).fill("材料齐全。");
    await page.keyboard.press("Control+Enter");
    await page.getByText("材料齐全。").waitFor();
    const { stages } = await stateOf(id);
    expect(stages[2].arms.map((arm: { taken: boolean }) => arm.taken)).toEqual([true, false]);

    await page.getByRole("tab", { name: "流程图" }).click();
    const drawn = page.getByRole("img", { name: /建会申请的流程/ });
    await drawn.waitFor();
    const words = (await drawn.textContent()) ?? "";
    for (const said of ["材料初审", "25 人以上", "不足 25 人（不经过）", "● 正在办理", "公示"]) {
      expect(words).toContain(said);
    }
  });

  test("goes to another hand and is asked about, and what was typed stays when it is turned down", async () => {
    const id = await file(12);
    const page = await street.enter(officer);
    await page.goto(`${street.origin}/cases/${id}`);
    await more(page, "沟通");
    await dialog(page).getByLabel("申请人").check();
    await dialog(page).getByLabel("问题").fill("哪天开成立大会");
    await dialog(page).getByRole("button", { name: "沟通", exact: true }).click();
    await page.getByText("等答复").waitFor();

    await more(page, "转办");
    await dialog(page).getByLabel("转给谁").fill("csgh");
    await page
      .locator(".ant-select-item-option:not(.ant-select-item-option-disabled)")
      .first()
      .click();
    await dialog(page).getByLabel("交代的话").fill("请接着办");
    await second.post(`/api/cases/${id}/commands`, { command: { kind: "claim", task: 1 } });
    await dialog(page).getByRole("button", { name: "转办", exact: true }).click();
    await dialog(page)
      .getByText(/已认领这项待办/)
      .waitFor();
    expect(await dialog(page).getByLabel("交代的话").inputValue()).toBe("请接着办");
  });

  test("is returned with where to and how it goes on, also on a phone", async () => {
    const id = await file(8);
    const page = await street.enter(officer, "phone");
    await page.goto(`${street.origin}/cases/${id}`);
    await page.getByRole("button", { name: "退回" }).click();
    await dialog(page).getByLabel("直接回到我这里").check();
    await dialog(page).getByLabel("要改什么").fill("请补一名委员");
    await dialog(page).getByRole("button", { name: "退回", exact: true }).click();
    await page.getByText("退回补正").first().waitFor();
    const { status, history } = await stateOf(id);
    expect(status).toBe("returned");
    expect(history.at(-1)).toMatchObject({ kind: "return", opinion: "请补一名委员" });
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    expect(wide).toBeLessThanOrEqual(390);
  });
});
