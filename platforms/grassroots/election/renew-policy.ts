// Whether a renewal stands (换届认定): length of term, kind of meeting, quorum, votes, sizes of committees, who may
// not be elected (工会法 art 10, 16; 工会基层组织选举工作条例; 基层工会会员代表大会条例 art 3).
import {
  against,
  assessed,
  auditSizeOf,
  ballotFacts,
  bandFor,
  candidatesOf,
  committeeSizeOf,
  excluded,
  type Fitness,
  type Found,
  noticeOf,
  type Parameters,
  type Policy,
  type Stated,
  votesOf,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { parametersOn, type units } from "./parameters.ts";

const factsShape = z.strictObject({
  /** A federation, from the county up; else a union of a firm, village, trade or town. */
  federation: z.boolean(),
  years: z.int().min(0),
  meeting: z.enum(["all", "delegates"]),
  ...ballotFacts,
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

/** One person alone, where there are few members, is no committee. */
function sizeOf(facts: RenewFacts, { committeeSeats }: Numbers): Found {
  const [, second] = committeeSeats.value;
  const alone = facts.committee.length === 1 && second && facts.members < second.from;
  return facts.federation || alone ? null : committeeSizeOf(facts, committeeSeats);
}

const auditOf = (facts: RenewFacts, { auditSeats }: Numbers): Found =>
  facts.committee.length === 1 ? null : auditSizeOf(facts, auditSeats);

function womenOf({ women, womenSeats }: RenewFacts, { womenCommitteeFrom }: Numbers): Found {
  const least = womenCommitteeFrom.value;
  if (women < least || womenSeats > 0) return null;
  const say = `女会员 ${women} 人，${least} 人以上，要同时选举女职工委员会。`;
  return against("women", womenCommitteeFrom, say);
}

export const renewPolicy: Policy<RenewFacts, typeof units, Fitness> = {
  id: "election.renew",
  facts: factsShape,
  parametersOn,
  assess: (facts, on) =>
    assessed([
      ...votesOf(facts, on),
      ...[yearsOf, meetingOf, sizeOf, auditOf, womenOf].map((look) => look(facts, on)),
      ...[candidatesOf, noticeOf].map((look) => look(facts, on)),
      ...excluded(facts),
    ]),
};
