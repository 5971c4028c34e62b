// Whether an election stands (选举认定): quorum, votes, sizes of committees, who may not be elected
// (工会基层组织选举工作条例; 工会法 art 10). Only what the law's own text says bars; the rest asks for a reason.
import {
  against,
  assessed,
  auditSizeOf,
  ballotFacts,
  candidatesOf,
  committeeSizeOf,
  excluded,
  type Fitness,
  type Found,
  noticeOf,
  type Parameters,
  type Policy,
  votesOf,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { ways } from "./contract.ts";
import { parametersOn, type units } from "./parameters.ts";

const factsShape = z.strictObject({
  way: z.enum(Object.keys(ways) as [keyof typeof ways]),
  ...ballotFacts,
});
export type CountFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<typeof units>;

function sizeOf(facts: CountFacts, { committeeSeats, committeeFrom }: Numbers): Found {
  const alone = facts.committee.length === 1 && facts.members < committeeFrom.value;
  return alone ? null : committeeSizeOf(facts, committeeSeats);
}

function womenOf({ women, womenSeats }: CountFacts, { womenCommitteeFrom }: Numbers): Found {
  if (women === 0 || womenSeats > 0) return null;
  const least = womenCommitteeFrom.value;
  const say =
    women >= least
      ? `女会员 ${women} 人，${least} 人以上，要同时建立女职工委员会。`
      : `女会员 ${women} 人，要设一名女职工委员。`;
  return against("women", womenCommitteeFrom, say);
}

/** Firms too small for a committee of their own elect one organiser: nothing goes by committees there. */
const committeesOf = (facts: CountFacts, on: Numbers): Found[] =>
  facts.way === "organiser"
    ? []
    : [
        sizeOf(facts, on),
        auditSizeOf(facts, on.auditSeats),
        womenOf(facts, on),
        candidatesOf(facts, on),
      ];

/** `explain`: it may stand when whoever reports it says why, and the union above accepts that. */
export const countPolicy: Policy<CountFacts, typeof units, Fitness> = {
  id: "founding.elect",
  facts: factsShape,
  parametersOn,
  assess: (facts, on) =>
    assessed([
      ...votesOf(facts, on),
      ...committeesOf(facts, on),
      noticeOf(facts, on),
      ...excluded(facts),
    ]),
};
