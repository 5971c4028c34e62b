// The odds of breaking a clock (超时概率): from how long such steps took before, given the days already
// spent. Pure; days are working days.

/** How often a step took how long, and from it everything else. */
export interface Pace {
  readonly tasks: number;
  /** Distinct durations from the shortest, each with how many took that long. */
  readonly lengths: readonly { readonly workdays: number; readonly tasks: number }[];
}

/** Adds up counts of the same duration. Throws RangeError on a count below zero. */
export function paceOf(counts: Iterable<{ workdays: number; tasks: number }>): Pace {
  const sums = new Map<number, number>();
  for (const { workdays, tasks } of counts) {
    if (tasks < 0) throw new RangeError(`not a count: ${tasks}`);
    if (tasks > 0) sums.set(workdays, (sums.get(workdays) ?? 0) + tasks);
  }
  const lengths = [...sums]
    .map(([workdays, tasks]) => ({ workdays, tasks }))
    .sort((one, other) => one.workdays - other.workdays);
  return { lengths, tasks: lengths.reduce((sum, { tasks }) => sum + tasks, 0) };
}

/** The least duration within which at least this share was done; undefined of nothing. */
export function within(pace: Pace, share: number): number | undefined {
  let done = 0;
  for (const { workdays, tasks } of pace.lengths) {
    done += tasks;
    if (done >= share * pace.tasks) return workdays;
  }
  return undefined;
}

/** How many took at least so long. */
export const lasting = ({ lengths }: Pace, atLeast: number): number =>
  lengths.reduce((sum, { workdays, tasks }) => (workdays >= atLeast ? sum + tasks : sum), 0);

export interface Standing {
  /** Working days since it was opened; it is still open. */
  readonly spent: number;
  /** Working days it may take. */
  readonly term: number;
}

/**
 * The probability that a task will take longer than its term: of those that took at least as long
 * as it took already, the share that went beyond (the empirical conditional survival of Kaplan and
 * Meier 1958, where nothing is censored). One half is added to either side (Jeffreys' prior), so
 * that few examples give neither certainty. Past its term it is broken: 1.
 */
export function breakOdds(pace: Pace, { spent, term }: Standing): number {
  if (spent > term) return 1;
  return (lasting(pace, term + 1) + 0.5) / (lasting(pace, spent) + 1);
}

export interface Outcome {
  /** As it was forecast, 0 to 1. */
  readonly odds: number;
  readonly broke: boolean;
}

/** Mean squared error of forecasts: 0 is perfect (Brier 1950). Undefined of nothing. */
export function brierOf(outcomes: readonly Outcome[]): number | undefined {
  if (outcomes.length === 0) return undefined;
  const errors = outcomes.map(({ odds, broke }) => (odds - Number(broke)) ** 2);
  return errors.reduce((sum, error) => sum + error, 0) / outcomes.length;
}

export interface Bin {
  /** Forecasts from here up to `to`, in per cent. */
  readonly from: number;
  readonly to: number;
  readonly tasks: number;
  /** Mean of what was forecast, and the share that broke; null of nothing. */
  readonly forecast: number | null;
  readonly observed: number | null;
}

const bounds = [0, 20, 40, 60, 80] as const;

/** What was forecast beside what happened, by fifths of the forecast. */
export function calibrationOf(outcomes: readonly Outcome[]): Bin[] {
  const binOf = ({ odds }: Outcome): number => Math.min(Math.floor(odds * 5), 4);
  const byBin = Map.groupBy(outcomes, binOf);
  return bounds.map((from, nth) => {
    const inside = byBin.get(nth) ?? [];
    const mean = (of: (outcome: Outcome) => number): number | null =>
      inside.length === 0 ? null : inside.reduce((sum, one) => sum + of(one), 0) / inside.length;
    return {
      from,
      to: from + 20,
      tasks: inside.length,
      forecast: mean(({ odds }) => odds),
      observed: mean(({ broke }) => Number(broke)),
    };
  });
}
