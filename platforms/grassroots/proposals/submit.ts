// A proposal (提案): seconded by members, filed or merged, answered by a department with the chair's
// approval, and rated by whoever made it; a poor rating has it answered once more.

import {
  applicant,
  approve,
  arm,
  byRule,
  chairOf,
  choose,
  chosen,
  flow,
  is,
  officerOf,
  otherwise,
  review,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { FieldFault } from "@niangjia/foundation/refusal";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  type At,
  caseFunction,
  type Deed,
  faultyFacts,
} from "@niangjia/registers/cases";
import { openCampaign } from "./campaign-store.ts";
import { filingFaults } from "./file.ts";
import { form, type ProposalFacts, steps, writes } from "./form.ts";
import { recordsOf } from "./joint.ts";
import { colleagueAt, ownMembership } from "./member.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { leastAt } from "./seconders.ts";
import { countSeconded, findProposal } from "./store.ts";
import { basis } from "./terms.ts";
import { results, satisfactions } from "./words.ts";

const handler = chosen("officer", "union", "handler");

/** No document asks that anybody looks at an answer before it is given. */
const adjustable = { drop: true, addAfter: ["officer", "cadre"] } as const;

const again = choose(
  arm(
    "不满意，重新办理",
    is("satisfaction", "poor"),
    review(handler, {
      id: "answer-again",
      title: "重新办理",
      verb: "答复",
      within: byRule("answerAgainWithin"),
      onTimeout: "raise",
      escalateTo: chairOf("union"),
      rights: writes(steps["answer-again"]),
      basis,
    }),
    approve(chairOf("union"), {
      id: "approve-again",
      title: "主席审定重新答复",
      verb: "审定",
      within: byRule("approveWithin"),
      onTimeout: "raise",
      adjustable,
      basis,
    }),
    review(applicant("member"), {
      id: "rate-again",
      title: "评价重新答复",
      verb: "评价",
      within: byRule("rateWithin"),
      onTimeout: "pass",
      rights: writes(steps["rate-again"]),
      basis,
    }),
  ),
  otherwise("办结"),
);

const submitFlow = flow(
  review(applicant("member"), {
    id: "second",
    title: "征集附议",
    within: byRule("secondWithin"),
    basis,
  }),
  review(officerOf("union"), {
    id: "file",
    title: "立案审查",
    verb: "审查",
    within: byRule("fileWithin"),
    onTimeout: "raise",
    escalateTo: chairOf("union"),
    rights: writes(steps.file),
    basis,
  }),
  choose(
    arm(
      "立案",
      is("decision", "file"),
      review(handler, {
        id: "answer",
        title: "承办答复",
        verb: "答复",
        within: byRule("answerWithin"),
        extendable: byRule("answerExtension"),
        amber: 3,
        onTimeout: "raise",
        escalateTo: chairOf("union"),
        rights: writes(steps.answer),
        basis,
      }),
      approve(chairOf("union"), {
        id: "approve",
        title: "主席审定答复",
        verb: "审定",
        within: byRule("approveWithin"),
        onTimeout: "raise",
        adjustable,
        basis,
      }),
      review(applicant("member"), {
        id: "rate",
        title: "评价答复",
        verb: "评价",
        within: byRule("rateWithin"),
        onTimeout: "pass",
        rights: writes(steps.rate),
        basis,
      }),
      again,
    ),
    otherwise("并案"),
  ),
);

async function seconderFaults(
  act: Act,
  { facts, union }: Application<ProposalFacts>,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const least = await leastAt(act, union);
  if (facts.seconders.length < least) {
    const say = `附议人至少填 ${least} 行，现在有 ${facts.seconders.length} 行。`;
    faults.push({ path: "seconders", say });
  }
  const seen = new Set<string>();
  for (const [row, named] of facts.seconders.entries()) {
    const found = await colleagueAt(act, union.path, named);
    const fault = (say: string) => faults.push({ path: `seconders.${row}.phone`, say });
    if (!found) fault(`${refusals.colleagueUnknown.say}${refusals.colleagueUnknown.next}`);
    else if (found.id === act.actor.personId) fault(refusals.notYourself.say);
    else if (seen.has(found.id)) fault("这位会员写了两次，请删去一行。");
    if (found) seen.add(found.id);
  }
  return faults;
}

async function check(act: Act, application: Application<ProposalFacts>): Promise<void> {
  const { unionId } = await ownMembership(act);
  if (unionId !== application.union.id) {
    throw faultyFacts([{ path: "union", say: "只能向您自己所在的工会提案，请改选。" }]);
  }
  const faults = await seconderFaults(act, application);
  if (faults.length > 0) throw faultyFacts(faults);
}

async function advise(act: Act, { union }: Application<ProposalFacts>): Promise<string[]> {
  const open = await asHouse(act, (house) => openCampaign(house, union.path, dayOf(act.now)));
  const least = await leastAt(act, union);
  const told = `提交后请附议人在 App 里答复，满 ${least} 位附议就送工会立案审查。`;
  return open
    ? [`“${open.title}”到 ${formatDay(open.to_day)} 为止，这件提案会列入。`, told]
    : [told];
}

/** By hand as by the house: nobody goes on without enough seconders. */
async function refuseTooFew(act: Act, { caseId, union }: Deed<ProposalFacts>): Promise<void> {
  const count = await asHouse(act, (house) => countSeconded(house, caseId));
  const row = await asHouse(act, (house) => findProposal(house, caseId));
  const least = await leastAt(act, union, row?.made_day);
  if (count < least) throw refuse(refusals.tooFew, { words: { count, least } });
}

/** A proposer rates and does not decide; what was filed is answered, whatever the answer. */
function shuts({ kind, node }: Pick<At, "kind" | "node">) {
  if (kind !== "reject" && kind !== "return") return undefined;
  if (node === "second") return refusals.withdrawInstead;
  if (node === "rate" || node === "rate-again") return refusals.rateInstead;
  return kind === "reject" && node !== "file" ? refusals.answerInstead : undefined;
}

async function allows(act: Act, deed: Deed<ProposalFacts>): Promise<void> {
  const { action, beside } = deed;
  const shut = shuts(action);
  if (shut) throw refuse(shut);
  if (action.kind !== "agree" || beside) return;
  const faults = action.node === "file" ? await filingFaults(act, deed) : [];
  if (faults.length > 0) throw faultyFacts(faults);
  if (action.node === "second" || action.node === "file") await refuseTooFew(act, deed);
}

async function effect(_act: Act, { facts }: Approved<ProposalFacts>): Promise<string> {
  if (facts.decision === "merge") {
    return `与提案 ${facts.mergeInto} 并案办理，答复以后会告诉您。`;
  }
  const result = facts.resultAgain ?? facts.result;
  const rating = facts.resultAgain ? facts.satisfactionAgain : facts.satisfaction;
  const rated = rating ? `您的评价：${satisfactions[rating]}。` : "到期没有评价。";
  return `“${facts.department}”答复：${result ? results[result] : ""}。${rated}`;
}

export const submit = caseFunction({
  id: "proposals.submit",
  title: "职工提案",
  says: "对单位的事有建议，写成提案请大家附议，工会交部门办理并答复",
  may: ["member"],
  words: ["提建议", "合理化建议", "职代会提案", "提意见", "反映问题"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: submitFlow,
  // It is about the firm's affairs and not about whoever makes it: they sign steps of it themselves.
  subject: () => null,
  goesAlong: true,
  summary: ({ title }) => title,
  opens: async (act) => {
    await ownMembership(act);
  },
  check,
  advise,
  allows,
  shuts,
  records: recordsOf,
  effect,
});
