// The term of a task (期限): its last day, and the working days left or overdue.
import type { Day } from "@niangjia/foundation/day";
import { HorizonError, workdaysBetween } from "@niangjia/foundation/workdays";

export interface Clock {
  readonly due: Day;
  /** Negative when overdue; null where no holidays are known for the days between. */
  readonly workdaysLeft: number | null;
  readonly overdue: boolean;
}

export function clockOf(due: Day, today: Day): Clock {
  return { due, workdaysLeft: workdaysLeft(today, due), overdue: due < today };
}

/** A desk is still to be read in a year whose holidays nobody has loaded. */
function workdaysLeft(today: Day, due: Day): number | null {
  try {
    return workdaysBetween(today, due);
  } catch (error) {
    if (error instanceof HorizonError) return null;
    throw error;
  }
}
