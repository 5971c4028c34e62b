// Founding (组建工会), as five people walk it: a town officer reports each step, the chair of the town agrees, the county's
// officer and cadre register it, nobody objects, and the security administrator grants the posts of the new union.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  applyFacts,
  electFacts,
  publishFacts,
  sweep,
  uscc,
} from "../platforms/grassroots/founding/testing.ts";
import { type Client, tree } from "../server/testing.ts";
import { noBrowser, openStreet, type Street } from "./browser.ts";

const name = "湖南星沙智造有限公司工会委员会";

/** Opens the form with everything filled in beforehand as a draft, and hands it in. */
async function handIn(page: Page, origin: string, fn: string, next: RegExp): Promise<void> {
  await page.goto(`${origin}/functions/${fn}`);
  await page.getByRole("button", { name: "提交申请" }).click();
  const known = page.getByRole("button", { name: "知道了，提交申请" });
  await known
    .or(page.getByRole("heading", { name: "办事进度" }))
    .first()
    .waitFor();
  if (await known.isVisible()) await known.click();
  await page.getByText(next).first().waitFor();
}

const keepDraft = async (person: Client, fn: string, facts: object): Promise<void> => {
  const kept = await person.put(`/api/cases/functions/${fn}/draft`, { facts });
  expect(kept.status, JSON.stringify(kept.body)).toBe(200);
};

/** Takes the first case of the desk and agrees, with what has to be filled in at this step. */
async function agreeFirst(
  page: Page,
  origin: string,
  { title, fill }: { readonly title: RegExp; readonly fill?: Readonly<Record<string, string>> },
): Promise<void> {
  await page.goto(origin);
  await page.getByRole("button", { name: title }).first().click();
  await page.getByRole("button", { name: /^同\s?意$/ }).click();
  const box = page.getByRole("dialog");
  for (const [label, text] of Object.entries(fill ?? {})) {
    await box.getByLabel(label).fill(text);
    await page.keyboard.press("Tab");
  }
  await box.getByRole("button", { name: /^同\s?意$/ }).click();
  await box.waitFor({ state: "hidden" });
}

describe.skipIf(noBrowser)("a firm without a union", () => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street?.close());

  test("has one that lives, with members, a certificate and officers at their posts, by the hands of five people", async () => {
    const { house, origin } = street;
    const officer = await house.signIn("officer", tree.xingsha);
    const chair = await house.signIn("chair", tree.xingsha);
    const clerk = await house.signIn("officer", tree.changshaCounty);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const guard = await house.signIn("security-admin", tree.changshaCounty);
    const [applying, agreeing, filing, registering, guarding] = [
      await street.enter(officer),
      await street.enter(chair),
      await street.enter(clerk),
      await street.enter(cadre),
      await street.enter(guard),
    ] as const;

    await keepDraft(officer, "founding.apply", await applyFacts(house, officer));
    await handIn(applying, origin, "founding.apply", /上级工会审批/);
    await agreeFirst(agreeing, origin, { title: /智造/ });
    await applying.goto(`${origin}/grassroots/founding`);
    await applying.getByText("等待选举").first().waitFor();

    house.clock.set("2026-12-02T09:00:00+08:00");
    const { rows } = await house.owner.query(
      "select id, path from organisation.unions where name = $1 and state = 'preparing'",
      [name],
    );
    const [{ id: union, path }] = rows;
    await keepDraft(officer, "founding.elect", await electFacts(union, officer));
    await handIn(applying, origin, "founding.elect", /上级工会批复/);
    await agreeFirst(agreeing, origin, { title: /选举/ });

    const legal = {
      ...{ union, lawful: true, organs: true, funded: true, office: "开元路 1 号 3 楼" },
      ...{
        agent: "李小满",
        papers: [await clerk.upload("申请表.pdf", Buffer.from("%PDF-1.4\n%%EOF\n"))],
      },
    };
    await keepDraft(clerk, "founding.legal", legal);
    await handIn(filing, origin, "founding.legal", /县级以上总工会登记/);
    const number = uscc(9, "81");
    const fill = { 证书上的统一社会信用代码: number, 发证日期: "2026-12-02" };
    await agreeFirst(registering, origin, { title: /法人|开元路/, fill });

    await keepDraft(officer, "founding.publish", publishFacts(union));
    await handIn(applying, origin, "founding.publish", /成立公示/);
    await agreeFirst(agreeing, origin, { title: /首批会员/ });
    house.clock.set("2026-12-10T09:00:00+08:00");
    await sweep(house, "cases.clock");

    for (const [asked, who] of ["周正", "李小满"].entries()) {
      await guarding.goto(`${origin}/administration/access?state=asked`);
      await guarding.getByText(who).first().click();
      await guarding.getByRole("button", { name: "批准岗位" }).click();
      await guarding.getByRole("button", { name: "批准这个岗位" }).click();
      await guarding.getByText("已批准").first().waitFor();
      const held = async () => {
        const text =
          "select count(*)::int as posts from access.posts where org_id = $1 and state = 'held'";
        return (await house.owner.query(text, [union])).rows;
      };
      await expect.poll(held).toEqual([{ posts: asked + 1 }]);
    }

    const { rows: ended } = await house.owner.query(
      `select u.state, c.number,
         (select count(*)::int from member.memberships where org_path = u.path) as members,
         (select array_agg(role order by role) from access.posts
           where org_id = u.id and state = 'held') as posts
       from organisation.unions u left join business.founding_certificates c on c.union_id = u.id
       where u.id = $1`,
      [union],
    );
    expect(ended).toEqual([{ state: "live", number, members: 3, posts: ["chair", "officer"] }]);
    expect(path).toContain(tree.xingsha);
    await applying.goto(`${origin}/grassroots/founding`);
    await applying.getByText("已经成立").first().waitFor();
  });
});
