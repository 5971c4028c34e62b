// Day (日期): a calendar day without time, `YYYY-MM-DD`, and the day an instant falls on in China.
import { cleanText } from "./text.ts";
import { faulty, taken, type Verdict } from "./verdict.ts";

declare const dayBrand: unique symbol;

/** A real day of the Gregorian calendar as `YYYY-MM-DD`, years 1000 to 9999. Sorts as text. */
export type Day = string & { readonly [dayBrand]: true };

const millisecondsADay = 86_400_000;

const midnight = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

/** Days written lately, by their number: terms count over the same ones again and again. */
const written = new Map<number, Day>();
const writtenAtMost = 10_000;

function dayAt(utcMilliseconds: number): Day {
  const number = Math.floor(utcMilliseconds / millisecondsADay);
  const known = written.get(number);
  if (known) return known;
  const text = new Date(utcMilliseconds).toISOString();
  if (!/^[1-9]\d{3}-/.test(text))
    throw new RangeError(`day outside the years 1000 to 9999: ${text}`);
  const day = text.slice(0, 10) as Day;
  if (written.size >= writtenAtMost) written.clear();
  written.set(number, day);
  return day;
}

export function isDay(text: string): text is Day {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/**
 * A day that is known to be one, such as a column of the database. Throws RangeError when it is
 * not.
 */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day of these parts, or undefined when the calendar has none (30 February). */
export function findDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  const pad = (part: number) => String(part).padStart(2, "0");
  const text = `${year}-${pad(month)}-${pad(dayOfMonth)}`;
  return isDay(text) ? text : undefined;
}

export const yearOf = (of: Day): number => Number(of.slice(0, 4));

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (of: Day): number => new Date(midnight(of)).getUTCDay();

/** Saturday or Sunday, worked or not. */
export const isWeekend = (of: Day): boolean => weekdayOf(of) % 6 === 0;

export const compareDays = (left: Day, right: Day): -1 | 0 | 1 =>
  left < right ? -1 : left > right ? 1 : 0;

/**
 * Counts every day; `count` may be negative. For periods set by a rule use `workdays.ts`, which
 * moves the end.
 */
export const addCalendarDays = (from: Day, count: number): Day =>
  dayAt(midnight(from) + count * millisecondsADay);

/** Days from one to the other, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (midnight(to) - midnight(from)) / millisecondsADay;

/**
 * The corresponding day `count` months on, or that month's last day when it has none (民法典 art
 * 202).
 */
export function addCalendarMonths(from: Day, count: number): Day {
  const [year = 0, month = 0, dayOfMonth = 0] = from.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastOfMonth)));
}

/**
 * Completed years of life on a day (周岁); who is born on 29 February completes a common year on
 * the 28th.
 */
export function ageOn(birthDay: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birthDay);
  const leapDay = birthDay.endsWith("-02-29");
  const completed = leapDay
    ? addCalendarMonths(birthDay, years * 12) <= on
    : birthDay.slice(4) <= on.slice(4);
  return completed ? years : years - 1;
}

/** China has kept UTC+8 without summer time since 1992, and no instant of this system is older. */
const shanghaiOffset = 8 * 3_600_000;

/** The day on the wall calendar in China at an instant. */
export const dayOf = (instant: Date): Day => dayAt(instant.getTime() + shanghaiOffset);

/** The instant a day begins in China; a period of days ends where the next day begins. */
export const startOfDay = (of: Day): Date => new Date(midnight(of) - shanghaiOffset);

/** `2026年1月5日` */
export function formatDay(of: Day): string {
  const [year, month, dayOfMonth] = of.split("-").map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/**
 * The day of an Excel date serial (1900 system, whose serial 60 is a day that never was), or
 * undefined.
 */
export function findDayOfSerial(serial: number): Day | undefined {
  if (!(serial >= 1 && serial < 2_958_466) || Math.floor(serial) === 60) return undefined;
  const sinceEpoch = Math.floor(serial) + (serial < 60 ? 1 : 0);
  return dayAt(Date.UTC(1899, 11, 30) + sinceEpoch * millisecondsADay);
}

export type DayFault = "empty" | "shape" | "no-such-day";

const shapes = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d\d)(\d\d)$/,
];

/** Five digits that a spreadsheet shows when a date cell lost its format: 1927 to 2099. */
const serialShape = /^([1-7]\d{4})(?:\.\d+)?$/;

/**
 * Reads a day as people write it: 1985-3-1, 1985/3/1, 1985.03.01, 1985年3月1日, 19850301, each with
 * or without a time after it, or a bare Excel serial. Two-digit years are refused: guessing the
 * century makes wrong ages.
 */
export function readDay(text: string): Verdict<Day, DayFault> {
  const clean = cleanText(text).replace(/[ T]?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$/, "");
  const tight = clean.replace(/\s/g, "");
  if (tight === "") return faulty("empty", "日期没有填写，请补上。");
  for (const shape of shapes) {
    const parts = shape.exec(tight);
    if (!parts) continue;
    const found = findDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    if (found) return taken(found);
    return faulty("no-such-day", "日历上没有这一天，请核对年、月、日。");
  }
  const serial = serialShape.exec(tight);
  const found = serial ? findDayOfSerial(Number(serial[1])) : undefined;
  if (found) return taken(found, [`由表格的日期序号换算为 ${found}`]);
  return faulty("shape", "看不懂这个日期，请写成 1985-03-01 这样的四位年、月、日。");
}
