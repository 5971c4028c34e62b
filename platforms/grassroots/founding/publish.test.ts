// A union going public by the public door: noticed for five working days, then it lives, with posts asked for and members.
import { system } from "@niangjia/foundation/act";
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { enrolFounders } from "./members.ts";
import {
  agree,
  cityStaffOf,
  elected,
  electFacts,
  file,
  identityNumber,
  openHouse,
  prepared,
  publishFacts,
  staffOf,
  sweep,
  uscc,
} from "./testing.ts";

describe("founding.publish", () => {
  it("ends after the notice with a living union, its members enrolled and its officers' posts asked for and granted", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const guard = await house.signIn("security-admin", tree.changshaCounty);
    const union = await elected(house, staff);
    const before = await staff.cadre.get("/api/organisations/numbers");
    const filed = await file(staff.officer, "publish", publishFacts(union));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const looked = await agree(staff.chair, filed.body.id);
    expect(looked.body, JSON.stringify(looked.body)).toMatchObject({ status: "running" });

    house.clock.set("2026-12-09T12:00:00+08:00");
    await sweep(house, "cases.clock");
    expect((await staff.officer.get(`/api/cases/${filed.body.id}`)).body.status).toBe("running");
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    const ended = await staff.officer.get(`/api/cases/${filed.body.id}`);
    expect(ended.body, JSON.stringify(ended.body.history)).toMatchObject({ status: "approved" });
    expect(ended.body.outcome).toContain("3 名首批会员已入会");

    const { rows } = await house.owner.query(
      `select u.state, f.opened_day,
         (select value #>> '{}' from organisation.facts x where x.union_id = u.id and x.field = 'legalPerson'
           and x.to_day is null) as "legalPerson",
         (select count(*)::int from member.memberships m where m.org_path = u.path and m.state = 'active') as members
       from organisation.unions u join business.founding_unions f on f.union_id = u.id where u.id = $1`,
      [union],
    );
    expect(rows).toEqual([
      { state: "live", opened_day: "2026-12-10", legalPerson: "周正", members: 3 },
    ]);
    const after = await staff.cadre.get("/api/organisations/numbers");
    expect(after.body.numbers.unions).toBe(before.body.numbers.unions + 1);
    expect(after.body.numbers.members).toBe(before.body.numbers.members + 3);

    const asked = await guard.get("/api/access/posts?state=asked");
    expect(
      asked.body.rows.map((row: { role: string; accountName: string }) => [
        row.role,
        row.accountName,
      ]),
    ).toEqual([
      ["chair", "周正"],
      ["officer", "李小满"],
    ]);
    for (const { id } of asked.body.rows) {
      expect((await guard.post(`/api/access/posts/${id}/approve`)).status).toBe(200);
    }
    const held = await house.owner.query(
      "select role, state, to_day from access.posts where org_id = $1 order by role",
      [union],
    );
    expect(held.rows).toEqual([
      { role: "chair", state: "held", to_day: "2031-11-30" },
      { role: "officer", state: "held", to_day: null },
    ]);
  });

  it("brings a union right below the city's federation to live, which deals with objections itself", async () => {
    const house = await openHouse();
    const staff = await cityStaffOf(house);
    const parent = await house.unionId(tree.changsha);
    const union = await elected(house, staff, { parent });
    const filed = await file(staff.officer, "publish", publishFacts(union));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    await agree(staff.chair, filed.body.id);
    const colleague = await house.signIn("officer", tree.changsha);
    const url = `/api/cases/${filed.body.id}/notices/2`;
    const objected = await colleague.post(`${url}/object`, { reason: "名单里有人没有申请" });
    expect(objected.body, JSON.stringify(objected.body)).toEqual({ received: true });
    const { tasks } = (await staff.cadre.get(`/api/cases/${filed.body.id}`)).body;
    const { task } = tasks.find((one: { beside?: string }) => one.beside === "objection");
    const dealt = await staff.cadre.post(`/api/cases/${filed.body.id}/commands`, {
      command: { kind: "agree", task, opinion: "问过本人，是自愿的" },
    });
    expect(dealt.body, JSON.stringify(dealt.body)).toMatchObject({ status: "running" });
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    const { rows } = await house.owner.query(
      "select state from organisation.unions where id = $1",
      [union],
    );
    expect(rows).toEqual([{ state: "live" }]);
  });

  it("takes the firm off the list of those without a union once it lives", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const { rows } = await house.owner.query(
      `insert into business.founding_targets (id, org_path, org_id, kind, name, uscc, source, found_at)
       select gen_random_uuid(), path, id, 'firm', '湖南星沙智造（集团）有限公司', $2, 'import', now()
       from organisation.unions where path = $1 returning id`,
      [tree.xingsha, uscc(1)],
    );
    const union = await elected(house, staff);
    const filed = await file(staff.officer, "publish", publishFacts(union, { members: [] }));
    await agree(staff.chair, filed.body.id);
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    await house.settle();
    const off = await house.owner.query(
      "select union_id, off_day from business.founding_targets where id = $1",
      [rows[0].id],
    );
    expect(off.rows).toEqual([{ union_id: union, off_day: "2026-12-10" }]);
  });

  it("refuses before the election was approved, and a list with a number twice or a child on it", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await prepared(house, staff);
    const early = await file(staff.officer, "publish", publishFacts(union));
    expect(early.body).toMatchObject({
      code: "founding.not-elected",
      next: expect.stringContaining("选举结果报批"),
    });
    house.clock.set("2026-12-02T09:00:00+08:00");
    const result = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    await agree(staff.chair, result.body.id);
    const members = [1, 1].map((nth) => ({ name: "周正", idNumber: identityNumber(nth) }));
    members.push({ name: "林小满", idNumber: identityNumber(3, "20120518") });
    const refused = await file(staff.officer, "publish", publishFacts(union, { members }));
    expect(refused.body.fields).toEqual([
      { path: "facts.members.1.idNumber", say: "这个号码在名单里出现了两次。" },
      { path: "facts.members.2.idNumber", say: "年满 16 周岁才能加入工会。" },
    ]);
  });

  it("refuses a union that lives already, instead of waiting for a notice it cannot end", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await elected(house, staff);
    const filed = await file(staff.officer, "publish", publishFacts(union));
    await agree(staff.chair, filed.body.id);
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    const again = await file(staff.officer, "publish", publishFacts(union));
    expect(again.body.code).toBe("founding.opened-already");
  });

  it("leaves a member of another union where they are, and says so", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await elected(house, staff);
    const firm = await house.unionId(tree.firm);
    const [first] = publishFacts(union).members;
    const elsewhere = {
      union: { id: firm, path: tree.firm, division: "430121" },
      members: [first!],
    };
    await house.act(system("test"), (act) =>
      enrolFounders(act, { union: elsewhere.union, caseId: union }, elsewhere.members),
    );
    const filed = await file(staff.officer, "publish", publishFacts(union));
    await agree(staff.chair, filed.body.id);
    house.clock.set("2026-12-10T12:00:00+08:00");
    await sweep(house, "cases.clock");
    const ended = await staff.officer.get(`/api/cases/${filed.body.id}`);
    expect(ended.body.outcome).toContain("有 1 人已是别的工会会员");
    const { rows } = await house.owner.query(
      "select count(*)::int as here from member.memberships m where org_path = $1",
      [tree.firm],
    );
    expect(rows).toEqual([{ here: 1 }]);
  });
});
