// Numbers (号码) of invented people and units: valid by their check characters, never twice, assigned to nobody we know.
import type { Sex } from "./words.ts";

/** A prime of neither 2, 3, 5 nor 31, so that multiplying by it visits every slot of the sizes below once. */
const stride = 611_953_001;

/** The place of `index` in a fixed shuffle of `size` slots; different indexes never meet. */
const scatter = (index: number, size: number): number => (index * stride + 20_260_101) % size;

/** Prefixes of the mobile plan that no operator had been given by 2026, as far as we know. */
const memberPrefixes = ["154", "160", "161", "163", "164", "168", "169", "179"];
const staffPrefix = "194";
const subscribers = 100_000_000;

const subscriber = (slot: number): string => String(slot % subscribers).padStart(8, "0");

/** The mobile number of the demo's n-th person; distinct for the first 800 million. */
export function memberPhone(index: number): string {
  const slot = scatter(index, memberPrefixes.length * subscribers);
  return memberPrefixes[Math.floor(slot / subscribers)]! + subscriber(slot);
}

/** The mobile number of the demo's n-th account; distinct from every member's. */
export const staffPhone = (index: number): string =>
  staffPrefix + subscriber(scatter(index, subscribers));

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function identityCheck(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) {
    sum += identityWeights[place]! * (first17.charCodeAt(place) - 48);
  }
  return "10X98765432"[sum % 11]!;
}

const firstDay = Date.UTC(1930, 0, 1) / 86_400_000;
const knownDays = 36_525;
/** Sequence numbers of one sex, division and day: 001–999, odd for men. */
const sequencesPerSex = 499;

/** Issues identity numbers, each once: keeps a count per division, day of birth and sex, as the registrar would. */
export class IdentityRegistrar {
  readonly #issued = new Map<string, Uint16Array>();

  /** `birthEpochDay` counts days from 1970-01-01; `birthDay` is the same day as text. */
  issue(divisionCode: string, birth: { epochDay: number; day: string }, sex: Sex): string {
    const slot = (birth.epochDay - firstDay) * 2 + (sex === "男" ? 1 : 0);
    const issued = this.#countsOf(divisionCode);
    const earlier = issued[slot];
    if (earlier === undefined || earlier >= sequencesPerSex) {
      throw new Error(`no identity number left for ${divisionCode} on ${birth.day}`);
    }
    issued[slot] = earlier + 1;
    const turn = (earlier * 7 + slot * 31 + Number(divisionCode)) % sequencesPerSex;
    const sequence = String(turn * 2 + (sex === "男" ? 1 : 2)).padStart(3, "0");
    const first17 = divisionCode + birth.day.replaceAll("-", "") + sequence;
    return first17 + identityCheck(first17);
  }

  #countsOf(divisionCode: string): Uint16Array {
    const known = this.#issued.get(divisionCode);
    if (known) return known;
    const fresh = new Uint16Array(knownDays * 2);
    this.#issued.set(divisionCode, fresh);
    return fresh;
  }
}

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an organisation code (GB 11714) of eight characters. */
function organisationCheck(body: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * Number.parseInt(body[place]!, 36),
    0,
  );
  return "0123456789X"[(11 - (sum % 11)) % 11]!;
}

/** The last character of a 统一社会信用代码 (GB 32100-2015). */
function creditCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31]!;
}

/** Who registers a body and as what: the first two characters of its code. */
export const registeredAs = {
  federation: "13",
  grassrootsUnion: "81",
  firm: "91",
  institution: "12",
  village: "54",
} as const;

/** The credit code of the n-th body of the demo; distinct for the first 887 million. */
export function creditCode(
  kind: keyof typeof registeredAs,
  divisionCode: string,
  index: number,
): string {
  let slot = scatter(index, 31 ** 6);
  let body = "";
  for (let place = 0; place < 6; place += 1) {
    body = creditAlphabet[slot % 31] + body;
    slot = Math.floor(slot / 31);
  }
  const organisation = `MA${body}`;
  const first17 =
    registeredAs[kind] + divisionCode.slice(0, 6) + organisation + organisationCheck(organisation);
  return first17 + creditCheck(first17);
}
