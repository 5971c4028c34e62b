// A renewal by its public door: leave, the congress, the report, the reply, and who is in office after it.
import { replayDecision } from "@niangjia/engine/policy";
import { allNodes, isDecision, rulesNamed } from "@niangjia/engine/process";
import { day } from "@niangjia/foundation/day";
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import { adjust } from "./adjust.ts";
import { merge } from "./merge.ts";
import { parametersOn } from "./parameters.ts";
import { renew } from "./renew.ts";
import { renewPolicy } from "./renew-policy.ts";
import { agree, file, memberAt, openHouse, renewFacts, resultFacts } from "./testing.ts";

/** Leave was given, the congress has met: the clock stands on the day after it. */
async function reported(changes: object = {}) {
  const { house, staff, union } = await openHouse();
  const filed = await file(staff.officer, "renew", await renewFacts(union, staff.officer));
  expect(filed.status, JSON.stringify(filed.body)).toBe(200);
  const { id } = filed.body;
  expect((await agree(staff.above, id)).body).toMatchObject({ status: "running" });
  house.clock.set("2026-12-06T09:00:00+08:00");
  const facts = await resultFacts(staff.officer, changes);
  return { house, staff, union, id, report: await agree(staff.officer, id, facts) };
}

describe("election.renew", () => {
  it("puts the new committee in force from election day, keeps the old one in history, and passes the chair's post on", async () => {
    const { house, staff, union, id, report } = await reported();
    expect(report.body, JSON.stringify(report.body)).toMatchObject({ status: "running" });
    const outgoing = await house.signIn("chair", tree.firm);
    const replied = await agree(staff.above, id);
    expect(replied.body, JSON.stringify(replied.body)).toMatchObject({ status: "approved" });

    const { rows: terms } = await house.owner.query(
      `select number, from_day, to_day, ended_day, chair from organisation.terms
       where union_id = $1 order by number`,
      [union],
    );
    expect(terms).toEqual([
      {
        number: 1,
        from_day: "2022-01-10",
        to_day: "2027-01-09",
        ended_day: "2026-12-04",
        chair: "周正",
      },
      { number: 2, from_day: "2026-12-05", to_day: "2031-12-04", ended_day: null, chair: "陈立新" },
    ]);
    const { rows: seats } = await house.owner.query(
      `select body, count(*) filter (where to_day is null)::int as now,
         count(*) filter (where to_day = '2026-12-04')::int as before
       from organisation.committee_seats where union_id = $1 group by body order by body`,
      [union],
    );
    expect(seats).toEqual([
      { body: "audit", now: 3, before: 0 },
      { body: "committee", now: 5, before: 3 },
      { body: "women", now: 1, before: 0 },
    ]);
    const { rows: posts } = await house.owner.query(
      `select p.state, a.name, p.to_day from access.posts p join access.accounts a on a.id = p.account_id
       where p.org_id = $1 and p.role = 'chair' order by p.state`,
      [union],
    );
    expect(posts).toEqual([
      { state: "asked", name: "陈立新", to_day: "2031-12-04" },
      { state: "ended", name: "测试工会主席", to_day: null },
    ]);
    expect((await outgoing.get("/api/election/terms")).status).not.toBe(200);
    const { rows: facts } = await house.owner.query(
      `select value from organisation.facts where union_id = $1 and field = 'legalPerson' and to_day is null`,
      [union],
    );
    expect(facts).toEqual([{ value: "陈立新" }]);
    const { rows: results } = await house.owner.query(
      "select decision, file_by_day from business.election_results where case_id = $1",
      [id],
    );
    expect(results[0]).toMatchObject({ decision: { verdict: "fit" }, file_by_day: null });
    expect(replayDecision(renewPolicy, results[0].decision)).toEqual([]);

    const book = await staff.above.get(`/api/election/unions/${union}/committees`);
    expect(book.body.terms.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect(book.body.terms[0].bodies[0]).toMatchObject({
      title: "工会委员会",
      seats: [{ officeTitle: "主席", name: "陈立新", votes: 78 }, {}, {}, {}, {}],
    });
  });

  it("tells a union that is a legal person by when to file the change of its legal person", async () => {
    const { house, staff, union, id } = await reported();
    await house.owner.query(
      `insert into organisation.facts (id, union_id, org_path, field, value, from_day, source, at)
       select gen_random_uuid(), $1, $2, f, to_jsonb(v), '2022-01-10', 'demo', now()
       from (values ('uscc', '81430121MC00000001'), ('legalPerson', '周正')) as x (f, v)`,
      [union, tree.firm],
    );
    expect((await agree(staff.above, id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      `select (select file_by_day from business.election_results where case_id = $1) as by,
         (select value #>> '{}' from organisation.facts where union_id = $2 and field = 'legalPerson'
            and to_day is null) as person,
         (select body from business.notices where account_id = $3 and title = '请办理法定代表人变更') as told`,
      [id, union, staff.officer.accountId],
    );
    // 30 days from 5 December 2026.
    expect(rows[0]).toMatchObject({ by: "2027-01-04", person: "周正" });
    expect(rows[0].told).toContain("陈立新");
  });

  it.each([
    [
      "too few present without a reason",
      {
        present: 57,
        issued: 57,
        returned: 57,
        invalid: 0,
        committee: [{ name: "陈立新", office: "chair", votes: 50 }],
      },
      "present",
      /没有达到三分之二以上，应当重新召开大会选举.*第十七条.*情况说明/,
    ],
    [
      "delegates of a union of 86 members",
      { meeting: "delegates" },
      "meeting",
      /应召开会员大会.*第三条/,
    ],
    [
      "two chairs",
      { committee: ["甲子", "乙丑", "丙寅"].map((name) => ({ name, office: "chair", votes: 60 })) },
      "committee",
      /一名主席/,
    ],
    [
      "an election before this term",
      { day: "2022-01-10", noticeFrom: "2022-01-01", noticeTo: "2022-01-08" },
      "day",
      /本届选举/,
    ],
    [
      "nobody for the women who are members",
      { women: 6, womenCommittee: undefined },
      "womenCommittee",
      /一名女职工委员/,
    ],
    [
      "a meeting of all ninety members to which twelve were to come",
      {
        ...{ members: 90, due: 12, present: 12, issued: 12, returned: 12, invalid: 0 },
        ...{
          candidates: 4,
          committeeNext: 4,
          audit: [{ name: "孙敏", office: "chair", votes: 8 }],
        },
        committee: [
          { name: "陈立新", office: "chair", votes: 8 },
          { name: "李小满", office: "vice-chair", votes: 8 },
          { name: "王丽", office: "member", votes: 8 },
        ],
      },
      "due",
      /全体会员 90 人.*情况说明/,
    ],
    [
      "one woman for the forty who are members",
      { women: 40 },
      "womenCommittee",
      /同时建立女职工委员会/,
    ],
    ["more women than members", { women: 87 }, "women", /女会员 87 人，会员 86 人/],
    [
      "candidates that nobody approved first",
      { candidatesApprovedDay: "2026-11-30" },
      "candidatesApprovedDay",
      /公示以前报同级党组织.*情况说明/,
    ],
    [
      "a seat for whoever had fewer votes",
      { committeeNext: 57 },
      "committeeNext",
      /得票多的人当选/,
    ],
    [
      "a loser without votes",
      { committeeNext: undefined },
      "committeeNext",
      /落选的人最多得了几票/,
    ],
    ["a report that lacks who was elected", { committee: undefined }, "committee", /请填写/],
  ])("refuses %s beside its field", async (_what, changes, path, say) => {
    const { report } = await reported(changes);
    expect(report.body.code, JSON.stringify(report.body)).toBe("cases.faulty");
    const fault = report.body.fields.find((one: { path: string }) => one.path === `facts.${path}`);
    expect(fault?.say).toMatch(say);
  });

  it("shows members of the union who was elected, without votes and phones, and others nothing", async () => {
    const { house, staff, id } = await reported();
    const member = await memberAt(house, tree.firm, 1);
    const stranger = await house.signIn("worker");
    const mine = async (client: Client) => (await client.get("/api/election/mine")).body;
    expect((await mine(member)).bodies[0].seats[0]).toMatchObject({ name: "周正" });
    expect((await agree(staff.above, id)).body).toMatchObject({ status: "approved" });
    const { union, term, bodies } = await mine(member);
    expect([union.name, term]).toEqual([
      expect.stringContaining("工会"),
      { number: 2, fromDay: "2026-12-05", endDay: "2031-12-04" },
    ]);
    const [committee] = bodies;
    expect([committee.title, committee.seats.length]).toEqual(["工会委员会", 5]);
    expect(committee.seats[0]).toEqual({
      ...{ officeTitle: "主席", name: "陈立新", fromDay: "2026-12-05" },
    });
    expect(await mine(stranger)).toEqual({ union: null, term: null, bodies: [] });
  });

  it("lets who is asked beside the report say what they think before there is one", async () => {
    const { house, staff, union } = await openHouse();
    const { id } = (await file(staff.officer, "renew", await renewFacts(union, staff.officer)))
      .body;
    await agree(staff.above, id);
    const chair = await house.signIn("chair", tree.firm);
    const { rows } = await house.owner.query("select id from access.posts where account_id = $1", [
      chair.accountId,
    ]);
    const command = { kind: "delegate", task: 2, to: rows[0].id, opinion: "请先核对候选人" };
    const asked = await staff.officer.post(`/api/cases/${id}/commands`, { command });
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    const said = await agree(chair, id);
    expect(said.body, JSON.stringify(said.body)).toMatchObject({ status: "running" });
    const bare = await agree(staff.officer, id);
    expect(bare.body.fields).toContainEqual({ path: "facts.day", say: "请选择选举日期。" });
  });

  it("gives a report back to be mended, and takes it again", async () => {
    const { house, staff, union, id } = await reported();
    const shown = await staff.above.get(`/api/cases/${id}`);
    const door = shown.body.can.find(({ command }: { command: string }) => command === "return");
    const returned = { kind: "return", task: door.task, to: "report", opinion: "请补上监票人签名" };
    const back = await staff.above.post(`/api/cases/${id}/commands`, { command: returned });
    expect(back.body, JSON.stringify(back.body)).toMatchObject({ status: "running" });
    expect((await agree(staff.officer, id)).body).toMatchObject({ status: "running" });
    expect((await agree(staff.above, id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      "select count(*)::int as n from organisation.terms where union_id = $1",
      [union],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it("puts a renewal off for six months at most without a special reason, and once", async () => {
    const { house, staff, union } = await openHouse();
    const chair = await house.signIn("chair", tree.firm);
    await house.owner.query("update access.posts set to_day = '2027-01-09' where account_id = $1", [
      chair.accountId,
    ]);
    const delay = async (changes: object) =>
      file(staff.officer, "renew", {
        ...{ union, kind: "delay", delayMonths: 6, delayReason: "企业改制正在进行" },
        ...{ papers: (await renewFacts(union, staff.officer)).papers, ...changes },
      });
    const long = await delay({ delayMonths: 9 });
    expect(long.body.fields).toEqual([
      { path: "facts.special", say: expect.stringContaining("不超过 6 个月") },
    ]);
    const filed = await delay({});
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      "select to_day, extended_to, ended_day, extended_by from organisation.terms where union_id = $1",
      [union],
    );
    expect(rows).toEqual([
      {
        to_day: "2027-01-09",
        extended_to: "2027-07-09",
        ended_day: null,
        extended_by: filed.body.id,
      },
    ]);
    expect((await delay({})).body.code).toBe("election.extended-already");
    const { rows: posts } = await house.owner.query(
      `select account_id, state, to_day from access.posts where org_id = $1 and role = 'chair'
       order by to_day`,
      [union],
    );
    expect(posts).toEqual([
      { account_id: chair.accountId, state: "held", to_day: "2027-01-09" },
      { account_id: chair.accountId, state: "asked", to_day: "2027-07-09" },
    ]);
  });

  it("goes on when the officer who asked for it leaves before the congress", async () => {
    const { house, staff, union } = await openHouse();
    const next = await house.signIn("officer", tree.firm);
    const keeper = await house.signIn("system-admin", tree.province);
    const { id } = (await file(staff.officer, "renew", await renewFacts(union, staff.officer)))
      .body;
    await agree(staff.above, id);
    const { rows } = await house.owner.query("select id from access.posts where account_id = $1", [
      staff.officer.accountId,
    ]);
    await keeper.post(`/api/access/posts/${rows[0].id}/end`);
    await house.settle();
    house.clock.set("2026-12-06T09:00:00+08:00");
    expect((await agree(next, id, await resultFacts(next))).body.status).toBe("running");
    expect((await agree(staff.above, id)).body).toMatchObject({ status: "approved" });
  });

  it("has terms that its room's rules set, in force on the day at the place", () => {
    const on = parametersOn(day("2026-11-21"), "430121");
    const rulesOf = ({ flow }: typeof renew) => rulesNamed(flow);
    expect([renew, adjust, merge].map(rulesOf)).toEqual([
      [on.permitWithin.name, on.resultReplyWithin.name],
      [on.changeWithin.name],
      [on.changeWithin.name],
    ]);
    const decisions = [renew, adjust, merge].flatMap(({ flow }) =>
      allNodes(flow).filter(isDecision),
    );
    // Only the congress itself has no term: it meets when it meets, and reminders go on meanwhile.
    const untimed = decisions.filter(({ within: term }) => term === null);
    expect(untimed.map(({ id }) => id)).toEqual(["report"]);
  });
});
