// Joining (入会), as two people walk it: a worker applies, the officer finds it on the desk and agrees, a member is there.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const first17 = "43012119960518001";

describe.skipIf(noBrowser)("a worker who wants to join", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("is a member once the officer has agreed on the desk", async () => {
    const { house } = street;
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const filed = await worker.post("/api/cases/functions/membership.join/file", {
      facts: {
        union: await house.unionId(tree.firm),
        name: "林小满",
        documentKind: "111",
        idNumber: first17 + checkCharacter(first17),
        phone: "13800138000",
        ethnicGroup: "01",
        education: "21",
        occupation: "快递员",
        isGig: true,
        gigOccupation: "02",
        voluntary: true,
      },
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);

    const page = await street.enter(officer);
    await page.getByRole("tab", { name: "待办 1" }).waitFor();
    await page.getByRole("button", { name: /林\*满|林\*\*/ }).click();
    await page.getByRole("heading", { name: "办事进度" }).waitFor();
    expect(await page.getByText("430121199605180010").count()).toBe(0);

    await page.getByRole("button", { name: "不予通过" }).click();
    const box = page.getByRole("dialog");
    expect(await box.getByRole("button", { name: "不予通过" }).isDisabled()).toBe(true);
    await box.getByRole("button", { name: "先不办" }).click();
    await box.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: /^同\s?意$/ }).click();
    await box.getByLabel("意见").fill("材料齐全。");
    await box.getByRole("button", { name: /^同\s?意$/ }).click();
    await page
      .getByText(/已加入“.*”，会员号/)
      .first()
      .waitFor();

    const { rows } = await house.owner.query(
      `select p.name, m.state from member.persons p
        join member.memberships m on m.person_id = p.id where m.org_path = $1`,
      [tree.firm],
    );
    expect(rows).toEqual([{ name: "林小满", state: "active" }]);
    const told = await worker.get("/api/notices");
    expect(JSON.stringify(told.body.rows)).toContain(filed.body.id);
  });
});
