// The reported result of a first election (选举结果): what cannot be, and what it comes to by the numbers, beside its fields.
import {
  besideBallot,
  type Decision,
  decide,
  isHead,
  reportedBallot,
  reportFaults,
} from "@niangjia/engine/policy";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { faultyFacts } from "@niangjia/registers/cases";
import type { Union } from "@niangjia/registers/organisations";
import { type CountFacts, countPolicy } from "./count-policy.ts";
import type { ElectFacts } from "./elect-form.ts";
import { sentenceOf } from "./reasons.ts";
import type { FoundingRow } from "./store.ts";

const countFacts = (facts: ElectFacts, { way }: FoundingRow): CountFacts => ({
  ...{ way, meeting: facts.meeting },
  ...reportedBallot(facts),
});

/** By the numbers that stood on the day of the election. */
export const decisionOn = (
  facts: ElectFacts,
  founding: FoundingRow,
  { division }: Pick<Union, "division">,
): Decision =>
  decide(countPolicy, { day: facts.day, place: division, facts: countFacts(facts, founding) });

/** What cannot be, whatever the rules say of it. */
export function faultsOf(facts: ElectFacts, { way, approved_day }: FoundingRow): FieldFault[] {
  const { committee, day, noticeTo } = facts;
  const organisers = committee.filter(({ office }) => office === "organiser").length;
  const found: [boolean, string, string][] = [
    [
      committee.filter(isHead).length !== 1,
      "committee",
      "要有一名主席（只选组织员的，有一名组织员）。",
    ],
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
    [day < approved_day, "day", `选举要在批准筹建（${approved_day}）以后。`],
    [noticeTo >= day, "noticeTo", "候选人公示要在选举以前结束。"],
  ];
  const plain = found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
  return [...plain, ...reportFaults(facts)];
}

const beside: Readonly<Record<string, string>> = besideBallot;

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
