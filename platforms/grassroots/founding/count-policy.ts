// Whether an election stands (选举认定): the meeting, quorum, votes, candidates, sizes of committees, who may not be elected
// (工会基层组织选举工作条例; 基层工会会员代表大会条例 art 3; 工会法 art 10). Only what the law's own text says bars; the rest asks for a reason.
import {
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
  votesOf,
  womenOf,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { ways } from "./contract.ts";
import { parametersOn, type units } from "./parameters.ts";

const factsShape = z.strictObject({
  way: z.enum(Object.keys(ways) as [keyof typeof ways]),
  ...ballotFacts,
  /** Left out in decisions of before it was asked. */
  meeting: z.enum(meetings).optional(),
});
export type CountFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<typeof units>;

function sizeOf(facts: CountFacts, { committeeSeats, committeeFrom }: Numbers): Found {
  const alone = facts.committee.length === 1 && facts.members < committeeFrom.value;
  return alone ? null : committeeSizeOf(facts, committeeSeats);
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
      meetingOf(facts, on),
      ...votesOf(facts, on),
      ...committeesOf(facts, on),
      approvalOf(facts),
      noticeOf(facts, on),
      ...excluded(facts),
      auditorOf(facts),
    ]),
};
