// The reported result (选举结果): what it comes to by the numbers, and what is wrong with it, beside its fields.
import { type Decision, decide } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { placeFiles } from "@niangjia/foundation/files";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { isWorkday, workdaysBetween } from "@niangjia/foundation/workdays";
import { type Deed, faultyFacts } from "@niangjia/registers/cases";
import type { Term, Union } from "@niangjia/registers/organisations";
import { type RenewForm, type Result, resultNeeded, resultOf } from "./renew-form.ts";
import { type RenewFacts, renewPolicy } from "./renew-policy.ts";
import { runningTerm } from "./term.ts";
import { faultsIn } from "./words.ts";

export const termYears = { three: 3, five: 5 } as const;

const federations: readonly string[] = ["province", "city", "county"];

/** Both ends of a public notice count: one of five working days ran from 14 to 18 September 2021. */
const noticeDays = ({ noticeFrom, noticeTo }: Result): number =>
  noticeTo < noticeFrom
    ? 0
    : workdaysBetween(noticeFrom, noticeTo) + (isWorkday(noticeFrom) ? 1 : 0);

const isChair = ({ office }: { readonly office: string }): boolean => office === "chair";

const votesOf = (rows: readonly { readonly votes: number }[] = []): number[] =>
  rows.map(({ votes }) => votes);

/** Approved, on paper, before the candidates were made known. */
const candidatesApproved = (result: Result): boolean => {
  const { candidatesApprovedDay: day, candidatesPapers = [], noticeFrom } = result;
  return day !== undefined && day <= noticeFrom && candidatesPapers.length > 0;
};

/** By name: the list has nothing else that tells people apart. */
const chairAudits = ({ committee, audit = [] }: Result): boolean =>
  committee.some((seat) => isChair(seat) && audit.some(({ name }) => name === seat.name));

function countFacts(result: Result, { level }: Union): RenewFacts {
  const { meeting, members, women, due, present, issued, returned, invalid, candidates } = result;
  const { committeeNext = null, auditNext = null } = result;
  return {
    ...{ meeting, members, women, due, present, issued, returned, invalid, candidates },
    ...{ federation: federations.includes(level), years: termYears[result.termYears] },
    noticeWorkdays: noticeDays(result),
    committee: votesOf(result.committee),
    audit: votesOf(result.audit),
    ...{ committeeNext, auditNext, candidatesApproved: candidatesApproved(result) },
    womenSeats: result.womenCommittee?.length ?? 0,
    ...{ chairIsHead: result.chairIsHead, relatives: result.relatives },
    chairAudits: chairAudits(result),
  };
}

/** By the numbers that stood on the day of the election. */
export const decisionOn = (result: Result, union: Union): Decision =>
  decide(renewPolicy, {
    ...{ day: result.day, place: union.division, facts: countFacts(result, union) },
  });

const chairs = (rows: readonly { readonly office: string }[]): number =>
  rows.filter(isChair).length;

function nameTwice(result: Result): FieldFault[] {
  return (["committee", "audit", "womenCommittee"] as const).flatMap((path) => {
    const names = (result[path] ?? []).map(({ name }) => name);
    const twice = names.find((name, nth) => names.indexOf(name) < nth);
    return twice === undefined ? [] : [{ path, say: `“${twice}”写了两次，请核对。` }];
  });
}

function reportFaults(result: Result, term: Term | undefined): FieldFault[] {
  const { committee, audit = [], womenCommittee = [], day, noticeTo } = result;
  const { outgoing, officer, officerPhone, candidates, committeeNext } = result;
  const found: [boolean, string, string][] = [
    [chairs(committee) !== 1, "committee", "要有一名主席。"],
    [audit.length > 1 && chairs(audit) !== 1, "audit", "经费审查委员会要有一名主任。"],
    [
      womenCommittee.length > 1 && chairs(womenCommittee) !== 1,
      "womenCommittee",
      "女职工委员会要有一名主任。",
    ],
    [term !== undefined && day <= term.fromDay, "day", `要在本届选举（${term?.fromDay}）以后。`],
    [
      candidates > committee.length && committeeNext === undefined,
      "committeeNext",
      `候选人 ${candidates} 人，当选 ${committee.length} 人，请填写落选的人最多得了几票。`,
    ],
    [noticeTo >= day, "noticeTo", "候选人公示要在选举以前结束。"],
    [
      (officer === undefined) !== (officerPhone === undefined),
      "officerPhone",
      "新任干事的姓名和手机号要一起填写。",
    ],
    [outgoing !== undefined && officer === undefined, "officer", "请填写由谁接任工会干事。"],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...nameTwice(result)];
}

/** Rules of the count by the field that shows what they found. */
const beside = {
  ...{ "no-quorum": "present", "more-papers": "returned", "term-years": "termYears" },
  ...{ "committee-votes": "committee", "committee-size": "committee" },
  ...{ "audit-votes": "audit", "audit-size": "audit", women: "womenCommittee" },
  ...{ "delegates-from": "meeting", "delegate-seats": "due", "candidate-margin": "candidates" },
  ...{ "committee-tie": "committeeNext", "committee-most-votes": "committeeNext" },
  ...{ "audit-tie": "auditNext", "audit-most-votes": "auditNext", "chair-audits": "audit" },
  ...{ "candidates-approval": "candidatesApprovedDay" },
  ...{ "candidates-notice": "noticeTo", "chair-is-head": "chairIsHead", relatives: "relatives" },
} as const;

/** The result is looked at as it is reported, so that the union above gets only what can stand. */
export async function checkReport(act: Act, { facts, union }: Deed<RenewForm>): Promise<void> {
  const filled: Readonly<Record<string, unknown>> = facts;
  const missing = resultNeeded.flatMap(([path, label]) =>
    filled[path] === undefined ? [{ path, say: `请填写${label}。` }] : [],
  );
  if (missing.length > 0) throw faultyFacts(missing);
  const result = resultOf(facts);
  const faults = reportFaults(result, await runningTerm(act, union.id));
  if (faults.length > 0) throw faultyFacts(faults);
  const unfit = faultsIn(decisionOn(result, union), { beside, given: result.explanation });
  if (unfit.length > 0) throw faultyFacts(unfit);
  const papers = [...result.resultPapers, ...(result.candidatesPapers ?? [])];
  await placeFiles(act, papers, union.path);
}
