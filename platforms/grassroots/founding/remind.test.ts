// Reminders of certificates: when one may be renewed and when it has lapsed, once each, and not once it was renewed.
import { system } from "@niangjia/foundation/act";
import { day, formatDay } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { beginTerm, extendTerm } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { file, paper, sweep, uscc } from "./testing.ts";

const legal = {
  ...{ lawful: true, organs: true, funded: true, agent: "李小满" },
  office: "长沙县星沙街道开元路 1 号 3 楼",
};

/** A certificate of the firm's union, to be renewed from 30 days before its end. */
async function certify(house: TestHouse, issued: string, end: string): Promise<void> {
  const union = await house.unionId(tree.firm);
  await house.owner.query(
    `insert into business.founding_certificates (id, union_id, org_path, number, legal_person,
       office, issued_day, to_day, renew_from_day, case_id, at)
     values ($1, $2, $3, $4, '周正', '开元路', $5, $6, $6::date - 29, $1, now())`,
    [newId(), union, tree.firm, uscc(1, "81"), issued, end],
  );
}

async function openScene() {
  const house = await openTestHouse();
  await certify(house, "2022-01-10", "2027-01-09");
  const officer = await house.signIn("officer", tree.firm);
  const above = await house.signIn("chair", tree.xingsha);
  return { house, officer, above };
}

const on = (house: TestHouse, today: string) => {
  house.clock.set(`${today}T08:20:00+08:00`);
  return sweep(house, "founding.remind");
};

/** What somebody was told, the newest first. */
const titles = async ({ owner }: TestHouse, { accountId }: Client): Promise<string[]> => {
  const { rows } = await owner.query(
    "select title from business.notices where account_id = $1 order by id desc",
    [accountId],
  );
  return rows.map(({ title }) => title);
};

describe("a certificate that ends", () => {
  it("is told of when it may be renewed, and to the union above too once it has lapsed, once each", async () => {
    const { house, officer, above } = await openScene();
    expect(await on(house, "2026-12-10")).toEqual({ certificates: 0, told: 0 });
    expect(await on(house, "2026-12-11")).toEqual({ certificates: 1, told: 1 });
    expect(await on(house, "2026-12-12")).toEqual({ certificates: 0, told: 0 });
    const { body } = await officer.get("/api/notices");
    expect(body.rows[0].body).toContain("2027年1月9日到期，还有 29 天");
    expect(await on(house, "2027-01-09")).toEqual({ certificates: 0, told: 0 });
    expect(await on(house, "2027-01-10")).toEqual({ certificates: 1, told: 2 });
    expect(await on(house, "2027-01-11")).toEqual({ certificates: 0, told: 0 });
    expect(await titles(house, officer)).toEqual(["工会法人证书已经到期", "工会法人证书快到期了"]);
    expect(await titles(house, above)).toEqual(["工会法人证书已经到期"]);
    const { rows } = await house.owner.query("select told from business.founding_certificates");
    expect(rows).toEqual([{ told: "lapsed" }]);
  });

  it("is left alone once a newer one holds, and where the union is closed", async () => {
    const { house } = await openScene();
    await certify(house, "2026-12-01", "2031-11-30");
    expect(await on(house, "2026-12-20")).toEqual({ certificates: 0, told: 0 });
    expect(await on(house, "2031-11-05")).toEqual({ certificates: 1, told: 1 });
    await house.owner.query("update organisation.unions set state = 'closed' where path = $1", [
      tree.firm,
    ]);
    expect(await on(house, "2031-12-20")).toEqual({ certificates: 0, told: 0 });
  });

  it.each([
    ["as long as the term, when it is put off by three months", "2027-04-09", "2027-04-09"],
    ["six months at most, when the term is put off by more", "2027-10-09", "2027-07-09"],
  ])("is prolonged %s, and is told of anew", async (_what, putOff, end) => {
    const { house, officer } = await openScene();
    const union = await house.unionId(tree.firm);
    const during = { fromDay: day("2022-01-10"), years: 5, chair: "周正" };
    await house.act(system("test"), (act) => beginTerm(act, union, during));
    expect(await on(house, "2026-12-11")).toEqual({ certificates: 1, told: 1 });
    await house.act(system("test"), (act) =>
      extendTerm(act, { unionId: union, toDay: day(putOff), caseId: union }),
    );
    await house.settle();
    const { rows } = await house.owner.query(
      `select number, legal_person, issued_day, to_day, (to_day - renew_from_day)::int as window, case_id
       from business.founding_certificates order by id`,
    );
    const held = { number: uscc(1, "81"), legal_person: "周正", issued_day: "2022-01-10" };
    expect(rows).toEqual([
      { ...held, to_day: "2027-01-09", window: 29, case_id: expect.any(String) },
      { ...held, to_day: end, window: 29, case_id: union },
    ]);
    expect(await on(house, "2027-02-01")).toEqual({ certificates: 0, told: 0 });
    expect(await on(house, end)).toEqual({ certificates: 1, told: 1 });
    const { rows: told } = await house.owner.query(
      "select body from business.notices where account_id = $1 order by id desc limit 1",
      [officer.accountId],
    );
    expect(told[0].body).toContain(`${formatDay(day(end))}到期，还有 0 天`);
  });

  it("is not told of while a renewal is being decided, and is once that was refused", async () => {
    const { house, officer } = await openScene();
    const union = await house.unionId(tree.firm);
    await house.act(system("test"), (act) =>
      beginTerm(act, union, { fromDay: day("2022-01-10"), years: 5, chair: "周正" }),
    );
    house.clock.set("2026-12-11T08:00:00+08:00");
    const facts = { union, ...legal, papers: [await paper(officer)] };
    const renewal = await file(officer, "legal", facts);
    expect(renewal.status, JSON.stringify(renewal.body)).toBe(200);
    expect(await on(house, "2026-12-14")).toEqual({ certificates: 0, told: 0 });
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const shown = await cadre.get(`/api/cases/${renewal.body.id}`);
    const [{ task }] = shown.body.tasks;
    const command = { kind: "reject", task, opinion: "换届还没有办" };
    const ended = await cadre.post(`/api/cases/${renewal.body.id}/commands`, { command });
    expect(ended.body, JSON.stringify(ended.body)).toMatchObject({ status: "rejected" });
    expect(await on(house, "2026-12-15")).toEqual({ certificates: 1, told: 1 });
  });

  it("goes to the union above where nobody works at its own", async () => {
    const house = await openTestHouse();
    await certify(house, "2022-01-10", "2027-01-09");
    const above = await house.signIn("officer", tree.xingsha);
    expect(await on(house, "2026-12-11")).toEqual({ certificates: 1, told: 1 });
    expect(await titles(house, above)).toEqual(["工会法人证书快到期了"]);
  });
});
