// Choice (保留与采用): which record stays and which facts come from the other one, and what that will do, in words.
import type { Comparison, Line, Party } from "./merges.ts";

export interface Choice {
  readonly survivor: Party;
  /** Facts in which the other record is right. */
  readonly take: readonly string[];
}

export const otherOf = (party: Party): Party => (party === "first" ? "second" : "first");

/** The kind of a document goes with its number, so nobody chooses it alone. */
const followsNumber = "documentKind";

/** Whether people choose between the two values; what only one record knows is kept anyway. */
export const isChosen = ({ field, relation }: Line): boolean =>
  relation === "differs" && field !== followsNumber;

/** The record whose value of this fact stays; undefined where neither knows it. */
export function stays({ field, relation }: Line, { survivor, take }: Choice): Party | undefined {
  if (relation === "neither") return undefined;
  if (relation === "only-first") return "first";
  if (relation === "only-second") return "second";
  const asked = field === followsNumber ? "documentNumber" : field;
  return take.includes(asked) ? otherOf(survivor) : survivor;
}

export function picked(choice: Choice, field: string, party: Party): Choice {
  const others = choice.take.filter((one) => one !== field);
  return { ...choice, take: party === choice.survivor ? others : [...others, field] };
}

/** The suggestion holds for the record it is about; with the other one, everything stays as that one says. */
export const survivingAs = (party: Party, { suggestion }: Comparison): Choice =>
  party === suggestion.survivor ? suggestion : { survivor: party, take: [] };

/** Why this record cannot be the one that stays: a living member is not merged into someone who left. */
export function shutFor(party: Party, comparison: Comparison): string | undefined {
  const left = comparison[party].state === "ended";
  const livesOn = comparison[otherOf(party)].state !== "ended";
  return left && livesOn ? "已离会，会籍在另一条记录上" : undefined;
}

const titlesOf = (lines: readonly Line[]) => lines.map(({ title }) => title).join("、");

/** What merging will do, one sentence each. */
export function effectsOf(comparison: Comparison, choice: Choice): string[] {
  const { lines, remarks } = comparison;
  const { survivor } = choice;
  const goes = otherOf(survivor);
  const taken = lines.filter((line) => isChosen(line) && stays(line, choice) === goes);
  const filled = lines.filter(({ relation }) => relation === `only-${goes}`);
  return [
    `保留${recordWords[survivor]}，${recordWords[goes]}并入它，不再单独出现在名册里。`,
    ...(taken.length > 0 ? [`改用${recordWords[goes]}的${titlesOf(taken)}。`] : []),
    ...(filled.length > 0 ? [`用${recordWords[goes]}补上${titlesOf(filled)}。`] : []),
    "两条记录的会籍经历、办件都归到保留的记录名下。",
    ...remarks,
    "30 天内可以撤销，撤销后两条记录恢复原样。",
  ];
}

export const recordWords = { first: "甲记录", second: "乙记录" } as const;
