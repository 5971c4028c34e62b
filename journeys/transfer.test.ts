// Transferring (组织关系接转), as three people walk it: a member asks, the old union's officer lets go,
// the new one's takes in, each on their own desk in their own county.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  file,
  memberAt,
  memberships,
  transferForm,
} from "../platforms/realname/membership/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const agreeing = /^同\s?意$/;

describe.skipIf(noBrowser)("a member who changes work", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  /** Opens the one case of a desk and agrees to it. */
  async function agreeOnDesk(officer: Client): Promise<void> {
    const page = await street.enter(officer);
    await page.getByRole("button", { name: /林\*满/ }).click();
    await page.getByRole("heading", { name: "办事进度" }).waitFor();
    await page.getByRole("button", { name: agreeing }).click();
    const box = page.getByRole("dialog");
    await box.getByRole("button", { name: agreeing }).click();
    await box.waitFor({ state: "hidden" });
  }

  test("goes to the union of another county under the old number, with what both officers need on one page", async () => {
    const { house } = street;
    const member = await memberAt(house, tree.firm, { education: "31" });
    const letting = await house.signIn("officer", tree.firm);
    const accepting = await house.signIn("officer", tree.furongFirm);
    const filed = await file(member, "transfer", await transferForm(house));
    await agreeOnDesk(letting);
    await agreeOnDesk(accepting);
    const { body } = await member.get(`/api/cases/${filed.body.id}`);
    expect(body.outcome).toMatch(/会籍已从“.*”转到“.*”，会员号 \d{15} 不变/);
    const [old, now] = await memberships(house);
    expect(now).toMatchObject({ org_path: tree.furongFirm, number: old.number, state: "active" });

    const changed = await file(member, "change", { name: "林小满", education: "21" });
    const page = await street.enter(accepting);
    await page.goto(`${street.origin}/cases/${changed.body.id}`);
    await page.getByText("原登记：大学专科毕业").waitFor();
    await page.getByText("大学本科毕业").waitFor();
    await page.goto(`${street.origin}/cases/${filed.body.id}`);
    await page.getByText("转入工会接收").first().waitFor();
  });
});
