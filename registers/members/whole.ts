// The whole record (完整信息): every fact of a person opened, to be compared with another's; and the columns of a fact.
import type { Keyring } from "@niangjia/foundation/keys";
import { type FactField, factNames, type PersonFacts } from "./facts.ts";
import type { Column } from "./merge-store.ts";
import type { PersonRecord } from "./person-store.ts";
import { sealFacts } from "./sealed.ts";
import { places } from "./seals.ts";
import { wholeOf } from "./unmask.ts";

/** The number of a person's document, whole. */
export const openDocument = (
  keys: Keyring,
  { id, idCipher }: { readonly id: string; readonly idCipher: Buffer },
): string => keys.decrypt({ field: places.documentNumber, row: id }, idCipher);

/** Every fact of a record, numbers and addresses opened. */
export function factsOf(keys: Keyring, record: PersonRecord): PersonFacts {
  const whole = (field: "documentNumber" | "phone" | "household") => wholeOf(keys, record, field);
  const facts: Record<string, unknown> = {};
  for (const field of factNames) facts[field] = field in record ? record[field as "name"] : null;
  const documentNumber = whole("documentNumber") ?? "";
  return {
    ...(facts as unknown as PersonFacts),
    documentNumber,
    phone: whole("phone"),
    household: whole("household"),
  };
}

const plainColumns: Partial<Record<FactField, string>> = {
  sex: "sex",
  birthDay: "birth_day",
  documentKind: "document_kind",
  ethnicGroup: "ethnic_group",
  education: "education",
  politicalStatus: "political_status",
  skillGrade: "skill_grade",
  employment: "employment",
  householdKind: "household_kind",
  nativePlace: "native_place",
  occupation: "occupation",
  gigOccupation: "gig_occupation",
  employer: "employer",
  migrantWorker: "migrant_worker",
};

/** The columns that hold these facts of a person, numbers sealed for that person's row. */
export function columnsOf(
  keys: Keyring,
  personId: string,
  { facts, fields }: { readonly facts: PersonFacts; readonly fields: readonly FactField[] },
): Column[] {
  const sealed = sealFacts(keys, personId, facts);
  const { phoneCipher, phoneMask, phoneBlind, householdCipher, household } = sealed;
  return fields.flatMap((field): Column[] => {
    switch (field) {
      case "name":
        return [
          ["name", facts.name],
          ["pinyin", sealed.pinyin],
          ["initials", sealed.initials],
        ];
      case "documentNumber":
        return [
          ["id_cipher", sealed.idCipher],
          ["id_mask", sealed.idMask],
        ];
      case "phone":
        return [
          ["phone_cipher", phoneCipher],
          ["phone_mask", phoneMask],
          ["phone_blind", phoneBlind],
        ];
      case "household":
        return [
          ["household_cipher", householdCipher],
          ["household", household],
        ];
      default:
        return [[plainColumns[field]!, facts[field]]];
    }
  });
}
