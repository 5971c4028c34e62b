// Deciding (判定): what an enrolment means for someone the store already has, and the row that then is written.
import type { Keyring } from "@niangjia/foundation/keys";
import { foldName } from "@niangjia/foundation/names";
import type { Prepared } from "./enrolment.ts";
import { type FactField, type FactValue, factNames, type PersonFacts } from "./facts.ts";
import type { Known } from "./known.ts";
import { type Sealed, sealFacts } from "./sealed.ts";
import { phoneBlinds, places } from "./seals.ts";

/** What became of one enrolment. */
export type Outcome =
  | { readonly outcome: "enrolled" | "unchanged"; readonly personId: string }
  /** A person without a living membership is a member again, under the old number. */
  | { readonly outcome: "rejoined"; readonly personId: string; readonly fields: FactField[] }
  | { readonly outcome: "updated"; readonly personId: string; readonly fields: FactField[] }
  /** A living member of another union, which `orgPath` names; nothing was written. */
  | { readonly outcome: "elsewhere"; readonly orgPath: string }
  /** The document is borne under another name; nothing was written. */
  | { readonly outcome: "name-differs" };

/** What a document carries: of a record merged into another it may be wrong, which is why they were two. */
const carried: readonly FactField[] = ["name", "sex", "birthDay"];

/** The facts of a person in the store that a new source says otherwise. */
function changedFields(keys: Keyring, known: Known, facts: PersonFacts): FactField[] {
  return factNames.filter((field) => {
    const said = facts[field];
    if (said === null || (!known.own && carried.includes(field))) return false;
    switch (field) {
      case "documentKind":
      case "documentNumber":
        return false;
      case "phone":
        return !samePhone(keys, known, facts.phone!);
      case "household":
        return wholeHousehold(keys, known) !== said;
      default:
        return known[field] !== said;
    }
  });
}

function samePhone(keys: Keyring, { phoneBlind }: Known, phone: string): boolean {
  return phoneBlind !== null && phoneBlinds(keys, phone).some((blind) => blind.equals(phoneBlind));
}

function wholeHousehold(keys: Keyring, { id, household, householdCipher }: Known): string | null {
  if (householdCipher === null) return household;
  return keys.decrypt({ field: places.household, row: id }, householdCipher);
}

/** What a known person's enrolment comes to; the fields are those to be written. */
export function decide(keys: Keyring, known: Known, { enrolment }: Prepared): Outcome {
  const { facts, union, state } = enrolment;
  const { living } = known;
  if (living && living.unionId !== union.id) {
    return { outcome: "elsewhere", orgPath: living.orgPath };
  }
  if (known.name !== facts.name && foldName(known.name) !== foldName(facts.name)) {
    return { outcome: "name-differs" };
  }
  const personId = known.id;
  const fields = changedFields(keys, known, facts);
  if (!living) return { outcome: "rejoined", personId, fields };
  const becomesKept = living.state === "active" && state === "kept";
  if (fields.length === 0 && !becomesKept) return { outcome: "unchanged", personId };
  return { outcome: "updated", personId, fields };
}

/** The stored facts with the changed ones in their place, sealed for the person's own row. */
export function mergeKnown(
  keys: Keyring,
  known: Known,
  { facts, fields }: { readonly facts: PersonFacts; readonly fields: readonly FactField[] },
): Known {
  if (fields.length === 0) return known;
  const sealed: Sealed = sealFacts(keys, known.id, facts);
  const merged: Record<string, unknown> = { ...known };
  for (const field of fields) Object.assign(merged, storedAs(field, facts, sealed));
  return merged as unknown as Known;
}

function storedAs(field: FactField, facts: PersonFacts, sealed: Sealed): Partial<Known> {
  const { phoneCipher, phoneMask, phoneBlind, householdCipher, household, pinyin, initials } =
    sealed;
  if (field === "phone") return { phoneCipher, phoneMask, phoneBlind };
  if (field === "household") return { householdCipher, household };
  if (field === "name") return { name: facts.name, pinyin, initials };
  return { [field]: facts[field] };
}

/** What a source said of these fields, numbers and addresses as masks, as JSON. */
export function statementOf(
  facts: PersonFacts,
  sealed: Pick<Sealed, "idMask" | "phoneMask" | "household">,
  fields: readonly FactField[],
): string {
  const said: Partial<Record<FactField, FactValue>> = {};
  for (const field of fields) {
    const value = masked(field, facts, sealed);
    if (value !== null) said[field] = value;
  }
  return JSON.stringify(said);
}

function masked(
  field: FactField,
  facts: PersonFacts,
  sealed: Pick<Sealed, "idMask" | "phoneMask" | "household">,
): FactValue | null {
  if (field === "documentNumber") return sealed.idMask;
  if (field === "phone") return sealed.phoneMask;
  return field === "household" ? sealed.household : facts[field];
}
