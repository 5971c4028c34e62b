// The reported result of a first election (选举结果): what cannot be, and what it comes to by the numbers, beside its fields.
import { type Decision, decide } from "@niangjia/engine/policy";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { isWorkday, workdaysBetween } from "@niangjia/foundation/workdays";
import { faultyFacts } from "@niangjia/registers/cases";
import type { Union } from "@niangjia/registers/organisations";
import { type CountFacts, countPolicy } from "./count-policy.ts";
import type { ElectFacts } from "./elect-form.ts";
import { sentenceOf } from "./reasons.ts";
import type { FoundingRow } from "./store.ts";

/** Both ends of a public notice count: one of five working days ran from 14 to 18 September 2021. */
const noticeDays = ({ noticeFrom, noticeTo }: ElectFacts): number =>
  noticeTo < noticeFrom
    ? 0
    : workdaysBetween(noticeFrom, noticeTo) + (isWorkday(noticeFrom) ? 1 : 0);

const votesOf = (rows: readonly { readonly votes: number }[] = []): number[] =>
  rows.map(({ votes }) => votes);

/** Approved, on paper, before the candidates were made known. */
const candidatesApproved = ({
  candidatesApprovedDay,
  candidatesPapers = [],
  noticeFrom,
}: ElectFacts): boolean =>
  candidatesApprovedDay !== undefined &&
  candidatesApprovedDay <= noticeFrom &&
  candidatesPapers.length > 0;

const isHead = ({ office }: { readonly office: string }): boolean =>
  office === "chair" || office === "organiser";

/** By name: the list has nothing else that tells people apart. */
const chairAudits = ({ committee, audit = [] }: ElectFacts): boolean =>
  committee.filter(isHead).some((head) => audit.some(({ name }) => name === head.name));

function countFacts(facts: ElectFacts, { way }: FoundingRow): CountFacts {
  const { meeting, members, women, due, present, issued, returned, invalid, candidates } = facts;
  const { committeeNext = null, auditNext = null } = facts;
  return {
    ...{ way, meeting, members, women, due, present, issued, returned, invalid, candidates },
    ...{ committeeNext, auditNext, candidatesApproved: candidatesApproved(facts) },
    noticeWorkdays: noticeDays(facts),
    committee: votesOf(facts.committee),
    audit: votesOf(facts.audit),
    womenSeats: facts.womenCommittee?.length ?? 0,
    chairIsHead: facts.chairIsHead,
    relatives: facts.relatives,
    chairAudits: chairAudits(facts),
  };
}

/** By the numbers that stood on the day of the election. */
export const decisionOn = (
  facts: ElectFacts,
  founding: FoundingRow,
  { division }: Pick<Union, "division">,
): Decision =>
  decide(countPolicy, { day: facts.day, place: division, facts: countFacts(facts, founding) });

const heads = (rows: readonly { readonly office: string }[]): number => rows.filter(isHead).length;

function nameTwice(facts: ElectFacts): FieldFault[] {
  return (["committee", "audit", "womenCommittee"] as const).flatMap((path) => {
    const names = (facts[path] ?? []).map(({ name }) => name);
    const twice = names.find((name, nth) => names.indexOf(name) < nth);
    return twice === undefined ? [] : [{ path, say: `“${twice}”写了两次，请核对。` }];
  });
}

/** What cannot be, whatever the rules say of it. */
export function faultsOf(facts: ElectFacts, { way, approved_day }: FoundingRow): FieldFault[] {
  const { committee, audit = [], womenCommittee = [], day, noticeTo } = facts;
  const { candidates, committeeNext } = facts;
  const organisers = committee.filter(({ office }) => office === "organiser").length;
  const found: [boolean, string, string][] = [
    [heads(committee) !== 1, "committee", "要有一名主席（只选组织员的，有一名组织员）。"],
    [
      way !== "organiser" && organisers > 0,
      "committee",
      "批准的是建立委员会，请填写主席、副主席和委员。",
    ],
    [
      way === "organiser" && organisers === 0,
      "committee",
      "批准的是选举组织员，请填写组织员一人。",
    ],
    [audit.length > 1 && heads(audit) !== 1, "audit", "经费审查委员会要有一名主任。"],
    [
      womenCommittee.length > 1 && heads(womenCommittee) !== 1,
      "womenCommittee",
      "女职工委员会要有一名主任。",
    ],
    [day < approved_day, "day", `选举要在批准筹建（${approved_day}）以后。`],
    [
      candidates > committee.length && committeeNext === undefined,
      "committeeNext",
      `候选人 ${candidates} 人，当选 ${committee.length} 人，请填写落选的人最多得了几票。`,
    ],
    [noticeTo >= day, "noticeTo", "候选人公示要在选举以前结束。"],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...nameTwice(facts)];
}

/** Rules of the count by the field that shows what they found. */
const beside: Readonly<Record<string, string>> = {
  ...{ "delegates-from": "meeting", "delegate-seats": "due", "no-quorum": "present" },
  ...{ "more-papers": "returned", "candidate-margin": "candidates" },
  ...{ "committee-votes": "committee", "committee-size": "committee" },
  ...{ "committee-tie": "committeeNext", "committee-most-votes": "committeeNext" },
  ...{ "audit-votes": "audit", "audit-size": "audit", "chair-audits": "audit" },
  ...{ "audit-tie": "auditNext", "audit-most-votes": "auditNext", women: "womenCommittee" },
  ...{ "candidates-approval": "candidatesApprovedDay", "candidates-notice": "noticeTo" },
  ...{ "chair-is-head": "chairIsHead", relatives: "relatives" },
};

const ask = "请核对；确是如此的，在“情况说明”里写明原因，由上级工会裁量。";

/** What bars is refused; what asks for a reason too, until one is given. */
export function refuseUnfit({ verdict, reasons }: Decision, { explanation }: ElectFacts): void {
  if (verdict === "fit") return;
  if (verdict === "explain" && explanation !== undefined) return;
  const faults = reasons.map((one) => ({
    path: beside[one.rule] ?? "explanation",
    say: verdict === "unfit" ? sentenceOf(one) : `${sentenceOf(one)}${ask}`,
  }));
  throw faultyFacts(faults);
}
