// A change in office (届中替补调整): within a term somebody leaves a seat and somebody else takes it. Chair and vice-chair
// are not moved away without the consent of their committee and the union above, and are recalled only by more than half
// of all members or delegates (工会法 art 18).

import {
  anySign,
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
import { endPostsOfRole, passPost } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, addCalendarMonths, type Day } from "@niangjia/foundation/day";
import { refuse } from "@niangjia/foundation/refusal";
import { unionStaff } from "@niangjia/foundation/roles";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  bodies,
  changeSeats,
  lastDayOf,
  leads,
  offices,
  officeTitle,
} from "@niangjia/registers/organisations";
import { type AdjustForm, form } from "./adjust-form.ts";
import {
  dayFaults,
  decisionOn,
  leftSeat,
  type Standing,
  seatFaults,
  standingOf,
  unfitIn,
} from "./adjust-standing.ts";
import { filingWords, noteLegalPerson } from "./legal-person.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { insertChange } from "./store.ts";
import { postTitle } from "./words.ts";

const above = anySign(chairOf("union.parent"), cadreOf("union.parent"));
const asked = {
  ...({ within: byRule("changeWithin"), onTimeout: "escalate" } as const),
  adjustable: { addAfter: ["officer", "cadre"] },
} as const;

/** Whoever leads a committee, by the article that makes it the union above's to agree. */
const consent = (basis: string) => approve(above, { title: "上级工会同意", ...asked, basis });

const consents = choose(
  arm("委员", is("office", "member"), approve(above, { title: "上级工会备案", ...asked })),
  arm("组织员", is("office", "organiser"), consent("《工会法》第十一条")),
  arm("主席、副主席", is("body", "committee"), consent("《工会法》第十八条")),
  arm("经费审查委员会主任、副主任", is("body", "audit"), consent("《工会法》第四十五条")),
  otherwise("女职工委员会主任、副主任", consent("《工会女职工委员会工作条例》第十一条")),
);

async function check(act: Act, { facts, union }: Application<AdjustForm>): Promise<void> {
  if (union.parentId === null) throw refuse(refusals.top, { words: { name: union.name } });
  const standing = await standingOf(act, { facts, union });
  const { office, successor, successorPhone } = facts;
  const phone = leads(facts) && successor !== undefined && successorPhone === undefined;
  const say = `请填写新任${offices[office]}的手机号，批准后用它登录办事。`;
  const faults = [
    ...dayFaults(standing),
    ...seatFaults(standing),
    ...(phone ? [{ path: "successorPhone", say }] : []),
  ];
  if (faults.length > 0) throw faultyFacts(faults);
  const unfit = unfitIn(standing, decisionOn(standing));
  if (unfit.length > 0) throw faultyFacts(unfit);
}

/** As long as the term; where that is over, as long as a renewal may be put off from today. */
function postLastsTo({ union, term, today }: Standing): Day {
  const end = lastDayOf(term);
  const { delayMonthsAtMost } = parametersOn(today, union.division);
  return end >= today ? end : addCalendarMonths(today, delayMonthsAtMost.value);
}

async function changePosts(act: Act, standing: Standing, caseId: string): Promise<void> {
  const { facts, union } = standing;
  if (!leads(facts)) return;
  const { id: orgId, path: orgPath, name: orgName } = union;
  const because = `case:${caseId}`;
  const words = `“${orgName}”的${offices[facts.office]}已经调整。`;
  const { successor, successorPhone } = facts;
  if (successor === undefined || successorPhone === undefined) {
    await endPostsOfRole(act, { orgId, role: "chair" }, { because, words });
    return;
  }
  const post = { role: "chair", title: postTitle(facts.office) } as const;
  const toDay = postLastsTo(standing);
  const wish = { orgId, orgPath, orgName, because, ...post, toDay, name: successor };
  await passPost(act, { ...wish, phone: successorPhone }, words);
}

async function fileLegalPerson(act: Act, approved: Approved<AdjustForm>): Promise<Day | null> {
  const { facts, union, caseId, applicant } = approved;
  const { successor, fromDay } = facts;
  if (!leads(facts) || successor === undefined || fromDay === undefined) return null;
  return noteLegalPerson(act, {
    ...{ union, name: successor, fromDay, caseId, accountId: applicant.accountId },
  });
}

function outcomeOf({ facts, union }: Approved<AdjustForm>, fileBy: Day | null): string {
  const { body, office, leaver, successor, lastDay, fromDay } = facts;
  const title = `${bodies[body]}${officeTitle(body, office)}`;
  const left = leaver === undefined ? "" : `${leaver}任${title}到 ${lastDay} 为止，`;
  const took =
    successor === undefined ? "这一职位暂缺。" : `${successor}自 ${fromDay} 起任${title}。`;
  return `“${union.name}”：${left}${took}${filingWords(fileBy)}`;
}

async function effect(act: Act, approved: Approved<AdjustForm>): Promise<string> {
  const { facts, union, caseId } = approved;
  const { body, office, leaver, successor, lastDay, fromDay, votes = null } = facts;
  const standing = await standingOf(act, { facts, union });
  const { term, held, today } = standing;
  const decision = decisionOn(standing);
  const [changed] = [
    ...dayFaults(standing),
    ...seatFaults(standing),
    ...unfitIn(standing, decision),
  ];
  if (changed) {
    throw refuse(refusals.committeeChanged, { words: { name: union.name, why: changed.say } });
  }
  const left = leftSeat(facts, held);
  const begins = fromDay ?? today;
  await changeSeats(
    act,
    {
      ...{ unionId: union.id, term, ended: left ? [left.id] : [], fromDay: begins },
      lastDay: lastDay ?? addCalendarDays(begins, -1),
      seats: successor === undefined ? [] : [{ body, office, name: successor, votes }],
    },
    { kind: "case", id: caseId },
  );
  await changePosts(act, standing, caseId);
  const fileBy = await fileLegalPerson(act, approved);
  await insertChange(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, term_id: term.id },
    ...{ body, office, leaver: leaver ?? null, reason: facts.reason ?? "none" },
    ...{ last_day: lastDay ?? null, successor: successor ?? null, from_day: fromDay ?? null },
    ...{ decision, file_by_day: fileBy },
  });
  return outcomeOf(approved, fileBy);
}

export const adjust = caseFunction({
  id: "election.adjust",
  title: "届中替补调整",
  says: "任期里有人离任、增补或者罢免，报上级工会",
  may: unionStaff,
  words: ["增补委员", "补选主席", "调整主席", "罢免", "辞职"],
  parameters: parametersOn,
  version: 5,
  form,
  flow: flow(consents, copy(officerOf("union.parent"), officerOf("union.federation"))),
  subject: () => null,
  summary: ({ body, office }) => `${bodies[body]}${officeTitle(body, office)}`,
  oneRunningFor: (_act, { union, body, office }) => `${union} ${body} ${office}`,
  check,
  effect,
});
