// Applying to found a union by its public door: what approval leaves in the store, and what is refused.
import { replayDecision } from "@niangjia/engine/policy";
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { wayPolicy } from "./policy.ts";
import { agree, applyFacts, file, openHouse, staffOf, uscc } from "./testing.ts";

describe("founding.apply", () => {
  it("leaves a union in preparation under the one that approved, with its group and the decision on record", async () => {
    const house = await openHouse();
    const { officer, chair } = await staffOf(house);
    const facts = await applyFacts(house, officer);
    const advice = await officer.post("/api/cases/functions/founding.apply/advice", { facts });
    expect(advice.body.advice).toEqual([
      "会员 86 人，25 人以上，应建立基层工会委员会。（《工会法》第十一条）",
      expect.stringContaining("女职工委员会"),
    ]);
    const filed = await file(officer, "apply", facts);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await agree(chair, filed.body.id)).body).toMatchObject({ status: "approved" });

    const { rows } = await house.owner.query(
      `select u.name, u.state, u.path, f.way, f.members, f.approved_day, f.case_id, f.decision,
         (select count(*)::int from business.founding_group g where g.union_id = u.id) as "group",
         (select phone_mask from business.founding_group g where g.union_id = u.id and leads) as lead
       from organisation.unions u join business.founding_unions f on f.union_id = u.id`,
    );
    expect(rows).toMatchObject([
      {
        ...{ name: "湖南星沙智造有限公司工会委员会", state: "preparing", way: "own", members: 86 },
        path: expect.stringMatching(new RegExp(`^${tree.xingsha}[0-9a-z]{4}/$`)),
        ...{ approved_day: "2026-11-21", case_id: filed.body.id, group: 2, lead: "138****0001" },
      },
    ]);
    expect(replayDecision(wayPolicy, rows[0].decision)).toEqual([]);
    const counted = await officer.get("/api/organisations/numbers");
    const list = await officer.get("/api/organisations?state=live&size=200");
    expect(counted.body.numbers.unions).toBe(list.body.total);
  });

  it("may be asked for by a worker of the preparatory group, with nobody's phone in the open", async () => {
    const house = await openHouse();
    const { chair } = await staffOf(house);
    const worker = await house.signIn("worker");
    const filed = await file(worker, "apply", await applyFacts(house, worker));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    await agree(chair, filed.body.id);
    const { rows } = await house.owner.query(
      "select contact_account from business.founding_unions",
    );
    expect(rows).toEqual([{ contact_account: worker.accountId }]);
    const stored = await house.owner.query("select facts::text as facts from business.cases");
    expect(stored.rows[0].facts).not.toContain("13800000001");
    expect(stored.rows[0].facts).not.toContain("周正");
  });

  it("refuses a second union of a firm, in preparation or living, and one while the first application runs", async () => {
    const house = await openHouse();
    const { officer, chair } = await staffOf(house);
    const first = await file(officer, "apply", await applyFacts(house, officer));
    const again = await file(
      officer,
      "apply",
      await applyFacts(house, officer, { name: "星沙智造工会" }),
    );
    expect(again.body.code).toBe("cases.already-running");
    await agree(chair, first.body.id);
    const other = await applyFacts(house, officer, { name: "另一家名字工会委员会" });
    const refused = await file(officer, "apply", other);
    expect(refused.body).toMatchObject({
      code: "founding.prepared-already",
      next: expect.stringContaining("选举结果报批"),
    });
  });

  it.each([
    [
      "an organiser for twenty-five members",
      { way: "organiser", staff: 30, members: 25, women: 3 },
      "way",
    ],
    ["a code with a wrong character", { uscc: `${uscc(2).slice(0, 17)}?` }, "uscc"],
    ["the code of a union", { uscc: uscc(2, "81") }, "uscc"],
    [
      "a group without a head",
      { group: [{ name: "周正", role: "member", phone: "13800000001" }] },
      "group",
    ],
    ["a group without workers", { fromWorkers: false }, "fromWorkers"],
    ["more members than staff", { staff: 10 }, "members"],
  ])("refuses %s beside its field", async (_what, changes, path) => {
    const house = await openHouse();
    const { officer } = await staffOf(house);
    const refused = await file(officer, "apply", await applyFacts(house, officer, changes));
    expect(refused.body).toMatchObject({ status: 422, code: "cases.faulty" });
    expect(refused.body.fields).toContainEqual(
      expect.objectContaining({ path: `facts.${path}`, say: expect.stringMatching(/。）?$|）$/) }),
    );
    const { rowCount } = await house.owner.query("select from business.cases");
    expect(rowCount).toBe(0);
  });
});
