// Tests of the days off the law gives (法定节假日), held against the arrangements that were announced.
import { expect, test } from "vitest";
import { addCalendarDays, type Day, day, daysBetween, isWeekend, yearOf } from "./day.ts";
import { announcedHolidays } from "./holidays.ts";
import { statutoryHolidays } from "./statutory-holidays.ts";
import { announcedCalendar, calendarOf, isWorkday, workdaysIn } from "./workdays.ts";

const years = [2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035];
const offIn = (year: number) => statutoryHolidays(year)!.off.map(day);

/** Of a calendar that had to count the years from one on by the law alone. */
const foreseen = (from: number) =>
  calendarOf(announcedHolidays.filter((notice) => notice.year < from));

const countYear = (year: number, calendar = foreseen(year)) => workdaysIn(year, calendar);

test.each([2025, 2026])("of %i the law gives the days off that its notice kept", (year) => {
  const astray = offIn(year).filter((holiday) => isWorkday(holiday, announcedCalendar));
  expect(astray).toEqual([]);
});

test.each([2025, 2026])("as many days of %i are worked as its notice left", (year) => {
  expect(countYear(year)).toBe(countYear(year, announcedCalendar));
});

test.each([
  [2027, "01-01 02-05 02-06 02-07 02-08 02-09 02-10 04-05 05-01 05-02 05-03 05-04 06-09 09-15"],
  [2028, "01-01 01-03 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 05-29"],
])("of %i these days are off until October", (year, days) => {
  const before = offIn(year).filter((holiday) => holiday < `${year}-10`);
  expect(before).toEqual(days.split(" ").map((ending) => `${year}-${ending}`));
});

test("two festivals on one day leave two days off", () => {
  const october = offIn(2028).filter((holiday) => holiday > "2028-09-30");
  expect(october).toEqual(
    ["10-01", "10-02", "10-03", "10-04", "10-05"].map((one) => `2028-${one}`),
  );
});

test.each(years)("%i has its weekdays but the thirteen days of the law", (year) => {
  const length = daysBetween(day(`${year}-01-01`), day(`${year + 1}-01-01`));
  const days = Array.from({ length }, (_, nth) => addCalendarDays(day(`${year}-01-01`), nth));
  const off = new Set<Day>(offIn(year));
  const weekdays = days.filter((one) => !isWeekend(one));
  expect(weekdays.filter((one) => off.has(one))).toHaveLength(13);
  expect([...off].every((one) => yearOf(one) === year)).toBe(true);
});

/** Mean new moon of January 2000 and the mean month, in days (Meeus, Astronomical Algorithms, ch. 49). */
const [newMoon, month] = [5.59766, 29.530588861];

test.each(years)("the festivals of %i lie where the moon has them", (year) => {
  const off = offIn(year);
  const eve = off.find((one) => one > `${year}-01-19` && isSpringEve(off, one))!;
  const midsummer = off.find((one) => one > `${year}-05-20` && one < `${year}-07-01`)!;
  const firsts = [addCalendarDays(eve, 1), addCalendarDays(midsummer, -4)];
  for (const first of firsts) {
    const months = (daysBetween(day("2000-01-01"), first) - newMoon) / month;
    // The true moon strays from the mean one by no more than fourteen hours, and a day has its length.
    expect(Math.abs(months - Math.round(months)) * month).toBeLessThan(1.7);
  }
});

const isSpringEve = (off: readonly Day[], one: Day): boolean =>
  [1, 2, 3].every((nth) => off.includes(addCalendarDays(one, nth)));

test("a year whose festivals nobody has looked up is not made up", () => {
  expect(statutoryHolidays(2036)).toBeUndefined();
});
