// A union too small for a committee by its public door: another organiser within the term, and the next term.
import { replayDecision } from "@niangjia/engine/policy";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { renewPolicy } from "./renew-policy.ts";
import { agree, file, openHouse, paper, renewFacts, resultFacts } from "./testing.ts";

const openOrganised = () =>
  openHouse({ seats: [{ body: "committee", office: "organiser", name: "周正", votes: 11 }] });

const organiserFacts = async (union: string, client: Client, changes: object = {}) => ({
  ...{ union, kind: "replace", body: "committee", office: "organiser" },
  ...{ leaver: "周正", reason: "transfer", lastDay: "2026-11-10" },
  ...{ committeeMembers: 0, consenting: 0, successor: "陈立新", successorPhone: "13800000009" },
  ...{ fromDay: "2026-11-11", due: 12, present: 11, votes: 10 },
  ...{ chairIsHead: false, relatives: false, papers: [await paper(client)] },
  ...changes,
});

const stateOf = async ({ owner }: TestHouse, union: string) =>
  (
    await owner.query(
      `select t.number, t.chair,
         (select array_agg(body || ' ' || office || ' ' || name) from organisation.committee_seats s
            where s.union_id = t.union_id and to_day is null) as seats,
         (select array_agg(title || ' ' || state order by state) from access.posts p
            where p.org_id = t.union_id and role = 'chair') as posts
       from organisation.terms t where union_id = $1 and ended_day is null`,
      [union],
    )
  ).rows;

describe("an organiser alone", () => {
  it("is followed by another within the term, who gets the post, without a committee to consent", async () => {
    const { house, staff, union } = await openOrganised();
    await house.signIn("chair", tree.firm);
    const filed = await file(staff.officer, "adjust", await organiserFacts(union, staff.officer));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const agreed = await agree(staff.above, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
    expect(await stateOf(house, union)).toEqual([
      {
        ...{ number: 1, chair: "陈立新", seats: ["committee organiser 陈立新"] },
        posts: ["工会组织员 asked", "工会主席 ended"],
      },
    ]);
    const { rows } = await house.owner.query("select office from business.election_changes");
    expect(rows).toEqual([{ office: "organiser" }]);
  });

  it.each([
    ["without a phone", { successorPhone: undefined }, "successorPhone", /组织员的手机号/],
    ["of the auditors", { body: "audit" }, "office", /没有组织员/],
    ["while another stays", { kind: "fill", leaver: undefined }, "kind", /组织员现在是周正/],
    [
      "who is to be a chair without a committee elected",
      { kind: "fill", leaver: undefined, office: "chair" },
      "office",
      /只设组织员.*换届申请/,
    ],
  ])("is not followed by one %s", async (_what, changes, path, say) => {
    const { staff, union } = await openOrganised();
    const facts = await organiserFacts(union, staff.officer, changes);
    const refused = await file(staff.officer, "adjust", facts);
    expect(refused.body.code, JSON.stringify(refused.body)).toBe("cases.faulty");
    const fault = refused.body.fields.find((one: { path: string }) => one.path === `facts.${path}`);
    expect(fault?.say, JSON.stringify(refused.body.fields)).toMatch(say);
  });

  it("is not put beside a chair", async () => {
    const { staff, union } = await openHouse();
    const changes = { kind: "fill", leaver: undefined };
    const facts = await organiserFacts(union, staff.officer, changes);
    const refused = await file(staff.officer, "adjust", facts);
    expect(refused.body.fields).toContainEqual({
      ...{ path: "facts.office", say: expect.stringMatching(/委员会.*换届申请/) },
    });
  });

  it("is elected anew, with no committees, as at the founding", async () => {
    const { house, staff, union } = await openOrganised();
    const filed = await file(staff.officer, "renew", await renewFacts(union, staff.officer));
    const { id } = filed.body;
    await agree(staff.above, id);
    house.clock.set("2026-12-06T09:00:00+08:00");
    const result = await resultFacts(staff.officer, {
      ...{ members: 12, women: 6, due: 12, present: 11, issued: 11, returned: 11, invalid: 0 },
      ...{ candidates: 1, committeeNext: undefined, audit: undefined, womenCommittee: undefined },
      committee: [{ name: "陈立新", office: "organiser", votes: 10 }],
    });
    const report = await agree(staff.officer, id, result);
    expect(report.body, JSON.stringify(report.body)).toMatchObject({ status: "running" });
    const replied = await agree(staff.above, id);
    expect(replied.body, JSON.stringify(replied.body)).toMatchObject({ status: "approved" });
    expect(await stateOf(house, union)).toEqual([
      {
        ...{ number: 2, chair: "陈立新", seats: ["committee organiser 陈立新"] },
        posts: ["工会组织员 asked"],
      },
    ]);
    const { rows } = await house.owner.query("select decision from business.election_results");
    expect(rows[0].decision).toMatchObject({ verdict: "fit" });
    expect(replayDecision(renewPolicy, rows[0].decision)).toEqual([]);
  });
});
