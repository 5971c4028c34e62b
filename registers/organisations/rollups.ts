// Rollups (汇总数): numbers of a union and all below it, exact at every moment, fed by deltas.
import type { Act } from "@niangjia/foundation/act";
import { type Day, daysBetween } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { type OrgPath, orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals, type UnionLevel } from "./contract.ts";
import { levelMeasure, levelNames } from "./measures.ts";
import {
  insertDeltas,
  readNumbers,
  readNumbersAt,
  readTrend,
  type TrendRow,
} from "./rollup-store.ts";
import { type Child, childrenOf, holdPaths } from "./store.ts";

/** A change of a number at one union on a day. The union's own row, never an ancestor's. */
export interface Delta {
  readonly orgPath: string;
  /** Such as `members` or `members.women`; a dot parts a measure from what it is a part of. */
  readonly measure: string;
  readonly day: Day;
  /** Whole; negative when the number falls. */
  readonly amount: number;
}

function addedUp(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const delta of deltas) {
    const key = `${delta.orgPath} ${delta.measure} ${delta.day}`;
    const amount = (sums.get(key)?.amount ?? 0) + delta.amount;
    sums.set(key, { ...delta, amount });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

/**
 * Writes changes of numbers in the transaction of what changed them, and keeps their unions from
 * moving until it ends. Refuses when one of them moved since the act read its path: the whole act
 * then starts again with the new place.
 */
export async function addDeltas(act: Act, deltas: readonly Delta[]): Promise<void> {
  const sums = addedUp(deltas);
  if (sums.length === 0) return;
  const paths = [...new Set(sums.map((delta) => delta.orgPath))];
  if ((await holdPaths(act, paths)) < paths.length) throw refuse(refusals.movedMeanwhile);
  const rows = sums.map(({ orgPath, measure, day, amount }) => ({
    id: newId(),
    org_path: orgPath,
    measure,
    day,
    amount,
  }));
  await insertDeltas(act, rows);
}

/** Numbers by measure; a measure nobody fed is 0. */
export type Numbers<Measure extends string = string> = Readonly<Record<Measure, number>>;

/**
 * The numbers of each union and all below it, by path. Only what lies in the actor's scope is
 * counted: a union above it shows 0.
 */
export async function numbersOf<Measure extends string>(
  act: Act,
  paths: readonly string[],
  measures: readonly Measure[],
): Promise<Map<string, Numbers<Measure>>> {
  const nothing = Object.fromEntries(measures.map((measure) => [measure, 0]));
  const numbers = new Map<string, Record<string, number>>();
  for (const path of paths) numbers.set(path, { ...nothing });
  if (paths.length === 0) return numbers as Map<string, Numbers<Measure>>;
  const wanted = [...numbers.keys()].map((path) => rangeOf(orgPath(path)));
  for (const { path, measure, amount } of await readNumbers(act, wanted, measures)) {
    numbers.get(path)![measure] = amount;
  }
  return numbers as Map<string, Numbers<Measure>>;
}

/** The numbers of one union and all below it. */
export async function numbersAt<Measure extends string>(
  act: Act,
  path: string,
  measures: readonly Measure[],
): Promise<Numbers<Measure>> {
  const known = await readNumbersAt(act, rangeOf(orgPath(path)), measures);
  const amounts = new Map(known.map(({ measure, amount }) => [measure, amount]));
  const entries = measures.map((measure) => [measure, amounts.get(measure) ?? 0]);
  return Object.fromEntries(entries) as Numbers<Measure>;
}

/** Living unions at and below a path, by level. */
export async function countsByLevel(act: Act, path: string): Promise<Record<UnionLevel, number>> {
  const numbers = await numbersAt(act, path, levelNames.map(levelMeasure));
  const entries = levelNames.map((level) => [level, numbers[levelMeasure(level)]]);
  return Object.fromEntries(entries) as Record<UnionLevel, number>;
}

export const trendDaysAtMost = 3_700;

/**
 * The number at the end of each day, both ends included. A period of more than ten years is a
 * mistake of the caller.
 */
export async function trend(
  act: Act,
  path: OrgPath,
  { measure, fromDay, toDay }: { measure: string; fromDay: Day; toDay: Day },
): Promise<TrendRow[]> {
  if (daysBetween(fromDay, toDay) >= trendDaysAtMost) throw new RangeError("a trend of too long");
  return readTrend(act, { range: rangeOf(path), measure, fromDay, toDay });
}

/** Each union right below, closed ones left out, with its numbers: a table by city or by county. */
export async function childrenNumbers<Measure extends string>(
  act: Act,
  parentId: string,
  measures: readonly Measure[],
): Promise<{ union: Child; numbers: Numbers<Measure> }[]> {
  const { rows } = await childrenOf(act, { parentId, closedToo: false, page: 1, size: 5_000 });
  const numbers = await numbersOf(
    act,
    rows.map(({ path }) => path),
    measures,
  );
  return rows.map((union) => ({ union, numbers: numbers.get(union.path)! }));
}
