// Reminders of terms that end: once each, to the union and the one above; the list of terms, and reminding by hand.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { extendTerm } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { inTerm, openHouse, sweep } from "./testing.ts";

const stored = async ({ owner }: TestHouse) =>
  (
    await owner.query(
      "select ahead, day, told, by_account is not null as hand from business.election_reminders order by day, ahead",
    )
  ).rows;

const noticed = async ({ owner }: TestHouse, client: Client): Promise<number> => {
  const { rows } = await owner.query(
    "select count(*)::int as n from business.notices where account_id = $1 and title like '工会任期%'",
    [client.accountId],
  );
  return rows[0].n;
};

describe("election.remind", () => {
  it("tells the union and the one above 180, 90 and 30 days before the end, once each, and shows what it did", async () => {
    const { house, staff } = await openHouse();
    await inTerm(house, tree.otherFirm, "2023-06-01");
    const run = (today: string) => {
      house.clock.set(`${today}T08:10:00+08:00`);
      return sweep(house, "election.remind");
    };
    // The firm's term ends on 2027-01-09: 180 days before is 2026-07-13.
    expect(await run("2026-07-12")).toEqual({ looked: 1, reminded: 0, told: 0 });
    expect(await run("2026-07-13")).toEqual({ looked: 1, reminded: 1, told: 2 });
    expect(await run("2026-07-14")).toEqual({ looked: 1, reminded: 0, told: 0 });
    expect(await run("2026-10-11")).toMatchObject({ reminded: 1 });
    expect(await run("2026-12-10")).toMatchObject({ reminded: 1 });
    expect(await run("2027-01-20")).toMatchObject({ reminded: 0 });
    expect(await stored(house)).toEqual([
      { ahead: 180, day: "2026-07-13", told: 2, hand: false },
      { ahead: 90, day: "2026-10-11", told: 2, hand: false },
      { ahead: 30, day: "2026-12-10", told: 2, hand: false },
    ]);
    expect([await noticed(house, staff.officer), await noticed(house, staff.above)]).toEqual([
      3, 3,
    ]);
    expect(await noticed(house, staff.cadre)).toBe(0);

    const above = await house.signIn("chair", tree.xingsha);
    const shown = await above.get("/api/election/terms?state=over");
    expect(shown.body).toMatchObject({
      total: 1,
      lastRun: { looked: 1, reminded: 0, told: 0 },
      counts: { over: 1, later: 1 },
      rows: [{ left: -11, stateName: "已届满", reminders: [{ ahead: 180 }, {}, {}] }],
    });
  });

  it("does not catch up on what is past, and reminds of a term that was put off anew", async () => {
    const { house, union } = await openHouse();
    house.clock.set("2026-12-20T08:10:00+08:00");
    expect(await sweep(house, "election.remind")).toMatchObject({ reminded: 1 });
    expect(await stored(house)).toMatchObject([{ ahead: 30 }]);
    await house.act(system("test"), (act) =>
      extendTerm(act, { unionId: union, toDay: day("2027-07-09"), caseId: union }),
    );
    house.clock.set("2027-01-15T08:10:00+08:00");
    expect(await sweep(house, "election.remind")).toMatchObject({ reminded: 1 });
    expect(await stored(house)).toMatchObject([{ ahead: 30 }, { ahead: 180 }]);
  });

  it("tells whoever stands above once of many unions, and goes further up where nobody is", async () => {
    const { house, staff } = await openHouse();
    await inTerm(house, tree.otherFirm, "2022-01-20");
    await inTerm(house, tree.xingsha, "2022-01-15");
    await inTerm(house, tree.furongFirm, "2022-01-15");
    const city = await house.signIn("cadre", tree.changsha);
    expect(await sweep(house, "election.remind")).toMatchObject({ reminded: 4 });
    // The chair of the town hears of her own union, and of both firms in one notice.
    expect(await noticed(house, staff.above)).toBe(2);
    const { rows } = await house.owner.query(
      "select body from business.notices where account_id = $1 and body like '有 2 个工会%'",
      [staff.above.accountId],
    );
    expect(rows).toHaveLength(1);
    // Of a firm whose county has nobody, the city hears.
    expect(await noticed(house, city)).toBe(1);
  });

  it("reminds one union by hand, once, by whoever stands above it and nobody else", async () => {
    const { house, staff, union } = await openHouse();
    const at = `/api/election/unions/${union}/remind`;
    const done = await staff.above.post(at);
    expect(done.body, JSON.stringify(done.body)).toEqual({ told: 2 });
    expect(await stored(house)).toMatchObject([{ ahead: 90, hand: true }]);
    expect((await staff.above.post(at)).body).toMatchObject({
      code: "election.reminded-already",
      title: expect.stringContaining("2026年11月21日"),
    });
    expect(await sweep(house, "election.remind", union)).toMatchObject({ looked: 1, reminded: 0 });
    const elsewhere = await house.signIn("cadre", tree.furong);
    expect((await elsewhere.post(at)).body.code).toBe("election.union-not-found");
    const later = await inTerm(house, tree.otherFirm, "2025-06-01");
    expect((await staff.above.post(`/api/election/unions/${later}/remind`)).body).toMatchObject({
      code: "election.not-due",
      next: expect.stringContaining("180 天"),
    });
  });

  it("lists terms in reach by state, level and name, in order, and gives them as Excel", async () => {
    const { house, staff } = await openHouse();
    await inTerm(house, tree.otherFirm, "2025-06-01");
    const of = async (query: string) =>
      (await staff.above.get(`/api/election/terms?${query}`)).body;
    const all = await of("");
    expect(all.counts).toMatchObject({
      over: 0,
      month: 0,
      quarter: 1,
      half: 1,
      later: 1,
      unknown: 1,
    });
    expect(all.rows.map(({ left }: { left: number | null }) => left)).toEqual([49, 1287, null]);
    expect((await of("state=quarter")).total).toBe(1);
    expect((await of("level=town")).total).toBe(1);
    expect((await of("state=unknown")).rows[0]).toMatchObject({ number: null, endDay: null });
    const elsewhere = await house.signIn("cadre", tree.furong);
    const theirs = await elsewhere.get("/api/election/terms?state=quarter");
    expect(theirs.body.total).toBe(0);
    const sheet = await staff.above.get("/api/election/terms/export?state=later");
    expect(sheet.headers["content-disposition"]).toContain(encodeURIComponent("届满一览"));
    expect(sheet.bytes.subarray(0, 2).toString()).toBe("PK");
  });
});
