// Sealing (加密): a person's facts as the store holds them: numbers encrypted, findable by keyed hash, masked beside.
import type { Keyring } from "@niangjia/foundation/keys";
import { maskAddress, maskIdNumber, maskPhone } from "@niangjia/foundation/masks";
import { pinyinOf } from "@niangjia/foundation/names";
import { remembered } from "@niangjia/foundation/remembered";
import type { PersonFacts } from "./facts.ts";

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

export interface Sealed {
  /** What the directory notes. */
  readonly idBlind: Buffer;
  /** Every hash under which the document may stand there, whatever index key made it. */
  readonly idBlinds: readonly Buffer[];
  readonly idCipher: Buffer;
  readonly idMask: string;
  readonly phoneCipher: Buffer | null;
  readonly phoneMask: string | null;
  readonly phoneBlind: Buffer | null;
  /** Only where more is known than the county. */
  readonly householdCipher: Buffer | null;
  readonly household: string | null;
  readonly pinyin: string;
  readonly initials: string;
}

/** Names and counties of a roster repeat; reading one costs as much as sealing a number. */
const readPinyin = remembered(pinyinOf);
const countyOf = remembered(maskAddress);

/** `row` is the person's id: a value opens in that row only. */
export function sealFacts(keys: Keyring, row: string, facts: PersonFacts): Sealed {
  const { documentKind, documentNumber, phone, household } = facts;
  const county = household === null ? null : countyOf(household);
  const { full, initials } = readPinyin(facts.name);
  const idBlinds = identityBlinds(keys, documentKind, documentNumber);
  return {
    idBlind: idBlinds[0]!,
    idBlinds,
    idCipher: keys.encrypt({ field: places.documentNumber, row }, documentNumber),
    idMask: maskIdNumber(documentNumber),
    phoneCipher: phone === null ? null : keys.encrypt({ field: places.phone, row }, phone),
    phoneMask: phone === null ? null : maskPhone(phone),
    phoneBlind: phone === null ? null : keys.blind(places.phone, phone),
    householdCipher:
      household === null || county === household
        ? null
        : keys.encrypt({ field: places.household, row }, household),
    household: county,
    pinyin: full,
    initials,
  };
}

/** Every hash under which a document may stand in the directory, whatever index key made it. */
export const identityBlinds = (keys: Keyring, kind: string, number: string): Buffer[] =>
  keys.blinds(places.documentNumber, identityOf(kind, number));

export const phoneBlinds = (keys: Keyring, phone: string): Buffer[] =>
  keys.blinds(places.phone, phone);
