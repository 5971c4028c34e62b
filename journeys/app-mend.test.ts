// Asked back in the App (退回补正): papers by the phone's camera, what is asked back, handed in again, and taken back.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { handIn, onward } from "./phone.ts";

/** One white square. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);

interface Line {
  readonly name: string;
  readonly files?: readonly { readonly name: string }[];
}

async function photograph(page: Page, name: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "拍照" }).click();
  await (await choosing).setFiles({ name, mimeType: "image/png", buffer: png });
  await page.getByText(name).waitFor();
}

const pick = (page: Page, group: string, choice: string) =>
  page
    .getByRole("radiogroup", { name: group })
    .getByRole("radio", { name: choice, exact: true })
    .click();

describe.skipIf(noBrowser)("a member whose application needs a paper", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("photographs it, mends what is asked back without typing all again, and takes it back in the end", async () => {
    const { house, origin } = street;
    const member = await memberAt(house, tree.firm);
    const page = await street.enter(member, "phone");
    await page.goto(`${origin}/app/fill?id=membership.leave`);
    await pick(page, "申请", "保留会籍");
    await pick(page, "保留原因", "退休");
    await photograph(page, "退休证第一页.png");
    await onward(page);
    await handIn(page);

    const officer = await house.signIn("officer", tree.firm);
    const [{ id, task }] = (await officer.get("/api/desk")).body.rows;
    const command = { kind: "return", task, opinion: "请补退休证的第二页。" };
    expect((await officer.post(`/api/cases/${id}/commands`, { command })).status).toBe(200);

    await page.goto(`${origin}/app/home`);
    await page.getByRole("button", { name: /退会申请.*退回补正/s }).click();
    await page.getByText("请补退休证的第二页。", { exact: true }).first().waitFor();
    await page.getByText("退休证第一页.png").waitFor();
    await photograph(page, "退休证第二页.png");
    await onward(page);
    await page.getByRole("button", { name: "重新提交" }).click();
    await page.getByText("办理中", { exact: true }).first().waitFor();
    const filed = (await officer.get(`/api/cases/${id}`)).body;
    const lines = filed.facts.flatMap(({ lines }: { lines: Line[] }) => lines);
    const papers = lines.find(({ name }: Line) => name === "papers")?.files ?? [];
    expect(papers.map(({ name }: { name: string }) => name)).toEqual([
      "退休证第一页.png",
      "退休证第二页.png",
    ]);

    await page.getByRole("button", { name: "撤回申请" }).click();
    await page.getByLabel("原因").fill("先不退休了");
    await page.getByRole("button", { name: "撤回申请" }).click();
    await page.getByText("已撤回", { exact: true }).first().waitFor();
    expect((await officer.get(`/api/cases/${id}`)).body.status).toBe("withdrawn");
  });
});
