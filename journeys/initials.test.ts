// Somebody who types initials only (首字母办事): finds what they want by two letters, on the phone, and asks for it.
import { pinyinOfOrganisation } from "@niangjia/foundation/names";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberAt } from "../platforms/realname/card/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";
import { handIn, idNumber, onward } from "./phone.ts";

/** Opens the services and types; the function found stands alone. */
async function find(page: Page, street: Street, [letters, title]: readonly [string, string]) {
  await page.goto(`${street.origin}/app/services`);
  await page.getByLabel("找服务").fill(letters);
  const found = page.getByRole("region", { name: /找到/ }).getByRole("button").first();
  await found.filter({ hasText: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** A union by the initials of its name. */
async function chooseUnion(page: Page, label: string, [letters, name]: readonly [string, string]) {
  await page.getByLabel(label).fill(letters);
  await page.getByRole("button", { name }).first().click();
}

/** The tree of the tests is planted without the letters that unions get when they are founded. */
async function spell({ house }: Street): Promise<void> {
  const { rows } = await house.owner.query("select id, name from organisation.unions");
  for (const { id, name } of rows) {
    const { full, initials } = pinyinOfOrganisation(name);
    const spelling = [id, full, initials];
    await house.owner.query(
      "update organisation.unions set pinyin = $2, initials = $3 where id = $1",
      spelling,
    );
  }
}

const runningOf = async ({ house }: Street, { accountId }: Client) =>
  (
    await house.owner.query(
      `select c.function, u.path from business.cases c join organisation.unions u on u.id = c.org_id
        where c.account_id = $1 and c.status = 'running'`,
      [accountId],
    )
  ).rows;

describe.skipIf(noBrowser)("somebody who types pinyin initials and nothing else", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
    await spell(street);
  });
  afterAll(() => street?.close());

  test("finds 入会 by rh, the union by its initials, and applies", async () => {
    const worker = await street.house.signIn("worker");
    const page = await street.enter(worker, "phone");
    await find(page, street, ["rh", "入会申请"]);
    await chooseUnion(page, "所在工会", ["xsjd", "星沙街道总工会"]);
    await onward(page);
    await page.getByLabel("姓名").fill("林小满");
    await page.getByLabel("证件类型").selectOption({ label: "居民身份证" });
    await page.getByLabel("证件号码").fill(idNumber("43012119960518031"));
    await page.getByLabel("民族").selectOption({ label: "汉族" });
    await page.getByLabel("学历").selectOption({ index: 3 });
    await onward(page);
    await page.getByLabel("职业（工种）").fill("快递员");
    await page
      .getByRole("radiogroup", { name: "是否新就业形态劳动者" })
      .getByRole("radio", { name: "否" })
      .click();
    await onward(page);
    await page.getByRole("radio", { name: "是", exact: true }).click();
    await onward(page);
    await handIn(page);
    expect(await runningOf(street, worker)).toEqual([
      { function: "membership.join", path: tree.xingsha },
    ]);
  });

  test("finds 组织关系接转 by zzgx, and asks to move to the union of another county", async () => {
    const member = await memberAt(street.house);
    const page = await street.enter(member, "phone");
    await find(page, street, ["zzgx", "组织关系接转"]);
    await chooseUnion(page, "要转入的工会", ["rcwy", "蓉川物业有限公司工会委员会"]);
    await page
      .getByRole("radiogroup", { name: "是否已离开原来的工作单位" })
      .getByRole("radio", { name: "是" })
      .click();
    await onward(page);
    await handIn(page);
    expect(await runningOf(street, member)).toEqual([
      { function: "membership.transfer", path: tree.firm },
    ]);
  });
});
