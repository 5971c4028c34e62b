// Numbers (号码) of invented people and units: valid, never twice, assigned to nobody we know.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { usccCheckCharacter } from "@niangjia/foundation/uscc";
import { dayAt } from "./calendar.ts";
import type { Sex } from "./words.ts";

/**
 * Shares no factor with the sizes below (2, 5 and 31 only), so that its multiples visit every slot
 * once.
 */
const stride = 618_033_989;

/**
 * The place of `index` in a fixed shuffle of `size` slots. Exact, and so distinct, up to 14
 * million.
 */
const scatter = (index: number, size: number): number => (index * stride + 20_260_101) % size;

/** Prefixes of the mobile plan that no operator had been given by 2026, as far as we know. */
const memberPrefixes = ["154", "160", "161", "163", "164", "168", "169", "179"];
const staffPrefix = "194";

/** Where the people apart begin: beyond any number of members the demo makes. */
export const firstApart = 12_000_000;
const subscribers = 100_000_000;

const subscriber = (slot: number): string => String(slot % subscribers).padStart(8, "0");

/**
 * The mobile number of the demo's n-th person. Those apart from its members count from `firstApart`
 * on.
 */
export function memberPhone(index: number): string {
  const slot = scatter(index, memberPrefixes.length * subscribers);
  return memberPrefixes[Math.floor(slot / subscribers)]! + subscriber(slot);
}

/** The mobile number of the demo's n-th account; distinct from every member's. */
export const staffPhone = (index: number): string =>
  staffPrefix + subscriber(scatter(index, subscribers));

/** Births from 1930 to 2029. */
const firstEpochDay = Date.UTC(1930, 0, 1) / 86_400_000;
const knownDays = 36_525;

/**
 * Sequence numbers of one sex, division and day go from 001 to 999, odd for men. Members of the
 * demo and people who stand apart from them (applicants, a roster to import) get theirs from
 * different turns. The last turns are left out: 996 and above meant people over a hundred in
 * numbers of 15 digits.
 */
const turns = { members: { first: 0, count: 478 }, apart: { first: 478, count: 19 } } as const;

/**
 * Issues identity numbers, each once: keeps a count per division, day of birth and sex, as a
 * registrar would.
 */
export class IdentityRegistrar {
  readonly #turns: (typeof turns)[keyof typeof turns];
  readonly #issued = new Map<string, Uint16Array>();

  constructor(holders: keyof typeof turns) {
    this.#turns = turns[holders];
  }

  /**
   * `birthEpochDay` counts days from 1970-01-01. No number ends in 000, which imports take for a
   * rounded one.
   */
  issue(divisionCode: string, birthEpochDay: number, sex: Sex): string {
    const { first, count } = this.#turns;
    const slot = (birthEpochDay - firstEpochDay) * 2 + (sex === "男" ? 1 : 0);
    const issued = this.#countsOf(divisionCode);
    const earlier = issued[slot];
    if (earlier === undefined || earlier >= count) {
      throw new Error(`no identity number left in ${divisionCode}, day ${birthEpochDay}`);
    }
    issued[slot] = earlier + 1;
    const turn = first + ((earlier * 7 + slot * 31 + Number(divisionCode)) % count);
    const sequence = String(turn * 2 + (sex === "男" ? 1 : 2)).padStart(3, "0");
    const first17 = divisionCode + dayAt(birthEpochDay).replaceAll("-", "") + sequence;
    const number = first17 + checkCharacter(first17);
    return number.endsWith("000") ? this.issue(divisionCode, birthEpochDay, sex) : number;
  }

  #countsOf(divisionCode: string): Uint16Array {
    const known = this.#issued.get(divisionCode);
    if (known) return known;
    const fresh = new Uint16Array(knownDays * 2);
    this.#issued.set(divisionCode, fresh);
    return fresh;
  }
}

/** The 31 characters of GB 32100-2015. */
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an organisation code (GB 11714) of eight characters. */
export function organisationCheck(body: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * Number.parseInt(body[place]!, 36),
    0,
  );
  return "0123456789X"[(11 - (sum % 11)) % 11]!;
}

/** Who registers a body and as what: the first two characters of its code. */
export const registeredAs = {
  federation: "13",
  grassrootsUnion: "81",
  firm: "91",
  institution: "12",
  village: "54",
} as const;

/** The credit code of the n-th body of the demo; different bodies never share one. */
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
  return first17 + usccCheckCharacter(first17);
}
