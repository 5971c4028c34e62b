// Unmasking (查看完整信息): shows what is masked to whoever says why; the look is noted, and the person can read it.
import type { Act } from "@niangjia/foundation/act";
import { noteLook } from "@niangjia/foundation/audit";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { Keyring } from "@niangjia/foundation/keys";
import type { unmask } from "./contract.ts";
import type { SensitiveField } from "./facts.ts";
import { getRecord } from "./person.ts";
import type { PersonRecord } from "./person-store.ts";
import { places } from "./seals.ts";

type Sealed = Pick<
  PersonRecord,
  "id" | "name" | "idCipher" | "phoneCipher" | "household" | "householdCipher"
>;

/** The whole value of a field; null where nothing is known. */
export function wholeOf(keys: Keyring, record: Sealed, field: SensitiveField): string | null {
  const open = (name: keyof typeof places, cipher: Buffer | null): string | null =>
    cipher && keys.decrypt({ field: places[name], row: record.id }, cipher);
  switch (field) {
    case "name":
      return record.name;
    case "documentNumber":
      return open("documentNumber", record.idCipher);
    case "phone":
      return open("phone", record.phoneCipher);
    case "household":
      return open("household", record.householdCipher) ?? record.household;
  }
}

export async function unmaskPerson(
  act: Act,
  { params, body }: Asked<typeof unmask>,
): Promise<Answer<typeof unmask>> {
  const record = await getRecord(act, params.id);
  const { purpose } = body;
  const fields = [...new Set(body.fields)];
  await noteLook(act, { personId: record.id, orgPath: record.orgPath, fields, purpose });
  const values = fields.map((field) => [field, wholeOf(act.keys, record, field)]);
  return { values: Object.fromEntries(values) };
}
