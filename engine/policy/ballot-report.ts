// The report of a ballot (选举报告): what was filled in becomes the facts an election is judged by.
import type { Day } from "@niangjia/foundation/day";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { isWorkday, workdaysBetween } from "@niangjia/foundation/workdays";
import type { BallotFacts } from "./ballot.ts";

interface Named {
  readonly name: string;
  readonly office: string;
}

type Elected = Named & { readonly votes: number };

type Counted =
  | "members"
  | "women"
  | "due"
  | "present"
  | "issued"
  | "returned"
  | "invalid"
  | "candidates"
  | "chairIsHead"
  | "relatives";

/** The fields of `ballotFields`, filled in. */
export interface BallotReport extends Pick<BallotFacts, Counted> {
  readonly committeeNext?: number;
  readonly auditNext?: number;
  readonly candidatesApprovedDay?: Day;
  readonly candidatesPapers?: readonly string[];
  readonly noticeFrom: Day;
  readonly noticeTo: Day;
  readonly committee: readonly Elected[];
  readonly audit?: readonly Elected[];
  readonly womenCommittee?: readonly Named[];
}

/** Both ends of a public notice count: one of five working days ran from 14 to 18 September 2021. */
const noticeDays = ({ noticeFrom, noticeTo }: BallotReport): number =>
  noticeTo < noticeFrom
    ? 0
    : workdaysBetween(noticeFrom, noticeTo) + (isWorkday(noticeFrom) ? 1 : 0);

/** Approved, on paper, before the candidates were made known. */
function candidatesApproved(report: BallotReport): boolean {
  const { candidatesApprovedDay: day, candidatesPapers = [], noticeFrom } = report;
  return day !== undefined && day <= noticeFrom && candidatesPapers.length > 0;
}

/** Whoever is at the head of a list: the chair, or an organiser where there is no committee. */
export const isHead = ({ office }: Pick<Named, "office">): boolean =>
  office === "chair" || office === "organiser";

/** By name: the list has nothing else that tells people apart. */
const chairAudits = ({ committee, audit = [] }: BallotReport): boolean =>
  committee.filter(isHead).some((head) => audit.some(({ name }) => name === head.name));

const votesOf = (rows: readonly Elected[] = []): number[] => rows.map(({ votes }) => votes);

export function reportedBallot(report: BallotReport): BallotFacts {
  const { members, women, due, present, issued, returned, invalid, candidates } = report;
  const { committeeNext = null, auditNext = null, chairIsHead, relatives } = report;
  return {
    ...{ members, women, due, present, issued, returned, invalid, candidates },
    noticeWorkdays: noticeDays(report),
    committee: votesOf(report.committee),
    audit: votesOf(report.audit),
    ...{ committeeNext, auditNext, candidatesApproved: candidatesApproved(report) },
    womenSeats: report.womenCommittee?.length ?? 0,
    ...{ chairIsHead, relatives, chairAudits: chairAudits(report) },
  };
}

/** What of a report cannot be in any election, whatever the rules say of it. */
export function reportFaults(report: BallotReport): FieldFault[] {
  const { committee, audit = [], womenCommittee = [], candidates, committeeNext } = report;
  const { members, women } = report;
  const heads = (rows: readonly Named[]): number => rows.filter(isHead).length;
  const alone = committee.length === 1 || !committee.some(({ office }) => office === "organiser");
  const found: [boolean, string, string][] = [
    [women > members, "women", `女会员 ${women} 人，会员 ${members} 人，请核对。`],
    [!alone, "committee", "设组织员的，只选组织员一人，没有主席、副主席和委员。"],
    [audit.length > 1 && heads(audit) !== 1, "audit", "经费审查委员会要有一名主任。"],
    [
      womenCommittee.length > 1 && heads(womenCommittee) !== 1,
      "womenCommittee",
      "女职工委员会要有一名主任。",
    ],
    [
      candidates > committee.length && committeeNext === undefined,
      "committeeNext",
      `候选人 ${candidates} 人，当选 ${committee.length} 人，请填写落选的人最多得了几票。`,
    ],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...namedTwice(report)];
}

function namedTwice(report: BallotReport): FieldFault[] {
  return (["committee", "audit", "womenCommittee"] as const).flatMap((path) => {
    const names = (report[path] ?? []).map(({ name }) => name);
    const twice = names.find((name, nth) => names.indexOf(name) < nth);
    return twice === undefined ? [] : [{ path, say: `“${twice}”写了两次，请核对。` }];
  });
}

/** The field of a report that shows what a rule found, by rule. */
export const besideBallot = {
  ...{
    "delegates-from": "meeting",
    "all-due": "due",
    "delegate-seats": "due",
    "no-quorum": "present",
  },
  ...{ "more-papers": "returned", "candidate-margin": "candidates" },
  ...{ "committee-votes": "committee", "committee-size": "committee" },
  ...{ "committee-tie": "committeeNext", "committee-most-votes": "committeeNext" },
  ...{ "audit-votes": "audit", "audit-size": "audit", "chair-audits": "audit" },
  ...{ "audit-tie": "auditNext", "audit-most-votes": "auditNext", women: "womenCommittee" },
  ...{ "candidates-approval": "candidatesApprovedDay", "candidates-notice": "noticeTo" },
  ...{ "chair-is-head": "chairIsHead", relatives: "relatives" },
} as const;
