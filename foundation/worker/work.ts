// What rooms give the worker to do: reactions to events, long jobs in many steps, and sweeps by the clock.
import type { Act } from "../act.ts";
import type { Delivered } from "../outbox/index.ts";

/** Runs once for an event, in one transaction together with the note that it ran. */
export interface Reaction {
  readonly on: string;
  readonly name: string;
  /** `urgent`: somebody waits with their phone in hand. It passes all others, and must be short. */
  readonly lane?: "urgent";
  run(act: Act, event: Delivered): Promise<void>;
}

/** One transaction of a longer work, as the house itself. */
export type Step = <T>(work: (act: Act) => Promise<T>) => Promise<T>;

/**
 * Work too long for one transaction. It keeps its own progress in its own rows, so that run again after a crash it goes
 * on where it stopped. `stopping` fires when the server wants to end: finish the step and return.
 */
export interface LongJob {
  readonly on: string;
  readonly name: string;
  run(step: Step, event: Delivered, stopping: AbortSignal): Promise<void>;
}

/** Work by the clock (cron in Asia/Shanghai), idempotent; what it did is kept as a run. */
export interface Sweep {
  readonly name: string;
  readonly title: string;
  readonly cron: string;
  /** Returns what it did, as counts to show. `subject` asks for one subject only. */
  run(step: Step, subject?: string): Promise<Record<string, number>>;
  /** Runs once when a server starts, before its worker takes anything up. */
  atStart?(step: Step): Promise<unknown>;
}

export interface Work {
  readonly reactions: readonly Reaction[];
  readonly longJobs: readonly LongJob[];
  readonly sweeps: readonly Sweep[];
}
