// Renewal (换届申请): leave is asked, the congress elects, the result is reported and counted again, and from election day
// a new committee is in office (工会法 art 16; 工会基层组织选举工作条例). Or the renewal is put off (延期换届).

import { isHead } from "@niangjia/engine/policy";
import {
  anySign,
  applicant,
  approve,
  arm,
  byRule,
  cadreOf,
  chairOf,
  choose,
  copy,
  flow,
  is,
  officerOf,
  otherwise,
} from "@niangjia/engine/process";
import { askForLonger, passPost } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import {
  addCalendarMonths,
  type Day,
  dayOf,
  daysBetween,
  formatDay,
} from "@niangjia/foundation/day";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { unionStaff } from "@niangjia/foundation/roles";
import {
  type Application,
  type Approved,
  caseFunction,
  type Deed,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  beginTerm,
  extendTerm,
  lastDayOf,
  offices,
  type Seat,
  type Term,
  type Union,
} from "@niangjia/registers/organisations";
import { filingWords, noteLegalPerson } from "./legal-person.ts";
import { passOfficerPost } from "./officer-post.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { form, type RenewForm, type Result, resultOf, resultRights } from "./renew-form.ts";
import { checkReport, decisionOn, termYears } from "./report.ts";
import { insertResult } from "./store.ts";
import { runningTerm } from "./term.ts";
import { postTitle } from "./words.ts";

const above = anySign(chairOf("union.parent"), cadreOf("union.parent"));

/** That the union above replies is the rule's; whether a federation looks at it too is its own. */
const adjustable = { addAfter: ["officer", "cadre"] } as const;

const renewal = flow(
  approve(above, {
    ...{ id: "permit", title: "上级工会批复请示", verb: "批复", onTimeout: "escalate" },
    ...{ within: byRule("permitWithin"), basis: "《工会基层组织选举工作条例》第六条", adjustable },
  }),
  choose(
    arm(
      "换届",
      is("kind", "renew"),
      approve(applicant("officer"), {
        ...{ id: "report", title: "报告选举结果", verb: "报告结果", rights: resultRights },
        basis: "《工会基层组织选举工作条例》第十七条",
      }),
      approve(above, {
        ...{ id: "reply", title: "上级工会批复选举结果", verb: "批复", onTimeout: "escalate" },
        ...{
          within: byRule("resultReplyWithin"),
          basis: "《工会基层组织选举工作条例》",
          adjustable,
        },
      }),
    ),
    otherwise("延期换届"),
  ),
  copy(officerOf("union.parent"), officerOf("union.federation")),
);

/** Who is asked beside the report says what they think of it, also before there is one. */
async function allows(act: Act, deed: Deed<RenewForm>): Promise<void> {
  const { kind, node } = deed.action;
  if (kind === "agree" && node === "report" && !deed.beside) await checkReport(act, deed);
}

interface Delay {
  readonly facts: RenewForm;
  readonly union: Union;
  readonly term: Term;
}

/** Longer than the rule's usual is possible, for a reason that is written down. */
function delayFaults(
  act: Act,
  { delayMonths = 0, special }: RenewForm,
  union: Union,
): FieldFault[] {
  const { delayMonthsAtMost } = parametersOn(dayOf(act.now), union.division);
  if (delayMonths <= delayMonthsAtMost.value || special !== undefined) return [];
  const say = `延期一般不超过 ${delayMonthsAtMost.words}；确有特殊情况的，在这里写明，由上级工会裁量。`;
  return [{ path: "special", say }];
}

async function check(act: Act, { facts, union }: Application<RenewForm>): Promise<void> {
  const { name } = union;
  if (union.parentId === null) throw refuse(refusals.top, { words: { name } });
  if (facts.kind === "renew") return;
  const term = await runningTerm(act, union.id);
  if (!term) throw refuse(refusals.noTerm, { words: { name } });
  if (term.extendedTo !== null) {
    throw refuse(refusals.extendedAlready, { words: { name, day: formatDay(term.extendedTo) } });
  }
  delayedTo(act, { facts, union, term });
  const faults = delayFaults(act, facts, union);
  if (faults.length > 0) throw faultyFacts(faults);
}

async function advise(act: Act, { facts, union }: Application<RenewForm>): Promise<string[]> {
  const term = await runningTerm(act, union.id);
  const today = dayOf(act.now);
  const { applyAheadMonths, delegatesFrom } = parametersOn(today, union.division);
  const advice: string[] = [];
  if (term) {
    const end = lastDayOf(term);
    const left = daysBetween(today, end);
    advice.push(
      left < 0
        ? `本届已在 ${formatDay(end)}届满，超期 ${-left} 天，请尽快召开大会。`
        : `本届 ${formatDay(end)}届满，还有 ${left} 天。`,
    );
    if (today < addCalendarMonths(end, -applyAheadMonths.value)) {
      advice.push(`一般在届满前 ${applyAheadMonths.words}报送请示，现在早了一些，仍可以提交。`);
    }
  }
  if (facts.plannedMeeting === "delegates") {
    advice.push(`会员不足 ${delegatesFrom.value} 人的，应召开会员大会，不是会员代表大会。`);
  }
  return advice;
}

function seatsOf({ committee, audit = [], womenCommittee = [] }: Result): Seat[] {
  return [
    ...committee.map((row) => ({ ...row, body: "committee" as const })),
    ...audit.map((row) => ({ ...row, body: "audit" as const })),
    ...womenCommittee.map((row) => ({ ...row, body: "women" as const })),
  ];
}

/** Whoever leads the union from now on: its report has one, a chair or an organiser. */
const headOf = ({ committee }: Result): Result["committee"][number] => committee.find(isHead)!;

async function passPosts(
  act: Act,
  { union, term, caseId }: { readonly union: Union; readonly term: Term; readonly caseId: string },
  result: Result,
): Promise<void> {
  const { id: orgId, path: orgPath, name: orgName } = union;
  const at = { orgId, orgPath, orgName, because: `case:${caseId}` };
  const words = `“${orgName}”已经换届。`;
  const { name, office } = headOf(result);
  const post = { role: "chair", title: postTitle(office), toDay: term.toDay } as const;
  await passPost(act, { ...at, ...post, name, phone: result.chairPhone }, words);
  const { outgoing, officer, officerPhone } = result;
  if (officer && officerPhone) {
    await passOfficerPost(act, { ...at, words, outgoing, name: officer, phone: officerPhone });
  }
}

async function renewed(act: Act, approved: Approved<RenewForm>): Promise<string> {
  const { union, caseId, applicant: by } = approved;
  const result = resultOf(approved.facts);
  const { name: chair, office } = headOf(result);
  const seats = seatsOf(result);
  const term = await beginTerm(act, union.id, {
    ...{ fromDay: result.day, years: termYears[result.termYears], chair },
    elected: { seats, source: { kind: "case", id: caseId } },
  });
  await passPosts(act, { union, term, caseId }, result);
  const next = { union, name: chair, fromDay: result.day, caseId, accountId: by.accountId };
  const fileBy = await noteLegalPerson(act, next);
  await insertResult(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, term_id: term.id },
    ...{ day: result.day, decision: decisionOn(result, union), file_by_day: fileBy },
  });
  return `“${union.name}”第 ${term.number} 届委员会自 ${term.fromDay} 起任职，到 ${term.toDay} 届满，共 ${seats.length} 个席位；${offices[office]}的岗位已申请，安全管理员批准后启用。${filingWords(fileBy)}`;
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** Refuses a last day that is over: a committee whose term is past is elected anew. Answers that day. */
function delayedTo(act: Act, { facts, union, term }: Delay): Day {
  const toDay = addCalendarMonths(lastDayOf(term), facts.delayMonths ?? 0);
  if (toDay >= dayOf(act.now)) return toDay;
  throw refuse(refusals.delayPast, { words: { name: union.name, day: formatDay(toDay) } });
}

/** The committee stays on, and so does the post of its chair. */
async function delayed(act: Act, { facts, union, caseId }: Approved<RenewForm>): Promise<string> {
  const term = await runningTerm(act, union.id);
  if (!term) throw refuse(refusals.noTerm, { words: { name: union.name } });
  const { id: unionId, path, name } = union;
  const wasDay = lastDayOf(term);
  const toDay = delayedTo(act, { facts, union, term });
  await extendTerm(act, { unionId, toDay, caseId });
  const asked = await askForLonger(act, {
    ...({
      role: "chair",
      title: "工会主席",
      orgId: unionId,
      orgPath: path,
      orgName: name,
    } as const),
    ...{ lastingTo: earlier(wasDay, dayOf(act.now)), toDay, because: `case:${caseId}` },
  });
  const post = asked > 0 ? "主席延长任职的岗位已申请，安全管理员批准后启用。" : "";
  return `“${name}”第 ${term.number} 届延期到 ${toDay}，请在这一天以前完成换届。${post}`;
}

export const renew = caseFunction({
  id: "election.renew",
  title: "换届申请",
  says: "工会任期快满了，申请换届；来不及的，申请延期",
  may: unionStaff,
  words: ["换届选举", "延期换届", "选举结果", "新一届委员会"],
  parameters: parametersOn,
  version: 5,
  form,
  flow: renewal,
  subject: () => null,
  summary: ({ kind, plannedDay, delayMonths }) =>
    kind === "renew" ? `拟于 ${plannedDay} 换届` : `延期 ${delayMonths} 个月`,
  oneRunningFor: (_act, { union }) => union,
  check,
  allows,
  advise,
  effect: (act, approved) =>
    approved.facts.kind === "renew" ? renewed(act, approved) : delayed(act, approved),
});
