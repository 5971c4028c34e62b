// The joining rate, by its public door: headcounts reported, members on file, and the rate that follows.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { readSheet } from "@niangjia/foundation/excel";
import { newId } from "@niangjia/foundation/ids";
import { type Enrolment, enrol, type PersonFacts } from "@niangjia/registers/members";
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { identityNumber } from "./testing.ts";

const unsaid = {
  phone: null,
  ethnicGroup: null,
  education: null,
  politicalStatus: null,
  skillGrade: null,
  employment: null,
  householdKind: null,
  household: null,
  nativePlace: null,
  occupation: null,
  employer: null,
  migrantWorker: null,
} as const;

/** So many members of a trade at a union of the tree, beginning with the nth of the house. */
async function members(
  house: TestHouse,
  { path, trade, from, count }: { path: string; trade: string | null; from: number; count: number },
): Promise<void> {
  const { rows } = await house.owner.query(
    "select id, path, division from organisation.unions where path = $1",
    [path],
  );
  const enrolments = Array.from({ length: count }, (_, nth): Enrolment => {
    const facts: PersonFacts = {
      ...unsaid,
      ...{ name: "林小满", sex: "2", birthDay: day("1996-05-18"), gigOccupation: trade },
      ...{ documentKind: "111", documentNumber: identityNumber(from + nth) },
    };
    const joined = { state: "active", joinedDay: day("2026-01-05"), change: "1" } as const;
    return { union: rows[0], facts, ...joined, reason: null };
  });
  const source = { kind: "demo", id: newId(), byAccount: null } as const;
  await house.act(system("test"), (act) => enrol(act, source, enrolments));
}

const report = async (
  client: Client,
  { house, path, ...changes }: { house: TestHouse; path: string } & Record<string, unknown>,
) =>
  client.post("/api/joining/headcounts", {
    union: await house.unionId(path),
    trade: "02",
    workers: 10,
    kind: "declared",
    source: "市邮政管理局",
    document: "快递业务经营许可年报（2025）",
    day: "2025-12-31",
    ...changes,
  });

const courier = (place: { trades: { trade: string }[] }) =>
  place.trades.find(({ trade }) => trade === "02");

describe("joining.rate", () => {
  it("sets members of the register against reported workers, by county and trade, with both sources", async () => {
    const house = await openTestHouse();
    await members(house, { path: tree.firm, trade: "02", from: 1, count: 4 });
    await members(house, { path: tree.furongFirm, trade: "02", from: 11, count: 3 });
    await members(house, { path: tree.firm, trade: "06", from: 21, count: 2 });
    await members(house, { path: tree.firm, trade: null, from: 31, count: 5 });
    const county = await house.signIn("cadre", tree.changshaCounty);
    expect((await report(county, { house, path: tree.changshaCounty, workers: 16 })).status).toBe(
      200,
    );
    const later = { workers: 8, day: "2026-06-30", kind: "estimated" };
    await report(county, { house, path: tree.changshaCounty, ...later });

    const { rows } = await house.owner.query(
      "select org_path, workers, day, source, document, recorded_by from business.joining_headcounts order by id",
    );
    expect(rows).toMatchObject([
      { org_path: tree.changshaCounty, workers: 16, recorded_by: county.accountId },
      { workers: 8, day: "2026-06-30" },
    ]);

    const city = await house.signIn("cadre", tree.changsha);
    const { body } = await city.get("/api/joining/rate");
    expect(body.whole.all).toEqual({ members: 9, covered: 4, workers: 8, rate: 0.5 });
    expect(courier(body.whole)).toMatchObject({ members: 7, covered: 4, workers: 8, rate: 0.5 });
    const named = body.rows.map((row: { union: { name: string } }) => row.union.name);
    expect(named).toEqual(["芙蓉区总工会", "长沙县总工会"]);
    expect(courier(body.rows[0])).toMatchObject({
      members: 3,
      workers: null,
      rate: null,
      sources: [],
    });
    expect(courier(body.rows[1])).toMatchObject({
      ...{ members: 4, workers: 8, rate: 0.5 },
      sources: [{ kindName: "估算", source: "市邮政管理局", day: "2026-06-30" }],
    });

    const file = await city.get("/api/joining/rate/export");
    expect(file.bytes.toString("latin1", 0, 2)).toBe("PK");
    const cells: string[][] = [];
    for await (const { cells: row } of await readSheet(file.bytes)) {
      cells.push(row.map(({ text }) => text));
    }
    expect(JSON.stringify(cells)).toContain("快递业务经营许可年报");
  });

  it("shows a firm's union its members by trade too", async () => {
    const house = await openTestHouse();
    await members(house, { path: tree.firm, trade: "02", from: 1, count: 2 });
    await members(house, { path: tree.otherFirm, trade: "02", from: 11, count: 1 });
    const { body } = await (await house.signIn("officer", tree.firm)).get("/api/joining/rate");
    expect(courier(body.whole)).toMatchObject({ members: 2, workers: null });
  });

  it("shows a county its own and nobody else's", async () => {
    const house = await openTestHouse();
    await members(house, { path: tree.furongFirm, trade: "02", from: 1, count: 3 });
    await report(await house.signIn("cadre", tree.furong), { house, path: tree.furong });
    const county = await house.signIn("cadre", tree.changshaCounty);
    const { body } = await county.get("/api/joining/rate");
    expect(body).toMatchObject({ rows: [], whole: { all: { members: 0, workers: null } } });
    const other = await county.get(`/api/joining/rate?under=${await house.unionId(tree.furong)}`);
    expect(other.body.code).toBe("joining.union-not-found");
    expect((await county.get("/api/joining/headcounts")).body.total).toBe(0);
    const outside = await report(county, { house, path: tree.furong });
    expect(outside.body.code).toBe("joining.union-not-found");
  });

  it("takes headcounts of federations only, of days that were, with their source", async () => {
    const house = await openTestHouse();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const refused = async (path: string, changes: object) =>
      (await report(cadre, { house, path, ...changes })).body;
    expect((await refused(tree.firm, {})).code).toBe("joining.not-federation");
    expect((await refused(tree.changshaCounty, { day: "2026-11-22" })).code).toBe(
      "joining.day-ahead",
    );
    expect((await refused(tree.changshaCounty, { source: " " })).fields).toMatchObject([
      { path: "source", say: "请填写数据来源" },
    ]);
    expect((await refused(tree.changshaCounty, { kind: "demo" })).status).toBe(400);
  });
});
