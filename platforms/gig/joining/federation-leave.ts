// Leaving a trade federation (退出行业联合会): a member union goes by its own resolution, the federation settles what is open
// between them; the counterpart of joining (小三级 of 总工办发〔2022〕19号; 工会法 art 12).
import {
  anySign,
  chairOf,
  copy,
  type FactsOf,
  flow,
  longTextField,
  officerOf,
  review,
  unionField,
  workdays,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { type Application, type Approved, caseFunction } from "@niangjia/registers/cases";
import { checkFederationLeave, leaveFederation } from "@niangjia/registers/organisations";
import { filing, outcomeOf, pairOf, resolutionFields } from "./federation-member.ts";

const form = {
  union: unionField("申请退出的工会", { prefill: "me.union" }),
  federation: unionField("要退出的联合会", { help: "会员和上级工会都不变" }),
  ...resolutionFields("退出"),
  reason: longTextField("退出原因", { maxLength: 500 }),
} as const;
type LeaveFacts = FactsOf<typeof form>;

async function check(act: Act, { facts }: Pick<Application<LeaveFacts>, "facts">): Promise<void> {
  await checkFederationLeave(act, pairOf(facts));
}

/** A federation is of two unions at least; that one is left alone is for the federation above to settle. */
async function advise(act: Act, { facts }: Application<LeaveFacts>): Promise<string[]> {
  const others = await checkFederationLeave(act, pairOf(facts));
  if (others >= 2) return [];
  return [`退出后联合会只剩 ${others} 家成员工会，请联合会与上级总工会商量是否撤销。`];
}

/** Belongs until the day the federation settled it. */
async function effect(act: Act, { facts }: Approved<LeaveFacts>): Promise<string> {
  await leaveFederation(act, { ...pairOf(facts), lastDay: dayOf(act.now) });
  return outcomeOf(act, facts, "已退出");
}

export const federationLeave = caseFunction({
  id: "joining.federation.leave",
  title: "退出行业联合会",
  says: "本工会退出已经加入的行业工会联合会",
  ...filing,
  words: ["行业工会", "联合会成员", "退会"],
  version: 1,
  form,
  flow: flow(
    review(anySign(chairOf("federation"), officerOf("federation")), {
      title: "联合会办理交接",
      ...{ within: workdays(5), onTimeout: "pass" },
    }),
    copy(officerOf("union.parent")),
  ),
  summary: () => "退出行业联合会",
  check,
  advise,
  effect,
});
