// Units (单位) of parameters: how each is written in the file, what it is in code, and how it is said.
import { formatYuan } from "@niangjia/foundation/money";
import { z } from "zod";
import { inChinese } from "./documents.ts";
import type { Share } from "./majority.ts";
import { inChineseWords } from "./yaml.ts";

/** What a unit makes of what stands in the file. */
interface Read<Value> {
  readonly value: Value;
  readonly words: string;
}

/** A size and the least and most that go with it, from so many people up to the next band. */
export interface Band {
  readonly from: number;
  readonly least: number;
  readonly most: number;
}

const whole = z.int("应是整数").min(0, "不能小于 0").max(1_000_000_000_000, "太大");

function unit<Written, Value>(
  written: z.ZodType<Written>,
  valueFrom: (written: Written) => Value,
  say: (written: Written) => string,
) {
  return written.transform((text): Read<Value> => ({ value: valueFrom(text), words: say(text) }));
}

const counted = (word: string) =>
  unit(
    whole,
    (count) => count,
    (count) => `${count} ${word}`,
  );

const fraction = z
  .string("应写成 2/3 这样的分数")
  .regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, "应写成 2/3 这样的分数")
  .refine((text) => shareOf(text, false).numerator <= shareOf(text, false).denominator, {
    error: "分数不能大于 1",
  });

function shareOf(text: string, over: boolean): Share {
  const [numerator = 0, denominator = 1] = text.split("/").map(Number);
  return { numerator, denominator, over };
}

/** `2/3` → 三分之二, `1/2` → 半数. */
function sayFraction(text: string): string {
  const { numerator, denominator } = shareOf(text, false);
  if (numerator * 2 === denominator) return "半数";
  return `${inChinese(denominator)}分之${inChinese(numerator)}`;
}

const percent = z
  .number("应是百分数，如 5 或 0.5")
  .min(0, "不能小于 0")
  .refine((number) => /^\d+(\.\d{1,4})?$/.test(String(number)), { error: "至多四位小数" });

function shareOfPercent(number: number): Share {
  const [units = "", decimals = ""] = String(number).split(".");
  return {
    numerator: Number(units + decimals),
    denominator: 100 * 10 ** decimals.length,
    over: false,
  };
}

const bands = z
  .array(z.strictObject({ from: whole, least: whole, most: whole }))
  .min(1, "至少要有一档")
  .refine((all) => all.every(({ least, most }) => least <= most), {
    error: "每一档的下限不能大于上限",
  })
  .refine((all) => all.every(({ from }, nth) => nth === 0 || all[nth - 1]!.from < from), {
    error: "各档应按人数由少到多排列",
  });

function sayBands(all: readonly Band[]): string {
  return all
    .map(({ from, least, most }, nth) => {
      const next = all[nth + 1];
      const size = next ? `${from} 至 ${next.from - 1} 人` : `${from} 人以上`;
      return `${size}：${least === most ? least : `${least} 至 ${most}`} 人`;
    })
    .join("；");
}

const monthOfYear = z.int("应是整数").min(1, "应是 1 至 12 月").max(12, "应是 1 至 12 月");

const years = z.array(whole).min(2, "至少要有两种，只有一种请用 years");

/**
 * 日 and 工作日 become periods that `foundation/workdays` counts; `ratio` is 以上, `over` is 过;
 * `either-years` is a choice, such as a term of three or five years; `month` is one of the year.
 */
export const units = {
  days: unit(
    whole,
    (count) => ({ days: count }),
    (count) => `${count} 日`,
  ),
  workdays: unit(
    whole,
    (count) => ({ workdays: count }),
    (count) => `${count} 个工作日`,
  ),
  months: counted("个月"),
  years: counted("年"),
  "either-years": unit(
    years,
    (all) => all as readonly number[],
    (all) => all.map((count) => `${count} 年`).join("或者 "),
  ),
  people: counted("人"),
  times: counted("次"),
  copies: counted("份"),
  items: counted("个"),
  age: counted("周岁"),
  points: counted("分"),
  month: unit(
    monthOfYear,
    (month) => month,
    (month) => `${month} 月`,
  ),
  fen: unit(
    whole,
    (fen) => fen,
    (fen) => formatYuan(fen),
  ),
  percent: unit(percent, shareOfPercent, (number) => `${number}%`),
  ratio: unit(
    fraction,
    (text) => shareOf(text, false),
    (text) => `${sayFraction(text)}以上`,
  ),
  over: unit(
    fraction,
    (text) => shareOf(text, true),
    (text) => `过${sayFraction(text)}`,
  ),
  "people-by-size": unit(bands, (all) => all as readonly Band[], sayBands),
} as const;

export type Unit = keyof typeof units;
export type UnitValue<Of extends Unit> = z.output<(typeof units)[Of]>["value"];

export const unitNames = Object.keys(units) as [Unit, ...Unit[]];

/** The band a number of people falls into; undefined below the first. */
export const bandFor = (all: readonly Band[], people: number): Band | undefined =>
  all.findLast(({ from }) => from <= people);

/**
 * A value as it would stand in a file, read. Throws ZodError, in Chinese, when it is none of the
 * unit.
 */
export const takeValue = (unit: Unit, written: unknown): Read<unknown> =>
  units[unit].parse(written, inChineseWords);
