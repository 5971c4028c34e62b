// Joining a trade federation (加入行业联合会): a union of the trade asks to belong to it, the federation agrees; the union stays
// where it stands in the tree (小三级 of 总工办发〔2022〕19号; 工会法 art 12).
import {
  anySign,
  approve,
  chairOf,
  copy,
  dayField,
  type FactsOf,
  flow,
  longTextField,
  officerOf,
  textField,
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
import { checkFederationJoin, getUnion, joinFederation } from "@niangjia/registers/organisations";
import { unionInReach } from "./invitations.ts";

const form = {
  union: unionField("申请加入的工会", { prefill: "me.union" }),
  federation: unionField("要加入的联合会", { help: "本地的行业工会联合会；会员和上级工会都不变" }),
  resolution: textField("本工会的决议", {
    maxLength: 100,
    help: "同意加入的会员大会或委员会决议的名称和文号",
  }),
  resolutionDay: dayField("决议日期", { latest: "today" }),
  note: longTextField("说明", { required: false, maxLength: 500 }),
} as const;
type JoinFacts = FactsOf<typeof form>;

const pairOf = ({ union, federation }: JoinFacts, act: Act) => ({
  unionId: union,
  federationId: federation,
  sinceDay: dayOf(act.now),
});

async function check(act: Act, { facts }: Pick<Application<JoinFacts>, "facts">): Promise<void> {
  if (facts.union === facts.federation) {
    throw faultyFacts([{ path: "federation", say: "不能加入自己，请选择另一个工会。" }]);
  }
  await checkFederationJoin(act, pairOf(facts, act));
}

/** Belongs from the day the federation agreed. */
async function effect(act: Act, { facts, caseId }: Approved<JoinFacts>): Promise<string> {
  await joinFederation(act, pairOf(facts, act), { kind: "case", id: caseId });
  const [union, federation] = [
    await getUnion(act, facts.union),
    await getUnion(act, facts.federation),
  ];
  return `“${union.name}”已加入“${federation.name}”，会员和上级工会都不变。`;
}

export const federationJoin = caseFunction({
  id: "joining.federation.join",
  title: "加入行业联合会",
  says: "本工会加入已经成立的行业工会联合会",
  may: ["officer", "chair"],
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
  place: async (act, { union }) => (await unionInReach(act, union)).id,
  subject: () => null,
  summary: () => "加入行业联合会",
  oneRunningFor: (_act, { union, federation }) => `${union} ${federation}`,
  check,
  effect,
});
