// Numbers (工会数和会员数): by level, by child, by day, all from rollups.
import type { Act } from "@niangjia/foundation/act";
import { day, daysBetween } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import {
  childrenNumbers,
  countsByLevel,
  levels,
  type Numbers,
  numbersAt,
  trend,
  type UnionLevel,
} from "@niangjia/registers/organisations";
import {
  type numbersByChild as childContract,
  type numbers as contract,
  limits,
  refusals,
  type numbersTrend as trendContract,
} from "./contract.ts";
import { unionInReach } from "./reach.ts";
import { namedUnion } from "./words.ts";

const measures = ["unions", "members", "members.women", "members.gig", "members.kept"] as const;

const wordsOf = (numbers: Numbers<(typeof measures)[number]>) => ({
  unions: numbers.unions,
  members: numbers.members,
  women: numbers["members.women"],
  gig: numbers["members.gig"],
  kept: numbers["members.kept"],
});

export async function countsAt(act: Act, path: OrgPath) {
  const byLevel = await countsByLevel(act, path);
  const rows = (Object.keys(levels) as UnionLevel[])
    .map((level) => ({ level, levelName: levels[level], unions: byLevel[level] }))
    .filter(({ unions }) => unions > 0);
  return { ...wordsOf(await numbersAt(act, path, measures)), byLevel: rows };
}

export async function showNumbers(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const union = await unionInReach(act, query.under);
  return { union: namedUnion(union), numbers: await countsAt(act, union.path) };
}

export async function showByChild(
  act: Act,
  { query }: Asked<typeof childContract>,
): Promise<Answer<typeof childContract>> {
  const union = await unionInReach(act, query.under);
  const rows = await childrenNumbers(act, union.id, measures);
  return {
    union: namedUnion(union),
    rows: rows.map(({ union: child, numbers }) => ({ ...namedUnion(child), ...wordsOf(numbers) })),
  };
}

export async function showTrend(
  act: Act,
  { query }: Asked<typeof trendContract>,
): Promise<Answer<typeof trendContract>> {
  const { path } = await unionInReach(act, query.under);
  const [fromDay, toDay] = [day(query.from), day(query.to)];
  const days = daysBetween(fromDay, toDay);
  if (days < 0 || days > limits.trendDays) throw refuse(refusals.badPeriod);
  return { rows: await trend(act, path, { measure: query.measure, fromDay, toDay }) };
}
