// Whether a renewal stands (换届认定): length of term, kind of meeting, quorum, votes, sizes of committees, who may
// not be elected (工会法 art 10, 16; 工会基层组织选举工作条例; 基层工会会员代表大会条例 art 3).
import {
  against,
  approvalOf,
  assessed,
  auditorOf,
  auditSizeOf,
  ballotFacts,
  candidatesOf,
  committeeSizeOf,
  excluded,
  type Fitness,
  type Found,
  meetingOf,
  meetings,
  noticeOf,
  type Parameters,
  type Policy,
  type Stated,
  votesOf,
  womenOf,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { parametersOn, type units } from "./parameters.ts";

const factsShape = z.strictObject({
  /** A federation, from the county up; else a union of a firm, village, trade or town. */
  federation: z.boolean(),
  years: z.int().min(0),
  meeting: z.enum(meetings),
  /** One person in place of committees; decisions of before it was asked lack it. */
  organiser: z.boolean().optional(),
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

/** One person alone, where there are few members, is no committee. */
function sizeOf(facts: RenewFacts, { committeeSeats }: Numbers): Found {
  const [, second] = committeeSeats.value;
  const alone = facts.committee.length === 1 && second && facts.members < second.from;
  return facts.federation || alone ? null : committeeSizeOf(facts, committeeSeats);
}

const auditOf = (facts: RenewFacts, { auditSeats }: Numbers): Found =>
  facts.committee.length === 1 ? null : auditSizeOf(facts, auditSeats);

/** Nothing goes by women's committees where one person stands in place of all. */
const womenIn = (facts: RenewFacts, on: Numbers): Found =>
  facts.organiser ? null : womenOf(facts, on);

export const renewPolicy: Policy<RenewFacts, typeof units, Fitness> = {
  id: "election.renew",
  facts: factsShape,
  parametersOn,
  assess: (facts, on) =>
    assessed([
      ...votesOf(facts, on),
      ...[yearsOf, meetingOf, sizeOf, auditOf, womenIn].map((look) => look(facts, on)),
      candidatesOf(facts, on),
      approvalOf(facts),
      noticeOf(facts, on),
      ...excluded(facts),
      auditorOf(facts),
    ]),
};
