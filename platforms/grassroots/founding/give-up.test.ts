// A founding given up by the public door: the firm may be applied for again, and what was stays on record.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  agree,
  applyFacts,
  elected,
  electFacts,
  file,
  openHouse,
  prepared,
  publishFacts,
  staffOf,
  sweep,
  uscc,
} from "./testing.ts";

const why = "投资方撤资，公司不办了";

describe("founding.give-up", () => {
  it("frees the firm for another application under the same name, with the first one kept on record", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const worker = await house.signIn("worker");
    const first = await file(worker, "apply", await applyFacts(house, worker));
    await agree(staff.chair, first.body.id);
    const { rows: planted } = await house.owner.query(
      "select id from organisation.unions where state = 'preparing'",
    );
    const union: string = planted[0].id;
    const ended = await staff.chair.post(`/api/founding/unions/${union}/give-up`, { why });
    expect(ended.status, JSON.stringify(ended.body)).toBe(200);
    await house.settle();

    const again = await file(worker, "apply", await applyFacts(house, worker));
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    expect((await agree(staff.chair, again.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      `select u.state, u.closed_day, f.case_id, f.given_up_day, f.given_up_why,
         (select count(*)::int from business.founding_group g where g.union_id = u.id) as "group",
         (select count(*)::int from organisation.codes c where c.union_id = u.id) as codes
       from business.founding_unions f join organisation.unions u on u.id = f.union_id
       order by u.path`,
    );
    expect(rows).toMatchObject([
      {
        ...{
          state: "closed",
          closed_day: "2026-11-21",
          case_id: first.body.id,
          group: 2,
          codes: 0,
        },
        ...{ given_up_day: "2026-11-21", given_up_why: why },
      },
      { state: "preparing", case_id: again.body.id, given_up_day: null, group: 2, codes: 1 },
    ]);
    const told = await house.owner.query(
      "select body from business.notices where account_id = $1 and title = '工会的筹建已经终止'",
      [worker.accountId],
    );
    expect(told.rows).toEqual([{ body: expect.stringContaining(why) }]);
    const shown = await staff.chair.get("/api/founding/unions?stage=given-up");
    expect(shown.body.rows).toMatchObject([
      { union: { id: union }, stageName: "已经终止", givenUp: { why }, mayGiveUp: false },
    ]);
  });

  it("ends a first term and withdraws what is under way, and numbers stay as they were", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const before = await staff.cadre.get("/api/organisations/numbers");
    const union = await elected(house, staff);
    const filed = await file(staff.officer, "publish", publishFacts(union));
    await agree(staff.chair, filed.body.id);
    const ended = await staff.cadre.post(`/api/founding/unions/${union}/give-up`, { why });
    expect(ended.status, JSON.stringify(ended.body)).toBe(200);
    await house.settle();
    const shown = await staff.officer.get(`/api/cases/${filed.body.id}`);
    expect(shown.body.status).toBe("withdrawn");
    const { rows } = await house.owner.query(
      `select (select count(*)::int from organisation.terms where union_id = $1
           and ended_day is null) as running,
         (select count(*)::int from organisation.committee_seats where union_id = $1
           and (to_day is null or to_day > '2026-12-02')) as seats,
         (select count(*)::int from business.founding_elections where union_id = $1) as elections`,
      [union],
    );
    expect(rows).toEqual([{ running: 0, seats: 0, elections: 1 }]);
    const after = await staff.cadre.get("/api/organisations/numbers");
    expect(after.body.numbers.unions).toBe(before.body.numbers.unions);
  });

  it("leaves the firm free where the application itself was refused", async () => {
    const house = await openHouse();
    const { officer, chair } = await staffOf(house);
    const first = await file(officer, "apply", await applyFacts(house, officer));
    const shown = await chair.get(`/api/cases/${first.body.id}`);
    const { task } = shown.body.can.find(
      ({ command }: { command: string }) => command === "reject",
    );
    const refused = await chair.post(`/api/cases/${first.body.id}/commands`, {
      command: { kind: "reject", task, opinion: "材料不实" },
    });
    expect(refused.body, JSON.stringify(refused.body)).toMatchObject({ status: "rejected" });
    const again = await file(officer, "apply", await applyFacts(house, officer));
    expect(again.status, JSON.stringify(again.body)).toBe(200);
  });

  it("is for those who may approve, within their reach, once, and never for a union that lives", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await prepared(house, staff);
    const at = `/api/founding/unions/${union}/give-up`;
    expect((await staff.officer.post(at, { why })).status).toBe(403);
    const listed = await staff.officer.get("/api/founding/unions");
    expect(listed.body.rows).toMatchObject([{ mayGiveUp: false }]);
    const outside = await house.signIn("chair", tree.otherFirm);
    expect((await outside.post(at, { why })).body.code).toBe("founding.founding-not-found");
    expect((await staff.chair.post(at, { why: " " })).body.fields[0].say).toBe("请填写原因");
    expect((await staff.chair.post(at, { why })).status).toBe(200);
    const twice = await staff.chair.post(at, { why });
    expect(twice.body.code).toBe("founding.given-up-already");
    const late = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    expect(late.status).toBe(422);

    const next = await applyFacts(house, staff.officer, { uscc: uscc(2) });
    await agree(staff.chair, (await file(staff.officer, "apply", next)).body.id);
    const { rows } = await house.owner.query(
      "select id from organisation.unions where state = 'preparing'",
    );
    house.clock.set("2026-12-02T09:00:00+08:00");
    const result = await electFacts(rows[0].id, staff.officer);
    await agree(staff.chair, (await file(staff.officer, "elect", result)).body.id);
    const going = await file(staff.officer, "publish", publishFacts(rows[0].id));
    await agree(staff.chair, going.body.id);
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    const living = await staff.chair.post(`/api/founding/unions/${rows[0].id}/give-up`, { why });
    expect(living.body.code).toBe("founding.lives-already");
  });
});
