// Reporting a first election by its public door: who is on record after it, and what is refused or has to be explained.
import { replayDecision } from "@niangjia/engine/policy";
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { addUnion } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { countPolicy } from "./count-policy.ts";
import { agree, elected, electFacts, file, openHouse, prepared, staffOf } from "./testing.ts";

async function ready() {
  const house = await openHouse();
  const staff = await staffOf(house);
  const union = await prepared(house, staff);
  house.clock.set("2026-12-02T09:00:00+08:00");
  return { house, staff, union };
}

describe("founding.elect", () => {
  it("leaves the term of office with its committees on record from the day of the election", async () => {
    const { house, staff, union } = await ready();
    const filed = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const agreed = await agree(staff.chair, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });

    const { rows: terms } = await house.owner.query(
      "select number, from_day, to_day, chair from organisation.terms where union_id = $1",
      [union],
    );
    expect(terms).toEqual([
      { number: 1, from_day: "2026-12-01", to_day: "2031-11-30", chair: "周正" },
    ]);
    const { rows: seats } = await house.owner.query(
      `select body, office, count(*)::int as people, max(votes) as votes, min(source_id::text) as by
       from organisation.committee_seats where union_id = $1 and to_day is null
       group by body, office order by body, office`,
      [union],
    );
    const by = filed.body.id;
    expect(seats).toEqual([
      { body: "audit", office: "chair", people: 1, votes: 76, by },
      { body: "audit", office: "member", people: 2, votes: 70, by },
      { body: "committee", office: "chair", people: 1, votes: 78, by },
      { body: "committee", office: "member", people: 3, votes: 66, by },
      { body: "committee", office: "vice-chair", people: 1, votes: 70, by },
      { body: "women", office: "chair", people: 1, votes: null, by },
    ]);
    const { rows: elections } = await house.owner.query(
      "select decision from business.founding_elections",
    );
    expect(elections[0].decision).toMatchObject({ verdict: "fit" });
    expect(replayDecision(countPolicy, elections[0].decision)).toEqual([]);
    const again = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    expect(again.body.code).toBe("founding.elected-already");
  });

  it("is made known to the city's federation, as the founding was, when only a town stands in between", async () => {
    const house = await openHouse();
    const town = {
      ...({ name: "高新街道总工会", level: "town", kind: "1", division: "430100" } as const),
      ...{ sinceDay: day("2022-01-10"), parentId: await house.unionId(tree.changsha) },
    };
    const { id, path } = await house.act(system("test"), (act) =>
      addUnion(act, town, { kind: "demo", id: null }),
    );
    const officer = await house.signIn("officer", path);
    const chair = await house.signIn("chair", path);
    const cadre = await house.signIn("cadre", tree.changsha);
    await elected(house, { officer, chair, cadre }, { parent: id });
    const { rows } = await house.owner.query(
      `select c.function, array_agg(k.org_path order by k.org_path) as told from business.case_copies k
       join business.cases c on c.id = k.case_id group by c.function order by c.function`,
    );
    const told = [tree.changsha, path];
    expect(rows).toEqual([
      { function: "founding.apply", told },
      { function: "founding.elect", told },
    ]);
  });

  it("takes too few present or too few votes only with a reason, which the union above reads", async () => {
    const { staff, union } = await ready();
    const few = { present: 57, issued: 57, returned: 57, invalid: 0 };
    const votes = [
      { name: "周正", office: "chair", votes: 55 },
      { name: "李小满", office: "member", votes: 50 },
      { name: "王丽", office: "member", votes: 43 },
    ];
    const changes = {
      ...few,
      committee: votes,
      candidates: 4,
      audit: [{ name: "孙敏", office: "chair", votes: 50 }],
    };
    const refused = await file(
      staff.officer,
      "elect",
      await electFacts(union, staff.officer, changes),
    );
    expect(refused.body.code).toBe("cases.faulty");
    expect(refused.body.fields.map(({ say }: { say: string }) => say).join()).toMatch(
      /应到 86 人，实到 57 人，没有达到三分之二以上.*《工会基层组织选举工作条例》第十七条/,
    );
    const explained = { ...changes, explanation: "当日暴雨，已另行补选，见报告。" };
    const filed = await file(
      staff.officer,
      "elect",
      await electFacts(union, staff.officer, explained),
    );
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
  });

  it.each([
    [
      "delegates of a union of thirty",
      { meeting: "delegates", members: 30, women: 3 },
      "meeting",
      /会员大会.*《基层工会会员代表大会条例》第三条/,
    ],
    [
      "candidates who were not elected, without their votes",
      { committeeNext: undefined },
      "committeeNext",
      /候选人 6 人，当选 5 人/,
    ],
    [
      "a relative of the head on the committee",
      { relatives: true },
      "relatives",
      /《工会法》第十条/,
    ],
    [
      "two chairs",
      {
        committee: ["甲子", "乙丑", "丙寅"].map((name) => ({ name, office: "chair", votes: 60 })),
      },
      "committee",
      /一名主席/,
    ],
    ["more women than members", { women: 87 }, "women", /女会员 87 人，会员 86 人/],
    ["an election before the founding was approved", { day: "2026-11-20" }, "day", /批准筹建/],
  ])("refuses %s beside its field", async (_what, changes, path, say) => {
    const { staff, union } = await ready();
    const refused = await file(
      staff.officer,
      "elect",
      await electFacts(union, staff.officer, changes),
    );
    expect(refused.body.code).toBe("cases.faulty");
    const fault = refused.body.fields.find((one: { path: string }) => one.path === `facts.${path}`);
    expect(fault?.say).toMatch(say);
  });

  it.each([
    ["a chair who is the legal person", { chairIsHead: true }, "chairIsHead", /选举工作条例/],
    [
      "candidates made known before they were approved",
      { candidatesApprovedDay: "2026-11-25" },
      "candidatesApprovedDay",
      /同级党组织和上一级工会批准/,
    ],
    [
      "candidates whose approval is on no paper",
      { candidatesPapers: undefined },
      "candidatesApprovedDay",
      /没有见到这样的批复/,
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
          { name: "周正", office: "chair", votes: 8 },
          { name: "李小满", office: "vice-chair", votes: 8 },
          { name: "王丽", office: "member", votes: 8 },
        ],
      },
      "due",
      /全体会员 90 人.*第四条/,
    ],
    [
      "one woman for the ten and more who are members",
      { women: 10 },
      "womenCommittee",
      /女会员 10 人.*女职工委员会/,
    ],
    ["a tie for the last seat", { committeeNext: 55 }, "committeeNext", /再投一次票/],
    ["fewer votes than whoever lost", { auditNext: 62 }, "auditNext", /得票多的人当选/],
    [
      "a chair who looks after the money",
      { audit: [{ name: "周正", office: "chair", votes: 76 }] },
      "audit",
      /主席兼任/,
    ],
    [
      "fewer delegates than go with the members",
      {
        ...{ meeting: "delegates", members: 120, due: 29, present: 29, issued: 29, returned: 29 },
        ...{ invalid: 0, candidates: 4, committeeNext: 10 },
        committee: [
          { name: "周正", office: "chair", votes: 29 },
          { name: "李小满", office: "vice-chair", votes: 28 },
          { name: "王丽", office: "member", votes: 27 },
        ],
        audit: [{ name: "孙敏", office: "chair", votes: 20 }],
      },
      "due",
      /30 至 40 人/,
    ],
  ])("takes %s with a reason alone", async (_what, changes, path, say) => {
    const { staff, union } = await ready();
    const facts = await electFacts(union, staff.officer, changes);
    const asked = await file(staff.officer, "elect", facts);
    expect(asked.body.code, JSON.stringify(asked.body)).toBe("cases.faulty");
    expect(asked.body.fields).toEqual([{ path: `facts.${path}`, say: expect.stringMatching(say) }]);
    const explained = { ...facts, explanation: "情况见报告，请上级工会裁量。" };
    const filed = await file(staff.officer, "elect", explained);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
  });

  it("counts by the numbers of the day of the election, whenever it is reported", async () => {
    const { house, staff, union } = await ready();
    house.clock.set("2027-03-02T09:00:00+08:00");
    const filed = await file(staff.officer, "elect", await electFacts(union, staff.officer));
    house.clock.set("2027-03-05T09:00:00+08:00");
    expect((await agree(staff.chair, filed.body.id)).body.status).toBe("approved");
    const { rows } = await house.owner.query(
      "select decision->>'day' as day from business.founding_elections",
    );
    expect(rows).toEqual([{ day: "2026-12-01" }]);
  });

  it("refuses votes that cannot be, and whoever is not of the preparatory group", async () => {
    const { house, staff, union } = await ready();
    const much = { committee: [{ name: "周正", office: "chair", votes: 81 }] };
    const miscounted = await file(
      staff.officer,
      "elect",
      await electFacts(union, staff.officer, much),
    );
    expect(miscounted.body.code).toBe("policy.miscount");
    const worker = await house.signIn("worker");
    const stranger = await file(worker, "elect", await electFacts(union, worker));
    expect(stranger.body.code).toBe("founding.not-contact");
  });
});
