// Statutory holidays (法定节假日): the days off the law itself gives, for a year whose arrangement is not announced yet.
import { addCalendarDays, type Day, day, isWeekend } from "./day.ts";
import type { HolidayYear } from "./holidays.ts";

/**
 * 正月初一, 清明, 五月初五 and 八月十五 of a year, as the almanac of the Purple Mountain Observatory
 * (GB/T 33661—2017) has them. A table and never computed: the new moon of 2027-02-06 is four minutes
 * before midnight, and calendars of common systems put it on the 7th.
 */
const festivals: Readonly<Record<number, readonly string[]>> = {
  2025: ["01-29", "04-04", "05-31", "10-06"],
  2026: ["02-17", "04-05", "06-19", "09-25"],
  2027: ["02-06", "04-05", "06-09", "09-15"],
  2028: ["01-26", "04-04", "05-28", "10-03"],
  2029: ["02-13", "04-04", "06-16", "09-22"],
  2030: ["02-03", "04-05", "06-05", "09-12"],
  2031: ["01-23", "04-05", "06-24", "10-01"],
  2032: ["02-11", "04-04", "06-12", "09-19"],
  2033: ["01-31", "04-04", "06-01", "09-08"],
  2034: ["02-19", "04-05", "06-20", "09-27"],
  2035: ["02-08", "04-05", "06-10", "09-16"],
};

/**
 * 《全国年节及纪念日放假办法》（2024 年修订）art 2: thirteen days, 春节 from the eve to the third, in
 * order; one on which two fall is there twice. Undefined for a year not in the table.
 */
export function publicHolidays(year: number): Day[] | undefined {
  const known = festivals[year]?.map((text) => day(`${year}-${text}`));
  if (!known) return undefined;
  const [newYear, ...single] = known;
  const spring = [-1, 0, 1, 2].map((nth) => addCalendarDays(newYear!, nth));
  const fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
  return [...spring, ...single, ...fixed.map((text) => day(`${year}-${text}`))].sort();
}

/**
 * The days off of a year by the law alone: those of art 2, and for each that falls on a weekend the
 * next working day (art 6); two festivals on one day leave two days off, as the notice of 2020 did.
 * Undefined for a year whose festivals are not in the table. What a notice moves (调休, art 7) only
 * the notice says.
 */
export function statutoryHolidays(year: number): HolidayYear | undefined {
  const given = publicHolidays(year);
  if (!given) return undefined;
  const off = new Set(given);
  for (const [nth, holiday] of given.entries()) {
    if (!isWeekend(holiday) && holiday !== given[nth - 1]) continue;
    let instead = holiday;
    while (isWeekend(instead) || off.has(instead)) instead = addCalendarDays(instead, 1);
    off.add(instead);
  }
  return {
    year,
    off: [...off].sort(),
    makeUp: [],
    source: "《全国年节及纪念日放假办法》（2024 年修订）第二条、第六条",
  };
}
