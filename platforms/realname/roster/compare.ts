// Comparing (对照): two records side by side, masked, with what speaks for one person and which record looks better.
import { maskAddress, maskIdNumber, maskName, maskPhone } from "@niangjia/foundation/masks";
import {
  type Alike,
  assessPair,
  type FactField,
  type FactValue,
  factFields,
  factText,
  type KeptRecord,
  type PersonFacts,
  takenFields,
} from "@niangjia/registers/members";

const masks: Partial<Record<FactField, (value: string) => string>> = {
  name: maskName,
  documentNumber: maskIdNumber,
  phone: maskPhone,
  household: maskAddress,
};

const fields = Object.keys(factFields) as FactField[];

/** A fact in words as everyone may see it; null where nothing is known. */
function maskedText(facts: PersonFacts, field: FactField): string | null {
  const value: FactValue | null = facts[field];
  if (value === null) return null;
  const mask = masks[field];
  return mask ? mask(String(value)) : factText(field, value);
}

export type Relation = "same" | "differs" | "only-first" | "only-second" | "neither";

function relationOf(first: FactValue | null, second: FactValue | null): Relation {
  if (first === null) return second === null ? "neither" : "only-second";
  if (second === null) return "only-first";
  return first === second ? "same" : "differs";
}

export const linesOf = (first: PersonFacts, second: PersonFacts) =>
  fields.map((field) => ({
    field,
    title: factFields[field].title,
    first: maskedText(first, field),
    second: maskedText(second, field),
    relation: relationOf(first[field], second[field]),
  }));

export const assess = (first: KeptRecord, second: KeptRecord): Alike =>
  assessPair(first.facts, second.facts);

/** Living members before others, verified numbers before unverified, the newer record before the older. */
const standing = ({ living, verified, updatedAt }: KeptRecord): string =>
  `${living ? 1 : 0}${living?.state === "active" ? 1 : 0}${verified === "matched" ? 1 : 0}${updatedAt}`;

export interface Suggestion {
  readonly survivor: "first" | "second";
  /** Facts in which the other record looks better: a verified name and number, a newer phone. */
  readonly take: readonly FactField[];
}

export function suggest(first: KeptRecord, second: KeptRecord): Suggestion {
  const survivor = standing(first) >= standing(second) ? "first" : "second";
  const [stays, goes] = survivor === "first" ? [first, second] : [second, first];
  const better: FactField[] = [];
  if (goes.verified === "matched" && stays.verified !== "matched") {
    better.push("name", "documentNumber");
  }
  if (goes.updatedAt > stays.updatedAt) better.push("phone");
  const differing = takenFields(stays.facts, goes.facts, better);
  return { survivor, take: differing.filter((field) => stays.facts[field] !== null) };
}

/** What whoever decides should know beside the facts. */
export function remarksOf(first: KeptRecord, second: KeptRecord): string[] {
  const remarks: string[] = [];
  if (first.living && second.living) {
    const where = first.living.unionId === second.living.unionId ? "本会" : "两个工会";
    remarks.push(`两条记录在${where}都是在册会员，归并后只留一个会籍，会员人数减一。`);
  }
  if (first.verified === "matched" && second.verified === "matched") {
    remarks.push("两条记录的姓名和证件号码都核验一致，很可能不是同一个人，请再核实。");
  }
  return remarks;
}
