// Seals (密文): the numbers and the address of a person as only the keys open them. Apart from masks and pinyin, so that
// a thread of its own needs little room for it.
import type { Keyring } from "@niangjia/foundation/keys";

/** Full names of the sealed fields: part of every ciphertext and hash, so they never change. */
export const places = {
  documentNumber: "person.identity",
  phone: "person.phone",
  household: "person.household",
} as const;

/** Identity card, temporary card and household register bear one and the same number. */
const citizenKinds = new Set(["111", "112", "113"]);

/** What identifies a person: two documents with this in common are one person's. */
export const identityOf = (kind: string, number: string): string =>
  `${citizenKinds.has(kind) ? "111" : kind}:${number}`;

/** Every hash under which a document may stand in the directory, whatever index key made it. */
export const identityBlinds = (keys: Keyring, kind: string, number: string): Buffer[] =>
  keys.blinds(places.documentNumber, identityOf(kind, number));

export const phoneBlinds = (keys: Keyring, phone: string): Buffer[] =>
  keys.blinds(places.phone, phone);

export interface ToSeal {
  /** The person's id: a value opens in that row only. */
  readonly row: string;
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly phone: string | null;
  /** Null where no more is known than may be shown. */
  readonly household: string | null;
}

export interface Seals {
  /** Every hash under which the document may stand in the directory, whatever index key made it. */
  readonly idBlinds: readonly Buffer[];
  readonly idCipher: Buffer;
  readonly phoneCipher: Buffer | null;
  readonly phoneBlind: Buffer | null;
  /** Only where more is known than the county. */
  readonly householdCipher: Buffer | null;
}

export function seal(keys: Keyring, { row, phone, household, ...document }: ToSeal): Seals {
  const { documentKind, documentNumber } = document;
  return {
    idBlinds: identityBlinds(keys, documentKind, documentNumber),
    idCipher: keys.encrypt({ field: places.documentNumber, row }, documentNumber),
    phoneCipher: phone === null ? null : keys.encrypt({ field: places.phone, row }, phone),
    phoneBlind: phone === null ? null : keys.blind(places.phone, phone),
    householdCipher:
      household === null ? null : keys.encrypt({ field: places.household, row }, household),
  };
}
