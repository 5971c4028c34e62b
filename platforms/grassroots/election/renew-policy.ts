// Whether a renewal stands (换届认定): length of term, kind of meeting, quorum, votes, sizes of committees, who may
// not be elected (工会法 art 10, 16; 工会基层组织选举工作条例; 基层工会会员代表大会条例 art 3).
import {
  type Band,
  bandFor,
  cite,
  countBallot,
  type Parameters,
  type Policy,
  reaches,
  reason,
  type Stated,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { against, assessed, barred, type Found, type Verdict } from "./finding.ts";
import { parametersOn, type units } from "./parameters.ts";

const count = z.int().min(0);
/** Votes of those named as elected, in the order of the list. */
const votes = z.array(count);
const factsShape = z.strictObject({
  /** A federation, from the county up; else a union of a firm, village, trade or town. */
  federation: z.boolean(),
  years: count,
  meeting: z.enum(["all", "delegates"]),
  members: count,
  women: count,
  due: count,
  present: count,
  issued: count,
  returned: count,
  invalid: count,
  /** Everybody on the ballot for the committee, elected or not. */
  candidates: count,
  /** Working days for which the candidates were made known. */
  noticeWorkdays: count,
  committee: votes,
  audit: votes,
  /** How many were elected to the women's committee; 0 when there is none. */
  womenSeats: count,
  chairIsHead: z.boolean(),
  relatives: z.boolean(),
});
export type RenewFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<typeof units>;

function yearsOf({ federation, years }: RenewFacts, on: Numbers): Found {
  const { termYears, federationTermYears } = on;
  const fits = federation ? years === federationTermYears.value : termYears.value.includes(years);
  const stated: Stated = federation ? federationTermYears : termYears;
  return fits
    ? null
    : against("term-years", stated, `每届任期应是 ${stated.words}，不是 ${years} 年。`);
}

function meetingOf({ meeting, members, due }: RenewFacts, on: Numbers): Found {
  const { delegatesFrom, delegateSeats } = on;
  if (meeting === "all") return null;
  const least = delegatesFrom.value;
  if (members < least) {
    const say = `会员 ${members} 人，不足 ${least} 人，应召开会员大会，不是会员代表大会。`;
    return against("delegates-from", delegatesFrom, say);
  }
  const band = bandFor(delegateSeats.value, members);
  if (!band || (due >= band.least && due <= band.most)) return null;
  const say = `会员 ${members} 人，代表应是 ${band.least} 至 ${band.most} 人，现在是 ${due} 人。`;
  return against("delegate-seats", delegateSeats, say);
}

function quorumOf({ due, present }: RenewFacts, { quorum }: Numbers): Found {
  const said = `应到 ${due} 人，实到 ${present} 人`;
  if (due > 0 && reaches(Math.min(present, due), quorum.value, due)) {
    return reason("quorum", quorum, `${said}，达到${quorum.words}。`);
  }
  return against("no-quorum", quorum, `${said}，没有达到${quorum.words}，选举无效。`);
}

const titles = { committee: "工会委员会", audit: "经费审查委员会" } as const;

/** Papers and votes that cannot be are refused by the count itself (`policy.miscount`). */
function votesOf(facts: RenewFacts, on: Numbers, body: keyof typeof titles): Found {
  const list = facts[body].map((got, nth) => ({ candidate: String(nth), votes: got }));
  if (list.length === 0) return null;
  const { due, present, issued, returned, invalid } = facts;
  const ballot = { due, present, issued, returned, invalid, seats: list.length, votes: list };
  const { electedWith, quorum } = on;
  const { fault, needed } = countBallot(ballot, { quorum: quorum.value, elect: electedWith.value });
  if (fault === "no-quorum") return null;
  if (fault === "more-papers-than-issued") {
    const say = `${titles[body]}选票收回 ${returned} 张，多于发出的 ${issued} 张，选举无效。`;
    return against("more-papers", electedWith, say);
  }
  const short = list.filter(({ votes: got }) => got < needed).length;
  const say = `${titles[body]}：当选要得应到会人数${electedWith.words}的票（${needed} 票），`;
  if (short === 0) return reason(`${body}-votes`, electedWith, `${say}都已达到。`);
  return against(`${body}-votes`, electedWith, `${say}有 ${short} 人没有达到。`);
}

const fitsBand = (seats: number, { least, most }: Band): boolean =>
  seats >= least && seats <= most && seats % 2 === 1;

/** One person alone, where there are few members, is no committee. */
function sizeOf({ federation, members, committee }: RenewFacts, on: Numbers): Found {
  const { committeeSeats } = on;
  const seats = committee.length;
  const band = bandFor(committeeSeats.value, members);
  if (federation || !band || fitsBand(seats, band)) return null;
  const [, second] = committeeSeats.value;
  if (seats === 1 && second && members < second.from) return null;
  const say = `会员 ${members} 人，委员应是 ${band.least} 至 ${band.most} 人的单数，现在是 ${seats} 人。`;
  return against("committee-size", committeeSeats, say);
}

function auditOf({ members, committee, audit }: RenewFacts, { auditSeats }: Numbers): Found {
  const band = bandFor(auditSeats.value, members);
  const seats = audit.length;
  if (!band || committee.length === 1 || seats === 1 || fitsBand(seats, band)) return null;
  const say =
    seats === 0
      ? "没有选举经费审查委员会，会员少的也要选一名经费审查委员。"
      : `经费审查委员会应是 ${band.least} 至 ${band.most} 人的单数，现在是 ${seats} 人。`;
  return against("audit-size", auditSeats, say);
}

function womenOf({ women, womenSeats }: RenewFacts, { womenCommitteeFrom }: Numbers): Found {
  const least = womenCommitteeFrom.value;
  if (women < least || womenSeats > 0) return null;
  const say = `女会员 ${women} 人，${least} 人以上，要同时选举女职工委员会。`;
  return against("women", womenCommitteeFrom, say);
}

/** In whole people: 5 % of three seats is one candidate more. */
function candidatesOf({ committee, candidates }: RenewFacts, { candidateMargin }: Numbers): Found {
  const seats = committee.length;
  const { numerator, denominator } = candidateMargin.value;
  const least = seats + Math.ceil((seats * numerator) / denominator);
  if (seats < 3 || candidates >= least) return null;
  const say = `应选委员 ${seats} 人，候选人不少于 ${least} 人（差额${candidateMargin.words}），现在是 ${candidates} 人。`;
  return against("candidate-margin", candidateMargin, say);
}

function noticeOf({ noticeWorkdays }: RenewFacts, { candidatesNotice }: Numbers): Found {
  if (noticeWorkdays >= candidatesNotice.value.workdays) return null;
  const say = `候选人名单公示 ${noticeWorkdays} 个工作日，不足 ${candidatesNotice.words}。`;
  return against("candidates-notice", candidatesNotice, say);
}

const rules = cite("工会基层组织选举工作条例");

/** Who may not hold office, whoever votes for them. */
export const excluded = ({
  chairIsHead,
  relatives,
}: Pick<RenewFacts, "chairIsHead" | "relatives">): Found[] => [
  chairIsHead
    ? barred(
        "chair-is-head",
        rules,
        "单位行政主要负责人、法定代表人、合伙人和他们的近亲属，不能当选主席、副主席。",
      )
    : null,
  relatives
    ? barred("relatives", cite("工会法", 10), "企业主要负责人的近亲属不能当选本企业工会委员。")
    : null,
];

export const renewPolicy: Policy<RenewFacts, typeof units, Verdict> = {
  id: "election.renew",
  facts: factsShape,
  parametersOn,
  assess: (facts, on) =>
    assessed([
      quorumOf(facts, on),
      votesOf(facts, on, "committee"),
      votesOf(facts, on, "audit"),
      ...[yearsOf, meetingOf, sizeOf, auditOf, womenOf].map((look) => look(facts, on)),
      ...[candidatesOf, noticeOf].map((look) => look(facts, on)),
      ...excluded(facts),
    ]),
};
