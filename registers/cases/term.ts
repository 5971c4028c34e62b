// The term of a task (期限): its last day, the working days left or overdue, and the colour of its light.
import type { Day } from "@niangjia/foundation/day";
import { HorizonError, isProvisional, workdaysBetween } from "@niangjia/foundation/workdays";

/** In time, near its end, over, or standing still. */
type Light = "ok" | "amber" | "red" | "paused";

export interface Clock {
  readonly due: Day;
  /** Negative when overdue; null where no holidays can be known for the days between. */
  readonly workdaysLeft: number | null;
  readonly overdue: boolean;
  readonly state: Exclude<Light, "paused">;
  /** Found in a year whose days off are not announced yet: it may still move. */
  readonly provisional: boolean;
}

/** `amber`: how many working days before its last day it turns amber. */
export function clockOf(due: Day, today: Day, amber = 1): Clock {
  const left = workdaysLeft(today, due);
  const overdue = due < today;
  const near = left !== null && left <= amber;
  const state = overdue ? "red" : near ? "amber" : "ok";
  return { due, workdaysLeft: left, overdue, state, provisional: isProvisional(due) };
}

/** A desk is still to be read in a year whose holidays nobody can know. */
function workdaysLeft(today: Day, due: Day): number | null {
  try {
    return workdaysBetween(today, due);
  } catch (error) {
    if (error instanceof HorizonError) return null;
    throw error;
  }
}

/**
 * A term as the engine keeps it: it runs, or stands still with so many working days left, negative
 * when it was over.
 */
export interface Kept {
  readonly due: Day | null;
  readonly left?: number;
}

export interface Term extends Omit<Clock, "due" | "state"> {
  readonly due: Day | null;
  readonly state: Light;
}

/** Null for what has no term at all. */
export function termOf({ due, left }: Kept, today: Day, amber = 1): Term | null {
  if (due !== null) return clockOf(due, today, amber);
  if (left === undefined) return null;
  return { due, workdaysLeft: left, overdue: left < 0, state: "paused", provisional: false };
}
