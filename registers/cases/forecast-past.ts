// Past examples (往例): the pace a forecast goes by, of the same step in the same county where there is
// enough of it, else of the same step everywhere.
import type { StepCount } from "./durations-store.ts";
import { type Pace, paceOf } from "./forecast-odds.ts";

/** Fewer past tasks of a county say less about it than those of all counties. */
const countyAtLeast = 30;
/** Of fewer past tasks nothing is forecast. */
const anyAtLeast = 10;

export interface Basis {
  readonly pace: Pace;
  readonly county: boolean;
}

interface Step {
  readonly function: string;
  readonly node: string;
  readonly orgPath: string;
}

const keyOf = ({ function: id, node }: Omit<Step, "orgPath">, place: string | null): string =>
  `${id} ${node} ${place ?? ""}`;

/** Looks up what a step's forecast goes by; undefined when the past says too little. */
export function basisIn(counts: readonly StepCount[]): (step: Step) => Basis | undefined {
  const groups = Map.groupBy(counts, (count) => keyOf(count, count.orgPath));
  const paces = new Map([...groups].map(([key, group]) => [key, paceOf(group)]));
  return (step) => {
    const county = paces.get(keyOf(step, step.orgPath));
    if (county && county.tasks >= countyAtLeast) return { pace: county, county: true };
    const all = paces.get(keyOf(step, null));
    return all && all.tasks >= anyAtLeast ? { pace: all, county: false } : undefined;
  };
}
