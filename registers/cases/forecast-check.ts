// Counting the past (往例统计与回测): every night how long steps took, and what would have been forecast
// for the tasks decided last, from nothing but what was known before them.
import { addCalendarMonths, type Day, dayOf } from "@niangjia/foundation/day";
import type { Sweep } from "@niangjia/foundation/worker";
import {
  countPaces,
  type DecidedTask,
  lastDecided,
  pastCounts,
  type StepCount,
} from "./durations-store.ts";
import { breakOdds, brierOf, calibrationOf, type Outcome } from "./forecast-odds.ts";
import { basisIn } from "./forecast-past.ts";
import { type Check, putCheck } from "./forecast-store.ts";

/** A year holds every season once. */
export const paceMonths = 12;

const checkedAtMost = 2000;

/** Of a small past the later half is tested, so that the earlier is there to learn from. */
const testedOf = (counted: number): number => Math.min(checkedAtMost, Math.floor(counted / 2));

interface Checked extends Outcome {
  /** What the usual share of late tasks would have said. */
  readonly base: number;
}

/**
 * A task as forecast at half of its term, when it was still open then; undefined when it was done
 * by then, or the past said too little.
 */
function checkedOf(
  { workdays, term, late, ...step }: DecidedTask,
  basis: ReturnType<typeof basisIn>,
  base: number,
): Checked | undefined {
  const half = Math.floor(term / 2);
  const past = basis(step);
  if (term < 1 || workdays < half || !past) return undefined;
  return { odds: breakOdds(past.pace, { spent: half, term }), broke: late, base };
}

/** The share of late tasks among all that were counted before. */
function usualShare(counts: readonly StepCount[]): number {
  const all = counts.filter(({ orgPath }) => orgPath === null);
  const tasks = all.reduce((sum, one) => sum + one.tasks, 0);
  return tasks === 0 ? 0 : all.reduce((sum, one) => sum + one.late, 0) / tasks;
}

/** The back-test as it is kept. */
export function checkOf(
  countedOn: Day,
  tested: readonly DecidedTask[],
  past: readonly StepCount[],
): Check {
  const basis = basisIn(past);
  const base = usualShare(past);
  const checked = tested.flatMap((task) => checkedOf(task, basis, base) ?? []);
  const days = tested.map(({ doneAt }) => dayOf(doneAt)).sort();
  return {
    countedOn,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    tasks: checked.length,
    late: checked.filter(({ broke }) => broke).length,
    brier: brierOf(checked) ?? null,
    baseBrier: brierOf(checked.map(({ broke }) => ({ odds: base, broke }))) ?? null,
    bins: calibrationOf(checked),
  };
}

/** The day the first of the tested tasks was opened: only what was decided before it is known. */
const firstOpened = (tested: readonly DecidedTask[], today: Day): Day =>
  [today, ...tested.map(({ openedAt }) => dayOf(openedAt))].sort()[0] ?? today;

export const paceSweep: Sweep = {
  name: "cases.paces",
  title: "办理用时统计和超时预测回测",
  cron: "40 2 * * *",
  async run(step) {
    const counted = await step(async (act) => {
      const today = dayOf(act.now);
      return countPaces(act, { from: addCalendarMonths(today, -paceMonths), before: today });
    });
    const checked = await step(async (act) => {
      const today = dayOf(act.now);
      const from = addCalendarMonths(today, -paceMonths);
      const tested = await lastDecided(act, { from, before: today }, testedOf(counted));
      const before = firstOpened(tested, today);
      const past = await pastCounts(act, { from: addCalendarMonths(before, -paceMonths), before });
      const check = checkOf(today, tested, past);
      await putCheck(act, check);
      return check.tasks;
    });
    return { counted, checked };
  },
};
