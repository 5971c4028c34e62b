// The overview over HTTP: saved lists, what waits at which seat, how long steps took, what will be late.
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { clockSweep } from "./clock.ts";
import { paceSweep } from "./forecast-check.ts";
import { offersOf } from "./functions.ts";
import {
  agree,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

describe("saved lists", () => {
  const keep = (client: Client, id: string, changes: object = {}) =>
    client.put(`/api/cases/lists/${id}`, {
      name: "超期的",
      query: { clock: "red" },
      shared: false,
      ...changes,
    });
  const names = async (client: Client): Promise<string[]> =>
    (await client.get("/api/cases/lists")).body.rows.map(({ name }: { name: string }) => name);

  it("are one's own until shared, then the same union's, and nobody's above, below or beside", async () => {
    const house = await openSampleHouse();
    const [officer, chair, beside, above] = await Promise.all([
      house.signIn("officer", tree.firm),
      house.signIn("chair", tree.firm),
      house.signIn("officer", tree.otherFirm),
      house.signIn("cadre", tree.changshaCounty),
    ]);
    const id = newId();
    expect((await keep(officer, id)).body).toMatchObject({
      id,
      query: { clock: "red" },
      own: true,
    });
    expect(await names(chair)).toEqual([]);
    await keep(officer, id, { shared: true });
    expect((await chair.get("/api/cases/lists")).body.rows).toMatchObject([{ id, own: false }]);
    for (const other of [beside, above]) expect(await names(other)).toEqual([]);
    expect((await keep(chair, id, { name: "改名" })).body.code).toBe("cases.list-not-found");
    expect((await chair.post(`/api/cases/lists/${id}/remove`)).body.code).toBe(
      "cases.list-not-found",
    );
    expect((await keep(beside, id, { name: "同号的" })).status).toBe(200);
    expect(await names(officer)).toEqual(["超期的"]);
  });

  it("are ordered, removed and brought back, and hold only what a list can be narrowed by", async () => {
    const house = await openSampleHouse();
    const officer = await house.signIn("officer", tree.firm);
    const ids = [newId(), newId(), newId()];
    for (const [nth, id] of ids.entries()) await keep(officer, id, { name: `查询${nth}` });
    await officer.post("/api/cases/lists/order", { ids: [ids[2], ids[0]] });
    expect(await names(officer)).toEqual(["查询2", "查询0", "查询1"]);
    expect((await officer.post(`/api/cases/lists/${ids[0]}/remove`)).status).toBe(200);
    expect(await names(officer)).toEqual(["查询2", "查询1"]);
    await keep(officer, ids[0]!, { name: "查询0" });
    expect(await names(officer)).toEqual(["查询2", "查询1", "查询0"]);
    expect((await keep(officer, newId(), { query: { colour: "red" } })).status).toBe(400);
    expect((await keep(officer, newId(), { name: " " })).status).toBe(400);
  });
});

/** Files cases for a firm one after the other and answers their ids. */
async function fileMany(house: TestHouse, path: string, count: number, from: number) {
  const worker = await house.signIn("worker");
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const changes = { idNumber: idNumber(from + nth) };
    ids.push((await fileSample(worker, "one", await sampleFacts(house, path, changes))).id);
  }
  return ids;
}

describe("the workload", () => {
  it("counts what waits and what was decided at each seat below, and who sits there", async () => {
    const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
    const officer = await house.signIn("officer", tree.firm);
    await house.signIn("officer", tree.firm);
    const county = await house.signIn("cadre", tree.changshaCounty);
    await house.signIn("officer", tree.otherFirm);
    const [first] = await fileMany(house, tree.firm, 3, 1);
    await fileMany(house, tree.otherFirm, 1, 10);
    const leaves = "update access.posts set state = 'ended' where org_path = $1";
    await house.owner.query(leaves, [tree.otherFirm]);
    await agree(officer, first!);
    house.clock.set("2026-11-19T09:00:00+08:00");
    const { body } = await county.get("/api/cases/workload");
    expect(body.whole).toEqual({ open: 3, overdue: 3, done: 1 });
    expect(body.rows).toMatchObject([
      { union: { id: await house.unionId(tree.firm) }, role: "officer", open: 2, done: 1 },
      { union: { id: await house.unionId(tree.otherFirm) }, open: 1, overdue: 1, holders: [] },
    ]);
    expect(body.rows[0].oldestAt).toBe("2026-11-16T01:00:00.000Z");
    const counts = body.rows[0].holders.map(({ done }: { done: number }) => done);
    expect(counts.sort()).toEqual([0, 1]);
    const empty = await county.get("/api/cases/workload?vacant=true");
    expect(empty.body.rows).toHaveLength(1);
    expect(empty.body.whole).toEqual({ open: 1, overdue: 1, done: 0 });
  });

  it("ends at one's own union", async () => {
    const house = await openSampleHouse();
    const officer = await house.signIn("officer", tree.firm);
    await house.signIn("officer", tree.otherFirm);
    await fileMany(house, tree.otherFirm, 1, 1);
    expect((await officer.get("/api/cases/workload")).body.total).toBe(0);
    const unionId = await house.unionId(tree.otherFirm);
    const { body } = await officer.get(`/api/cases/workload?unionId=${unionId}`);
    expect(body.code).toBe("cases.union-not-found");
  });
});

/**
 * Cases filed by fours on Mondays from 2026-08-03 on and due on Wednesday: three decided on the next
 * day, the fourth on Friday, two working days late.
 */
async function openPast() {
  const house = await openSampleHouse({ now: "2026-08-03T09:00:00+08:00" });
  const officer = await house.signIn("officer", tree.firm);
  const mondays = ["08-03", "08-10", "08-17", "08-24", "09-07", "09-14"];
  for (const monday of mondays) {
    house.clock.set(`2026-${monday}T09:00:00+08:00`);
    const ids = await fileMany(house, tree.firm, 4, 1);
    house.clock.advance(24 * 3_600_000);
    for (const id of ids.slice(0, 3)) await agree(officer, id);
    house.clock.advance(3 * 24 * 3_600_000);
    await agree(officer, ids[3]!);
  }
  return { house, officer };
}

describe("past clocks", () => {
  it("tell how long a step took, to the county and to those below it, and nobody beside", async () => {
    const { house, officer } = await openPast();
    const none = await officer.get("/api/cases/durations");
    expect(none.body).toMatchObject({ countedOn: null, rows: [] });
    house.clock.set("2026-10-12T03:00:00+08:00");
    expect(await house.worker.sweep(paceSweep)).toMatchObject({ counted: 24 });
    const countyId = await house.unionId(tree.changshaCounty);
    const expected = {
      function: "sample.one",
      functionTitle: "疗养申请",
      tasks: 24,
      median: 1,
      slowTenth: 4,
      lateShare: 0.25,
    };
    const below = (await officer.get("/api/cases/durations")).body;
    expect(below).toMatchObject({ place: { id: countyId }, countedOn: "2026-10-12" });
    expect(below.rows).toMatchObject([expected]);
    const province = await house.signIn("cadre", tree.province);
    const byPlace = (await province.get("/api/cases/durations?by=place")).body.rows;
    expect(byPlace).toMatchObject([{ ...expected, place: { id: countyId } }]);
    const beside = await house.signIn("officer", tree.furongFirm);
    expect((await beside.get("/api/cases/durations")).body.rows).toEqual([]);
  });

  it("call a step by its title, within a fork and in a local flow too", async () => {
    const house = await openSampleHouse({ now: "2026-11-02T09:00:00+08:00" });
    const officer = await house.signIn("officer", tree.firm);
    const chair = await house.signIn("chair", tree.firm);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const counsel = await house.signIn("chair", tree.changshaCounty);
    const adds = [{ after: "review", role: "cadre", at: "union.federation", within: 2 }];
    const wish = { changes: { adds }, fromDay: "2026-11-02" };
    const { body } = await cadre.post("/api/cases/flows/sample.local/variants", wish);
    await counsel.post(`/api/cases/flows/variants/${body.number}/decision`, { agree: true });
    const worker = await house.signIn("worker");
    const filed = async (word: string, sequence: number) => {
      const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(sequence) });
      return (await fileSample(worker, word, facts)).id;
    };
    const [local, forked] = [await filed("local", 1), await filed("beside", 2)];
    house.clock.advance(24 * 3_600_000);
    await agree(officer, local);
    expect((await agree(cadre, local, 2)).status).toBe(200);
    expect((await agree(chair, forked)).status).toBe(200);
    house.clock.set("2026-11-05T03:00:00+08:00");
    await house.worker.sweep(paceSweep);
    const { rows } = (await cadre.get("/api/cases/durations")).body;
    expect(rows.map(({ step }: { step: string }) => step).sort()).toEqual(
      ["县级以上总工会审核（本地增加）", "所在工会审核", "所在工会审核"].sort(),
    );
  });

  it("count what the clock passed on as late, and what was handed on as one from its first day", async () => {
    const house = await openSampleHouse({ now: "2026-11-04T09:00:00+08:00" });
    const [worker, officer, chair, above] = await Promise.all([
      house.signIn("worker"),
      house.signIn("officer", tree.firm),
      house.signIn("chair", tree.firm),
      house.signIn("officer", tree.xingsha),
    ]);
    const filed: string[] = [];
    for (const [nth, word] of ["one", "raise", "pass"].entries()) {
      const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(nth + 1) });
      filed.push((await fileSample(worker, word, facts)).id);
    }
    const [handed, raised] = filed as [string, string];
    house.clock.set("2026-11-07T09:00:00+08:00");
    await house.worker.sweep(clockSweep(offersOf([sampleRoom])));
    const ofChair = "select id from access.posts where account_id = $1";
    const to = (await house.owner.query(ofChair, [chair.accountId])).rows[0].id;
    await give(officer, handed, { kind: "transfer", task: 1, to, opinion: "我在外地" });
    house.clock.set("2026-11-09T09:00:00+08:00");
    await agree(chair, handed, 2);
    await agree(above, raised, 2);
    house.clock.set("2026-11-10T03:00:00+08:00");
    expect(await house.worker.sweep(paceSweep)).toMatchObject({ counted: 4 });
    const { rows } = (await above.get("/api/cases/durations")).body;
    const of = (word: string) =>
      rows.find(({ function: id }: { function: string }) => id === `sample.${word}`);
    expect(of("one")).toMatchObject({ tasks: 1, median: 3, lateShare: 1 });
    expect(of("raise")).toMatchObject({ tasks: 2, median: 1, slowTenth: 3, lateShare: 0.5 });
    expect(of("pass")).toMatchObject({ tasks: 1, median: 3, lateShare: 1 });
  });

  it("foresee what will be late, the surer the longer it lies, and tell how well they would have", async () => {
    const { house, officer } = await openPast();
    house.clock.set("2026-10-12T09:00:00+08:00");
    await house.worker.sweep(paceSweep);
    const [id] = await fileMany(house, tree.firm, 1, 1);
    const forecast = async (client: Client) =>
      (await client.get("/api/cases/forecast?least=0")).body;
    const early = await forecast(officer);
    expect(early).toMatchObject({ total: 1, looked: 1, unknown: 0, capped: false });
    expect(early.rows[0]).toMatchObject({
      id,
      spent: 0,
      term: 2,
      clock: { due: "2026-10-14" },
      basis: { tasks: 24, county: false },
    });
    expect(early.rows[0].odds).toBeCloseTo(6.5 / 25);
    house.clock.set("2026-10-14T09:00:00+08:00");
    const late = await forecast(officer);
    expect(late.rows[0].odds).toBeCloseTo(6.5 / 7);
    expect((await officer.get("/api/cases/forecast")).body.total).toBe(1);
    expect(await forecast(await house.signIn("officer", tree.otherFirm))).toMatchObject({
      looked: 0,
    });
    const { check } = (await officer.get("/api/cases/forecast/check")).body;
    expect(check).toMatchObject({ countedOn: "2026-10-12", from: "2026-08-25", to: "2026-09-18" });
    expect(check).toMatchObject({ tasks: 12, late: 3 });
    expect(check.bins[1]).toMatchObject({ from: 20, to: 40, tasks: 12, observed: 0.25 });
  });
});
