// Reading a notice (读放假通知): the State Council's sentences, as they are pasted, give the days off and the days worked.
import { addCalendarDays, type Day, daysBetween, findDay, formatDay, weekdayOf } from "../day.ts";
import type { HolidayYear } from "../holidays.ts";
import { faulty, taken, type Verdict } from "../verdict.ts";

interface Named {
  readonly on: Day;
  /** As the notice itself says it, such as 三. */
  readonly weekday: string | undefined;
}

type Read = Verdict<Pick<HolidayYear, "off" | "makeUp">, "notice">;

const weekdays = "日一二三四五六";
const dayPattern =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*?(?:周|星期)([一二三四五六日])[^）]*）)?/g;

/** The days a sentence names, in order; a day without its month is in the month before it. */
function daysNamed(year: number, sentence: string): Named[] | string {
  let month = 0;
  const named: Named[] = [];
  for (const [said, ofYear, ofMonth, ofDay, weekday] of sentence.matchAll(dayPattern)) {
    month = Number(ofMonth ?? month);
    const on = findDay(Number(ofYear ?? year), month, Number(ofDay));
    if (!on) return `通知里的“${said}”日历上没有。`;
    const right = weekdays[weekdayOf(on)]!;
    if (weekday && weekday !== right)
      return `${formatDay(on)}是周${right}，通知里写成了周${weekday}。`;
    named.push({ on, weekday });
  }
  return named;
}

const inPlain = (text: string): string =>
  text.normalize("NFKC").replaceAll("(", "（").replaceAll(")", "）").replace(/\s/g, "");

/** 「共8天」 beside a span of seven is a slip of whoever typed it. */
function spanOf(sentence: string, named: readonly Named[]): string | { readonly fault: string } {
  const [first, last] = [named[0]!.on, named.at(-1)!.on];
  const length = daysBetween(first, last) + 1;
  const said = Number(/共(\d+)天/.exec(sentence)?.[1] ?? length);
  if (length < 1 || length > 31) return { fault: `“${sentence}”的起止日期不对。` };
  if (said !== length) {
    return {
      fault: `“${sentence}”从${formatDay(first)}到${formatDay(last)}是 ${length} 天，不是 ${said} 天。`,
    };
  }
  return first === last ? first : `${first}..${last}`;
}

/** Every day of a span, as the table writes spans. */
export function daysIn(span: string): Day[] {
  const [from, to = from] = span.split("..") as [Day, Day?];
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, nth) => addCalendarDays(from, nth));
}

/**
 * Takes each sentence that says 放假 or 上班 of days it names; others, such as how the notice opens
 * and closes, are passed over. A weekday or a number of days that does not agree is a fault.
 */
export function readNotice(year: number, text: string): Read {
  const off: string[] = [];
  const makeUp: string[] = [];
  for (const sentence of inPlain(text).split(/[。;]/)) {
    const named = daysNamed(year, sentence);
    if (typeof named === "string") return faulty("notice", named);
    if (named.length === 0) continue;
    if (sentence.includes("上班")) makeUp.push(...named.map(({ on }) => on));
    else if (sentence.includes("放假")) {
      const span = spanOf(sentence, named);
      if (typeof span !== "string") return faulty("notice", span.fault);
      off.push(span);
    }
  }
  if (off.length === 0) return faulty("notice", "没有读到放假的日期。");
  return taken({ off, makeUp });
}
