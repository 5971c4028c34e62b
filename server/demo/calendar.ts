// A calendar (日历) for the demo: days by number and back, quick enough for a million people.
import { type Day, day } from "@niangjia/foundation/day";

const dayMs = 86_400_000;
const firstEpochDay = Date.UTC(1930, 0, 1) / dayMs;

/** Days of 120 years from 1930-01-01 on. */
const daysAtMost = 43_830;
/** Those asked for so far: a house that only shows its demo asks for few. */
const days: Day[] = [];

/** Days from 1970-01-01 to that day; negative before. */
export const epochDayOf = (of: Day): number => Date.parse(of) / dayMs;

/** The day that many days from 1970-01-01; one outside 1930–2049 is a bug. */
export function dayAt(epochDay: number): Day {
  const nth = epochDay - firstEpochDay;
  if (!(nth >= 0 && nth < daysAtMost))
    throw new Error(`${epochDay} is outside the demo's calendar`);
  days[nth] ??= day(new Date(epochDay * dayMs).toISOString().slice(0, 10));
  return days[nth];
}
