// Applying for legal aid (援助申请): the policy says whether and why, the county federation decides within
// seven days, and at once where a time limit is about to end (法律援助法 art 41–44).

import { type Decision, decide, type SetValue } from "@niangjia/engine/policy";
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
  findCase,
} from "@niangjia/registers/cases";
import type { Union } from "@niangjia/registers/organisations";
import { setAt } from "@niangjia/registers/rules";
import { type ApplyFacts, form } from "./apply-form.ts";
import { countyOf } from "./county.ts";
import { foldFirm } from "./firms.ts";
import { changeMatter, putMatter } from "./matter-store.ts";
import { parametersOn } from "./parameters.ts";
import { eligibility } from "./policy.ts";
import { recordsOf } from "./records.ts";
import { refusals } from "./refusals.ts";
import { type AidState, type AidVerdict, matterKinds, verdicts } from "./words.ts";

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
        ...{ onTimeout: "escalate", basis: "《法律援助法》第四十四条" },
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
        ...{ onTimeout: "escalate", basis: "《法律援助法》第四十三条" },
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

const limitDaysOf = ({ limit, limitDay }: ApplyFacts, today: Day): number | null =>
  limit === "soon" && limitDay ? Math.max(0, daysBetween(today, limitDay)) : null;

interface When {
  readonly day: Day;
  readonly place: string;
  /** What federations set for the place. */
  readonly set: readonly SetValue[];
}

/** What the policy finds on a day at a place; `limitDays` count from the day it was filed or decided. */
function assessAid(
  facts: ApplyFacts,
  { day, place, set }: When,
): Decision & { readonly verdict: AidVerdict } {
  const { kind, migrant, relief, claimFen = null, incomeFen = null, proof = [] } = facts;
  const decision = decide(eligibility, {
    ...{ day, place, set },
    facts: {
      ...{ matter: kind, migrant, relief, claimFen, incomeFen, proof: proof.length > 0 },
      limitDays: limitDaysOf(facts, day),
    },
  });
  return decision as Decision & { verdict: AidVerdict };
}

const reasonsOf = ({ reasons }: Pick<Decision, "reasons">): string =>
  reasons.map(({ words }) => words).join("");

type Filed = Pick<Application<ApplyFacts>, "facts" | "union">;

/** As of now, by what holds at the union. `act` may be anybody's. */
export async function decisionOf(act: Act, { facts, union: { division } }: Filed) {
  const set = await setAt(act, parametersOn, division);
  return assessAid(facts, { day: dayOf(act.now), place: division, set });
}

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

/** The row of a matter as its application says it now. `act` reaches the case. */
export async function matterRow(
  act: Act,
  caseId: string,
  filed: Filed & { readonly decision: Decision & { readonly verdict: AidVerdict } },
  state: AidState,
) {
  const row = await findCase(act, caseId);
  if (!row) throw new Error(`no case ${caseId} to follow`);
  const { facts, union, decision } = filed;
  return {
    ...{ case_id: row.id, number: row.number, org_id: union.id, org_path: union.path, state },
    ...{ union_id: facts.union, account_id: row.accountId, filed_at: row.filedAt },
    ...{ applicant_mask: maskName(facts.name), kind: facts.kind, respondent: facts.respondent },
    ...{ claim_fen: facts.claimFen ?? null, urgent: facts.limit === "soon" },
    ...{ decision: JSON.stringify(decision), verdict: decision.verdict },
    ...{ decided_at: null, decided_by: null, decided_why: null, assign_due_day: null },
    ...{ lawyer_post: null, lawyer_account: null, lawyer: null, assigned_at: null },
    ...{ close_case: null, closed_day: null, result: null, recovered_fen: null },
    ...{ stars: null, stars_words: null },
  };
}

const leastWhy = 5;

async function refuseAskingTwice(act: Act, { caseId }: Deed<ApplyFacts>): Promise<void> {
  const actions = await asHouse(act, (house) => actionsOf(house, caseId));
  if (actions.some(({ kind }) => kind === "return")) throw refuse(refusals.askedOnce);
}

const decides: readonly string[] = ["agree", "reject"];

/** Keeps what was found on the day of the decision, whichever way it went, and why people went another. */
async function allows(act: Act, deed: Deed<ApplyFacts>): Promise<void> {
  const { action, caseId, facts, union } = deed;
  if (action.kind === "return") return refuseAskingTwice(act, deed);
  if (!decides.includes(action.kind)) return;
  const decision = await decisionOf(act, deed);
  const granted = action.kind === "agree";
  const fits = decision.verdict === "eligible" || decision.verdict === "provisional";
  if (granted && !fits && action.opinion.length < leastWhy) {
    const words = { verdict: verdicts[decision.verdict], reasons: reasonsOf(decision) };
    throw refuse(refusals.needsWhy, { words });
  }
  await asHouse(act, async (house) => {
    await putMatter(house, {
      ...(await matterRow(
        house,
        caseId,
        { facts, union, decision },
        granted ? "granted" : "refused",
      )),
      ...{ decided_at: act.now, decided_by: act.actor.accountId },
      decided_why: action.opinion || null,
    });
  });
}

const assignDue = (act: Act, { division }: Union): Day =>
  dueBy(parametersOn(dayOf(act.now), division).assignWithin.value, dayOf(act.now));

async function effect(act: Act, { caseId, facts, union }: Approved<ApplyFacts>): Promise<string> {
  const due = assignDue(act, union);
  await asHouse(act, (house) => changeMatter(house, caseId, { assign_due_day: due }));
  const decision = await decisionOf(act, { facts, union });
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
  version: 2,
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
