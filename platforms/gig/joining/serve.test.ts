// Serving before joining, by its public door: recorded for a stranger, the member's own from the day they join.
import { describe, expect, it } from "vitest";
import { enrolAt, facts } from "../../../registers/members/testing.ts";
import { type Client, tree } from "../../../server/testing.ts";
import { apply, makeEvent, openHouse, resolved, workerFacts } from "./testing.ts";

const service = {
  name: "林小满",
  phone: "138 0000 0001",
  trade: "02",
  kind: "health",
  what: "骑手暖心体检",
  day: "2026-11-03",
  costFen: 12_800,
};

const record = (client: Client, changes: object = {}) =>
  client.post("/api/joining/services", { ...service, ...changes });

describe("joining.serve", () => {
  it("keeps what was done for a worker, and makes it theirs when they join with the same name and phone", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.xingsha);
    const partner = await house.signIn("partner", tree.xingsha);
    expect((await record(officer)).status).toBe(200);
    expect(Object.keys((await record(partner, { kind: "legal", costFen: 0 })).body)).toEqual([
      "id",
    ]);
    await record(officer, { name: "林大满", phone: "13800000001" });
    const stored = await house.owner.query(
      "select name, phone_mask, person_id, cost_fen, org_path from business.joining_services order by id",
    );
    expect(stored.rows[0]).toEqual({
      name: "林小满",
      phone_mask: "138****0001",
      person_id: null,
      cost_fen: 12_800,
      org_path: tree.xingsha,
    });

    const event = await makeEvent(house, await house.signIn("officer", tree.firm), resolved);
    const worker = await house.signIn("worker");
    await apply(worker, workerFacts(event.code, 1));
    await house.settle();
    await house.settle();

    const { rows } = await house.owner.query(
      "select name, person_id, joined_at is not null as joined from business.joining_services order by id",
    );
    expect(rows).toEqual([
      { name: "林小满", person_id: worker.personId, joined: true },
      { name: "林小满", person_id: worker.personId, joined: true },
      { name: "林大满", person_id: null, joined: false },
    ]);
    const mine = await worker.get("/api/joining/services/mine");
    expect(mine.body).toMatchObject({ count: 2, costFen: 12_800 });
    expect(mine.body.rows[0]).toMatchObject({
      what: "骑手暖心体检",
      unionName: expect.any(String),
    });
    const told = await worker.get("/api/notices");
    expect(JSON.stringify(told.body.rows)).toContain("入会前接受的 2 次工会服务");

    const list = await officer.get("/api/joining/services?joined=false");
    expect(list.body).toMatchObject({ total: 1, rows: [{ name: "林*满", phone: "138****0001" }] });
  });

  it("is shown before joining to whoever signed in with that phone, and to nobody else", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const worker = await house.signIn("worker");
    const stranger = await house.signIn("worker");
    const { body } = await worker.get("/api/cases/functions/joining.scan");
    const last = body.prefill.phone.slice(-4);
    await record(officer, { phone: `1390000${last}` });
    expect((await worker.get("/api/joining/services/mine")).body.count).toBe(1);
    expect((await stranger.get("/api/joining/services/mine")).body.count).toBe(0);
    const elsewhere = await house.signIn("officer", tree.otherFirm);
    expect((await elsewhere.get("/api/joining/services")).body.total).toBe(0);
  });

  it("goes to the record that stays when two turn out to be one person's, and back", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    await record(officer);
    const worker = await house.signIn("worker");
    const event = await makeEvent(house, officer, resolved);
    await apply(worker, workerFacts(event.code, 1));
    await house.settle();
    await house.settle();
    const [older] = await enrolAt(house, tree.firm, [facts(700)]);
    const owner = async () =>
      (await house.owner.query("select person_id from business.joining_services")).rows;
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const both = { survivorId: older, absorbedId: worker.personId, note: "本人到场确认" };
    const { body } = await cadre.post("/api/roster/merges", both);
    await house.settle();
    expect(await owner()).toEqual([{ person_id: older }]);
    await cadre.post(`/api/roster/merges/${body.id}/undo`, { note: "是两个人" });
    await house.settle();
    expect(await owner()).toEqual([{ person_id: worker.personId }]);
  });

  it("is found again after the index key was changed, before joining or after", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const worker = await house.signIn("worker");
    await record(officer);
    await record(officer, { phone: "13800000002" });
    await house.keys.rotateIndex();
    await record(officer, { kind: "legal" });
    const event = await makeEvent(house, officer, resolved);
    expect((await apply(worker, workerFacts(event.code, 1))).status).toBe(200);
    await house.settle();
    await house.settle();
    await house.keys.rotateIndex();
    await record(officer, { kind: "rest" });
    expect((await worker.get("/api/joining/services/mine")).body.count).toBe(3);
    const { rows } = await house.owner.query(
      "select phone_mask, person_id from business.joining_services where person_id is null",
    );
    expect(rows).toEqual([{ phone_mask: "138****0002", person_id: null }]);
  });

  it("goes at once to who is a member already, under the same name", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer, resolved);
    const worker = await house.signIn("worker");
    await apply(worker, workerFacts(event.code, 1));
    await house.settle();
    await record(officer);
    expect((await worker.get("/api/joining/services/mine")).body).toMatchObject({ count: 1 });
  });

  it.each([
    ["a phone that is none", { phone: "12345" }, "joining.faulty"],
    ["a day to come", { day: "2026-11-22" }, "joining.day-ahead"],
    ["a cost below nothing", { costFen: -1 }, "http.unreadable"],
    ["a trade that is none", { trade: "77" }, "http.unreadable"],
  ])("refuses %s", async (_what, changes, code) => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    expect((await record(officer, changes)).body.code).toBe(code);
  });
});
