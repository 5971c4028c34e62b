// Joining (入会申请): a worker becomes a member of the union they choose; its officer decides within
// two working days.
import { copy, flow, officerOf, review, workdays } from "@niangjia/engine/process";
import { accountOfPerson, holdersOf, markMember } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { ageOn, dayOf } from "@niangjia/foundation/day";
import type { DocumentNumber } from "@niangjia/foundation/document";
import { newId } from "@niangjia/foundation/ids";
import { maskIdNumber, maskName } from "@niangjia/foundation/masks";
import { foldName } from "@niangjia/foundation/names";
import { lineageOf, orgPath } from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  beginWork,
  enrolOne,
  ownRecord,
  type Standing,
  standingOf,
} from "@niangjia/registers/members";
import { unionsByPaths } from "@niangjia/registers/organisations";
import {
  birthDayOf,
  documentOf,
  form,
  identityIn,
  type JoinFacts,
  personFactsOf,
} from "./applicant.ts";
import { refusals } from "./contract.ts";
import { joined } from "./events.ts";
import { sourceOf } from "./holder.ts";

/** Nobody younger may be employed (劳动法 art 15). */
const leastAge = 16;

/** Working days the officer of the union has. */
const decidedWithin = 2;

function getDocument(act: Act, facts: JoinFacts): DocumentNumber {
  const read = documentOf(facts, dayOf(act.now));
  if ("document" in read) return read.document;
  throw faultyFacts([read]);
}

/**
 * Who an application is about: whoever bears the document already, else the applicant, else
 * somebody new.
 */
async function subjectOf(act: Act, facts: JoinFacts, self: string | null): Promise<string> {
  const read = documentOf(facts, dayOf(act.now));
  const standing = "document" in read ? await standingOf(act, read.document) : undefined;
  return standing?.personId ?? self ?? newId(act.now);
}

/**
 * The county a union lies in, or the federation nearest to it: all that a stranger is told of a
 * membership.
 */
async function whereabouts(act: Act, path: string): Promise<string> {
  const line = [...(await unionsByPaths(act, lineageOf(orgPath(path)))).values()];
  const federations = line.filter(({ level }) => ["province", "city", "county"].includes(level));
  return federations.map(({ name }) => name).at(-1) ?? "别的工会";
}

async function refuseMember(act: Act, path: string, kept: boolean): Promise<never> {
  const where = await whereabouts(act, path);
  throw refuse(kept ? refusals.keptMember : refusals.alreadyMember, { words: { where } });
}

/**
 * An account stands for one person only: whoever joined before under another phone number signs in
 * with that one.
 */
async function refuseOtherAccount(
  act: Act,
  { personId }: Standing,
  { accountId, self }: Application["applicant"],
): Promise<void> {
  const other = self ? await accountOfPerson(act, personId) : undefined;
  if (other !== undefined && other !== accountId) throw refuse(refusals.accountElsewhere);
}

/** Whoever was on file under another document would become two persons. */
async function refuseOtherDocument(act: Act, { self }: Application["applicant"]): Promise<void> {
  if (self && (await ownRecord(act))) throw refuse(refusals.otherDocument);
}

async function check(act: Act, { facts, applicant }: Application<JoinFacts>): Promise<void> {
  const document = getDocument(act, facts);
  if (!facts.voluntary) throw refuse(refusals.notVoluntary);
  const birthDay = birthDayOf(facts, document);
  if (birthDay && ageOn(birthDay, dayOf(act.now)) < leastAge) {
    throw refuse(refusals.tooYoung, { words: { age: leastAge } });
  }
  const standing = await standingOf(act, document);
  if (!standing) return refuseOtherDocument(act, applicant);
  // Asked first: where somebody is a member is told to nobody who cannot name them.
  if (foldName(standing.name) !== foldName(facts.name)) throw refuse(refusals.nameDiffers);
  const { living } = standing;
  if (living) await refuseMember(act, living.orgPath, living.state === "kept");
  await refuseOtherAccount(act, standing, applicant);
}

/** Who could decide at the union itself: an applicant does not. */
async function decidersAt(
  act: Act,
  { union, applicant }: Pick<Application, "union" | "applicant">,
): Promise<number> {
  const officers = await holdersOf(act, { role: "officer", orgPath: union.path });
  return officers.filter(({ accountId }) => accountId !== applicant.accountId).length;
}

/** What `check` lets pass, and still is good to know: the old number, and that nobody is there to decide. */
async function advise(act: Act, application: Application<JoinFacts>): Promise<string[]> {
  const { facts, union } = application;
  const number = (await standingOf(act, getDocument(act, facts)))?.number;
  const advice: string[] = [];
  if (number) {
    advice.push(
      `${facts.name}以前入过会，批准后沿用原来的会员号 ${number}，入会时间从批准那天算起。`,
    );
  }
  if ((await decidersAt(act, application)) === 0) {
    advice.push(
      `“${union.name}”现在没有可以审核这件申请的工会干事，满 ${decidedWithin} 个工作日后会转给上一级工会。`,
    );
  }
  return advice;
}

/**
 * Enters the person, or who they turn out to be, as a member. Things may have changed since it was
 * filed.
 */
async function enter(
  act: Act,
  { facts, union, personId, caseId }: Approved<JoinFacts>,
): Promise<string> {
  const document = getDocument(act, facts);
  const entered = await enrolOne(act, sourceOf(act, { caseId }), {
    union,
    facts: personFactsOf(facts, document),
    state: "active",
    joinedDay: dayOf(act.now),
    change: "1",
    reason: null,
    ...(personId === null ? {} : { personId }),
  });
  if (entered.outcome === "elsewhere") return refuseMember(act, entered.orgPath, false);
  if (entered.outcome === "name-differs") throw refuse(refusals.nameDiffers);
  return entered.personId;
}

async function effect(act: Act, approved: Approved<JoinFacts>): Promise<string> {
  const { facts, union, caseId, applicant } = approved;
  const personId = await enter(act, approved);
  const { employer, occupation } = facts;
  if (employer) {
    const work = { personId, employer, occupation, fromDay: dayOf(act.now) };
    await beginWork(act, sourceOf(act, approved), work);
  }
  const accountId = applicant.self ? applicant.accountId : null;
  if (accountId !== null) {
    const marked = await markMember(act, { accountId, personId, name: facts.name });
    if (!marked) throw refuse(refusals.accountElsewhere);
  }
  await emit(act, joined(union.path, { caseId, personId, unionId: union.id, accountId }));
  const standing = await standingOf(act, getDocument(act, facts));
  return `已加入“${union.name}”，会员号 ${standing?.number ?? ""}。`;
}

export const join = caseFunction({
  id: "membership.join",
  title: "入会申请",
  says: "加入工会，成为会员，一分钟就能填完",
  may: ["worker", "officer"],
  words: ["加入工会", "办会员卡", "找到组织"],
  version: 2,
  form,
  flow: flow(
    review(officerOf("union"), {
      ...{ within: workdays(decidedWithin), onTimeout: "escalate" },
      adjustable: { within: [1, decidedWithin], roles: ["chair"], addAfter: ["officer", "cadre"] },
    }),
    copy(officerOf("union.parent")),
  ),
  sealed: { documentNumber: maskIdNumber },
  subject: subjectOf,
  summary: ({ name }) => maskName(name),
  oneRunningFor: (act, facts) => identityIn(facts, dayOf(act.now)),
  check,
  advise,
  effect,
});
