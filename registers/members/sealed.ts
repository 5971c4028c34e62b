// Sealing (加密): a person's facts as the store holds them: numbers encrypted, findable by keyed hash, masked beside.
import type { Keyring } from "@niangjia/foundation/keys";
import { maskAddress, maskIdNumber, maskPhone } from "@niangjia/foundation/masks";
import { pinyinOf } from "@niangjia/foundation/names";
import { remembered } from "@niangjia/foundation/remembered";
import type { PersonFacts } from "./facts.ts";
import { type Seals, seal, type ToSeal } from "./seals.ts";

export interface Sealed extends Seals {
  /** What the directory notes. */
  readonly idBlind: Buffer;
  readonly idMask: string;
  readonly phoneMask: string | null;
  readonly household: string | null;
  readonly pinyin: string;
  readonly initials: string;
}

/** Names and counties of a roster repeat; reading one costs as much as sealing a number. */
const readPinyin = remembered(pinyinOf);
const countyOf = remembered(maskAddress);

/** What of a person's facts is to be sealed; `row` is the person's id. */
export function toSeal(row: string, facts: PersonFacts): ToSeal {
  const { documentKind, documentNumber, phone } = facts;
  const isMore = facts.household !== null && countyOf(facts.household) !== facts.household;
  return { row, documentKind, documentNumber, phone, household: isMore ? facts.household : null };
}

/** The seals, with what may be shown of these facts and what finds them. */
export function sealedAs(
  seals: Seals,
  { name, documentNumber, phone, household }: PersonFacts,
): Sealed {
  const { full: pinyin, initials } = readPinyin(name);
  const { idBlinds, idCipher, phoneCipher, phoneBlind, householdCipher } = seals;
  return {
    idBlind: idBlinds[0]!,
    idBlinds,
    idCipher,
    idMask: maskIdNumber(documentNumber),
    phoneCipher,
    phoneMask: phone === null ? null : maskPhone(phone),
    phoneBlind,
    householdCipher,
    household: household === null ? null : countyOf(household),
    pinyin,
    initials,
  };
}

/** `row` is the person's id: a value opens in that row only. */
export const sealFacts = (keys: Keyring, row: string, facts: PersonFacts): Sealed =>
  sealedAs(seal(keys, toSeal(row, facts)), facts);
