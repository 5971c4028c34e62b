// Rounds (轮次): ours and the peer's in turn, first the one and then the other, so that a machine that drifts misleads nobody.
import { progressLine } from "../cli/progress.ts";

/** Answers what it took or did: milliseconds, or requests a second. */
export type Runner = () => Promise<number>;

export interface Compared {
  readonly ours: number;
  readonly peer: number;
  /** Ours divided by the peer's, round by round; the median of that. */
  readonly ratio: number;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("nothing was measured");
  return sorted.length % 2 === 1 ? upper : (upper + sorted[middle - 1]!) / 2;
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** One unmeasured round to warm both, then `rounds` measured ones, the order changing each time. Says how far it is. */
export async function compare(
  what: string,
  rounds: number,
  runners: { readonly ours: Runner; readonly peer: Runner },
): Promise<Compared> {
  const progress = progressLine("轮");
  const results: { ours: number; peer: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
    const result = { ours: 0, peer: 0 };
    for (const side of order) result[side] = await runners[side]();
    if (round > 0) results.push(result);
    progress(round, rounds, what);
  }
  return {
    ours: median(results.map(({ ours }) => ours)),
    peer: median(results.map(({ peer }) => peer)),
    ratio: median(results.map(({ ours, peer }) => ours / peer)),
  };
}
