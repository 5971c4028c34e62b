// Joining by a scan (扫码与集中入会): a poster or an event names the union, the worker says who they are
// and that they want to (新就业形态劳动者入会若干意见 2021: 扫码、集中入会, each signs their own will).
import {
  choiceField,
  type FactsOf,
  flow,
  idNumberField,
  officerOf,
  personNameField,
  phoneField,
  review,
  section,
  textField,
  unionField,
  workdays,
  yesNoField,
} from "@niangjia/engine/process";
import { accountOfPerson, markMember } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { ageOn, dayOf } from "@niangjia/foundation/day";
import { type DocumentNumber, readDocument } from "@niangjia/foundation/document";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { maskName } from "@niangjia/foundation/masks";
import { foldName } from "@niangjia/foundation/names";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import {
  enrolOne,
  identityOf,
  ownRecord,
  type PersonFacts,
  type Standing,
  standingOf,
} from "@niangjia/registers/members";
import { hasReturned } from "./arrival-store.ts";
import { refusals } from "./contract.ts";
import type { InvitationRow } from "./invitation-store.ts";
import { getByCode, standingAt } from "./look.ts";

/** Nobody younger may be employed (劳动法 art 15). */
const leastAge = 16;

/** Whoever bears another document takes the long form. */
const identityCard = "111";

const form = {
  invitation: textField("入会码", {
    maxLength: 40,
    help: "扫码打开的已经填好；手工填写的，照海报二维码下面的编码输入",
  }),
  union: unionField("加入的工会", {
    required: false,
    help: "扫码打开的已经选好；手工填写入会码的可以不选",
  }),
  person: section("本人信息", {
    name: personNameField("姓名", { prefill: "me.name" }),
    idNumber: idNumberField("身份证号码", {
      prefill: "me.idNumber",
      help: "用护照等其他证件的，请走“入会申请”",
    }),
    phone: phoneField("手机号", { prefill: "me.phone" }),
  }),
  work: section("工作", {
    gigOccupation: choiceField("从事的群体", "gig-occupation", {
      required: false,
      help: "没有合适的可不选，在下面填写职业",
    }),
    occupation: textField("职业（工种）", { required: false, maxLength: 40 }),
    employer: textField("工作单位或接单平台", { required: false, maxLength: 60 }),
  }),
  will: section("本人意愿", {
    voluntary: yesNoField("本人自愿加入中国工会，遵守《中国工会章程》"),
  }),
} as const;
type ScanFacts = FactsOf<typeof form>;

function getDocument(act: Act, { idNumber }: ScanFacts): DocumentNumber {
  const reading = readDocument(identityCard, idNumber, { today: dayOf(act.now), typed: true });
  if (reading.ok) return reading.value;
  throw faultyFacts([{ path: "idNumber", say: reading.say }]);
}

/** Handing in again what was given back is open to its applicant when the event is over, too. */
async function refuseClosed(
  act: Act,
  invitation: InvitationRow,
  { accountId }: Application["applicant"],
): Promise<void> {
  const { state, say, next } = standingAt(invitation, act.now);
  if (state === "open") return;
  const own = { invitationId: invitation.id, accountId };
  if (await asHouse(act, (house) => hasReturned(house, own))) return;
  throw refuse(refusals.notOpen, {
    words: { say, next },
    link: `/functions/membership.join?union=${invitation.org_id}`,
  });
}

/** The code names the union; the form only shows it. */
function refuseOtherUnion({ union: chosen }: ScanFacts, { id, name }: Application["union"]): void {
  if (chosen === undefined || chosen === id) return;
  const say = `这个入会码是“${name}”的；要加入别的工会，请走“入会申请”。`;
  throw faultyFacts([{ path: "union", say }]);
}

/** An account stands for one person only, and a person is on file under one document. */
async function refuseOtherSelf(
  act: Act,
  standing: Standing | undefined,
  { accountId }: Application["applicant"],
): Promise<void> {
  if (!standing) {
    if (await ownRecord(act)) throw refuse(refusals.otherDocument);
    return;
  }
  const other = await accountOfPerson(act, standing.personId);
  if (other !== undefined && other !== accountId) throw refuse(refusals.accountElsewhere);
}

async function check(act: Act, { facts, union, applicant }: Application<ScanFacts>): Promise<void> {
  await refuseClosed(act, await getByCode(act, facts.invitation), applicant);
  refuseOtherUnion(facts, union);
  if (union.state !== "live") throw refuse(refusals.unionNotLive, { words: { name: union.name } });
  const document = getDocument(act, facts);
  if (!facts.voluntary) throw refuse(refusals.notVoluntary);
  if (document.birthDay && ageOn(document.birthDay, dayOf(act.now)) < leastAge) {
    throw refuse(refusals.tooYoung, { words: { age: leastAge } });
  }
  const standing = await standingOf(act, document);
  // Asked first: that somebody is a member is told to nobody who cannot name them.
  if (standing && foldName(standing.name) !== foldName(facts.name))
    throw refuse(refusals.nameDiffers);
  if (standing?.living?.state === "active") throw refuse(refusals.alreadyMember);
  if (standing?.living?.state === "kept") throw refuse(refusals.keptMember);
  await refuseOtherSelf(act, standing, applicant);
}

/** What an application says of the person; the trade says the occupation unless they said it themselves. */
function personFactsOf(facts: ScanFacts, document: DocumentNumber): PersonFacts {
  const { name, phone, gigOccupation = null, employer = null } = facts;
  return {
    ...{ name, phone, gigOccupation, employer },
    occupation: facts.occupation ?? (gigOccupation && nameOf("gig-occupation", gigOccupation)),
    sex: document.sex ?? "9",
    birthDay: document.birthDay ?? null,
    documentKind: document.kind,
    documentNumber: document.number,
    ethnicGroup: null,
    education: null,
    politicalStatus: null,
    skillGrade: null,
    employment: null,
    householdKind: null,
    household: null,
    nativePlace: null,
    migrantWorker: null,
  };
}

/**
 * Enters the person, or whom they turn out to be. Where the committee approved beforehand, the
 * officer who opened the event answers for it.
 */
async function effect(act: Act, approved: Approved<ScanFacts>): Promise<string> {
  const { facts, union, caseId, personId, applicant } = approved;
  const document = getDocument(act, facts);
  const invitation = await getByCode(act, facts.invitation);
  const byAccount = act.actor.accountId ?? invitation.made_by;
  const entered = await enrolOne(
    act,
    { kind: "case", id: caseId, byAccount },
    {
      union,
      facts: personFactsOf(facts, document),
      ...{ state: "active", joinedDay: dayOf(act.now), change: "1", reason: null },
      ...(personId === null ? {} : { personId }),
    },
  );
  if (entered.outcome === "elsewhere") throw refuse(refusals.alreadyMember);
  if (entered.outcome === "name-differs") throw refuse(refusals.nameDiffers);
  const { accountId } = applicant;
  const marked = await markMember(act, { accountId, personId: entered.personId, name: facts.name });
  if (!marked) throw refuse(refusals.accountElsewhere);
  const standing = await standingOf(act, document);
  return `已通过“${invitation.title}”加入“${union.name}”，会员号 ${standing?.number ?? ""}。`;
}

export const scan = caseFunction({
  id: "joining.scan",
  title: "扫码入会",
  says: "有海报或活动上的入会码，凭码申请",
  may: ["worker"],
  words: ["扫码入会", "集中入会", "海报"],
  version: 1,
  form,
  flow: flow(review(officerOf("union"), { within: workdays(2), onTimeout: "escalate" })),
  place: async (act, { invitation }) => (await getByCode(act, invitation)).org_id,
  subject: async (act, facts, self) =>
    (await standingOf(act, getDocument(act, facts)))?.personId ?? self ?? newId(act.now),
  summary: ({ name }) => maskName(name),
  // One person applies once, by whatever way: the plain application is held by the same word.
  runsAmong: "membership.join",
  oneRunningFor: (act, facts) => identityOf(identityCard, getDocument(act, facts).number),
  check,
  effect,
});
