// Facts (人员信息): what is known of a person, field by field, with its word, its column and its code list.
import { type ListName, nameOf } from "@niangjia/foundation/codelists";
import type { Day } from "@niangjia/foundation/day";

/** What a source says of a person. Null is not said: it never wipes out what is known. */
export interface PersonFacts {
  /** As `normaliseName` of the foundation gives it. */
  readonly name: string;
  /** GB/T 2261.1. */
  readonly sex: string;
  readonly birthDay: Day | null;
  /** Code of list `document-kind`. */
  readonly documentKind: string;
  /** The normal form, as `readDocument` gives it. */
  readonly documentNumber: string;
  /** Eleven digits. */
  readonly phone: string | null;
  readonly ethnicGroup: string | null;
  readonly education: string | null;
  readonly politicalStatus: string | null;
  readonly skillGrade: string | null;
  readonly employment: string | null;
  readonly householdKind: string | null;
  /** 户籍所在地, as fully as it was said. */
  readonly household: string | null;
  readonly nativePlace: string | null;
  readonly occupation: string | null;
  /** Code of list `gig-occupation`. */
  readonly gigOccupation: string | null;
  readonly employer: string | null;
  readonly migrantWorker: boolean | null;
}

export type FactField = keyof PersonFacts;
export type FactValue = string | boolean;

interface FieldInfo {
  readonly title: string;
  readonly list?: ListName;
}

/** In the order in which a person's page shows them. */
export const factFields = {
  name: { title: "姓名" },
  sex: { title: "性别", list: "sex" },
  birthDay: { title: "出生日期" },
  documentKind: { title: "证件类别", list: "document-kind" },
  documentNumber: { title: "证件号码" },
  phone: { title: "手机号" },
  ethnicGroup: { title: "民族", list: "ethnic-group" },
  education: { title: "学历", list: "education" },
  politicalStatus: { title: "政治面貌", list: "political-status" },
  employer: { title: "工作单位" },
  occupation: { title: "工种（职业）" },
  gigOccupation: { title: "新就业形态群体", list: "gig-occupation" },
  employment: { title: "就业状况", list: "employment" },
  skillGrade: { title: "技能等级", list: "skill-grade" },
  migrantWorker: { title: "是否农民工", list: "yes-no" },
  householdKind: { title: "户籍类型", list: "household-kind" },
  household: { title: "户籍所在地" },
  nativePlace: { title: "籍贯" },
} as const satisfies Record<FactField, FieldInfo>;

export const factNames = Object.keys(factFields) as FactField[];

/** Facts that lists and pages show masked; seeing them whole needs a purpose and is noted. */
export const sensitiveFields = ["name", "documentNumber", "phone", "household"] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

/** As people say it; the standard's own names are 男性 and 女性. */
const sexWords: Readonly<Record<string, string>> = { "1": "男", "2": "女", "9": "未说明" };

/** The value in words, as tables and fields show it: the name of a code, a day as 1982-09-06. */
export function factText(field: FactField, value: FactValue): string {
  const info: FieldInfo = factFields[field];
  if (typeof value === "boolean") return value ? "是" : "否";
  if (field === "sex") return sexWords[value] ?? nameOf("sex", value);
  return info.list ? nameOf(info.list, value) : value;
}
