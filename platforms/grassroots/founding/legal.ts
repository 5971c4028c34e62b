// Legal person status (法人资格登记): the nearest federation issues the certificate, valid as long as the term of office
// (工会法 art 15; 基层工会法人登记管理办法, 总工办发〔2020〕20号, art 7, 10, 26–27).
import {
  approve,
  byRule,
  cadreOf,
  copy,
  dayField,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  officerOf,
  personNameField,
  section,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { readUscc } from "@niangjia/foundation/uscc";
import {
  type Application,
  type Approved,
  caseFunction,
  faultyFacts,
} from "@niangjia/registers/cases";
import { changeFacts, type Term, terms, type Union } from "@niangjia/registers/organisations";
import { certificateEnd, renewFrom } from "./certificate.ts";
import { founders, getFounding } from "./founding.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { insertCertificate, newestCertificate } from "./store.ts";

const by = "handler";

const form = {
  union: unionField("申请登记的工会", { preparing: true, prefill: "me.union" }),
  conditions: section("登记条件", {
    lawful: yesNoField("依照工会法和章程成立，选举结果已经批准"),
    organs: yesNoField("有自己的名称、组织机构和场所"),
    funded: yesNoField("经费来源有保障"),
    office: textField("工会住所", { maxLength: 200 }),
    agent: personNameField("经办人"),
  }),
  papers: filesField("申请材料", {
    maxCount: 10,
    help: "法人资格登记申请表、建会批复、选举结果批复、主席和经办人身份证",
  }),
  note: longTextField("说明", { required: false, maxLength: 500 }),
  certificate: section("证书（由登记机关填写）", {
    number: textField("证书上的统一社会信用代码", { by, maxLength: 30, help: "81 开头，18 位" }),
    issuedDay: dayField("发证日期", { by, latest: "today" }),
  }),
} as const;
type LegalFacts = FactsOf<typeof form>;

interface Running {
  readonly chair: Term["chair"];
  /** The last day of its certificate, put off or not. */
  readonly toDay: Day;
}

/**
 * The term whose length the certificate has. Refuses a union whose election was not approved, or
 * whose term is over.
 */
async function getTerm(act: Act, union: Union): Promise<Running> {
  const { id, name } = union;
  const [term] = await asHouse(act, (house) => terms(house, id));
  if (!term || term.endedDay !== null) throw refuse(refusals.notElected, { words: { name } });
  const toDay = certificateEnd(term, union);
  if (toDay < dayOf(act.now)) throw refuse(refusals.termOver, { words: { name, day: toDay } });
  return { chair: term.chair, toDay };
}

async function refuseCertified(act: Act, { id, name }: Union): Promise<void> {
  const held = await asHouse(act, (house) => newestCertificate(house, id));
  if (!held || held.renew_from_day <= dayOf(act.now)) return;
  const words = { name, day: held.to_day, from: held.renew_from_day };
  throw refuse(refusals.certified, { words });
}

function missing({ lawful, organs, funded }: LegalFacts): FieldFault[] {
  const say = "不具备这一条件的，还不能登记（基层工会法人登记管理办法第十条）。";
  return Object.entries({ lawful, organs, funded }).flatMap(([path, met]) =>
    met ? [] : [{ path, say }],
  );
}

async function check(act: Act, application: Application<LegalFacts>): Promise<void> {
  const { facts, union, applicant } = application;
  if (applicant.self || union.state === "preparing") await getFounding(act, application);
  await getTerm(act, union);
  await refuseCertified(act, union);
  const faults = missing(facts);
  if (faults.length > 0) throw faultyFacts(faults);
}

/** How many copies differs from place to place. */
function advise(act: Act, { union }: Application<LegalFacts>): Promise<string[]> {
  const { legalFormCopies } = parametersOn(dayOf(act.now), union.division);
  return Promise.resolve([`领证时请带上盖章的法人资格登记申请表，一式 ${legalFormCopies.words}。`]);
}

/** The number of a grassroots union's certificate in its normal form. */
function getNumber(text: string): string {
  const read = readUscc(text);
  if (!read.ok) throw faultyFacts([{ path: "number", say: read.say }]);
  if (read.value.holder === "grassroots-union") return read.value.code;
  throw faultyFacts([{ path: "number", say: "基层工会的代码以 81 开头，请照证书核对。" }]);
}

async function effect(act: Act, approved: Approved<LegalFacts>): Promise<string> {
  const { facts, union, caseId } = approved;
  const { number: written, issuedDay = dayOf(act.now), office } = facts;
  const number = getNumber(written ?? "");
  const { chair, toDay } = await getTerm(act, union);
  const change = { uscc: number, legalPerson: chair, address: office };
  await changeFacts(
    act,
    { unionId: union.id, fromDay: dayOf(act.now), facts: change },
    { kind: "case", id: caseId },
  );
  const renewDay = renewFrom(toDay, union);
  await insertCertificate(act, {
    ...{ id: newId(act.now), union_id: union.id, org_path: union.path, number, office },
    ...{ legal_person: chair ?? "", issued_day: issuedDay, to_day: toDay },
    ...{ renew_from_day: renewDay, case_id: caseId, at: act.now },
  });
  return `已登记法人资格，统一社会信用代码 ${number}，有效期到 ${toDay}；请从 ${renewDay} 起申请换领。`;
}

export const legal = caseFunction({
  id: "founding.legal",
  title: "法人资格登记",
  says: "工会取得法人资格，领《工会法人资格证书》",
  may: founders,
  words: ["法人证书", "工会法人", "统一社会信用代码", "换领证书"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: flow(
    approve(cadreOf("union.federation"), {
      title: "县级以上总工会登记",
      ...{
        within: byRule("legalDecisionWithin"),
        onTimeout: "escalate",
        basis: "《基层工会法人登记管理办法》第七条",
      },
      rights: { number: "write", issuedDay: "write" },
      adjustable: { addAfter: ["cadre"] },
    }),
    copy(officerOf("union.parent")),
  ),
  subject: () => null,
  summary: ({ office }) => office.slice(0, 30),
  oneRunningFor: (_act, { union }) => union,
  check,
  advise,
  effect,
});
