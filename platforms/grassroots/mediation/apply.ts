// Applying for mediation (调解申请): accepted or told where to go within a working day, mediated, signed
// by both sides; closed within five.

import { binds, citationWords } from "@niangjia/engine/policy";
import {
  anySign,
  applicant,
  approve,
  arm,
  byRule,
  cadreOf,
  choose,
  chosen,
  is,
  otherwise,
  postOf,
  review,
  timed,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { addCalendarMonths, dayOf, daysBetween, formatDay } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { dueBy } from "@niangjia/foundation/workdays";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import { parametersHere } from "@niangjia/registers/rules";
import { conclude } from "./agreement.ts";
import { allows } from "./allows.ts";
import { foldFirm } from "./conflict.ts";
import { countyOf } from "./county.ts";
import { type DisputeFacts, form, steps, type WritingStep } from "./form.ts";
import { parametersOn } from "./parameters.ts";
import { recordsOf } from "./records.ts";

const mediator = chosen("mediator", "union", "mediator");
const writes = (step: WritingStep) =>
  Object.fromEntries(steps[step].map((name) => [name, "write" as const]));

const flow = timed(
  { within: byRule("closeWithin"), overseer: cadreOf("union.federation") },
  review(anySign(postOf("mediator", "union"), cadreOf("union")), {
    id: "accept",
    title: "受理和分派",
    verb: "答复",
    within: byRule("acceptWithin"),
    onTimeout: "raise",
    rights: writes("accept"),
    basis: "本系统默认值（长沙做法）：1 个工作日内受理或者告知去向",
  }),
  choose(
    arm(
      "受理",
      is("decision", "accept"),
      review(mediator, {
        id: "mediate",
        title: "调解",
        verb: "结束调解",
        rights: writes("mediate"),
        basis: "《中华人民共和国劳动争议调解仲裁法》第十三条",
        // The law has mediators mediate; that somebody reads the draft before it is signed, it leaves open.
        adjustable: { addAfter: ["cadre"] },
      }),
      choose(
        arm(
          "达成协议",
          is("result", "agreed"),
          approve(applicant(), {
            id: "sign",
            title: "申请人签字",
            verb: "签字",
            basis: "《中华人民共和国劳动争议调解仲裁法》第十四条",
          }),
          approve(mediator, {
            id: "seal",
            title: "单位和调解员签字、盖章",
            verb: "签字盖章",
            rights: writes("seal"),
            basis: "《中华人民共和国人民调解法》第二十九条",
          }),
        ),
        otherwise("未达成协议"),
      ),
    ),
    otherwise("告知去向"),
  ),
);

async function check(act: Act, { facts, union }: Application<DisputeFacts>): Promise<void> {
  const { people = 1, representatives = [] } = facts;
  const { representativesFrom } = parametersOn(dayOf(act.now), union.division);
  if (representatives.length === 0 || people >= representativesFrom.value) return;
  if (!binds(representativesFrom)) return;
  const where = citationWords(representativesFrom.citation);
  const say = `满 ${representativesFrom.value} 人才能推举代表（${where}），人数不够的请各人都签名。`;
  throw faultyFacts([{ path: "representatives", say }]);
}

/** Only wages owed by the present employer are free of the year (调解仲裁法 art 27). */
const untimed = ({ employed, claims }: DisputeFacts): boolean =>
  employed && claims.every(({ kind }) => kind === "wages" || kind === "overtime");

function limitAdvice(
  facts: DisputeFacts,
  today: ReturnType<typeof dayOf>,
  years: number,
): string[] {
  if (untimed(facts)) return [];
  const last = addCalendarMonths(facts.knownDay, 12 * years);
  const left = daysBetween(today, last);
  if (left > 60) return [];
  return left < 0
    ? [
        `到 ${formatDay(last)} 已满 ${years} 年，申请仲裁可能已过时效；调解仍可以申请，请同时问问法律援助。`,
      ]
    : [`申请仲裁的时效到 ${formatDay(last)} 为止，还有 ${left} 天；请留意，不要因为调解耽误。`];
}

async function advise(act: Act, { facts, union }: Application<DisputeFacts>): Promise<string[]> {
  const today = dayOf(act.now);
  const on = await parametersHere(act, parametersOn, union);
  const accepted = formatDay(dueBy(on.acceptWithin.value, today));
  const closed = formatDay(dueBy(on.closeWithin.value, today));
  return [
    `“${union.name}”会在 ${accepted}前答复是否受理，${closed}前办结。`,
    `${on.agreementWithin.words}内没有达成协议的，您可以直接申请劳动仲裁（${citationWords(on.agreementWithin.citation)}）。`,
    ...limitAdvice(facts, today, on.claimYears.value),
  ];
}

async function effect(act: Act, approved: Approved<DisputeFacts>): Promise<string> {
  const { decision, redirectTo, result } = approved.facts;
  if (decision === "redirect") return `不由本处受理，请到：${redirectTo}。`;
  if (result === "agreed") return conclude(act, approved);
  return "调解未达成协议。您可以向劳动人事争议仲裁委员会申请仲裁，不收费；需要帮助的，请申请法律援助，或者请调解员把卷宗移送过去。";
}

export const apply = caseFunction({
  id: "mediation.apply",
  title: "调解申请",
  says: "和单位有劳动争议，请工会来调解，五个工作日办结",
  may: ["worker", "member", "officer"],
  words: ["欠薪", "讨薪", "拖欠工资", "被辞退", "赔偿", "劳动争议", "维权", "纠纷"],
  parameters: parametersOn,
  version: 4,
  form,
  flow,
  handsUp: true,
  place: async (act, { union }) => (await countyOf(act, union)).id,
  summary: ({ name, respondent }) => `${maskName(name)}与${respondent}`,
  oneRunningFor: (_act, { phone, respondent }) => `${phone}/${foldFirm(respondent)}`,
  check,
  advise,
  allows,
  records: recordsOf,
  effect,
});
