// A change in office (届中替补调整): within a term somebody leaves a seat and somebody else takes it. Chair and vice-chair
// are not moved away without the consent of their committee and the union above, and are recalled only by more than half
// of all members or delegates (工会法 art 18).

import { type Decision, decide } from "@niangjia/engine/policy";
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
import { addCalendarDays, type Day, dayOf } from "@niangjia/foundation/day";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
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
  type HeldSeat,
  lastDayOf,
  officeTitle,
  seatsOn,
  type Term,
  type Union,
} from "@niangjia/registers/organisations";
import { type AdjustForm, form } from "./adjust-form.ts";
import { type AdjustFacts, adjustPolicy } from "./adjust-policy.ts";
import { filingWords, noteLegalPerson } from "./legal-person.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { insertChange } from "./store.ts";
import { runningTerm } from "./term.ts";
import { faultsIn } from "./words.ts";

const above = anySign(chairOf("union.parent"), cadreOf("union.parent"));
const asked = {
  ...({ within: byRule("changeWithin"), onTimeout: "escalate" } as const),
  adjustable: { addAfter: ["officer", "cadre"] },
} as const;

/** Whoever leads a committee, by the article that makes it the union above's to agree. */
const consent = (basis: string) => approve(above, { title: "上级工会同意", ...asked, basis });

const consents = choose(
  arm("委员", is("office", "member"), approve(above, { title: "上级工会备案", ...asked })),
  arm("主席、副主席", is("body", "committee"), consent("《工会法》第十八条")),
  arm("经费审查委员会主任、副主任", is("body", "audit"), consent("《工会法》第四十五条")),
  otherwise("女职工委员会主任、副主任", consent("《工会女职工委员会工作条例》第十一条")),
);

function policyFacts(facts: AdjustForm): AdjustFacts {
  const { office, body, committeeMembers = 0, consenting = 0, voters = 0, recalling = 0 } = facts;
  const { due = 0, present = 0, votes = 0, chairIsHead = false, relatives = false } = facts;
  return {
    ...{ office, ofCommittee: body === "committee", reason: facts.reason ?? "none" },
    ...{ committee: committeeMembers, consenting, voters, recalling },
    ...{ due, present, votes, chairIsHead, relatives },
  };
}

const decisionOn = (facts: AdjustForm, day: Day, { division }: Union): Decision =>
  decide(adjustPolicy, { day, place: division, facts: policyFacts(facts) });

/** The seat that is given up, where the committee is on record; undefined where it never was. */
function leftSeat(facts: AdjustForm, held: readonly HeldSeat[]): HeldSeat | undefined {
  const { body, office, leaver } = facts;
  return held.find((seat) => seat.body === body && seat.office === office && seat.name === leaver);
}

function seatFaults(facts: AdjustForm, held: readonly HeldSeat[]): FieldFault[] {
  const { body, office, leaver, successor } = facts;
  const known = held.filter((seat) => seat.body === body);
  const title = `${bodies[body]}${officeTitle(body, office)}`;
  const stays = held.find((seat) => seat.body === body && seat.office === office);
  const found: [boolean, string, string][] = [
    [
      leaver !== undefined && known.length > 0 && !leftSeat(facts, held),
      "leaver",
      `名册里没有担任${title}的“${leaver}”，请照“届满一览”里的现任名单填写。`,
    ],
    [
      office === "chair" && leaver === undefined && stays !== undefined,
      "kind",
      `${title}现在是${stays?.name}，没有空缺，请选“有人离任”。`,
    ],
    [
      known.some(({ name, office: has }) => name === successor && has === office),
      "successor",
      `“${successor}”已经担任${title}。`,
    ],
  ];
  return found.flatMap(([wrong, path, say]) => (wrong ? [{ path, say }] : []));
}

function dayFaults({ lastDay, fromDay }: AdjustForm, term: Term): FieldFault[] {
  const spans = ([path, day]: [string, Day | undefined]): FieldFault[] =>
    day !== undefined && (day < term.fromDay || day > lastDayOf(term))
      ? [{ path, say: `要在本届任期（${term.fromDay} 至 ${lastDayOf(term)}）里。` }]
      : [];
  const apart = lastDay !== undefined && fromDay !== undefined && fromDay <= lastDay;
  const order = { path: "fromDay", say: "接任要在前任离任以后。" };
  return [
    ...spans(["lastDay", lastDay]),
    ...spans(["fromDay", fromDay]),
    ...(apart ? [order] : []),
  ];
}

/** Rules of a change by the field that shows what they found. */
const beside = {
  ...{ "no-consent": "consenting", "consent-short": "consenting", "recall-short": "recalling" },
  ...{ "no-quorum": "present", "votes-short": "votes" },
  ...{ "chair-is-head": "chairIsHead", relatives: "relatives" },
} as const;

const isChair = ({ body, office }: AdjustForm): boolean =>
  body === "committee" && office === "chair";

async function check(act: Act, { facts, union }: Application<AdjustForm>): Promise<void> {
  const { name } = union;
  if (union.parentId === null) throw refuse(refusals.top, { words: { name } });
  const term = await runningTerm(act, union.id);
  if (!term) throw refuse(refusals.noTerm, { words: { name } });
  const { successor, successorPhone } = facts;
  const phone = isChair(facts) && successor !== undefined && successorPhone === undefined;
  const held = await seatsOn(act, union.id, dayOf(act.now));
  const faults = [
    ...dayFaults(facts, term),
    ...seatFaults(facts, held),
    ...(phone
      ? [{ path: "successorPhone", say: "请填写新任主席的手机号，批准后用它登录办事。" }]
      : []),
  ];
  if (faults.length > 0) throw faultyFacts(faults);
  const decision = decisionOn(facts, dayOf(act.now), union);
  const unfit = faultsIn(decision, { beside, given: facts.explanation });
  if (unfit.length > 0) throw faultyFacts(unfit);
}

async function changePosts(act: Act, approved: Approved<AdjustForm>, term: Term): Promise<void> {
  const { facts, union, caseId } = approved;
  if (!isChair(facts)) return;
  const { id: orgId, path: orgPath, name: orgName } = union;
  const because = `case:${caseId}`;
  const words = `“${orgName}”的主席已经调整。`;
  const { successor, successorPhone } = facts;
  if (successor === undefined || successorPhone === undefined) {
    await endPostsOfRole(act, { orgId, role: "chair" }, { because, words });
    return;
  }
  const chair = { role: "chair", title: "工会主席", toDay: lastDayOf(term) } as const;
  const wish = { orgId, orgPath, orgName, because, ...chair, name: successor };
  await passPost(act, { ...wish, phone: successorPhone }, words);
}

async function fileLegalPerson(act: Act, approved: Approved<AdjustForm>): Promise<Day | null> {
  const { facts, union, caseId, applicant } = approved;
  const { successor, fromDay } = facts;
  if (!isChair(facts) || successor === undefined || fromDay === undefined) return null;
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
  const term = await runningTerm(act, union.id);
  if (!term) throw refuse(refusals.noTerm, { words: { name: union.name } });
  const today = dayOf(act.now);
  const held = await seatsOn(act, union.id, today);
  const [changed] = [...dayFaults(facts, term), ...seatFaults(facts, held)];
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
  await changePosts(act, approved, term);
  const fileBy = await fileLegalPerson(act, approved);
  await insertChange(act, {
    ...{ case_id: caseId, union_id: union.id, org_path: union.path, term_id: term.id },
    ...{ body, office, leaver: leaver ?? null, reason: facts.reason ?? "none" },
    ...{ last_day: lastDay ?? null, successor: successor ?? null, from_day: fromDay ?? null },
    ...{ decision: decisionOn(facts, today, union), file_by_day: fileBy },
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
  version: 4,
  form,
  flow: flow(consents, copy(officerOf("union.parent"), officerOf("union.federation"))),
  subject: () => null,
  summary: ({ body, office }) => `${bodies[body]}${officeTitle(body, office)}`,
  oneRunningFor: (_act, { union, body, office }) => `${union} ${body} ${office}`,
  check,
  effect,
});
