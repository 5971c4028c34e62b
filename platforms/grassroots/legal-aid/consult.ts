// Asking a lawyer (法律咨询): a question goes to the lawyer on duty in the county, or up where nobody is;
// the answer stands in the case, and the worker rates it.

import {
  byRule,
  cadreOf,
  choiceField,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  postOf,
  review,
  section,
  unionField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { refuse } from "@niangjia/foundation/refusal";
import { selves } from "@niangjia/foundation/roles";
import {
  type Application,
  type Approved,
  caseFunction,
  type Deed,
  findCase,
  type StoredCase,
} from "@niangjia/registers/cases";
import { parametersHere } from "@niangjia/registers/rules";
import { insertConsultation } from "./consult-store.ts";
import { deskOf } from "./county.ts";
import { decidingAction } from "./follow.ts";
import { activeLawyersAt, findLawyer, type LawyerRow, lawyersOnDuty } from "./lawyer-store.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { matterKinds, suggestions } from "./words.ts";

const by = "handler";
/** The step of the lawyer; a federation may have somebody look at the answer after it. */
const answering = "answer";

const form = {
  question: section("您的问题", {
    union: unionField("您在哪里工作", {
      prefill: "me.union",
      help: "选单位、街道或者县（市、区）总工会都可以，会送到那里的值班律师",
    }),
    kind: choiceField("哪方面的问题", matterKinds),
    question: longTextField("想问什么", {
      maxLength: 2000,
      help: "什么时候、发生了什么、您想要什么结果",
    }),
    files: filesField("有关材料", { required: false, maxCount: 5 }),
  }),
  reply: section("律师答复", {
    answer: longTextField("答复", { by, maxLength: 3000 }),
    suggestion: choiceField("下一步", suggestions, { by }),
  }),
} as const;
type ConsultFacts = FactsOf<typeof form>;
type Asked = Deed<ConsultFacts>;

async function check(act: Act, { union }: Application<ConsultFacts>): Promise<void> {
  const lawyers = await asHouse(act, (house) => activeLawyersAt(house, [union.path]));
  if (lawyers.length === 0) throw refuse(refusals.noLawyer, { words: { name: union.name } });
}

async function advise(act: Act, { union }: Application<ConsultFacts>): Promise<string[]> {
  const today = dayOf(act.now);
  const within = { paths: [union.path], from: today, to: today };
  const onDuty = await asHouse(act, (house) => lawyersOnDuty(house, within));
  const who = onDuty.map(({ name, firm }) => `${name}律师（${firm}）`).join("、");
  const { answerWithin } = await parametersHere(act, parametersOn, union);
  return [
    onDuty.length > 0
      ? `今天值班的是“${union.name}”的${who}，${answerWithin.words}内答复。`
      : `今天没有律师值班，“${union.name}”的援助律师会在 ${answerWithin.words}内答复。`,
  ];
}

/** Who was on duty since it was asked. */
async function onDutySince(act: Act, { caseId, union }: Pick<Asked, "caseId" | "union">) {
  const row = (await findCase(act, caseId))!;
  const days = { from: dayOf(row.filedAt), to: dayOf(act.now) };
  const duties = await asHouse(act, (house) =>
    lawyersOnDuty(house, { paths: [union.path], ...days }),
  );
  return { row, duties };
}

/** Of the house's lawyers the one on duty answers, or whom the question was handed to. */
async function refuseOther(act: Act, deed: Asked): Promise<void> {
  const { post, name: who } = act.actor;
  const registered = post ? await findLawyer(act, post.id) : undefined;
  if (!post || !registered?.active) throw refuse(refusals.notRegistered, { words: { who } });
  const { row, duties } = await onDutySince(act, deed);
  const handed = row.state.tasks.some(({ id, given }) => id === deed.action.task && given);
  if (handed || duties.length === 0 || duties.some(({ post_id }) => post_id === post.id)) return;
  const names = [...new Set(duties.map(({ name }) => `${name}律师`))].join("、");
  throw refuse(refusals.notOnDuty, { words: { names } });
}

/** Who is asked beside the lawyer says what they think; the answer stays the lawyer's. */
async function allows(act: Act, deed: Asked): Promise<void> {
  const { kind, node } = deed.action;
  if (kind === "agree" && node === answering && !deed.beside) await refuseOther(act, deed);
}

/** The lawyer who answered, and not who signed after them. */
async function answeredBy(house: Act, row: StoredCase): Promise<LawyerRow> {
  const post = (await decidingAction(house, row, answering))?.by.postId;
  const found = post ? await findLawyer(house, post) : undefined;
  if (!found) throw new Error(`question ${row.number} was answered by no lawyer`);
  return found;
}

async function effect(act: Act, approved: Approved<ConsultFacts>): Promise<string> {
  const { facts, union, caseId, number, applicant } = approved;
  const { row, duties } = await onDutySince(act, approved);
  const { kind, answer = "", suggestion = "none" } = facts;
  const name = await asHouse(act, async (house) => {
    const { post_id, name: lawyer } = await answeredBy(house, row);
    await insertConsultation(house, {
      ...{ case_id: caseId, number, org_id: union.id, org_path: union.path },
      ...{ account_id: applicant.accountId, kind, asked_at: row.filedAt, answered_at: act.now },
      ...{ lawyer_post: post_id, lawyer, suggestion, stars: null },
      on_duty: duties.some((duty) => duty.post_id === post_id),
    });
    return lawyer;
  });
  return `${name}律师答复：${answer}\n${suggestions[suggestion]}。`;
}

export const consult = caseFunction({
  id: "legal-aid.consult",
  title: "法律咨询",
  says: "劳动上的事拿不准，问问值班律师，两个工作日内答复",
  may: selves,
  words: ["问律师", "法律问题", "维权咨询", "劳动法", "律师"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: flow(
    review(postOf("lawyer", "union"), {
      ...{ id: answering, title: "值班律师解答", verb: "答复", within: byRule("answerWithin") },
      ...{ onTimeout: "escalate", escalateTo: cadreOf("union") },
      rights: { answer: "write", suggestion: "write" },
      basis: "本系统默认值",
      adjustable: { addAfter: ["cadre"] },
    }),
  ),
  place: async (act, { union }) => (await deskOf(act, union)).id,
  summary: ({ kind }) => matterKinds[kind],
  check,
  advise,
  allows,
  effect,
});
