// The report of a ballot: what its fields come to, and what cannot be in any election.
import { day } from "@niangjia/foundation/day";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { fieldsOf, section } from "../process/index.ts";
import { ballotFacts } from "./ballot.ts";
import { ballotFields, committeeOffices } from "./ballot-form.ts";
import { type BallotReport, reportedBallot, reportFaults } from "./ballot-report.ts";

/** The last day of the notice is a Sunday that everybody works. */
const reported = (changes: Partial<BallotReport> = {}): BallotReport => ({
  ...{ members: 86, women: 20, due: 86, present: 80, issued: 80, returned: 80, invalid: 1 },
  ...{ candidates: 4, committeeNext: 43, candidatesApprovedDay: day("2026-09-14") },
  ...{ candidatesPapers: ["paper"], noticeFrom: day("2026-09-15"), noticeTo: day("2026-09-20") },
  committee: [
    { name: "周正", office: "chair", votes: 78 },
    { name: "李小满", office: "vice-chair", votes: 70 },
    { name: "王丽", office: "member", votes: 66 },
  ],
  audit: [{ name: "孙敏", office: "chair", votes: 76 }],
  womenCommittee: [{ name: "王丽", office: "chair" }],
  ...{ chairIsHead: false, relatives: false },
  ...changes,
});

describe("a reported ballot", () => {
  it("comes to the facts an election is judged by, and to nothing else", () => {
    const facts = reportedBallot(reported());
    expect(z.strictObject(ballotFacts).parse(facts)).toEqual(facts);
    expect(facts).toMatchObject({
      ...{
        committee: [78, 70, 66],
        audit: [76],
        womenSeats: 1,
        committeeNext: 43,
        auditNext: null,
      },
      ...{ noticeWorkdays: 5, candidatesApproved: true, chairAudits: false },
    });
  });

  test.each<[string, Partial<BallotReport>, object]>([
    ["a notice that ends before it begins", { noticeTo: day("2026-09-14") }, { noticeWorkdays: 0 }],
    [
      "a notice over a holiday",
      { noticeFrom: day("2026-09-24"), noticeTo: day("2026-09-28") },
      { noticeWorkdays: 2 },
    ],
    [
      "an approval after the notice began",
      { candidatesApprovedDay: day("2026-09-16") },
      { candidatesApproved: false },
    ],
    ["an approval on no paper", { candidatesPapers: [] }, { candidatesApproved: false }],
    [
      "an organiser who looks after the money",
      { committee: [{ name: "孙敏", office: "organiser", votes: 9 }] },
      { chairAudits: true, committee: [9] },
    ],
    [
      "a member who looks after the money",
      { audit: [{ name: "王丽", office: "chair", votes: 76 }] },
      { chairAudits: false },
    ],
  ])("is counted with %s", (_what, changes, wanted) => {
    expect(reportedBallot(reported(changes))).toMatchObject(wanted);
  });

  test.each<[string, Partial<BallotReport>]>([
    ["audit", { audit: ["孙敏", "吴波"].map((name) => ({ name, office: "member", votes: 70 })) }],
    [
      "womenCommittee",
      { womenCommittee: ["王丽", "孙敏"].map((name) => ({ name, office: "chair" })) },
    ],
    ["committeeNext", { committeeNext: undefined }],
    ["women", { women: 87 }],
    [
      "committee",
      {
        committee: ["周正", "李小满", "王丽", "赵强"].map((name, nth) => ({
          ...{ name, office: nth === 0 ? "organiser" : "member", votes: 70 },
        })),
      },
    ],
    ["committee", { committee: Array(4).fill({ name: "周正", office: "chair", votes: 78 }) }],
  ])("cannot be when %s does not add up", (path, changes) => {
    expect(reportFaults(reported())).toEqual([]);
    expect(reportFaults(reported(changes)).map((fault) => fault.path)).toEqual([path]);
  });
});

it("asks the same fields of whoever applies and of a step of the case", () => {
  const [own, theirs] = ([{}, { by: "handler" }] as const).map((by) => {
    const { meeting, turnout, votes, elected, declared } = ballotFields(committeeOffices, by);
    const all = { ...meeting, ...turnout, ...votes, ...elected, ...declared };
    return fieldsOf({ all: section("选举", all) });
  });
  const asked = own!.map(([name]) => name);
  expect(asked).toEqual(expect.arrayContaining(Object.keys(reported())));
  expect(theirs).toEqual(own!.map(([name, field]) => [name, { ...field, by: "handler" }]));
});
