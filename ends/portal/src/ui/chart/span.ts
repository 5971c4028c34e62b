// Span (纵轴范围): from where to where a value axis runs, in steps a reader can count by.
import { type ChartProps, valuesOf } from "./figures.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** What hardly moves is not blown up: an axis spans at least this share of its highest value. */
const leastShare = 0.02;

/** Values that reach down so far are shown whole, from zero. */
const wideShare = 0.5;

const steps = 4;

/** The smallest of 1, 2, 5, 10, 20 … (or their tenths) that is no less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (
    [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least * 0.999_999) ?? least
  );
}

/** Multiples of a step without the noise of fractions: 0.1 × 3 is 0.3. */
const times = (count: number, step: number): number => Number((count * step).toPrecision(12));

/**
 * Around values of at least zero, never beyond `atMost`. Undefined where an axis from zero shows
 * them as well.
 */
export function spanAround(values: readonly number[], atMost?: number): Span | undefined {
  const high = Math.max(...values);
  const low = Math.min(...values);
  if (values.length === 0 || high <= 0 || high - low > high * wideShare) return undefined;
  const span = Math.max(high - low, high * leastShare);
  const step = roundStep(span / steps);
  const top = times(Math.ceil(Math.max(high, low + span) / step), step);
  const to = atMost === undefined ? top : Math.min(top, atMost);
  return { from: times(Math.floor(Math.min(low, to - span) / step), step), to, step };
}

/** The span of a chart's value axis where it does not begin at zero. Bars always do: length is what they say. */
export function spanOf({ kind, scale, atMost, series }: ChartProps): Span | undefined {
  return kind === "line" && scale === "near" ? spanAround(valuesOf({ series }), atMost) : undefined;
}
