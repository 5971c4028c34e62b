// The holiday table (节假日表) held, day by day, against the sentences of the State Council's yearly notices.
import { expect, test } from "vitest";
import { addCalendarDays, type Day, day, daysBetween, findDay, weekdayOf, yearOf } from "./day.ts";
import { announcedHolidays } from "./holidays.ts";
import {
  addDays,
  addWorkdays,
  announcedCalendar,
  isProvisional,
  isWorkday,
  workdaysBetween,
} from "./workdays.ts";

/** The arrangements as the notices say them: 国办发明电〔2023〕7号, 〔2024〕12号, and the one of 2025-11-04. */
const notices: Readonly<Record<number, readonly string[]>> = {
  2024: [
    "元旦：1月1日放假，与周末连休。",
    "春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。",
    "清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。",
    "劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。",
    "端午节：6月10日放假，与周末连休。",
    "中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。",
    "国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。",
  ],
  2025: [
    "元旦：1月1日（周三）放假1天，不调休。",
    "春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。",
    "清明节：4月4日（周五）至6日（周日）放假，共3天。",
    "劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。",
    "端午节：5月31日（周六）至6月2日（周一）放假，共3天。",
    "国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。",
  ],
  2026: [
    "元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。",
    "春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。",
    "清明节：4月4日（周六）至6日（周一）放假，共3天。",
    "劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。",
    "端午节：6月19日（周五）至21日（周日）放假，共3天。",
    "中秋节：9月25日（周五）至27日（周日）放假，共3天。",
    "国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。",
  ],
};

interface Named {
  readonly on: Day;
  /** As the notice itself says it, such as 三; undefined where it says none. */
  readonly weekday: string | undefined;
}

/** The days a sentence names, in order; a day without its month is in the month before it. */
function daysNamedIn(year: number, sentence: string): Named[] {
  let month = 0;
  const shape = /(?:(\d+)月)?(\d+)日(?:（[^）]*?(?:周|星期)([一二三四五六日])）)?/g;
  return [...sentence.matchAll(shape)].map(([, ofMonth, ofDay, weekday]) => {
    month = Number(ofMonth ?? month);
    const on = findDay(year, month, Number(ofDay));
    if (!on) throw new Error(`no such day in ${year}: ${sentence}`);
    return { on, weekday };
  });
}

interface Arrangement {
  readonly named: readonly Named[];
  readonly off: readonly Day[];
  readonly worked: readonly Day[];
  readonly lengthSaid: number;
}

function readSentence(year: number, sentence: string): Arrangement {
  const [holiday = "", rest = ""] = sentence.split("。");
  const [span, made] = [daysNamedIn(year, holiday), daysNamedIn(year, rest)];
  const [first, last] = [span[0], span.at(-1)];
  if (!first || !last) throw new Error(`names no holiday: ${sentence}`);
  const length = daysBetween(first.on, last.on) + 1;
  return {
    named: [...span, ...made],
    off: Array.from({ length }, (_, nth) => addCalendarDays(first.on, nth)),
    worked: made.map(({ on }) => on),
    lengthSaid: Number(/共(\d+)天/.exec(holiday)?.[1] ?? 1),
  };
}

const years = Object.entries(notices).map(
  ([year, sentences]) =>
    [Number(year), sentences.map((sentence) => readSentence(Number(year), sentence))] as const,
);

test("every year of the table has its notice here", () => {
  expect(announcedHolidays.map(({ year }) => year)).toEqual(years.map(([year]) => year));
});

test.each(years)("the notice of %i agrees with itself on weekdays and lengths", (_year, read) => {
  for (const { named, off, lengthSaid } of read) {
    expect(off).toHaveLength(lengthSaid);
    for (const { on, weekday } of named) {
      if (weekday) expect(`${on} 周${"日一二三四五六"[weekdayOf(on)]}`).toBe(`${on} 周${weekday}`);
    }
  }
});

test.each(years)("each of the days of %i is worked or off as its notice says", (year, read) => {
  const off = new Set(read.flatMap((arrangement) => arrangement.off));
  const worked = new Set(read.flatMap((arrangement) => arrangement.worked));
  const wrong: string[] = [];
  for (let at = day(`${year}-01-01`); yearOf(at) === year; at = addCalendarDays(at, 1)) {
    const weekend = [0, 6].includes(weekdayOf(at));
    const said = worked.has(at) || !(off.has(at) || weekend);
    if (isWorkday(at) !== said) wrong.push(at);
  }
  expect(wrong).toEqual([]);
});

test("the table names the days off and the make-up days of the notices, and no other", () => {
  const read = years.flatMap(([, arrangements]) => arrangements);
  const inOrder = (days: Iterable<Day>) => [...days].sort();
  const announced = [...announcedCalendar.off].filter((one) => !isProvisional(one));
  expect(inOrder(announced)).toEqual(inOrder(read.flatMap(({ off }) => off)));
  expect(inOrder(announcedCalendar.makeUp)).toEqual(inOrder(read.flatMap(({ worked }) => worked)));
});

test.each([
  // Last day worked, then the five working days the notice leaves after it.
  ["春节 2024", "2024-02-09", "02-18 02-19 02-20 02-21 02-22"],
  ["国庆 2024", "2024-09-30", "10-08 10-09 10-10 10-11 10-12"],
  ["春节 2025", "2025-01-27", "02-05 02-06 02-07 02-08 02-10"],
  ["国庆 2025", "2025-09-30", "10-09 10-10 10-11 10-13 10-14"],
  ["春节 2026", "2026-02-14", "02-24 02-25 02-26 02-27 02-28"],
  ["国庆 2026", "2026-09-30", "10-08 10-09 10-10 10-12 10-13"],
])("working days counted across %s fall where the notice leaves them", (_title, last, after) => {
  const from = day(last);
  const expected = after.split(" ").map((ending) => `${last.slice(0, 4)}-${ending}`);
  expect([1, 2, 3, 4, 5].map((count) => addWorkdays(from, count))).toEqual(expected);
  expect(expected.map((end) => workdaysBetween(from, day(end)))).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  // 日 count through the holiday; an end inside it moves to the first day worked after it.
  ["2024-02-02", 10, "2024-02-18"],
  ["2024-09-26", 15, "2024-10-11"],
  ["2025-01-22", 10, "2025-02-05"],
  ["2025-09-25", 7, "2025-10-09"],
  ["2026-02-11", 5, "2026-02-24"],
  ["2026-09-25", 15, "2026-10-10"],
])("from %s, %i 日 end on %s", (from, count, end) => {
  expect(addDays(day(from), count)).toBe(end);
});
