// Names (姓名) of invented people: surname by people, given name by decade of birth and sex.
import {
  avoidedNames,
  compoundSurnames,
  type GivenNames,
  givenNames,
  rareCharacters,
  surnames,
  surnamesByGroup,
  uyghurNames,
} from "./name-stock.ts";
import { type Random, tally, type Weighted } from "./random.ts";
import { type EthnicGroup, type Sex, sexes } from "./words.ts";

export interface Bearer {
  readonly sex: Sex;
  readonly birthYear: number;
  readonly ethnicGroup: EthnicGroup;
}

const words = (text: string): readonly string[] => text.split(" ");

interface GivenStock {
  readonly whole: readonly string[];
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const stockOf = ({ whole, first, second }: GivenNames): GivenStock => ({
  whole: words(whole),
  first: [...first],
  second: [...second],
});

const hanSurnames = tally(surnames);
const doubleSurnames = words(compoundSurnames);
const groupSurnames: ReadonlyMap<string, Weighted<string>> = new Map(
  Object.entries(surnamesByGroup).map(([group, text]) => [group, tally(text)]),
);
const stocks = new Map(
  Object.entries(givenNames).map(([decade, { 男, 女 }]) => [
    Number(decade),
    { 男: stockOf(男), 女: stockOf(女) },
  ]),
);
const rare = words(rareCharacters);
const avoided = new Set(words(avoidedNames));
const uyghur = {
  男: words(uyghurNames.男),
  女: words(uyghurNames.女),
  father: words(uyghurNames.father),
};

function surname(random: Random, ethnicGroup: EthnicGroup): string {
  if (random.chance(0.0015)) return random.pick(doubleSurnames);
  return random.weighted(groupSurnames.get(ethnicGroup) ?? hanSurnames);
}

function givenName(random: Random, { sex, birthYear }: Bearer): string {
  const decade = Math.min(2000, Math.max(1950, Math.floor(birthYear / 10) * 10));
  const stock = stocks.get(decade)![sex];
  if (random.chance(0.004)) {
    const character = random.pick(rare);
    return random.chance(0.5) ? character : random.pick(stock.first) + character;
  }
  if (random.chance(0.45)) return random.pick(stock.whole);
  return random.pick(stock.first) + random.pick(stock.second);
}

/** A full name as the identity card writes it; the middle dot of long names is U+00B7. */
export function personName(random: Random, bearer: Bearer): string {
  if (bearer.ethnicGroup === "维吾尔族") {
    return `${random.pick(uyghur[bearer.sex])}·${random.pick(uyghur.father)}`;
  }
  const family = surname(random, bearer.ethnicGroup);
  const name = family + givenName(random, bearer);
  return avoided.has(name) ? personName(random, bearer) : name;
}

/** The name of whoever holds an office: a Han man or woman of 30 to 55. */
export function officerName(random: Random): string {
  const sex = random.pick(sexes);
  return personName(random, { sex, birthYear: random.int(1971, 1996), ethnicGroup: "汉族" });
}
