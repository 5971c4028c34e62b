// 装入放假安排: what the State Council announced for a year becomes what every term is counted by.
import type { Act } from "../act.ts";
import { concerns } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import { announcedHolidays, type HolidayYear } from "../holidays.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { emit } from "../outbox/index.ts";
import { refuse } from "../refusal.ts";
import { type Calendar, calendarInUse, calendarOf, putInUse, workdaysIn } from "../workdays.ts";
import { calendarWith } from "./check-notice.ts";
import type * as contract from "./contract.ts";
import { type NoticeText, refusals } from "./contract.ts";
import { announced } from "./events.ts";
import { readNotice } from "./read-notice.ts";
import { addNotice, isTop, type LoadedYear, loadedYears, tellCalendarChanged } from "./store.ts";

type KnownYear = HolidayYear & Partial<Pick<LoadedYear, "loadedAt">>;

/** What was loaded, and what the release knows of the years nobody loaded. */
async function knownYears(act: Act): Promise<KnownYear[]> {
  const loaded = await loadedYears(act);
  const years = new Set(loaded.map(({ year }) => year));
  const built = announcedHolidays.filter(({ year }) => !years.has(year));
  return [...built, ...loaded].sort((one, other) => one.year - other.year);
}

/** From now on this process counts by what is loaded. */
export async function takeUpCalendar(act: Act): Promise<void> {
  putInUse(calendarOf(await knownYears(act)));
}

/** Loaded within so many days before now. */
export async function loadedLately(act: Act, days: number): Promise<HolidayYear[]> {
  const since = act.now.getTime() - days * 86_400_000;
  return (await loadedYears(act)).filter(({ loadedAt }) => loadedAt.getTime() >= since);
}

interface Checked {
  readonly notice: HolidayYear;
  readonly calendar: Calendar;
}

/**
 * The notice as read from its text, and the calendar the house would have by it. Refuses what does
 * not agree with itself, the law or the years beside it, saying where.
 */
export async function checkNotice(act: Act, { year, text, source }: NoticeText): Promise<Checked> {
  const read = readNotice(year, text);
  if (!read.ok) throw refuse(refusals.unreadable, { words: { why: read.say } });
  const notice = { year, source, ...read.value };
  const calendar = calendarWith(await knownYears(act), notice);
  if (!calendar.ok) throw refuse(refusals.unreadable, { words: { why: calendar.say } });
  return { notice, calendar: calendar.value };
}

export async function listYears(act: Act): Promise<Answer<typeof contract.listYears>> {
  const years = await knownYears(act);
  const { announcedTo, lastYear } = calendarOf(years);
  const path = act.actor.post?.orgPath;
  return {
    rows: years.reverse().map(({ year, off, makeUp, source, loadedAt }) => ({
      ...{ year, off: [...off], makeUp: [...makeUp], source },
      loadedAt: loadedAt?.toISOString() ?? null,
      workdays: workdaysIn(year, calendarInUse()),
    })),
    announcedTo,
    countedTo: lastYear,
    may: path !== undefined && (await isTop(act, path)),
  };
}

export async function announce(
  act: Act,
  { body }: Asked<typeof contract.announce>,
): Promise<Answer<typeof contract.announce>> {
  const { post, accountId } = act.actor;
  if (!post || !(await isTop(act, post.orgPath))) throw refuse(refusals.notTop);
  const { notice } = await checkNotice(act, body);
  const { year, source } = notice;
  concerns(act, `calendar:${year}`);
  await asHouse(act, (house) => addNotice(house, notice, accountId));
  await emit(act, announced({ year, source }));
  await tellCalendarChanged(act);
  return { year };
}
