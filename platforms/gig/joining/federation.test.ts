// Founding a trade federation, by its public door: filed by a union of the trade, approved by the county, on the register.
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
         array_agg(f.path order by f.path) as founders, min(m.association) as association
       from organisation.unions u join organisation.terms t on t.union_id = u.id
         join business.joining_federation_members m on m.federation_id = u.id
         join organisation.unions f on f.id = m.union_id
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
