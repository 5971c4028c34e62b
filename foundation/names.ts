// Names (姓名): one plain form, variant characters, sound, pinyin, and likeness of two names.
import { pinyin } from "pinyin-pro";
import { cleanText } from "./text.ts";
import { japaneseForms, nameVariants, traditionalForms } from "./variants-data.ts";

/**
 * Marks that stand between the parts of a Uygur, Tibetan or foreign name, and what people type for
 * them.
 */
const middleDots = /[·•・‧∙⋅●▪⸱ꞏ᛫]/g;

/** A full stop between two Chinese characters is a middle dot that the keyboard lacked. */
const stops = /(?<=\p{Script=Han})[.。｡](?=\p{Script=Han})/gu;

/** A space beside a Chinese character or a middle dot is layout (王 芳), not part of the name. */
const layoutSpaces = /(?<=[\p{Script=Han}·]) | (?=[\p{Script=Han}·])/gu;

/**
 * The form a name is stored in: plain text, radicals and compatibility characters as the ideographs
 * they look like, one kind of middle dot, no layout spaces, no variation selectors. Characters are
 * not simplified: a name is as its bearer writes it.
 */
export const normaliseName = (text: string): string =>
  cleanText(cleanText(text).replace(middleDots, "·").normalize("NFKC"))
    .replace(/\p{Variation_Selector}/gu, "")
    .replace(stops, "·")
    .replace(layoutSpaces, "");

function readPairs(text: string): [string, string][] {
  const characters = Array.from(text.replace(/\s/g, ""));
  return Array.from({ length: characters.length / 2 }, (_, index) => [
    characters[2 * index]!,
    characters[2 * index + 1]!,
  ]);
}

const standardForms = new Map([japaneseForms, nameVariants, traditionalForms].flatMap(readPairs));

/**
 * Written the same but for traditional or variant characters, letter case, dots and spaces: for
 * looking up.
 */
export function foldName(name: string): string {
  const plain = normaliseName(name)
    .toUpperCase()
    .replace(/[·\s'’-]/g, "");
  return Array.from(plain, (character) => standardForms.get(character) ?? character).join("");
}

/**
 * Syllables without tones, the surname read as one (单 shan, 尉迟 yuchi); ü is v. Other characters
 * stay.
 */
const syllablesOf = (folded: string): string[] =>
  pinyin(folded, {
    toneType: "none",
    type: "array",
    surname: "head",
    v: true,
    nonZh: "consecutive",
  });

/**
 * Names that sound alike have the same key: 张伟 and 章玮 are both `zhang wei`. For looking up
 * candidates.
 */
export const soundKey = (name: string): string =>
  syllablesOf(foldName(name)).join(" ").toLowerCase();

/** For search by letters: 欧阳娜 → full `ouyangna`, initials `oyn`. */
export function pinyinOf(name: string): { full: string; initials: string } {
  const syllables = syllablesOf(foldName(name)).map((syllable) => syllable.toLowerCase());
  return {
    full: syllables.join(""),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(""),
  };
}

/** Of a union, a firm or a place, whose first character is no surname: 行业工会 → `hangyegonghui`, `hygh`. */
export function pinyinOfOrganisation(name: string): { full: string; initials: string } {
  const words = foldName(name).replace(/[^\p{Script=Han}A-Z0-9]/gu, "");
  const syllables = pinyin(words, {
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "spaced",
  }).map((syllable) => syllable.toLowerCase());
  return {
    full: syllables.join(""),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(""),
  };
}

/** Every reading of one character, for 乐 both le and yue. */
const readingsOf = (character: string): string[] =>
  pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });

function soundsAlike(left: string, right: string): boolean {
  if (left === right) return true;
  const readings = new Set(readingsOf(left));
  return readingsOf(right).some((reading) => readings.has(reading));
}

/** True when one substitution, or one character more or less, turns one into the other. */
function isOneOff(left: readonly string[], right: readonly string[]): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (of: readonly string[], from: number) => of.slice(from).join("");
  const skipped = long.length === short.length ? start + 1 : start;
  return rest(short, skipped) === rest(long, start + 1);
}

export type LikenessReason = "same" | "variant" | "homophone" | "one-char-off" | "different";

export interface Likeness {
  /** 0 to 1. An order for people to look by, not a probability. */
  readonly score: number;
  readonly reason: LikenessReason;
}

/**
 * How alike two names are, the same both ways round: 1 the same; 0.98 but for variant characters,
 * dots or letter case; 0.85 each character sounds alike in one of its readings; one character off
 * 0.7 of three or more, 0.4 of two (张三 and 张四 are mostly two people); else 0. An empty name is
 * like none.
 */
export function likeness(left: string, right: string): Likeness {
  const [plainLeft, plainRight] = [normaliseName(left), normaliseName(right)];
  const [foldedLeft, foldedRight] = [foldName(left), foldName(right)];
  if (foldedLeft === "" || foldedRight === "") return { score: 0, reason: "different" };
  if (plainLeft === plainRight) return { score: 1, reason: "same" };
  if (foldedLeft === foldedRight) return { score: 0.98, reason: "variant" };
  const [a, b] = [Array.from(foldedLeft), Array.from(foldedRight)];
  if (a.length === b.length && a.every((character, index) => soundsAlike(character, b[index]!))) {
    return { score: 0.85, reason: "homophone" };
  }
  if (isOneOff(a, b)) {
    return { score: Math.max(a.length, b.length) > 2 ? 0.7 : 0.4, reason: "one-char-off" };
  }
  return { score: 0, reason: "different" };
}
