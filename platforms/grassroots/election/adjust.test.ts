// A change in office by its public door: who left, who follows, and what the law does not let happen.
import { replayDecision } from "@niangjia/engine/policy";
import { allNodes, isDecision } from "@niangjia/engine/process";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { adjust } from "./adjust.ts";
import { adjustPolicy } from "./adjust-policy.ts";
import { agree, file, openHouse, paper, renewFacts, resultFacts } from "./testing.ts";

/** The chair is moved elsewhere; five of seven consent, and the committee elects another. */
const chairFacts = async (union: string, client: Client, changes: object = {}) => ({
  ...{ union, kind: "replace", body: "committee", office: "chair" },
  ...{ leaver: "周正", reason: "transfer", lastDay: "2026-11-10" },
  ...{ committeeMembers: 7, consenting: 5, successor: "陈立新", successorPhone: "13800000009" },
  ...{ fromDay: "2026-11-11", due: 7, present: 6, votes: 6, chairIsHead: false, relatives: false },
  papers: [await paper(client)],
  ...changes,
});

const seatsOf = async ({ owner }: TestHouse, union: string, office: string) =>
  (
    await owner.query(
      `select name, from_day, to_day, votes from organisation.committee_seats
       where union_id = $1 and body = 'committee' and office = $2 order by from_day`,
      [union, office],
    )
  ).rows;

describe("election.adjust", () => {
  it("hands one office on within the term once the union above agrees: seat, chair of the term, post, legal person", async () => {
    const { house, staff, union } = await openHouse();
    await house.signIn("chair", tree.firm);
    const filed = await file(staff.officer, "adjust", await chairFacts(union, staff.officer));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect(await seatsOf(house, union, "chair")).toHaveLength(1);
    const agreed = await agree(staff.above, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });

    expect(await seatsOf(house, union, "chair")).toEqual([
      { name: "周正", from_day: "2022-01-10", to_day: "2026-11-10", votes: 70 },
      { name: "陈立新", from_day: "2026-11-11", to_day: null, votes: 6 },
    ]);
    expect(await seatsOf(house, union, "vice-chair")).toMatchObject([{ to_day: null }]);
    const { rows } = await house.owner.query(
      `select t.chair, t.number,
         (select value #>> '{}' from organisation.facts f where f.union_id = t.union_id
            and field = 'legalPerson' and to_day is null) as person,
         (select array_agg(state order by state) from access.posts p where p.org_id = t.union_id
            and role = 'chair') as posts
       from organisation.terms t where union_id = $1 and ended_day is null`,
      [union],
    );
    expect(rows).toEqual([
      { chair: "陈立新", number: 1, person: "陈立新", posts: ["asked", "ended"] },
    ]);
    const { rows: changes } = await house.owner.query(
      "select leaver, successor, reason, decision from business.election_changes where union_id = $1",
      [union],
    );
    expect(changes).toMatchObject([{ leaver: "周正", successor: "陈立新", reason: "transfer" }]);
    expect(replayDecision(adjustPolicy, changes[0].decision)).toEqual([]);
  });

  it("takes a member's resignation and leaves the seat vacant", async () => {
    const { house, staff, union } = await openHouse();
    const leaves = {
      ...{ union, kind: "leave", body: "committee", office: "member", leaver: "王丽" },
      ...{ reason: "resign", lastDay: "2026-11-15", papers: [await paper(staff.officer)] },
    };
    const filed = await file(staff.officer, "adjust", leaves);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    expect(await seatsOf(house, union, "member")).toMatchObject([{ to_day: "2026-11-15" }]);
    expect(await seatsOf(house, union, "chair")).toMatchObject([{ to_day: null }]);
  });

  it("asks for the union above by the article of the committee somebody leads", async () => {
    const { house, staff, union } = await openHouse();
    const basisOf = async (body: string, office: string) => {
      const filed = await file(staff.officer, "adjust", {
        ...{ union, kind: "leave", body, office, reason: "retire", lastDay: "2026-11-15" },
        leaver: body === "committee" ? "周正" : "孙敏",
        papers: [await paper(staff.officer)],
      });
      expect(filed.status, JSON.stringify(filed.body)).toBe(200);
      const { rows } = await house.owner.query(
        "select node, title from business.tasks where case_id = $1",
        [filed.body.id],
      );
      const step = allNodes(adjust.flow).find(({ id }) => id === rows[0].node);
      await agree(staff.above, filed.body.id);
      return [rows[0].title, step && isDecision(step) ? step.basis : undefined];
    };
    expect(await basisOf("audit", "chair")).toEqual(["上级工会同意", "《工会法》第四十五条"]);
    expect(await basisOf("women", "chair")).toEqual([
      ...["上级工会同意", "《工会女职工委员会工作条例》第十一条"],
    ]);
    expect(await basisOf("women", "member")).toEqual(["上级工会备案", undefined]);
    expect(await basisOf("committee", "chair")).toEqual(["上级工会同意", "《工会法》第十八条"]);
    const { rows } = await house.owner.query(
      `select body, decision #>> '{reasons,0,citation,document}' as document
       from business.election_changes order by case_id`,
    );
    const elsewhere = "工会基层组织选举工作条例";
    expect(rows.map(({ body, document }) => [body, document])).toEqual([
      ...[
        ["audit", elsewhere],
        ["women", elsewhere],
        ["women", elsewhere],
        ["committee", "工会法"],
      ],
    ]);
  });

  it("gives a legal person until the first working day after a holiday to file the change", async () => {
    const { house, staff, union } = await openHouse();
    await house.owner.query(
      `insert into organisation.facts (id, union_id, org_path, field, value, from_day, source, at)
       values (gen_random_uuid(), $1, $2, 'uscc', '"81430121MC00000001"', '2022-01-10', 'demo', now())`,
      [union, tree.firm],
    );
    const days = { lastDay: "2026-11-11", fromDay: "2026-11-12" };
    const filed = await file(staff.officer, "adjust", await chairFacts(union, staff.officer, days));
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query("select file_by_day from business.election_changes");
    // 30 days end on Saturday, 12 December 2026.
    expect(rows).toEqual([{ file_by_day: "2026-12-14" }]);
  });

  it("recalls a chair by more than half of all members, and by no less", async () => {
    const { house, staff, union } = await openHouse();
    const recall = async (recalling: number) =>
      file(staff.officer, "adjust", {
        ...{ union, kind: "leave", body: "committee", office: "chair", leaver: "周正" },
        ...{ reason: "recall", lastDay: "2026-11-15", voters: 100, recalling },
        // Most of those who came is not enough, and no explanation makes it so.
        explanation: "到会六十人，五十人赞成",
        papers: [await paper(staff.officer)],
      });
    const short = await recall(50);
    expect(short.body.fields[0].say).toMatch(/不得罢免。（《.*工会法》第十八条）/);
    const filed = await recall(51);
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      "select chair from organisation.terms where union_id = $1",
      [union],
    );
    expect(rows).toEqual([{ chair: null }]);
  });

  it.each([
    [
      "a chair moved away without the consent of the own committee",
      { committeeMembers: 7, consenting: 0 },
      "consenting",
      /征得本级工会委员会.*第十八条/,
    ],
    [
      "somebody leaving a seat they do not hold",
      { leaver: "李小满" },
      "leaver",
      /没有担任工会委员会主席的“李小满”/,
    ],
    [
      "a day before the term",
      { lastDay: "2021-12-31", fromDay: "2022-01-10" },
      "lastDay",
      /本届任期/,
    ],
    ["a chair without a phone", { successorPhone: undefined }, "successorPhone", /手机号/],
    ["the head of the firm as chair", { chairIsHead: true }, "chairIsHead", /不作为主席.*情况说明/],
    ["two chairs at a time", { fromDay: "2026-11-10" }, "fromDay", /离任以后/],
  ])("refuses %s", async (_what, changes, path, say) => {
    const { staff, union } = await openHouse();
    const facts = await chairFacts(union, staff.officer, changes);
    const refused = await file(staff.officer, "adjust", facts);
    expect(refused.body.code, JSON.stringify(refused.body)).toBe("cases.faulty");
    const fault = refused.body.fields.find((one: { path: string }) => one.path === `facts.${path}`);
    expect(fault?.say).toMatch(say);
  });

  it("touches nobody of a new committee when the old one was renewed meanwhile", async () => {
    const { house, staff, union } = await openHouse();
    const leaves = {
      ...{ union, kind: "leave", body: "committee", office: "chair", leaver: "周正" },
      ...{ reason: "resign", lastDay: "2026-11-15", papers: [await paper(staff.officer)] },
    };
    const { body } = await file(staff.officer, "adjust", leaves);
    const renewal = await file(staff.officer, "renew", await renewFacts(union, staff.officer));
    await agree(staff.above, renewal.body.id);
    house.clock.set("2026-12-07T09:00:00+08:00");
    await agree(staff.officer, renewal.body.id, await resultFacts(staff.officer));
    const renewed = await agree(staff.above, renewal.body.id);
    expect(renewed.body, JSON.stringify(renewed.body)).toMatchObject({ status: "approved" });
    expect((await agree(staff.above, body.id)).body).toMatchObject({
      code: "election.committee-changed",
      next: expect.stringContaining("不予通过"),
    });
    const { rows } = await house.owner.query(
      `select t.chair, (select array_agg(state order by state) from access.posts p
         where p.org_id = t.union_id and role = 'chair') as posts
       from organisation.terms t where union_id = $1 and ended_day is null`,
      [union],
    );
    expect(rows).toEqual([{ chair: "陈立新", posts: ["asked"] }]);
  });

  it("refuses a union without a term on record, and says what to do", async () => {
    const { house, staff } = await openHouse();
    const other = await house.unionId(tree.otherFirm);
    const refused = await file(staff.cadre, "adjust", await chairFacts(other, staff.cadre));
    expect(refused.body).toMatchObject({
      code: "election.no-term",
      next: expect.stringContaining("换届申请"),
    });
  });
});
