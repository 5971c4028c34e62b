// Drafts (草稿) of the dirty roster: 2,000 people, some rows spoilt, some odd, some there twice.
import type { Day } from "@niangjia/foundation/day";
import { federationPath } from "./federations.ts";
import { type DemoPerson, people } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import type { RosterFault, RosterOddity } from "./roster-faults.ts";
import { rowOddities } from "./roster-oddities.ts";
import { cleanCells, type RosterField } from "./roster-sheet.ts";
import { rosterSpoils, type SpoiltRow, secondSpoils } from "./roster-spoils.ts";
import { demoUnions, showcase } from "./unions.ts";

export const rosterPeople = 2000;

/** A person's row while the sheet is being made. */
export interface Draft extends SpoiltRow {
  readonly faults: { code: RosterFault; field: RosterField; other?: Draft }[];
  readonly oddities: RosterOddity[];
}

/**
 * Where blocks begin whose rows share one merged cell of the employer, counted among the people;
 * and their length.
 */
export const mergedFrom: readonly number[] = [40, 700, 1400];
export const mergedLength = 6;
const isMerged = (index: number): boolean =>
  mergedFrom.some((from) => index >= from && index < from + mergedLength);

/**
 * Members-to-be of the unions of the showcase county; none of them is a member of the demo already.
 */
function draftPeople(seed: string, today: Day): Draft[] {
  const county = federationPath(showcase.county);
  const unions = demoUnions(seed, { today }).filter(({ path }) => path.startsWith(county));
  const wishes = { unions, today, apart: true };
  return Array.from(people(`${seed}/roster`, rosterPeople, wishes), (person, index) => ({
    person,
    cells: cleanCells(person, index + 1),
    faults: [],
    oddities: [],
  }));
}

/** Clean drafts in a shuffled order; whoever is taken is not given out again. */
function poolOf(random: Random, drafts: readonly Draft[]) {
  const left = random.shuffle(drafts.filter((_, index) => !isMerged(index)));
  return (count: number, suits: (person: DemoPerson) => boolean = () => true): Draft[] => {
    const taken = left.filter(({ person }) => suits(person)).slice(0, count);
    for (const draft of taken) left.splice(left.indexOf(draft), 1);
    return taken;
  };
}

type Pool = ReturnType<typeof poolOf>;

/** How many rows have a fault in the identity number and another elsewhere. */
const doubleFaults = 24;

function spoilRows(drafts: readonly Draft[], pool: Pool, context: { random: Random; today: Day }) {
  for (const { code, rows, suits, apply } of rosterSpoils) {
    for (const draft of pool(rows, suits))
      draft.faults.push({ code, field: apply(draft, context) });
  }
  const spoilt = drafts.filter(({ faults }) => faults[0]?.code.startsWith("id."));
  for (const draft of context.random.shuffle(spoilt).slice(0, doubleFaults)) {
    const second = context.random.pick(
      secondSpoils.filter(({ suits }) => suits?.(draft.person) ?? true),
    );
    draft.faults.push({ code: second.code, field: second.apply(draft, context) });
  }
}

function roughenRows(pool: Pool, random: Random): void {
  for (const { code, rows, suits, apply } of rowOddities) {
    for (const draft of pool(rows, suits)) {
      apply(draft, random);
      draft.oddities.push(code);
    }
  }
}

/** Pairs of clean rows in the order of the sheet. */
function pairsFrom(pool: Pool, drafts: readonly Draft[], count: number): [Draft, Draft][] {
  const taken = pool(count * 2, ({ birthDay }) => birthDay < "2000");
  return Array.from({ length: count }, (_, index) => {
    const [one, other] = [taken[index * 2]!, taken[index * 2 + 1]!];
    return drafts.indexOf(one) < drafts.indexOf(other) ? [one, other] : [other, one];
  });
}

/**
 * The same person twice: the first row stands, the later one goes. Some of the later ones bear 15
 * digits.
 */
function repeatRows(pairs: readonly [Draft, Draft][]): void {
  for (const [index, [first, later]] of pairs.entries()) {
    const number = later.cells.number;
    Object.assign(later.cells, first.cells, { number });
    const { idNumber } = first.person;
    if (index % 4 === 0) later.cells.documentNumber = idNumber.slice(0, 6) + idNumber.slice(8, 17);
    later.faults.push({ code: "duplicate.file", field: "documentNumber", other: first });
  }
}

/** One number on two names: neither row can be trusted, both are given back. */
function confuseRows(pairs: readonly [Draft, Draft][]): void {
  for (const [first, later] of pairs) {
    const { idNumber, sex, birthDay } = first.person;
    Object.assign(later.cells, { documentNumber: idNumber, sex, birthDay });
    first.faults.push({
      code: "duplicate.file-name-differs",
      field: "documentNumber",
      other: later,
    });
    later.faults.push({
      code: "duplicate.file-name-differs",
      field: "documentNumber",
      other: first,
    });
  }
}

function mergeEmployers(drafts: readonly Draft[]): void {
  for (const from of mergedFrom) {
    const block = drafts.slice(from, from + mergedLength);
    const employer = block.find(({ person }) => person.employer)?.person.employer ?? null;
    for (const [index, draft] of block.entries()) {
      draft.person = { ...draft.person, employer };
      draft.cells.employer = index === 0 ? employer : null;
      draft.oddities.push("employer.merged");
    }
  }
}

const repeatedPairs = 14;
const confusedPairs = 8;

/** The people of the sheet in its order, spoilt. The same seed and day give the same ones. */
export function rosterDrafts(seed: string, today: Day): Draft[] {
  const random = createRandom(`${seed}/roster/faults`);
  const drafts = draftPeople(seed, today);
  const pool = poolOf(random, drafts);
  spoilRows(drafts, pool, { random, today });
  roughenRows(pool, random);
  repeatRows(pairsFrom(pool, drafts, repeatedPairs));
  confuseRows(pairsFrom(pool, drafts, confusedPairs));
  mergeEmployers(drafts);
  return drafts;
}
