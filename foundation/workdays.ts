// Working-day clocks (工作日): the two ways the law counts a period, 日 and 工作日.
import { addCalendarDays, type Day, day, daysBetween, weekdayOf, yearOf } from "./day.ts";
import { announcedHolidays, type HolidayYear } from "./holidays.ts";
import { Refusal } from "./refusal.ts";

/** Which days are worked, for an unbroken run of years. Make one with `calendarOf`. */
export interface Calendar {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly off: ReadonlySet<Day>;
  readonly makeUp: ReadonlySet<Day>;
}

const horizonKind = {
  code: "workdays.past-horizon",
  status: 422,
  say: "{day} 不在已装入的节假日表（{firstYear} 至 {lastYear} 年）之内，不能推算期限。",
  next: "请系统管理员装入国务院公布的 {year} 年放假安排，再办理这件事。",
} as const;

/** A day's year is not in the calendar. A due date is refused rather than guessed. */
export class HorizonError extends Refusal {
  constructor(asked: Day, { firstYear, lastYear }: Calendar) {
    super(horizonKind, { words: { day: asked, firstYear, lastYear, year: yearOf(asked) } });
    this.name = "HorizonError";
  }
}

function expand(span: string): Day[] {
  const [from = "", to = from] = span.split("..");
  const length = daysBetween(day(from), day(to));
  if (length < 0 || length > 31) throw new RangeError(`not a holiday span: ${span}`);
  return Array.from({ length: length + 1 }, (_, index) => addCalendarDays(day(from), index));
}

const isWeekend = (of: Day): boolean => weekdayOf(of) % 6 === 0;

/**
 * Makes a calendar of yearly notices. Throws RangeError when years are missing or doubled, a
 * make-up day is no weekend day, or a day is both off and worked: a table with such a slip would
 * move every due date after it.
 */
export function calendarOf(notices: readonly HolidayYear[]): Calendar {
  const years = notices.map((notice) => notice.year).sort((a, b) => a - b);
  const firstYear = years[0];
  const lastYear = years.at(-1);
  if (firstYear === undefined || lastYear === undefined) throw new RangeError("no holiday years");
  if (years.some((year, index) => year !== firstYear + index)) {
    throw new RangeError(`holiday years must follow one another: ${years.join(", ")}`);
  }
  const off = new Set(notices.flatMap((notice) => notice.off.flatMap(expand)));
  const makeUp = new Set(notices.flatMap((notice) => notice.makeUp.flatMap(expand)));
  for (const worked of makeUp) {
    if (!isWeekend(worked)) throw new RangeError(`make-up day is not on a weekend: ${worked}`);
    if (off.has(worked)) throw new RangeError(`day is both off and worked: ${worked}`);
  }
  return { firstYear, lastYear, off, makeUp };
}

export const announcedCalendar: Calendar = calendarOf(announcedHolidays);

/** Throws HorizonError when the day's year is not loaded; so does everything below. */
export function isWorkday(of: Day, calendar = announcedCalendar): boolean {
  const year = yearOf(of);
  if (year < calendar.firstYear || year > calendar.lastYear) throw new HorizonError(of, calendar);
  return calendar.makeUp.has(of) || !(calendar.off.has(of) || isWeekend(of));
}

function assertCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
}

/** The day itself when it is worked, else the next that is. */
export function workdayFrom(from: Day, calendar = announcedCalendar): Day {
  let reached = from;
  while (!isWorkday(reached, calendar)) reached = addCalendarDays(reached, 1);
  return reached;
}

/**
 * The last day of a period of `count` 日: the first day is not counted, every day after is, and
 * only an end on a day off moves to the next working day (民法典 art 201, 203; 民事诉讼法 art 85).
 */
export function addDays(from: Day, count: number, calendar = announcedCalendar): Day {
  assertCount(count);
  return workdayFrom(addCalendarDays(from, count), calendar);
}

/**
 * The last day of a period of `count` 工作日: weekends and holidays are skipped, make-up days
 * count.
 */
export function addWorkdays(from: Day, count: number, calendar = announcedCalendar): Day {
  assertCount(count);
  if (count === 0) return workdayFrom(from, calendar);
  let reached = from;
  for (let left = count; left > 0; ) {
    reached = addCalendarDays(reached, 1);
    if (isWorkday(reached, calendar)) left -= 1;
  }
  return reached;
}

/**
 * Working days after `from` up to and with `to`; negative when `to` is earlier (so many days
 * overdue).
 */
export function workdaysBetween(from: Day, to: Day, calendar = announcedCalendar): number {
  if (to < from) return 0 - workdaysBetween(to, from, calendar);
  let count = 0;
  for (let at = from; at < to; ) {
    at = addCalendarDays(at, 1);
    if (isWorkday(at, calendar)) count += 1;
  }
  return count;
}

/** A period as a rule states it; the unit is part of the rule. */
export type Period = { readonly workdays: number } | { readonly days: number };

/** The last day on which something is still in time. */
export const dueBy = (period: Period, start: Day, calendar = announcedCalendar): Day =>
  "workdays" in period
    ? addWorkdays(start, period.workdays, calendar)
    : addDays(start, period.days, calendar);
