// Founding a trade federation, by its public door: filed by a union of the trade, approved by the county, on the register.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { closeUnion } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { openHouse } from "./testing.ts";

const formOf = async (house: TestHouse, changes: object = {}) => ({
  parent: await house.unionId(tree.changshaCounty),
  name: "长沙县快递行业工会联合会",
  trade: "02",
  association: "长沙县快递行业协会",
  foundedDay: "2026-11-20",
  lead: await house.unionId(tree.firm),
  second: await house.unionId(tree.otherFirm),
  chair: "周正",
  termFrom: "2026-11-20",
  termYears: "five",
  audit: true,
  women: false,
  ...changes,
});

/** A federation on the register, founded by a firm's union and another one. */
async function founded(house: TestHouse): Promise<{ id: string; path: string }> {
  const officer = await house.signIn("officer", tree.xingsha);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const second = await house.unionId(tree.xingsha);
  const filed = await found(officer, await formOf(house, { second }));
  const { body: desk } = await cadre.get("/api/desk");
  const command = { kind: "agree", task: desk.rows[0].task };
  await cadre.post(`/api/cases/${filed.body.id}/commands`, { command });
  const { rows } = await house.owner.query(
    "select id, path from organisation.unions where kind = '5'",
  );
  return rows[0];
}

const joined = async (house: TestHouse, client: Client, changes: object) =>
  client.post("/api/cases/functions/joining.federation.join/file", {
    facts: {
      union: await house.unionId(tree.otherFirm),
      resolution: "工会委员会第 5 次会议决议",
      resolutionDay: "2026-11-18",
      ...changes,
    },
  });

const found = (client: Client, facts: object) =>
  client.post("/api/cases/functions/joining.federation/file", { facts });

describe("joining.federation", () => {
  it("ends as a union of the trade under the county federation, with the unions that founded it", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const facts = await formOf(house);
    const advice = await officer.post("/api/cases/functions/joining.federation/advice", { facts });
    expect(advice.body.advice).toEqual([expect.stringContaining("女职工委员会")]);
    const filed = await found(officer, facts);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);

    const { body: desk } = await cadre.get("/api/desk");
    const command = { kind: "agree", task: desk.rows[0].task };
    const agreed = await cadre.post(`/api/cases/${filed.body.id}/commands`, { command });
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });

    const { rows } = await house.owner.query(
      `select u.name, u.kind, u.state, u.path, t.to_day, t.chair,
         array_agg(f.path order by f.path) as founders, min(b.association) as association,
         min(m.since_day) as since, min(m.source) as source
       from organisation.unions u join organisation.terms t on t.union_id = u.id
         join organisation.federation_members m on m.federation_id = u.id
         join organisation.unions f on f.id = m.union_id
         join business.joining_federation_members b on b.federation_id = u.id and b.union_id = f.id
       group by 1, 2, 3, 4, 5, 6`,
    );
    expect(rows).toEqual([
      {
        name: "长沙县快递行业工会联合会",
        kind: "5",
        state: "live",
        path: expect.stringMatching(new RegExp(`^${tree.changshaCounty}[0-9a-z]{4}/$`)),
        to_day: expect.stringContaining("2031-11-"),
        chair: "周正",
        founders: [tree.firm, tree.otherFirm],
        association: "长沙县快递行业协会",
        since: "2026-11-20",
        source: "case",
      },
    ]);
    const list = await cadre.get("/api/joining/federations");
    expect(list.body).toMatchObject({ total: 1, rows: [{ association: "长沙县快递行业协会" }] });
    expect(list.body.rows[0].members).toHaveLength(2);
    const other = await house.signIn("cadre", tree.furong);
    expect((await other.get("/api/joining/federations")).body.total).toBe(0);
  });

  it("refuses one union twice, unions of elsewhere, and a town above, each beside its field", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    const faults = async (changes: object) => {
      const { body } = await found(officer, await formOf(house, changes));
      return (body.fields ?? []).map(({ path }: { path: string }) => path);
    };
    expect(await faults({ second: await house.unionId(tree.firm) })).toEqual(["facts.second"]);
    expect(await faults({ second: await house.unionId(tree.furongFirm) })).toEqual([
      "facts.second",
    ]);
    expect(await faults({ parent: await house.unionId(tree.xingsha) })).toEqual(["facts.parent"]);
    const outside = await formOf(house, { lead: await house.unionId(tree.furongFirm) });
    expect((await found(officer, outside)).status).toBeGreaterThanOrEqual(400);
    const { rowCount } = await house.owner.query("select from business.cases");
    expect(rowCount).toBe(0);
  });

  it("refuses the same federation while its founding runs", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    expect((await found(officer, await formOf(house))).status).toBe(200);
    expect((await found(officer, await formOf(house))).body.code).toBe("cases.already-running");
  });
});

describe("joining.federation: a union that comes later", () => {
  it("belongs from the day the federation agrees, stays where it stands, and both sides show it", async () => {
    const house = await openHouse();
    const { id: federation, path } = await founded(house);
    const officer = await house.signIn("officer", tree.otherFirm);
    const chair = await house.signIn("chair", path);
    const filed = await joined(house, officer, { federation });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await joined(house, officer, { federation })).body.code).toBe("cases.already-running");
    house.clock.set("2026-11-23T09:00:00+08:00");
    const command = { kind: "agree", task: 1 };
    const agreed = await chair.post(`/api/cases/${filed.body.id}/commands`, { command });
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });

    const { rows } = await house.owner.query(
      `select u.path, m.since_day, m.until_day, m.source, m.source_id
       from organisation.federation_members m join organisation.unions u on u.id = m.union_id
       where m.federation_id = $1 and m.source_id = $2`,
      [federation, filed.body.id],
    );
    expect(rows).toEqual([
      {
        ...{ path: tree.otherFirm, since_day: "2026-11-23", until_day: null },
        ...{ source: "case", source_id: filed.body.id },
      },
    ]);
    const unionId = await house.unionId(tree.otherFirm);
    const own = await officer.get(`/api/organisations/${unionId}`);
    expect(own.body.federations).toMatchObject([
      { federation: { id: federation }, union: { id: unionId }, sinceDay: "2026-11-23" },
    ]);
    const theirs = await chair.get(`/api/organisations/${federation}`);
    expect(theirs.body.federations).toHaveLength(3);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const [row] = (await cadre.get("/api/joining/federations")).body.rows;
    expect(row.members).toContainEqual(
      expect.objectContaining({ id: unionId, sinceDay: "2026-11-23", founder: false }),
    );
    expect(row.members.filter(({ founder }: { founder: boolean }) => founder)).toHaveLength(2);
    const again = await joined(house, officer, { federation });
    expect(again.body.code).toBe("organisations.belongs-already");
  });

  it("is refused where it may not be, and belongs no more once it is closed", async () => {
    const house = await openHouse();
    const { id: federation } = await founded(house);
    const officer = await house.signIn("officer", tree.otherFirm);
    const code = async (client: Client, changes: object) =>
      (await joined(house, client, { federation, ...changes })).body.code;
    const county = await house.unionId(tree.changshaCounty);
    expect(await code(officer, { federation: county })).toBe("organisations.not-federation");
    expect(await code(officer, { union: await house.unionId(tree.firm) })).toBe(
      "joining.union-not-found",
    );
    const elsewhere = await house.signIn("officer", tree.furongFirm);
    expect(await code(elsewhere, { union: await house.unionId(tree.furongFirm) })).toBe(
      "organisations.outside-federation",
    );
    const { rowCount } = await house.owner.query(
      "select from business.cases where function = 'joining.federation.join'",
    );
    expect(rowCount).toBe(0);

    const unionId = await house.unionId(tree.firm);
    await house.act(system("test"), (act) => closeUnion(act, { unionId, day: day("2026-11-21") }));
    await house.settle();
    const { rows } = await house.owner.query(
      "select until_day from organisation.federation_members where union_id = $1",
      [unionId],
    );
    expect(rows).toEqual([{ until_day: "2026-11-21" }]);
  });
});

describe("joining.federation.leave", () => {
  const left = async (house: TestHouse, client: Client, changes: object) =>
    client.post("/api/cases/functions/joining.federation.leave/file", {
      facts: {
        union: await house.unionId(tree.firm),
        resolution: "会员大会第 3 次会议决议",
        resolutionDay: "2026-11-18",
        reason: "企业转产，不再经营快递",
        ...changes,
      },
    });

  it("ends the day the federation settles it, keeps what was, and the union may come back", async () => {
    const house = await openHouse();
    const { id: federation, path } = await founded(house);
    const officer = await house.signIn("officer", tree.firm);
    const chair = await house.signIn("chair", path);
    const filed = await left(house, officer, { federation });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await left(house, officer, { federation })).body.code).toBe("cases.already-running");
    house.clock.set("2026-11-24T09:00:00+08:00");
    const command = { kind: "agree", task: 1 };
    const settled = await chair.post(`/api/cases/${filed.body.id}/commands`, { command });
    expect(settled.body, JSON.stringify(settled.body)).toMatchObject({ status: "approved" });

    const unionId = await house.unionId(tree.firm);
    const rows = async () =>
      (
        await house.owner.query(
          `select m.since_day, m.until_day, u.path, u.state from organisation.federation_members m
           join organisation.unions u on u.id = m.union_id
           where m.union_id = $1 order by m.since_day`,
          [unionId],
        )
      ).rows;
    const was = {
      since_day: "2026-11-20",
      until_day: "2026-11-24",
      path: tree.firm,
      state: "live",
    };
    expect(await rows()).toEqual([was]);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const [row] = (await cadre.get("/api/joining/federations")).body.rows;
    expect(row.members.map(({ id }: { id: string }) => id)).not.toContain(unionId);
    const { body: told } = await officer.get(`/api/cases/${filed.body.id}`);
    expect(told.outcome).toContain("已退出“长沙县快递行业工会联合会”");
    expect((await left(house, officer, { federation })).body.code).toBe(
      "organisations.belongs-not",
    );

    const back = await joined(house, officer, { federation, union: unionId });
    await chair.post(`/api/cases/${back.body.id}/commands`, { command });
    expect(await rows()).toEqual([was, { ...was, since_day: "2026-11-24", until_day: null }]);
  });

  it("says when too few are left, and is for one's own union while it belongs", async () => {
    const house = await openHouse();
    const { id: federation } = await founded(house);
    const officer = await house.signIn("officer", tree.firm);
    const facts = { federation, union: await house.unionId(tree.firm), resolution: "决议" };
    const asked = { facts: { ...facts, resolutionDay: "2026-11-18", reason: "企业转产" } };
    const said = await officer.post("/api/cases/functions/joining.federation.leave/advice", asked);
    expect(said.body.advice).toEqual([expect.stringContaining("只剩 1 家成员工会")]);
    const other = { federation, union: await house.unionId(tree.otherFirm) };
    expect((await left(house, officer, other)).body.code).toBe("joining.union-not-found");
    const stranger = await house.signIn("officer", tree.otherFirm);
    expect((await left(house, stranger, other)).body.code).toBe("organisations.belongs-not");
  });
});
