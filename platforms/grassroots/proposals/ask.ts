// A question of a worker (职工质询): answered by the chair or a department in time, kept for good, and open to the
// union's members when the asker agrees.

import {
  approve,
  arm,
  byRule,
  chairOf,
  choiceField,
  choose,
  chosen,
  type FactsOf,
  filesField,
  flow,
  is,
  longTextField,
  officerOf,
  otherwise,
  postField,
  review,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, yearOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  type At,
  caseFunction,
  type Deed,
  faultyFacts,
  findCase,
} from "@niangjia/registers/cases";
import { recordStandingFor } from "@niangjia/registers/members";
import { writes } from "./form.ts";
import { ownMembership } from "./member.ts";
import { parametersOn } from "./parameters.ts";
import { insertQuestion, nextQuestionNumber } from "./question-store.ts";
import { refusals } from "./refusals.ts";
import { basis } from "./terms.ts";

const by = "handler" as const;

const form = {
  union: unionField("所在工会", { prefill: "me.union" }),
  title: textField("质询什么", { maxLength: 60 }),
  question: longTextField("具体问题", { maxLength: 1000, help: "说清事情和您想知道的" }),
  to: choiceField("请谁答复", { chair: "工会主席", department: "有关部门" }),
  papers: filesField("材料", { required: false }),
  open: yesNoField("答复向本工会会员公开", {
    help: "公开时不显示您的姓名；不公开的只有您自己看得到",
  }),
  department: textField("答复部门", { by, maxLength: 30 }),
  handler: postField("承办人", { role: "officer", at: "union" }, { by }),
  answer: longTextField("答复", { by, maxLength: 2000 }),
} as const;
type QuestionFacts = FactsOf<typeof form>;

const answering = {
  verb: "答复",
  within: byRule("questionAnswerWithin"),
  extendable: byRule("questionExtension"),
  amber: 2,
  onTimeout: "raise",
  rights: writes(["answer"]),
  basis,
} as const;

const askFlow = flow(
  choose(
    arm(
      "工会主席答复",
      is("to", "chair"),
      approve(chairOf("union"), { ...answering, id: "chair-answer", title: "主席答复" }),
    ),
    otherwise(
      "有关部门答复",
      review(officerOf("union"), {
        id: "pass-on",
        title: "转交承办部门",
        verb: "转交",
        within: byRule("questionPassWithin"),
        onTimeout: "raise",
        escalateTo: chairOf("union"),
        rights: writes(["department", "handler"]),
        basis,
      }),
      review(chosen("officer", "union", "handler"), {
        ...answering,
        id: "department-answer",
        title: "部门答复",
        escalateTo: chairOf("union"),
        adjustable: { addAfter: ["chair"] },
      }),
    ),
  ),
);

async function check(act: Act, { union }: Application<QuestionFacts>): Promise<void> {
  const { unionId } = await ownMembership(act);
  if (unionId === union.id) return;
  throw faultyFacts([{ path: "union", say: "只能向您自己所在的工会质询，请改选。" }]);
}

/** A question is answered, or passed on by who has nothing to say to it. */
const shuts = ({ kind, node }: Pick<At, "kind" | "node">) =>
  kind === "reject" && node !== "pass-on" ? refusals.answerInstead : undefined;

async function allows(_act: Act, { action }: Deed<QuestionFacts>): Promise<void> {
  const shut = shuts(action);
  if (shut) throw refuse(shut);
}

async function effect(act: Act, approved: Approved<QuestionFacts>): Promise<string> {
  const { facts, union, caseId } = approved;
  const today = dayOf(act.now);
  const number = await asHouse(act, async (house) => {
    const found = await findCase(house, caseId);
    const asker = found?.state.applicant?.personId;
    if (!found || !asker) throw new Error("a member asks a question");
    const personId = await recordStandingFor(house, asker);
    const next = await nextQuestionNumber(house, union.id, yearOf(today));
    await insertQuestion(house, {
      ...{ case_id: caseId, org_id: union.id, org_path: union.path, person_id: personId },
      ...{ number: next, title: facts.title, question: facts.question, open: facts.open },
      ...{ answer: facts.answer ?? "", answered_by: facts.department ?? "工会主席" },
      ...{ asked_day: dayOf(found.filedAt), answered_day: today },
    });
    return next;
  });
  const kept = `已存入质询档案 ${number}`;
  return facts.open
    ? `${kept}，向本工会会员公开，不显示您的姓名。`
    : `${kept}，只有您和工会看得到。`;
}

export const ask = caseFunction({
  id: "proposals.ask",
  title: "职工质询",
  says: "对单位和工会的事有疑问，请主席或者有关部门书面答复",
  may: ["member"],
  words: ["问单位", "要求解释", "质问", "公开答复"],
  parameters: parametersOn,
  version: 4,
  form,
  flow: askFlow,
  subject: () => null,
  goesAlong: true,
  summary: ({ title }) => title,
  opens: async (act) => {
    await ownMembership(act);
  },
  check,
  allows,
  shuts,
  effect,
});
