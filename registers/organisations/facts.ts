// Facts (组织事实): what is known of a union by field, with words, code lists and how each is read.
import { codeLists, type ListName, nameOf } from "@niangjia/foundation/codelists";
import { refuse } from "@niangjia/foundation/refusal";
import { cleanText } from "@niangjia/foundation/text";
import { readUscc } from "@niangjia/foundation/uscc";
import { refusals } from "./contract.ts";
import { isUnionName, plainUnionName } from "./name.ts";
import { isDivision } from "./place.ts";

export interface UnionFacts {
  readonly name: string;
  /** Code of list `union-kind`. */
  readonly kind: string;
  /** 6, 9 or 12 digits. */
  readonly division: string;
  /** The union's own code; 81… for grassroots unions, other 8… for federations. */
  readonly uscc: string;
  readonly employer: string;
  readonly employerUscc: string;
  /** Code of list `industry`. */
  readonly industry: string;
  /** Code of list `unit-kind`. */
  readonly firmType: string;
  readonly address: string;
  /** People who work where the union works, members or not. */
  readonly staffCount: number;
  /** 法定代表人: the chair, by law. */
  readonly legalPerson: string;
}

export type FactField = keyof UnionFacts;
export type FactValue = string | number;

interface FieldInfo {
  readonly title: string;
  readonly list?: ListName;
  /** A union always has it. */
  readonly needed?: boolean;
}

/** In the order a union's page shows them. */
export const factFields = {
  name: { title: "工会名称", needed: true },
  kind: { title: "工会组织类型", list: "union-kind", needed: true },
  division: { title: "行政区划", needed: true },
  uscc: { title: "统一社会信用代码" },
  legalPerson: { title: "法定代表人" },
  employer: { title: "用人单位" },
  employerUscc: { title: "用人单位统一社会信用代码" },
  firmType: { title: "单位类别", list: "unit-kind" },
  industry: { title: "所属行业", list: "industry" },
  staffCount: { title: "职工人数" },
  address: { title: "地址" },
} as const satisfies Record<FactField, FieldInfo>;

export const factNames = Object.keys(factFields) as FactField[];

export const isNeeded = (field: FactField): boolean =>
  (factFields[field] as FieldInfo).needed ?? false;

/** The value as people read it: names of codes. */
export function factText(field: FactField, value: FactValue): string {
  const info: FieldInfo = factFields[field];
  return info.list ? nameOf(info.list, String(value)) : String(value);
}

/**
 * Lists with gaps of old codes are read leniently elsewhere; what enters the store is in some
 * version of its list.
 */
const isCode = (list: ListName, code: string): boolean =>
  codeLists[list].versions.some(({ entries }) => entries.some(([known]) => known === code));

function readCode(text: string): string {
  const read = readUscc(text);
  if (!read.ok) throw refuse(refusals.usccWrong, { words: { say: read.say } });
  return read.value.code;
}

type Readers = { readonly [F in FactField]: (value: UnionFacts[F]) => UnionFacts[F] };

const listed =
  (list: ListName) =>
  (code: string): string => {
    const { title } = codeLists[list];
    if (!isCode(list, code)) throw refuse(refusals.codeUnknown, { words: { list: title } });
    return code;
  };

const readers: Readers = {
  name: (text) => {
    const plain = plainUnionName(text);
    if (!isUnionName(plain)) throw refuse(refusals.nameUnreadable);
    return plain;
  },
  kind: listed("union-kind"),
  division: (code) => {
    if (!isDivision(code)) throw refuse(refusals.divisionUnreadable);
    return code;
  },
  uscc: readCode,
  employer: cleanText,
  employerUscc: readCode,
  industry: listed("industry"),
  firmType: listed("unit-kind"),
  address: cleanText,
  staffCount: (count) => {
    if (!Number.isSafeInteger(count) || count < 0) throw refuse(refusals.countWrong);
    return count;
  },
  legalPerson: cleanText,
};

/**
 * Facts in the form the store keeps. Null says that a fact no longer holds; undefined says nothing.
 * Refuses a name without Chinese characters, a code that is in no version of its list, a credit
 * code with a wrong character.
 */
export function plainFacts(facts: ClearableFacts): ClearableFacts {
  const entries = factNames.flatMap((field) => {
    const value = facts[field];
    if (value === undefined) return [];
    const read = readers[field] as (value: FactValue) => FactValue;
    return [[field, value === null ? null : read(value)]];
  });
  return Object.fromEntries(entries) as ClearableFacts;
}

export type ClearableFacts = { readonly [F in FactField]?: UnionFacts[F] | null };

/** Who a fact comes from; the account that acted is noted beside it. */
export interface Source {
  readonly kind: "case" | "import" | "exchange" | "demo";
  /** The case, the import … */
  readonly id: string | null;
}

export const sourceKinds: Readonly<Record<Source["kind"], string>> = {
  case: "办件",
  import: "批量导入",
  exchange: "数据交换",
  demo: "演示数据",
};
