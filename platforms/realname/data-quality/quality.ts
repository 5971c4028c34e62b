// Quality (数据质量): the five measures, how each is counted and weighed, and one score of them all.
import { type Day, dayOf } from "@niangjia/foundation/day";
import { type Aspect, aspects, type Check, checksOn } from "@niangjia/registers/members";
import { sql } from "kysely";
import { parametersOn } from "./parameters.ts";

export const aspectNames = Object.keys(aspects) as readonly Aspect[];

/** Two records are needed to see this one; the sweep of suspects marks whom it concerns. */
const unlike: Check = {
  code: "duplicate",
  aspect: "uniqueness",
  title: "疑似重复",
  say: "可能和另一条记录是同一个人，或手机号已换人使用，请核对后归并、更正或确认。",
  fails: sql`p.id in (select d.person_id from business.data_quality_doubts d)`,
};

/** Every check that costs points, in the order of the measures. */
export function scoredChecks(now: Date): readonly Check[] {
  const checks = [...checksOn(dayOf(now)), unlike];
  return aspectNames.flatMap((aspect) => checks.filter((check) => check.aspect === aspect));
}

const asked: Readonly<Record<Aspect, string>> = {
  completeness: "应填的项数，其中已填的",
  validity: "检查的项数，其中合理有效的",
  uniqueness: "会员人数，其中没有疑似重复的",
  consistency: "检查的项数，其中前后一致的",
  timeliness: "会员人数，其中按期核对过的",
};

/** The formula in words: what is divided by what, over which checks. */
export function formulaOf(aspect: Aspect, checks: readonly Check[]): string {
  const [whole, part] = asked[aspect].split("，其中") as [string, string];
  const titles = checks.filter((check) => check.aspect === aspect).map(({ title }) => title);
  return `${aspects[aspect]} = ${part}数 ÷ ${whole}，按本会和下级会员（含保留会籍）合计。扣分的情形：${titles.join("、")}。`;
}

/** Checks passed and asked. */
export interface Portion {
  readonly good: number;
  readonly total: number;
}

export type Portions = Readonly<Record<Aspect, Portion>>;

/** The weights of the first day also stand for days before it, which a comparison may reach back to. */
const firstDay = "2018-01-01" as Day;
const weightOf = (aspect: Aspect, day: Day): number =>
  parametersOn(day < firstDay ? firstDay : day)[aspect].value;

export const byAspect = <T>(of: (aspect: Aspect) => T): Record<Aspect, T> =>
  Object.fromEntries(aspectNames.map((aspect) => [aspect, of(aspect)])) as Record<Aspect, T>;

export const weightsOn = (day: Day): Readonly<Record<Aspect, number>> =>
  byAspect((aspect) => weightOf(aspect, day));

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** In percent with two decimals; null where nothing was asked. */
export const percentOf = ({ good, total }: Portion): number | null =>
  total === 0 ? null : twoDecimals((good / total) * 100);

/**
 * 0 to 100 with two decimals: the measures weighed with the weights of the day. A measure nothing was asked of leaves
 * its weight to the others; null for a union without members.
 */
export function scoreOf(portions: Portions, day: Day): number | null {
  const weighed = aspectNames.flatMap((aspect) => {
    const { good, total } = portions[aspect];
    return total === 0 ? [] : { weight: weightOf(aspect, day), share: good / total };
  });
  const weights = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  const points = weighed.reduce((sum, { weight, share }) => sum + weight * share, 0);
  return twoDecimals((points / weights) * 100);
}
