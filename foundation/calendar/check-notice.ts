// Checking a notice (核对放假安排): what a table with a slip in it would do to every term, it is not let do.
import { formatDay, isWeekend, yearOf } from "../day.ts";
import type { HolidayYear } from "../holidays.ts";
import { publicHolidays } from "../statutory-holidays.ts";
import { faulty, taken, type Verdict } from "../verdict.ts";
import { type Calendar, calendarOf } from "../workdays.ts";
import { daysIn } from "./read-notice.ts";

/** What is wrong with a notice beside the years that are known, in a sentence. */
function faultIn(known: readonly HolidayYear[], notice: HolidayYear): string | undefined {
  const { year } = notice;
  const last = Math.max(...known.map((one) => one.year));
  const first = Math.min(...known.map((one) => one.year));
  if (year > last + 1) return `${last + 1} 年的放假安排还没有装入，要一年一年按顺序装入。`;
  if (year < first) return `${year} 年早于系统办件的年份，不用装入。`;
  const off = notice.off.flatMap(daysIn);
  const makeUp = notice.makeUp.flatMap(daysIn);
  const astray = [...off, ...makeUp].find((one) => one < `${year - 1}-12-01` || yearOf(one) > year);
  if (astray) return `${formatDay(astray)}不在 ${year} 年。`;
  const weekday = makeUp.find((one) => !isWeekend(one));
  if (weekday) return `${formatDay(weekday)}不是周末，本来就上班，不会是调休上班。`;
  const both = makeUp.find((one) => off.includes(one));
  if (both) return `${formatDay(both)}又放假又上班。`;
  const left = publicHolidays(year)?.find((one) => !off.includes(one));
  return left && `${formatDay(left)}是法定节假日，通知里没有读到这天放假。`;
}

/** The years that are known with this one among them, or in place of the one there was. */
export function calendarWith(
  known: readonly HolidayYear[],
  notice: HolidayYear,
): Verdict<Calendar, "notice"> {
  const fault = faultIn(known, notice);
  if (fault) return faulty("notice", fault);
  const others = known.filter(({ year }) => year !== notice.year);
  try {
    return taken(calendarOf([...others, notice]));
  } catch (error) {
    // A day may be off by one year's notice and worked by the next one's.
    if (error instanceof RangeError) return faulty("notice", "和前后一年的放假安排有冲突。");
    throw error;
  }
}
