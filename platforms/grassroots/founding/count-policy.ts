// Whether an election stands (选举认定): quorum, votes, sizes of committees, who may not be elected
// (工会基层组织选举工作条例; 工会法 art 10). Only what the law's own text says bars; the rest asks for a reason.
import {
  type Assessment,
  bandFor,
  binds,
  type Citation,
  cite,
  countBallot,
  type Parameters,
  type Policy,
  type Reason,
  reaches,
  reason,
  type Stated,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { ways } from "./contract.ts";
import { parametersOn, type units } from "./parameters.ts";

const count = z.int().min(0);
/** Votes of those named as elected, in the order of the list. */
const votes = z.array(count);
const factsShape = z.strictObject({
  way: z.enum(Object.keys(ways) as [keyof typeof ways]),
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
export type CountFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<typeof units>;
/** Null where all is well. */
type Found = Reason | { readonly asks: Reason } | { readonly bars: Reason } | null;

const against = (rule: string, on: Stated, words: string): Found => {
  const found = reason(rule, on, words);
  return binds(on) ? { bars: found } : { asks: found };
};
const barred = (rule: string, on: Citation, words: string): Found => ({
  bars: reason(rule, on, words),
});

function quorumOf({ due, present }: CountFacts, { quorum }: Numbers): Found {
  const said = `应到 ${due} 人，实到 ${present} 人`;
  if (due > 0 && reaches(Math.min(present, due), quorum.value, due)) {
    return reason("quorum", quorum, `${said}，达到${quorum.words}。`);
  }
  return against("no-quorum", quorum, `${said}，没有达到${quorum.words}，选举无效。`);
}

/** Papers and votes that cannot be are refused by the count itself (`policy.miscount`). */
function votesOf(facts: CountFacts, on: Numbers, body: "committee" | "audit"): Found {
  const list = facts[body].map((got, nth) => ({ candidate: String(nth), votes: got }));
  if (list.length === 0) return null;
  const { due, present, issued, returned, invalid } = facts;
  const title = body === "committee" ? "工会委员会" : "经费审查委员会";
  const ballot = { due, present, issued, returned, invalid, seats: list.length, votes: list };
  const { electedWith } = on;
  const counted = countBallot(ballot, { quorum: on.quorum.value, elect: electedWith.value });
  if (counted.fault === "more-papers-than-issued") {
    const say = `${title}选票收回 ${returned} 张，多于发出的 ${issued} 张，选举无效。`;
    return against("more-papers", electedWith, say);
  }
  if (counted.fault === "no-quorum") return null;
  const short = list.filter(({ votes: got }) => got < counted.needed).length;
  const needed = `当选要得应到会人数${electedWith.words}的票（${counted.needed} 票）`;
  if (short === 0) return reason(`${body}-votes`, electedWith, `${title}：${needed}，都已达到。`);
  return against(`${body}-votes`, electedWith, `${title}：${needed}，有 ${short} 人没有达到。`);
}

const isOdd = (seats: number): boolean => seats % 2 === 1;

function sizeOf({ way, members, committee }: CountFacts, on: Numbers): Found {
  const { committeeSeats, committeeFrom } = on;
  const seats = committee.length;
  const band = bandFor(committeeSeats.value, members);
  if (way === "organiser" || !band || (seats === 1 && members < committeeFrom.value)) return null;
  if (seats >= band.least && seats <= band.most && isOdd(seats)) return null;
  const say = `会员 ${members} 人，委员应是 ${band.least} 至 ${band.most} 人的单数，现在是 ${seats} 人。`;
  return against("committee-size", committeeSeats, say);
}

function auditOf({ way, members, audit }: CountFacts, { auditSeats }: Numbers): Found {
  const band = bandFor(auditSeats.value, members);
  if (way === "organiser" || !band || audit.length === 1) return null;
  const seats = audit.length;
  if (seats >= band.least && seats <= band.most && isOdd(seats)) return null;
  const say =
    seats === 0
      ? "没有选举经费审查委员会，会员少的也要选一名经费审查委员。"
      : `经费审查委员会应是 ${band.least} 至 ${band.most} 人的单数，现在是 ${seats} 人。`;
  return against("audit-size", auditSeats, say);
}

function womenOf({ way, women, womenSeats }: CountFacts, { womenCommitteeFrom }: Numbers): Found {
  if (way === "organiser" || women === 0 || womenSeats > 0) return null;
  const least = womenCommitteeFrom.value;
  const say =
    women >= least
      ? `女会员 ${women} 人，${least} 人以上，要同时建立女职工委员会。`
      : `女会员 ${women} 人，要设一名女职工委员。`;
  return against("women", womenCommitteeFrom, say);
}

function candidatesOf({ way, committee, candidates }: CountFacts, on: Numbers): Found {
  const seats = committee.length;
  const { numerator, denominator } = on.candidateMargin.value;
  const least = seats + Math.ceil((seats * numerator) / denominator);
  if (way === "organiser" || seats < 3 || candidates >= least) return null;
  const say = `应选委员 ${seats} 人，候选人不少于 ${least} 人（差额${on.candidateMargin.words}），现在是 ${candidates} 人。`;
  return against("candidate-margin", on.candidateMargin, say);
}

function noticeOf({ noticeWorkdays }: CountFacts, { candidatesNotice }: Numbers): Found {
  if (noticeWorkdays >= candidatesNotice.value.workdays) return null;
  const say = `候选人名单公示 ${noticeWorkdays} 个工作日，不足 ${candidatesNotice.words}。`;
  return against("candidates-notice", candidatesNotice, say);
}

const excluded = ({ chairIsHead, relatives }: CountFacts): Found[] => [
  chairIsHead
    ? barred(
        "chair-is-head",
        cite("工会基层组织选举工作条例"),
        "单位行政主要负责人、法定代表人、合伙人和他们的近亲属，不能当选主席、副主席。",
      )
    : null,
  relatives
    ? barred("relatives", cite("工会法", 10), "企业主要负责人的近亲属不能当选本企业工会委员。")
    : null,
];

export type CountVerdict = "fit" | "explain" | "unfit";

/** `explain`: it may stand when whoever reports it says why, and the union above accepts that. */
export const countPolicy: Policy<CountFacts, typeof units, CountVerdict> = {
  id: "founding.elect",
  facts: factsShape,
  parametersOn,
  assess(facts, on): Assessment<CountVerdict> {
    const found = [
      quorumOf(facts, on),
      votesOf(facts, on, "committee"),
      votesOf(facts, on, "audit"),
      ...[sizeOf, auditOf, womenOf, candidatesOf, noticeOf].map((look) => look(facts, on)),
      ...excluded(facts),
    ].filter((one) => one !== null);
    const bars = found.flatMap((one) => ("bars" in one ? one.bars : []));
    const asks = found.flatMap((one) => ("asks" in one ? one.asks : []));
    if (bars.length > 0) return { verdict: "unfit", reasons: bars };
    if (asks.length > 0) return { verdict: "explain", reasons: asks };
    return { verdict: "fit", reasons: found.flatMap((one) => ("rule" in one ? one : [])) };
  },
};
