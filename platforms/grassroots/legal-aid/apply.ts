// Applying for legal aid (援助申请): the policy says whether and why, the county federation decides within
// seven days, and at once where a time limit is about to end (法律援助法 art 41–44).

import {
  approve,
  arm,
  byRule,
  cadreOf,
  choose,
  flow,
  is,
  otherwise,
  sub,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf, daysBetween, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { maskName } from "@niangjia/foundation/masks";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { selves } from "@niangjia/foundation/roles";
import { dueBy } from "@niangjia/foundation/workdays";
import {
  type Application,
  type Approved,
  actionsOf,
  caseFunction,
  type Deed,
  faultyFacts,
} from "@niangjia/registers/cases";
import type { Union } from "@niangjia/registers/organisations";
import { type ApplyFacts, form } from "./apply-form.ts";
import { decisionOf, reasonsOf } from "./assess.ts";
import { countyOf } from "./county.ts";
import { foldFirm } from "./firms.ts";
import { follow } from "./follow.ts";
import { changeMatter } from "./matter-store.ts";
import { parametersOn } from "./parameters.ts";
import { recordsOf } from "./records.ts";
import { refusals } from "./refusals.ts";
import { matterKinds, verdicts } from "./words.ts";

/** The law asks for a decision, not by how many. */
const adjustable = { addAfter: ["cadre"] } as const;

const aidFlow = flow(
  choose(
    arm(
      "期限将满",
      is("limit", "soon"),
      approve(cadreOf("union"), {
        ...{
          id: "urgent",
          title: "先行援助审批",
          verb: "给予援助",
          within: byRule("urgentDecideWithin"),
        },
        ...{ onTimeout: "escalate", basis: "《法律援助法》第四十四条", adjustable },
      }),
    ),
    otherwise(
      "一般申请",
      approve(cadreOf("union"), {
        ...{
          id: "decide",
          title: "援助审批",
          verb: "给予援助",
          within: byRule("decideWithin"),
          amber: 2,
        },
        ...{ onTimeout: "escalate", basis: "《法律援助法》第四十三条", adjustable },
      }),
    ),
  ),
  sub("legal-aid.assign", {
    ...{ id: "assigning", title: "指派律师", wait: false, onFailure: "go-on" },
    facts: {
      reason: { value: "first" },
      name: { field: "name" },
      respondent: { field: "respondent" },
      kind: { field: "kind" },
      story: { field: "story" },
    },
  }),
);

async function check(act: Act, { facts, union }: Application<ApplyFacts>): Promise<void> {
  const faults: FieldFault[] = [];
  if (!facts.promise) faults.push({ path: "promise", say: "请确认填写的内容都是真的再提交。" });
  const left = facts.limitDay && daysBetween(dayOf(act.now), facts.limitDay);
  if (left !== undefined && left < 0) {
    faults.push({ path: "limitDay", say: "这一天已经过去，请核对；真的过期了请选“没有”。" });
  }
  const { urgentBefore, decideWithin } = parametersOn(dayOf(act.now), union.division);
  if (left !== undefined && left >= urgentBefore.value.days) {
    const say = `离到期还有 ${left} 天，不用先行援助，请选“没有”，会在 ${decideWithin.words}内审批。`;
    faults.push({ path: "limitDay", say });
  }
  if (faults.length > 0) throw faultyFacts(faults);
}

async function advise(act: Act, application: Application<ApplyFacts>): Promise<string[]> {
  const decision = await decisionOf(act, application);
  const { union, facts } = application;
  const on = parametersOn(dayOf(act.now), union.division);
  const within = facts.limit === "soon" ? on.urgentDecideWithin : on.decideWithin;
  const due = formatDay(dueBy(within.value, dayOf(act.now)));
  return [
    `系统初步认定：${verdicts[decision.verdict]}。`,
    ...decision.reasons.map(({ words }) => words),
    `最后由“${union.name}”的同志决定，${due}前答复。`,
  ];
}

const leastWhy = 5;

/** What goes back to an earlier step asks the worker for nothing. */
const asksWorker = ({ kind, to }: Deed["action"]): boolean => kind === "return" && to === null;

async function refuseAskingTwice(act: Act, { caseId }: Deed<ApplyFacts>): Promise<void> {
  const actions = await asHouse(act, (house) => actionsOf(house, caseId));
  if (actions.some(asksWorker)) throw refuse(refusals.askedOnce);
}

/**
 * Aid against the policy needs a reason of whoever gives it; who is asked beside them only says what
 * they think.
 */
async function allows(act: Act, deed: Deed<ApplyFacts>): Promise<void> {
  const { action, beside } = deed;
  if (asksWorker(action)) return refuseAskingTwice(act, deed);
  if (action.kind !== "agree" || beside || action.opinion.length >= leastWhy) return;
  const decision = await decisionOf(act, deed);
  if (decision.verdict === "eligible" || decision.verdict === "provisional") return;
  const words = { verdict: verdicts[decision.verdict], reasons: reasonsOf(decision) };
  throw refuse(refusals.needsWhy, { words });
}

const assignDue = (act: Act, { division }: Union): Day =>
  dueBy(parametersOn(dayOf(act.now), division).assignWithin.value, dayOf(act.now));

async function effect(act: Act, { caseId, union }: Approved<ApplyFacts>): Promise<string> {
  const due = assignDue(act, union);
  const decision = await asHouse(act, async (house) => {
    const found = await follow(house, caseId);
    await changeMatter(house, caseId, { assign_due_day: due });
    return found;
  });
  const later = decision.verdict === "provisional" ? "缺的材料请在律师办理时补交。" : "";
  return `给予法律援助。${reasonsOf(decision)}${later}“${union.name}”会在 ${formatDay(due)}前为您指派律师，不收费。`;
}

export const apply = caseFunction({
  id: "legal-aid.apply",
  title: "法律援助申请",
  says: "和单位打官司请不起律师，工会免费帮您请",
  may: selves,
  words: ["请律师", "打官司", "免费律师", "讨薪", "工伤", "援助"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: aidFlow,
  place: async (act, { union }) => (await countyOf(act, union)).id,
  summary: ({ name, respondent, kind }) =>
    `${maskName(name)}与${respondent}（${matterKinds[kind]}）`,
  oneRunningFor: (_act, { idNumber, respondent }) => `${idNumber}/${foldFirm(respondent)}`,
  check,
  advise,
  allows,
  records: recordsOf,
  effect,
});
