// Working-day clocks (工作日): the two ways the law counts a period, 日 and 工作日.
import { addCalendarDays, type Day, day, daysBetween, isWeekend, yearOf } from "./day.ts";
import { announcedHolidays, type HolidayYear } from "./holidays.ts";
import { Refusal } from "./refusal.ts";
import { statutoryHolidays } from "./statutory-holidays.ts";

/** Which days are worked, for an unbroken run of years. Make one with `calendarOf`. */
export interface Calendar {
  readonly firstYear: number;
  /** The last year that was announced; those after it are counted by the law alone. */
  readonly announcedTo: number;
  readonly lastYear: number;
  readonly off: ReadonlySet<Day>;
  readonly makeUp: ReadonlySet<Day>;
}

/** How many years after the last announced one are counted. No term of a rule is longer. */
const provisionalYears = 4;

const horizonKind = {
  code: "workdays.past-horizon",
  status: 422,
  say: "{day} 不在节假日表能推算的年份（{firstYear} 至 {lastYear} 年）之内，不能推算期限。",
  next: "请核对日期；日期无误的，请系统管理员装入国务院公布的 {year} 年放假安排，再办理这件事。",
} as const;

/** A day's year is not in the calendar. A due date is refused rather than guessed. */
export class HorizonError extends Refusal {
  constructor(asked: Day, { firstYear, announcedTo, lastYear }: Calendar) {
    const year = Math.min(yearOf(asked), announcedTo + 1);
    super(horizonKind, { words: { day: asked, firstYear, lastYear, year } });
    this.name = "HorizonError";
  }
}

function expand(span: string): Day[] {
  const [from = "", to = from] = span.split("..");
  const length = daysBetween(day(from), day(to));
  if (length < 0 || length > 31) throw new RangeError(`not a holiday span: ${span}`);
  return Array.from({ length: length + 1 }, (_, index) => addCalendarDays(day(from), index));
}

/** A notice may begin in the December before: 元旦 of 2019 began on 2018-12-29 with a day worked. */
function daysOf({ year }: HolidayYear, spans: readonly string[]): Day[] {
  const days = spans.flatMap(expand);
  const astray = days.find((one) => one < `${year - 1}-12-01` || yearOf(one) > year);
  if (astray) throw new RangeError(`day is not of the year ${year}: ${astray}`);
  return days;
}

/** Years after the last announced one, as far as the law alone gives their days off. */
function foreseenAfter(announcedTo: number): HolidayYear[] {
  const years: HolidayYear[] = [];
  while (years.length < provisionalYears) {
    const next = statutoryHolidays(announcedTo + years.length + 1);
    if (!next) break;
    years.push(next);
  }
  return years;
}

/**
 * Makes a calendar of yearly notices; the years after them are provisional. Throws RangeError when
 * years are missing or doubled, a day is not of its notice's year, a make-up day is no weekend day,
 * or a day is both off and worked: a table with such a slip would move every due date after it.
 */
export function calendarOf(notices: readonly HolidayYear[]): Calendar {
  const years = notices.map((notice) => notice.year).sort((a, b) => a - b);
  const firstYear = years[0];
  const announcedTo = years.at(-1);
  if (firstYear === undefined || announcedTo === undefined)
    throw new RangeError("no holiday years");
  if (years.some((year, index) => year !== firstYear + index)) {
    throw new RangeError(`holiday years must follow one another: ${years.join(", ")}`);
  }
  const counted = [...notices, ...foreseenAfter(announcedTo)];
  const off = new Set(counted.flatMap((notice) => daysOf(notice, notice.off)));
  const makeUp = new Set(counted.flatMap((notice) => daysOf(notice, notice.makeUp)));
  for (const worked of makeUp) {
    if (!isWeekend(worked)) throw new RangeError(`make-up day is not on a weekend: ${worked}`);
    if (off.has(worked)) throw new RangeError(`day is both off and worked: ${worked}`);
  }
  const lastYear = counted.length - 1 + firstYear;
  return { firstYear, announcedTo, lastYear, off, makeUp };
}

/** What this release knows; a house adds what was announced since. */
export const announcedCalendar: Calendar = calendarOf(announcedHolidays);

let inUse = announcedCalendar;

/** What every count of this process goes by where no calendar is given. */
export const calendarInUse = (): Calendar => inUse;

/** From now on this process counts by another table: a notice was loaded, here or beside. */
export function putInUse(calendar: Calendar): void {
  inUse = calendar;
}

/** The day's year is not announced yet: a due day found there may still move. */
export const isProvisional = (of: Day, calendar = inUse): boolean =>
  yearOf(of) > calendar.announcedTo;

/** Throws HorizonError when the day's year is not loaded; so does everything below. */
export function isWorkday(of: Day, calendar = inUse): boolean {
  const year = yearOf(of);
  if (year < calendar.firstYear || year > calendar.lastYear) throw new HorizonError(of, calendar);
  return calendar.makeUp.has(of) || !(calendar.off.has(of) || isWeekend(of));
}

function assertCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
}

/** The day itself when it is worked, else the next that is. */
export function workdayFrom(from: Day, calendar = inUse): Day {
  let reached = from;
  while (!isWorkday(reached, calendar)) reached = addCalendarDays(reached, 1);
  return reached;
}

/**
 * The last day of a period of `count` 日: the first day is not counted, every day after is, and
 * only an end on a day off moves to the next working day (民法典 art 201, 203; 民事诉讼法 art 85).
 */
export function addDays(from: Day, count: number, calendar = inUse): Day {
  assertCount(count);
  return workdayFrom(addCalendarDays(from, count), calendar);
}

/**
 * The last day of a period of `count` 工作日: weekends and holidays are skipped, make-up days
 * count.
 */
export function addWorkdays(from: Day, count: number, calendar = inUse): Day {
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
export function workdaysBetween(from: Day, to: Day, calendar = inUse): number {
  if (to < from) return 0 - workdaysBetween(to, from, calendar);
  let count = 0;
  for (let at = from; at < to; ) {
    at = addCalendarDays(at, 1);
    if (isWorkday(at, calendar)) count += 1;
  }
  return count;
}

/** How many days of a year are worked. */
export function workdaysIn(year: number, calendar = inUse): number {
  let count = 0;
  for (let at = day(`${year}-01-01`); yearOf(at) === year; at = addCalendarDays(at, 1)) {
    if (isWorkday(at, calendar)) count += 1;
  }
  return count;
}

/** A period as a rule states it; the unit is part of the rule. */
export type Period = { readonly workdays: number } | { readonly days: number };

/** The last day on which something is still in time. */
export const dueBy = (period: Period, start: Day, calendar = inUse): Day =>
  "workdays" in period
    ? addWorkdays(start, period.workdays, calendar)
    : addDays(start, period.days, calendar);
