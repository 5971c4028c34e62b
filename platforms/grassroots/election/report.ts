// The reported result (选举结果): what it comes to by the numbers, and what is wrong with it, beside its fields.
import {
  besideBallot,
  type Decision,
  decide,
  isHead,
  reportedBallot,
  reportFaults,
} from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { placeFiles } from "@niangjia/foundation/files";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { type Deed, faultyFacts } from "@niangjia/registers/cases";
import type { Term, Union } from "@niangjia/registers/organisations";
import { type RenewForm, type Result, resultOf } from "./renew-form.ts";
import { type RenewFacts, renewPolicy } from "./renew-policy.ts";
import { runningTerm } from "./term.ts";
import { faultsIn } from "./words.ts";

export const termYears = { three: 3, five: 5 } as const;

const federations: readonly string[] = ["province", "city", "county"];

const countFacts = (result: Result, { level }: Union): RenewFacts => ({
  ...{ federation: federations.includes(level), years: termYears[result.termYears] },
  meeting: result.meeting,
  organiser: result.committee.some(({ office }) => office === "organiser"),
  ...reportedBallot(result),
});

/** By the numbers that stood on the day of the election. */
export const decisionOn = (result: Result, union: Union): Decision =>
  decide(renewPolicy, {
    ...{ day: result.day, place: union.division, facts: countFacts(result, union) },
  });

function faultsOf(result: Result, term: Term | undefined): FieldFault[] {
  const { committee, day, noticeTo, outgoing, officer, officerPhone } = result;
  const found: [boolean, string, string][] = [
    [
      committee.filter(isHead).length !== 1,
      "committee",
      "要有一名主席（只设组织员的，有一名组织员）。",
    ],
    [term !== undefined && day <= term.fromDay, "day", `要在本届选举（${term?.fromDay}）以后。`],
    [noticeTo >= day, "noticeTo", "候选人公示要在选举以前结束。"],
    [
      (officer === undefined) !== (officerPhone === undefined),
      "officerPhone",
      "新任干事的姓名和手机号要一起填写。",
    ],
    [outgoing !== undefined && officer === undefined, "officer", "请填写由谁接任工会干事。"],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...reportFaults(result)];
}

const beside = { ...besideBallot, "term-years": "termYears" } as const;

/** The result is looked at as it is reported, so that the union above gets only what can stand. */
export async function checkReport(act: Act, { facts, union }: Deed<RenewForm>): Promise<void> {
  const result = resultOf(facts);
  const faults = faultsOf(result, await runningTerm(act, union.id));
  if (faults.length > 0) throw faultyFacts(faults);
  const unfit = faultsIn(decisionOn(result, union), { beside, given: result.explanation });
  if (unfit.length > 0) throw faultyFacts(unfit);
  const papers = [...result.resultPapers, ...(result.candidatesPapers ?? [])];
  await placeFiles(act, papers, union.path);
}
