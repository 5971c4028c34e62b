// Joining a trade federation (加入行业联合会): a union of the trade asks to belong to it, the federation agrees; the union stays
// where it stands in the tree (小三级 of 总工办发〔2022〕19号; 工会法 art 12).
import {
  anySign,
  approve,
  chairOf,
  copy,
  type FactsOf,
  flow,
  longTextField,
  officerOf,
  unionField,
  workdays,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import { checkFederationJoin, joinFederation } from "@niangjia/registers/organisations";
import { filing, outcomeOf, pairOf, resolutionFields } from "./federation-member.ts";

const form = {
  union: unionField("申请加入的工会", { prefill: "me.union" }),
  federation: unionField("要加入的联合会", { help: "本地的行业工会联合会；会员和上级工会都不变" }),
  ...resolutionFields("加入"),
  note: longTextField("说明", { required: false, maxLength: 500 }),
} as const;
type JoinFacts = FactsOf<typeof form>;

/** Belongs from the day the federation agreed. */
const fromToday = (facts: JoinFacts, act: Act) => ({ ...pairOf(facts), sinceDay: dayOf(act.now) });

async function check(act: Act, { facts }: Pick<Application<JoinFacts>, "facts">): Promise<void> {
  if (facts.union === facts.federation) {
    throw faultyFacts([{ path: "federation", say: "不能加入自己，请选择另一个工会。" }]);
  }
  await checkFederationJoin(act, fromToday(facts, act));
}

async function effect(act: Act, { facts, caseId }: Approved<JoinFacts>): Promise<string> {
  await joinFederation(act, fromToday(facts, act), { kind: "case", id: caseId });
  return outcomeOf(act, facts, "已加入");
}

export const federationJoin = caseFunction({
  id: "joining.federation.join",
  title: "加入行业联合会",
  says: "本工会加入已经成立的行业工会联合会",
  ...filing,
  words: ["行业工会", "联合会成员"],
  version: 1,
  form,
  flow: flow(
    approve(anySign(chairOf("federation"), officerOf("federation")), {
      title: "联合会审批",
      ...{ within: workdays(5), onTimeout: "escalate" },
    }),
    copy(officerOf("union.parent")),
  ),
  summary: () => "加入行业联合会",
  check,
  effect,
});
