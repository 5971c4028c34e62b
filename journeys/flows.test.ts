// A flow and its papers (流程与卷宗), from the screen: cases brought to a revised flow, a drawing brought in, a file checked.
import { casesRoom } from "@niangjia/registers/cases";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileOnVersionOne, revisedRoom } from "../registers/cases/testing.ts";
import { rooms } from "../server/rooms.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

describe.skipIf(noBrowser)("a flow that was revised", () => {
  let street: Street;
  let cadre: Client;
  let officer: Client;
  let filed: { id: string; number: string }[];
  beforeAll(async () => {
    const others = rooms.filter(({ word }) => word !== "cases");
    street = await openStreet({ rooms: [...others, casesRoom([revisedRoom])] });
    const { house } = street;
    const worker = await house.signIn("worker");
    officer = await house.signIn("officer", tree.firm);
    await house.signIn("chair", tree.firm);
    cadre = await house.signIn("cadre", tree.changshaCounty);
    filed = await fileOnVersionOne(house, { worker, officer });
  });
  afterAll(() => street?.close());

  /** With the keys alone: a list still looking for its place is hit by no mouse. */
  async function map(page: Page, step: string, nth: number): Promise<void> {
    const box = page.getByLabel(`“${step}”在新流程中是哪一步`);
    await box.press("ArrowDown");
    await page.locator(".ant-select-item-option-active").last().waitFor();
    for (let down = 0; down < nth; down += 1) await box.press("ArrowDown");
    await box.press("Enter");
  }

  test("takes up the cases that ran on the one before, step by step as they were mapped", async () => {
    const page = await street.enter(cadre);
    await page.goto(`${street.origin}/cases/flows`);
    const older = page.getByRole("region", { name: "按旧流程在办的办件" });
    await older.getByRole("link", { name: "疗养申请" }).click();
    await page.getByText("转不过去 3 件").waitFor();
    await map(page, "所在工会审核", 0);
    await page.getByText("转不过去 1 件").waitFor();
    await page.getByRole("link", { name: filed[1]!.number }).waitFor();
    await map(page, "所在工会审批", 1);
    await page.getByText("没有转不过去的").waitFor();
    await page.getByLabel("原因").fill("流程已修订");
    await page.getByRole("button", { name: "转入 3 件" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "转入 3 件" }).click();
    await page.getByText("已转入 3 件").waitFor();
    await page.getByText("已转完").waitFor();
    const { body } = await officer.get(`/api/cases/${filed[1]!.id}`);
    expect(body.stages.map(({ title }: { title: string }) => title)).toContain("终审");
  });

  test("is drawn elsewhere and brought in: what may be changed is kept, what may not is named", async () => {
    const flow = "/api/cases/flows/sample.two";
    const common = (await cadre.get(`${flow}/bpmn`)).bytes.toString("utf8");
    const page = await street.enter(cadre);
    await page.goto(`${street.origin}/cases/flows/sample.two`);
    const choose = (xml: string) =>
      page
        .getByLabel("流程图文件", { exact: true })
        .setInputFiles({ name: "改过.bpmn", mimeType: "text/xml", buffer: Buffer.from(xml) });
    await choose(`<!DOCTYPE x [<!ENTITY a "b">]>${common}`);
    await page.getByText("实体声明").waitFor();
    await choose(common.replace('name="终审"', 'name="点头"'));
    await page.getByText("不能改名称").waitFor();
    await choose(common.replace('{"workdays":2}', '{"workdays":4}'));
    await page.getByText("“初审”的期限改为 4 个工作日").waitFor();
    await page.getByRole("button", { name: "存为草稿" }).click();
    await page.getByText("等人核准", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "提交核准" }).isDisabled()).toBe(true);
    await choose(common.replace('{"workdays":2}', '{"workdays":3}'));
    await page.getByText("等它核准或不同意之后再存").waitFor();
    expect(await page.getByRole("button", { name: "存为草稿" }).isDisabled()).toBe(true);
    const { body } = await cadre.get(flow);
    expect(body.variants).toMatchObject([{ state: "proposed", mayDecide: false }]);
  });

  test("leaves a case file that anyone checks at /verify, where a changed byte is found", async () => {
    const { id } = filed[0]!;
    const made = (await officer.post(`/api/cases/${id}/dossiers`, { purpose: "劳动监察调阅" }))
      .body;
    const { bytes } = await officer.get(`/api/cases/dossiers/${made.id}`);
    const page = await street.enter();
    await page.goto(`${street.origin}/verify?code=${made.code}`);
    await page.getByText("卷宗属实").waitFor();
    const drop = (buffer: Buffer) =>
      page.locator("#file").setInputFiles({ name: made.name, mimeType: "application/pdf", buffer });
    const changed = Buffer.from(bytes);
    changed[changed.length >> 1]! ^= 1;
    await drop(changed);
    await page.getByText("文件被改动过").waitFor();
    await drop(bytes);
    await page.getByText("卷宗属实").waitFor();
    expect(await page.locator("main").textContent()).not.toContain("林");
  });
});
