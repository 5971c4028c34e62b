// Changing facts (会员信息变更): a member says what is otherwise now; the officer sees the old beside the
// new and decides.
import { flow, officerOf, review, workdays } from "@niangjia/engine/process";
import { accountOfPerson, changePhone, markMember } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { maskAddress, maskIdNumber, maskName } from "@niangjia/foundation/masks";
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
  changeFacts,
  currentMembership,
  differing,
  type FactField,
  factFields,
  moveRefusals,
  type PersonFacts,
  standingOf,
  wholeFacts,
} from "@niangjia/registers/members";
import {
  type ChangeFacts,
  fieldsAsking,
  form,
  newDocument,
  saidIn,
  shownText,
} from "./changed-facts.ts";
import { refusals } from "./contract.ts";
import { changed } from "./events.ts";
import { getLiving, personOf, refuseOtherName, sourceOf } from "./holder.ts";

/** Who somebody is: changed only with papers that show it. */
const identity: readonly FactField[] = ["name", "documentKind", "documentNumber"];

function refuseUnreadable(facts: ChangeFacts, today: Day): void {
  const read = newDocument(facts, today);
  if (read && !("document" in read)) throw faultyFacts([read]);
}

function refuseUnshown(facts: ChangeFacts, fields: readonly FactField[]): void {
  if (facts.evidence || !fields.some((field) => identity.includes(field))) return;
  const say = "改姓名或证件号码要有证明材料，请上传。";
  throw faultyFacts([{ path: "evidence", say }]);
}

/** The number may be somebody's already; asked again when it is written. */
async function refuseBorne(act: Act, personId: string, said: Partial<PersonFacts>): Promise<void> {
  const { documentKind: kind, documentNumber: number } = said;
  if (kind === undefined || number === undefined) return;
  const bearer = await standingOf(act, { kind, number });
  if (bearer && bearer.personId !== personId) throw refuse(moveRefusals.documentBorne);
}

async function check(act: Act, { facts }: Application<ChangeFacts>): Promise<void> {
  const own = await getLiving(act);
  refuseOtherName(own, facts.name);
  const today = dayOf(act.now);
  refuseUnreadable(facts, today);
  const said = saidIn(facts, today);
  const fields = differing(await wholeFacts(act, own.personId), said);
  if (fields.length === 0 && facts.otherEmployer === undefined)
    throw refuse(refusals.nothingChanged);
  refuseUnshown(facts, fields);
  await refuseBorne(act, own.personId, said);
}

/** The old values, by the field of the form that would replace them. */
async function replaces(
  act: Act,
  { facts, personId }: Pick<Application<ChangeFacts>, "facts" | "personId">,
): Promise<Record<string, string>> {
  const known = await wholeFacts(act, personOf({ personId }));
  const asked = Object.entries(factFields).flatMap(([fact]) => {
    const field = fact as FactField;
    const at = fieldsAsking(field).filter((name) => Object.hasOwn(facts, name));
    return at.map((name) => [name, shownText(field, known[field])]);
  });
  return Object.fromEntries(asked);
}

const sayChanged = (
  before: PersonFacts,
  after: Partial<PersonFacts>,
  fields: readonly FactField[],
) =>
  fields.map((field) => {
    const [old, now] = [shownText(field, before[field]), shownText(field, after[field])];
    return `${factFields[field].title}由“${old}”改为“${now}”`;
  });

/** The account of a member bears the name on file. */
async function renameAccount(act: Act, personId: string, name: string): Promise<void> {
  const accountId = await accountOfPerson(act, personId);
  const membership = await currentMembership(act, personId);
  if (accountId === undefined || !membership || membership.state === "ended") return;
  await markMember(act, { accountId, personId, name });
}

/** Signing in follows to the new number; what to say of it. */
async function followPhone(
  act: Act,
  {
    facts: { phone },
    caseId,
    personId,
  }: Pick<Approved<ChangeFacts>, "facts" | "caseId" | "personId">,
): Promise<string[]> {
  if (phone === undefined || personId === null) return [];
  const outcome = await changePhone(act, { personId, phone, because: `case:${caseId}` });
  if (outcome === "moved") return ["以后用新手机号登录"];
  const taken = "登录手机号没有改：新号码已是另一个人的登录号，请本人带身份证到所在工会核对";
  return outcome === "taken" ? [taken] : [];
}

async function effect(act: Act, approved: Approved<ChangeFacts>): Promise<string> {
  const { facts, caseId, union } = approved;
  const personId = personOf(approved);
  const today = dayOf(act.now);
  const said = saidIn(facts, today);
  const source = sourceOf(act, approved);
  const before = await wholeFacts(act, personId);
  const fields = await changeFacts(act, source, { personId, facts: said });
  if (said.name !== undefined) await renameAccount(act, personId, said.name);
  const lines = sayChanged(before, said, fields);
  if (facts.otherEmployer !== undefined) {
    const work = { employer: facts.otherEmployer, occupation: null, fromDay: today };
    await beginWork(act, source, { personId, ...work });
    lines.push(`登记了另一个工作单位“${facts.otherEmployer}”`);
  }
  lines.push(...(await followPhone(act, approved)));
  await emit(act, changed(union.path, { caseId, personId, fields }));
  return lines.length === 0 ? "登记的内容已经是这样，没有再改。" : `${lines.join("；")}。`;
}

export const change = caseFunction({
  id: "membership.change",
  title: "会员信息变更",
  says: "姓名、手机号、证件等变了，改成现在的",
  may: ["member"],
  words: ["改手机号", "改名字", "身份证换了", "改信息"],
  version: 1,
  form,
  flow: flow(review(officerOf("union"), { within: workdays(2), onTimeout: "escalate" })),
  sealed: { documentNumber: maskIdNumber, household: maskAddress },
  place: async (act) => (await getLiving(act)).unionId,
  summary: ({ name }) => maskName(name),
  oneRunningFor: ({ actor }) => actor.personId ?? "",
  check,
  replaces,
  effect,
});
