// Tests of working-day clocks (工作日).
import fc from "fast-check";
import { expect, test } from "vitest";
import { addCalendarDays, day, daysBetween } from "./day.ts";
import { announcedHolidays } from "./holidays.ts";
import * as clock from "./workdays.ts";

/** From the first announced year into the last provisional one. */
const someDay = fc
  .integer({ min: 0, max: 2300 })
  .map((offset) => addCalendarDays(day("2024-01-01"), offset));

const countYear = (year: number) => {
  const from = day(`${year - 1}-12-31`);
  return clock.workdaysBetween(from, day(`${year}-12-31`));
};

test("each year has the working days its notice leaves", () => {
  expect([2024, 2025, 2026].map(countYear)).toEqual([251, 248, 248]);
});

test("a make-up Saturday is worked, a holiday Monday is not", () => {
  expect(clock.isWorkday(day("2026-02-28"))).toBe(true);
  expect(clock.isWorkday(day("2026-02-16"))).toBe(false);
  expect(clock.isWorkday(day("2026-11-21"))).toBe(false);
  expect(clock.isWorkday(day("2026-11-23"))).toBe(true);
});

test("工作日 skip the holiday and count the make-up days around it", () => {
  expect(clock.addWorkdays(day("2026-02-13"), 1)).toBe("2026-02-14");
  expect(clock.addWorkdays(day("2026-02-13"), 2)).toBe("2026-02-24");
  expect(clock.addWorkdays(day("2026-02-13"), 6)).toBe("2026-02-28");
});

test("日 count every day of the holiday and only the end moves off it", () => {
  expect(clock.addDays(day("2026-02-10"), 15)).toBe("2026-02-25");
  expect(clock.addDays(day("2026-02-10"), 7)).toBe("2026-02-24");
  expect(clock.addDays(day("2026-02-04"), 10)).toBe("2026-02-14");
});

test("the first day is not counted, and a period of none ends on the next day worked", () => {
  expect(clock.addWorkdays(day("2026-11-20"), 1)).toBe("2026-11-23");
  expect(clock.addDays(day("2026-11-20"), 0)).toBe("2026-11-20");
  expect(clock.addWorkdays(day("2026-11-21"), 0)).toBe("2026-11-23");
});

test("a rule's unit chooses the clock", () => {
  expect(clock.dueBy({ workdays: 5 }, day("2026-09-24"))).toBe("2026-10-09");
  expect(clock.dueBy({ days: 5 }, day("2026-09-24"))).toBe("2026-09-29");
});

test("counting working days undoes adding them, forwards and backwards", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const end = clock.addWorkdays(from, count);
      expect(clock.isWorkday(end)).toBe(true);
      expect(clock.workdaysBetween(from, end)).toBe(count);
      expect(clock.workdaysBetween(end, from)).toBe(0 - count);
    }),
  );
});

test("an end in 日 is the counted day or the first day worked after it", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
      const end = clock.addDays(from, count);
      expect(clock.isWorkday(end)).toBe(true);
      expect(daysBetween(from, end)).toBeGreaterThanOrEqual(count);
      expect(clock.workdaysBetween(addCalendarDays(from, count - 1), end)).toBe(1);
    }),
  );
});

test("a year not announced yet is counted by the law alone, and says so", () => {
  const due = clock.addWorkdays(day("2026-12-30"), 3);
  expect(due).toBe("2027-01-05");
  expect(clock.isProvisional(due)).toBe(true);
  expect(clock.isProvisional(day("2026-12-31"))).toBe(false);
  expect(clock.addDays(day("2027-01-28"), 10)).toBe("2027-02-11");
  expect(clock.isWorkday(day("2027-02-13"))).toBe(false);
});

test("past the years the law lets it foresee a due date is refused, with what to load", () => {
  const beyond = () => clock.addWorkdays(day("2030-12-30"), 3);
  expect(beyond).toThrow(clock.HorizonError);
  expect(beyond).toThrow("2031-01-01 不在节假日表能推算的年份（2024 至 2030 年）之内");
  expect(() => clock.addDays(day("2030-12-25"), 8)).toThrow(clock.HorizonError);
  expect(() => clock.isWorkday(day("2023-12-29"))).toThrow(clock.HorizonError);
  try {
    beyond();
  } catch (error) {
    expect((error as clock.HorizonError).next).toContain("2027 年放假安排");
  }
});

const nextYear = {
  year: 2027,
  off: ["2027-01-01..2027-01-03"],
  makeUp: ["2026-12-27", "2027-01-09"],
  source: "通知",
};

test("an operator can add the next year, whose notice may begin in December", () => {
  const longer = clock.calendarOf([...announcedHolidays, nextYear]);
  expect(clock.addWorkdays(day("2026-12-30"), 2, longer)).toBe("2027-01-04");
  expect(clock.isWorkday(day("2027-01-09"), longer)).toBe(true);
  expect(clock.isWorkday(day("2026-12-27"), longer)).toBe(true);
  expect(clock.isProvisional(day("2027-01-04"), longer)).toBe(false);
  expect(longer.lastYear).toBe(2031);
});

test("a calendar put in use is what every count goes by", () => {
  const before = clock.calendarInUse();
  expect(clock.addWorkdays(day("2027-01-07"), 2)).toBe("2027-01-11");
  clock.putInUse(clock.calendarOf([...announcedHolidays, nextYear]));
  expect(clock.addWorkdays(day("2027-01-07"), 2)).toBe("2027-01-09");
  clock.putInUse(before);
});

test.each([
  ["a gap between years", { year: 2028, off: [], makeUp: [] }],
  ["a year twice", { year: 2026, off: [], makeUp: [] }],
  ["a make-up day in the week", { year: 2027, off: [], makeUp: ["2027-03-03"] }],
  ["a day both off and worked", { year: 2027, off: ["2027-01-09"], makeUp: ["2027-01-09"] }],
  ["a span that runs backwards", { year: 2027, off: ["2027-01-03..2027-01-01"], makeUp: [] }],
  ["a day of another year", { year: 2027, off: ["2028-01-01"], makeUp: [] }],
  ["a day that is none", { year: 2027, off: ["2027-02-30"], makeUp: [] }],
])("a table with %s is not taken", (_slip, notice) => {
  const table = [...announcedHolidays, { ...notice, source: "通知" }];
  expect(() => clock.calendarOf(table)).toThrow(RangeError);
});

test("a count that is no whole number from 0 up is a mistake of the caller", () => {
  expect(() => clock.addWorkdays(day("2026-01-05"), -1)).toThrow(RangeError);
  expect(() => clock.addDays(day("2026-01-05"), 1.5)).toThrow(RangeError);
});
