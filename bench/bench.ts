// Benchmark (基准): one thing measured beside its peer, in the same run and on the same database.
import type { Ground } from "./ground.ts";

/** What a figure must reach. */
export interface Bound {
  readonly figure: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Wishes {
  /** Members in the store before anything is measured. */
  readonly members: number;
  /** People on the roster that is imported. */
  readonly rows: number;
  /** Rounds of ours and the peer's in turn; the median counts. */
  readonly rounds: number;
  /** Length of one round under load. */
  readonly seconds: number;
  /** Finished cases in the full store. */
  readonly cases: number;
  /** Cases that go from start to end in one round. */
  readonly casesPerRound: number;
  /** Cases under way at once, each by people who wait for one another. */
  readonly concurrency: number;
}

/** One line of the table for people. */
export interface Measured {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
}

export interface Outcome {
  readonly figures: Readonly<Record<string, number>>;
  readonly lines: readonly Measured[];
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  readonly bounds: readonly Bound[];
  run(ground: Ground, wishes: Wishes): Promise<Outcome>;
}
