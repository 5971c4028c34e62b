// Tests of the day (日期).
import fc from "fast-check";
import { expect, test } from "vitest";
import * as days from "./day.ts";
import { type Day, day, readDay } from "./day.ts";

const someDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((offset) => days.addCalendarDays(day("1900-01-01"), offset));

const read = (text: string) => {
  const reading = readDay(text);
  return reading.ok ? reading.value : reading.fault;
};

test("only real days of the calendar are days", () => {
  expect(["2024-02-29", "2000-02-29", "2026-12-31"].every(days.isDay)).toBe(true);
  const wrong = ["2025-02-29", "1900-02-29", "2026-13-01", "2026-1-1", "2026-04-31", "0999-01-01"];
  expect(wrong.filter(days.isDay)).toEqual([]);
  expect(() => day("2026-02-30")).toThrow(RangeError);
});

test("the day in China begins eight hours before the day in Greenwich", () => {
  expect(days.dayOf(new Date("2026-01-01T15:59:59.999Z"))).toBe("2026-01-01");
  expect(days.dayOf(new Date("2026-01-01T16:00:00Z"))).toBe("2026-01-02");
  expect(days.startOfDay(day("2026-01-02")).toISOString()).toBe("2026-01-01T16:00:00.000Z");
});

test("the day of an instant is the one the time zone data of Shanghai give", () => {
  const shanghai = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });
  const instants = fc.date({
    min: new Date("1992-01-01"),
    max: new Date("2099-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (instant) => {
      expect(days.dayOf(instant)).toBe(shanghai.format(instant));
    }),
  );
});

test("adding days and counting them agree", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -9000, max: 9000 }), (from, count) => {
      const to = days.addCalendarDays(from, count);
      expect(days.daysBetween(from, to)).toBe(count);
      expect(days.compareDays(from, to)).toBe(Math.sign(0 - count) + 0);
    }),
  );
});

test("a month ends on the corresponding day, or on the last the month has", () => {
  expect(days.addCalendarMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  expect(days.addCalendarMonths(day("2023-12-31"), 2)).toBe("2024-02-29");
  expect(days.addCalendarMonths(day("2026-03-15"), -3)).toBe("2025-12-15");
  expect(() => days.addCalendarMonths(day("9999-12-01"), 1)).toThrow(RangeError);
});

test("a year of age is completed on the birthday", () => {
  const age = (birth: string, on: string) => days.ageOn(day(birth), day(on));
  expect(age("1990-06-15", "2026-06-14")).toBe(35);
  expect(age("1990-06-15", "2026-06-15")).toBe(36);
  expect(age("2000-02-29", "2026-02-27")).toBe(25);
  expect(age("2000-02-29", "2026-02-28")).toBe(26);
});

test("days are shown as people say them", () => {
  expect(days.formatDay(day("2026-01-05"))).toBe("2026年1月5日");
  expect(days.weekdayOf(day("2026-11-21"))).toBe(6);
});

test.each([
  "1985-3-1",
  "1985/03/01",
  "1985.3.1",
  "1985年3月1日",
  " 1985 年 03 月 01 号 ",
  "19850301",
  "１９８５－０３－０１",
  "1985-03-01 00:00:00",
  "1985-03-01T00:00:00.000Z",
  "31107",
  "31107.0",
])("%s is read as the first of March 1985", (text) => {
  expect(read(text)).toBe("1985-03-01");
});

test.each([
  ["", "empty"],
  ["85-3-1", "shape"],
  ["1985-3", "shape"],
  ["1985", "shape"],
  ["3/1/1985", "shape"],
  ["去年三月", "shape"],
  ["1985-02-29", "no-such-day"],
  ["19851301", "no-such-day"],
])("%s is no day: %s", (text, fault) => {
  expect(read(text)).toBe(fault);
});

test("a date that a spreadsheet turned into a serial says so", () => {
  expect(readDay("46347")).toEqual({
    ok: true,
    value: "2026-11-21",
    notes: ["由表格的日期序号换算为 2026-11-21"],
  });
});

test("serials follow Excel's calendar around its day that never was", () => {
  const at = (serial: number): Day | undefined => days.findDayOfSerial(serial);
  expect(at(1)).toBe("1900-01-01");
  expect(at(59)).toBe("1900-02-28");
  expect(at(60)).toBeUndefined();
  expect(at(61)).toBe("1900-03-01");
  expect(at(2_958_465)).toBe("9999-12-31");
  expect([0, 2_958_466, Number.NaN].map(at)).toEqual([undefined, undefined, undefined]);
});
