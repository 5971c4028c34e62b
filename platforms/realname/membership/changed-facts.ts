// Changed facts (变更内容): what a form says a member's facts are from now on, in the store's words,
// and back in people's.
import {
  choiceField,
  dayField,
  type FactsOf,
  filesField,
  idNumberField,
  personNameField,
  phoneField,
  section,
  textField,
  yesNoField,
} from "@niangjia/engine/process";
import type { Day } from "@niangjia/foundation/day";
import { type DocumentNumber, readDocument } from "@niangjia/foundation/document";
import { maskAddress, maskIdNumber, maskName, maskPhone } from "@niangjia/foundation/masks";
import {
  type FactField,
  type FactValue,
  factText,
  type PersonFacts,
} from "@niangjia/registers/members";
import { numberedDocument, otherDocument } from "./applicant.ts";

const optional = { required: false } as const;

export const form = {
  name: personNameField("姓名", { prefill: "me.name", help: "现在登记的姓名" }),
  identity: section(
    "姓名和证件",
    {
      newName: personNameField("新的姓名", optional),
      documentKind: choiceField("新的证件类型", "document-kind", optional),
      idNumber: idNumberField("新的证件号码", { when: numberedDocument }),
      documentNumber: textField("新的证件号码", { when: otherDocument, maxLength: 30 }),
      sex: choiceField("性别", { 1: "男", 2: "女" }, { when: otherDocument }),
      birthDay: dayField("出生日期", { when: otherDocument, latest: "today" }),
      evidence: filesField("证明材料", {
        ...optional,
        help: "改姓名或证件号码的，请上传户口簿、新证件或派出所证明",
      }),
    },
    "没有变的不用填",
  ),
  contact: section("联系和户籍", {
    phone: phoneField("新的手机号", optional),
    householdKind: choiceField("户籍类型", "household-kind", optional),
    household: textField("户籍所在地", { ...optional, maxLength: 100 }),
    nativePlace: textField("籍贯", { ...optional, maxLength: 40 }),
  }),
  background: section("本人情况", {
    ethnicGroup: choiceField("民族", "ethnic-group", optional),
    education: choiceField("学历", "education", optional),
    politicalStatus: choiceField("政治面貌", "political-status", optional),
    skillGrade: choiceField("技能等级", "skill-grade", optional),
  }),
  work: section("工作", {
    employer: textField("工作单位", { ...optional, maxLength: 60 }),
    otherEmployer: textField("另外还在哪里工作", {
      ...optional,
      maxLength: 60,
      help: "同时在几个单位工作的，一次填一个",
    }),
    occupation: textField("职业（工种）", { ...optional, maxLength: 40 }),
    isGig: yesNoField("是否新就业形态劳动者", {
      ...optional,
      help: "货车司机、网约车司机、快递员、外卖配送员等",
    }),
    gigOccupation: choiceField("从事的群体", "gig-occupation", {
      when: { field: "isGig", is: true },
    }),
  }),
} as const;
export type ChangeFacts = FactsOf<typeof form>;

/** The new document, or what is wrong with it and at which field; undefined when it stays. */
export function newDocument(
  { documentKind, idNumber, documentNumber }: ChangeFacts,
  today: Day,
):
  | { readonly document: DocumentNumber }
  | { readonly path: string; readonly say: string }
  | undefined {
  if (documentKind === undefined) return undefined;
  const path = idNumber === undefined ? "documentNumber" : "idNumber";
  const text = idNumber ?? documentNumber ?? "";
  const reading = readDocument(documentKind, text, { today, typed: true });
  return reading.ok ? { document: reading.value } : { path, say: reading.say };
}

/** Sex and birth day are those the number tells; the form asks for them where it tells none. */
function documentFacts(facts: ChangeFacts, today: Day): Partial<PersonFacts> {
  const read = newDocument(facts, today);
  if (!read || !("document" in read)) return {};
  const { kind, number, sex = facts.sex, birthDay = facts.birthDay } = read.document;
  return {
    documentKind: kind,
    documentNumber: number,
    ...(sex === undefined ? {} : { sex }),
    ...(birthDay === undefined ? {} : { birthDay }),
  };
}

/** Fields of the form that bear the name of the fact they change. */
const plain = [
  "phone",
  "householdKind",
  "household",
  "nativePlace",
  "ethnicGroup",
  "education",
  "politicalStatus",
  "skillGrade",
  "employer",
  "occupation",
] as const satisfies readonly (keyof ChangeFacts & FactField)[];

/** What the form says, in the store's words. What it does not say is left out. */
export function saidIn(facts: ChangeFacts, today: Day): Partial<PersonFacts> {
  const said = plain.flatMap((field) =>
    facts[field] === undefined ? [] : [[field, facts[field]]],
  );
  return {
    ...Object.fromEntries(said),
    ...(facts.newName === undefined ? {} : { name: facts.newName }),
    ...(facts.isGig === undefined ? {} : { gigOccupation: facts.gigOccupation ?? null }),
    ...documentFacts(facts, today),
  };
}

/** Where the form asks for a fact. */
const askedAt: Partial<Record<FactField, readonly (keyof ChangeFacts)[]>> = {
  name: ["newName"],
  documentNumber: ["idNumber", "documentNumber"],
  gigOccupation: ["isGig", "gigOccupation"],
};

export const fieldsAsking = (fact: FactField): readonly string[] => askedAt[fact] ?? [fact];

const masks: Partial<Record<FactField, (value: string) => string>> = {
  name: maskName,
  documentNumber: maskIdNumber,
  phone: maskPhone,
  household: maskAddress,
};

/** A fact as everybody who sees the case may read it. */
export function shownText(field: FactField, value: FactValue | null | undefined): string {
  if (value === null || value === undefined) return "（无）";
  return masks[field]?.(String(value)) ?? factText(field, value);
}
