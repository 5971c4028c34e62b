// Assigning a lawyer (律师指派): begun by a granted application, or by a cadre who changes the lawyer; the
// county chooses within three days, and the lawyer takes it on or says why not (法律援助法 art 43).

import {
  approve,
  byRule,
  cadreOf,
  choiceField,
  chosen,
  type FactsOf,
  flow,
  longTextField,
  personNameField,
  postField,
  review,
  textField,
  unionField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { maskName } from "@niangjia/foundation/masks";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  type At,
  caseFunction,
  type Deed,
  faultyFacts,
} from "@niangjia/registers/cases";
import { caseLink } from "@niangjia/registers/cases/contract";
import { type Candidate, candidateFor, isBarred, rankWords } from "./candidates.ts";
import { countyOf } from "./county.ts";
import { findLawyer } from "./lawyer-store.ts";
import {
  changeMatter,
  insertAssignment,
  lockMatter,
  matterBegan,
  matterByNumber,
  type StoredMatter,
} from "./matter-store.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { aidStates, matterKinds } from "./words.ts";

/** What whoever chooses and whoever is chosen have to know of the matter. */
const ofFirst = { when: { field: "reason", is: "first" } } as const;

const form = {
  union: unionField("办理的总工会", { prefill: "me.union" }),
  reason: choiceField("为什么指派", { first: "首次指派", change: "更换律师" }),
  name: personNameField("职工", ofFirst),
  respondent: textField("对方单位", { ...ofFirst, maxLength: 60 }),
  kind: choiceField("什么事", matterKinds, ofFirst),
  story: longTextField("事情经过", ofFirst),
  aid: textField("援助案号", {
    maxLength: 20,
    when: { field: "reason", is: "change" },
    help: "援助申请的办件编号，如 20261121-000123",
  }),
  why: longTextField("更换的原因", { maxLength: 500, when: { field: "reason", is: "change" } }),
  lawyer: postField(
    "承办律师",
    { role: "lawyer", at: "union", upwards: true },
    { by: "handler", help: "按专长、距离和在办数量的推荐，见“援助案件”里的这一件" },
  ),
} as const;
type AssignFacts = FactsOf<typeof form>;

const assignable: readonly string[] = ["granted", "assigned"];

function refuseUnfit({ state }: StoredMatter): void {
  if (!assignable.includes(state)) {
    throw refuse(refusals.notAssignable, { words: { state: aidStates[state] } });
  }
}

/** A first assignment is the house's to begin; a cadre names the matter whose lawyer changes. */
async function check(act: Act, { facts }: Application<AssignFacts>): Promise<void> {
  if (act.actor.kind === "system") return;
  if (facts.reason === "first") {
    const say = "首次指派在批准援助时自动开始，请在待办里办理；这里只办更换律师。";
    throw faultyFacts([{ path: "reason", say }]);
  }
  const matter = await matterByNumber(act, facts.aid ?? "");
  if (!matter) {
    throw faultyFacts([{ path: "aid", say: "没有找到这个案号的法律援助，请核对。" }]);
  }
  refuseUnfit(matter);
}

async function matterOf(
  act: Act,
  { facts, caseId }: Pick<Deed<AssignFacts>, "facts" | "caseId">,
): Promise<StoredMatter> {
  const matter = await asHouse(act, (house) =>
    facts.aid ? matterByNumber(house, facts.aid) : matterBegan(house, caseId),
  );
  if (!matter) throw refuse(refusals.notFound);
  refuseUnfit(matter);
  return matter;
}

/** The lawyer of a post, when nothing stands against them. */
async function getClear(act: Act, matter: StoredMatter, post: string): Promise<Candidate> {
  const lawyer = await asHouse(act, (house) => findLawyer(house, post));
  if (!lawyer?.active) throw refuse(refusals.notRegistered, { words: { who: "选的律师" } });
  const candidate = await candidateFor(act, matter, lawyer);
  if (!isBarred(candidate)) return candidate;
  const why = candidate.decision.reasons.map(({ words }) => words).join("；");
  throw refuse(refusals.conflict, { words: { why } });
}

const handsOn: readonly string[] = ["reject", "transfer", "delegate", "add-sign"];

/**
 * Aid that was granted is not undone on the way to a lawyer, nor handed about among lawyers. Whoever
 * looks at the choice, where a federation wants that, sends it back to be made again.
 */
function shuts({ node, kind, facts }: At<AssignFacts>) {
  if (node === "accept") return handsOn.includes(kind) ? refusals.mayOnlyReturn : undefined;
  if (facts.reason !== "first") return undefined;
  if (node === "assign") {
    return kind === "reject" || kind === "return" ? refusals.mustAssign : undefined;
  }
  return kind === "reject" ? refusals.sendBack : undefined;
}

function refuseAstray({ action, facts }: Deed<AssignFacts>): void {
  const { node, kind, to } = action;
  const shut = shuts({ node, kind, facts });
  if (shut) throw refuse(shut);
  if (kind !== "return" || to === "assign") return;
  if (node === "accept") throw refuse(refusals.mayOnlyReturn);
  if (facts.reason === "first") throw refuse(refusals.sendBack);
}

async function allows(act: Act, deed: Deed<AssignFacts>): Promise<void> {
  const { action, beside, facts } = deed;
  refuseAstray(deed);
  // Who is asked beside the county chooses nobody.
  if (beside) return;
  // Work is shared out among lawyers too; whom the county chose does not change by that.
  const takesOn = action.node === "accept" && action.kind === "agree";
  if (takesOn && act.actor.post?.id !== facts.lawyer) throw refuse(refusals.notChosen);
  if (action.node !== "assign" || action.kind !== "agree") return;
  await getClear(act, await matterOf(act, deed), facts.lawyer ?? "");
}

async function keep(
  act: Act,
  { caseId }: Approved<AssignFacts>,
  { matter, candidate }: { readonly matter: StoredMatter; readonly candidate: Candidate },
): Promise<void> {
  const { lawyer, decision } = candidate;
  await asHouse(act, async (house) => {
    await changeMatter(house, matter.case_id, {
      ...{ state: "assigned", assigned_at: act.now, lawyer: lawyer.name },
      ...{ lawyer_post: lawyer.post_id, lawyer_account: lawyer.account_id },
    });
    await insertAssignment(house, {
      ...{ id: newId(act.now), matter_id: matter.case_id, case_id: caseId },
      ...{ org_path: matter.org_path, post_id: lawyer.post_id, lawyer: lawyer.name },
      ...{ decision: JSON.stringify(decision), rank: rankWords(candidate, matter.kind) },
      ...{ at: act.now, by_account: act.actor.accountId! },
    });
  });
}

/** Things may have changed since the county chose. */
async function effect(act: Act, approved: Approved<AssignFacts>): Promise<string> {
  const { case_id } = await matterOf(act, approved);
  const matter = (await asHouse(act, (house) => lockMatter(house, case_id)))!;
  refuseUnfit(matter);
  const candidate = await getClear(act, matter, approved.facts.lawyer ?? "");
  await keep(act, approved, { matter, candidate });
  const { name, firm } = candidate.lawyer;
  await tell(act, {
    ...{ accountId: matter.account_id, title: "已为您指派律师" },
    body: `${name}律师（${firm}）办理您与${matter.respondent}的事，不收费，会和您联系。`,
    link: caseLink(matter.case_id),
  });
  return `由${name}律师（${firm}）承办。`;
}

export const assign = caseFunction({
  id: "legal-aid.assign",
  title: "律师指派",
  says: "为给予援助的职工指派或者更换律师",
  may: ["cadre"],
  words: ["更换律师", "派律师"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: flow(
    approve(cadreOf("union"), {
      ...{
        id: "assign",
        title: "指派律师",
        verb: "指派",
        within: byRule("assignWithin"),
        onTimeout: "escalate",
      },
      rights: { lawyer: "write" },
      basis: "《法律援助法》第四十三条",
      // The law asks for a lawyer within three days, not by how many.
      adjustable: { addAfter: ["cadre"] },
    }),
    review(chosen("lawyer", "union", "lawyer"), {
      ...{ id: "accept", title: "律师接受指派", verb: "接受指派", within: byRule("acceptWithin") },
      basis: "《律师法》第三十九条",
    }),
  ),
  place: async (act, { union }) => (await countyOf(act, union)).id,
  summary: ({ reason, aid, name = "", respondent = "" }) =>
    reason === "change" ? `更换 ${aid} 的律师` : `${maskName(name)}与${respondent}`,
  check,
  allows,
  shuts,
  effect,
});
