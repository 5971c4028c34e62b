// The applicant of a joining (入会人): what the form asks of a person, and what it says of them in the
// store's words.
import {
  choiceField,
  dayField,
  type FactsOf,
  idNumberField,
  personNameField,
  phoneField,
  section,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import { codeLists } from "@niangjia/foundation/codelists";
import type { Day } from "@niangjia/foundation/day";
import { type DocumentNumber, readDocument } from "@niangjia/foundation/document";
import { identityOf, type PersonFacts } from "@niangjia/registers/members";

/** Documents whose number has the form of the identity number, and tells birth and sex. */
const numberedKinds = ["111", "112", "113", "H01", "H02"];

const otherKinds = codeLists["document-kind"].versions[0].entries
  .map(([code]) => code)
  .filter((code) => !numberedKinds.includes(code));

/** Shown while the document chosen has such a number, or has another. */
export const numberedDocument = { field: "documentKind", is: numberedKinds } as const;
export const otherDocument = { field: "documentKind", is: otherKinds } as const;

/** Fields of 《工会会员登记表》 that nothing else tells (会籍管理办法 art 5). */
export const form = {
  union: unionField("所在工会", {
    prefill: "me.union",
    help: "单位有工会的选单位工会；没有的选所在街道、乡镇、园区或行业工会",
  }),
  person: section("本人信息", {
    name: personNameField("姓名", { prefill: "me.name" }),
    documentKind: choiceField("证件类型", "document-kind"),
    idNumber: idNumberField("证件号码", { when: numberedDocument, prefill: "me.idNumber" }),
    documentNumber: textField("证件号码", { when: otherDocument, maxLength: 30 }),
    sex: choiceField("性别", { 1: "男", 2: "女" }, { when: otherDocument, prefill: "me.sex" }),
    birthDay: dayField("出生日期", {
      when: otherDocument,
      latest: "today",
      prefill: "me.birthDay",
    }),
    phone: phoneField("手机号", { prefill: "me.phone" }),
    ethnicGroup: choiceField("民族", "ethnic-group"),
    education: choiceField("学历", "education", { prefill: "me.education" }),
  }),
  work: section("工作", {
    employer: textField("工作单位", {
      required: false,
      maxLength: 60,
      help: "没有固定单位的可不填；接单平台也可填在这里",
    }),
    occupation: textField("职业（工种）", { maxLength: 40 }),
    isGig: yesNoField("是否新就业形态劳动者", {
      help: "货车司机、网约车司机、快递员、外卖配送员等",
    }),
    gigOccupation: choiceField("从事的群体", "gig-occupation", {
      when: { field: "isGig", is: true },
    }),
  }),
  will: section("本人意愿", {
    voluntary: yesNoField("本人自愿加入中国工会，遵守《中国工会章程》"),
  }),
} as const;
export type JoinFacts = FactsOf<typeof form>;

/** The document of an applicant, or what is wrong with it and at which field. */
export function documentOf(
  { documentKind, idNumber, documentNumber }: JoinFacts,
  today: Day,
): { readonly document: DocumentNumber } | { readonly path: string; readonly say: string } {
  const path = idNumber === undefined ? "documentNumber" : "idNumber";
  const text = idNumber ?? documentNumber ?? "";
  const reading = readDocument(documentKind, text, { today, typed: true });
  return reading.ok ? { document: reading.value } : { path, say: reading.say };
}

/** The same text for two applications of one person, whatever they call their document. */
export function identityIn(facts: JoinFacts, today: Day): string {
  const read = documentOf(facts, today);
  if ("document" in read) return identityOf(read.document.kind, read.document.number);
  return identityOf(facts.documentKind, facts.idNumber ?? facts.documentNumber ?? "");
}

/** Documents without the form of an identity number do not tell, so the form asked. */
export const birthDayOf = ({ birthDay }: JoinFacts, document: DocumentNumber): Day | null =>
  document.birthDay ?? birthDay ?? null;

/** What the application says of the person. What it does not ask for is not said. */
export function personFactsOf(facts: JoinFacts, document: DocumentNumber): PersonFacts {
  const { name, phone, ethnicGroup, education, occupation } = facts;
  return {
    name,
    phone,
    ethnicGroup,
    education,
    occupation,
    sex: document.sex ?? facts.sex ?? "9",
    birthDay: birthDayOf(facts, document),
    documentKind: document.kind,
    documentNumber: document.number,
    gigOccupation: facts.gigOccupation ?? null,
    employer: facts.employer ?? null,
    politicalStatus: null,
    skillGrade: null,
    employment: null,
    householdKind: null,
    household: null,
    nativePlace: null,
    migrantWorker: null,
  };
}
