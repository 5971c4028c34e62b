// Ranking (质量排名): unions of a level by their score, against an earlier day; over time; and as a sheet.
import type { Act } from "@niangjia/foundation/act";
import {
  addCalendarDays,
  compareDays,
  type Day,
  dayOf,
  daysBetween,
  formatDay,
} from "@niangjia/foundation/day";
import { type Value, writeSheet, xlsxType } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { type Aspect, aspects } from "@niangjia/registers/members";
import {
  type ranking as contract,
  limits,
  type rankingFile,
  refusals,
  type trend,
} from "./contract.ts";
import { aspectNames, byAspect, type Portions, percentOf, scoreOf } from "./quality.ts";
import { type Ranked, type RankingWish, rankUnions } from "./ranking-store.ts";
import { unionInReach } from "./reach.ts";
import { scoresBetween } from "./score-rows.ts";

const usualSpanDays = 30;

async function wishOf(act: Act, query: Asked<typeof rankingFile>["query"]): Promise<RankingWish> {
  const day = (query.day as Day | undefined) ?? dayOf(act.now);
  const against = (query.against as Day | undefined) ?? addCalendarDays(day, -usualSpanDays);
  return { union: await unionInReach(act, query.unionId), level: query.level, day, against };
}

const lineOf = ({ beforeRank, beforeScore, ...row }: Ranked) => ({
  ...row,
  before:
    beforeRank === null || beforeScore === null ? null : { rank: beforeRank, score: beforeScore },
});

export async function listRanking(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { page, size } = query;
  const wish = await wishOf(act, query);
  const { rows, total } = await rankUnions(act, wish, { size, offset: (page - 1) * size });
  const { day, against } = wish;
  return { day, against, rows: rows.map(lineOf), total, page, size };
}

const number = (title: string) => ({ title, kind: "number" as const });

const columns = [
  number("名次"),
  { title: "工会", widthCharacters: 44 },
  number("会员（含保留）"),
  number("总分"),
  ...aspectNames.map((aspect) => number(`${aspects[aspect]}（%）`)),
  number("比较日名次"),
  number("比较日总分"),
];

const cellsOf = (row: Ranked): Value[] => [
  row.rank,
  row.unionName,
  row.people,
  row.score,
  ...aspectNames.map((aspect) => row.percents[aspect]),
  row.beforeRank,
  row.beforeScore,
];

export async function fileRanking(
  act: Act,
  { query }: Asked<typeof rankingFile>,
): Promise<Download> {
  const wish = await wishOf(act, query);
  const { rows } = await rankUnions(act, wish, { size: limits.rankedInFile, offset: 0 });
  const { union, day, against } = wish;
  const title = `${union.name}数据质量排名（${formatDay(day)}，与${formatDay(against)}比较）`;
  const bytes = writeSheet({ name: "质量排名", title, columns, rows: rows.map(cellsOf) });
  return { name: `数据质量排名-${day}.xlsx`, type: xlsxType, bytes };
}

const percentsOf = (portions: Portions): Record<Aspect, number | null> =>
  byAspect((aspect) => percentOf(portions[aspect]));

/** A year by default. Numbers that held before the first day are shown as of that day. */
export async function showTrend(
  act: Act,
  { query }: Asked<typeof trend>,
): Promise<Answer<typeof trend>> {
  const toDay = (query.to as Day | undefined) ?? dayOf(act.now);
  const fromDay = (query.from as Day | undefined) ?? addCalendarDays(toDay, -365);
  const { trendDays: limit } = limits;
  if (fromDay > toDay) throw refuse(refusals.periodBackwards);
  if (daysBetween(fromDay, toDay) > limit) throw refuse(refusals.tooLong, { words: { limit } });
  const union = await unionInReach(act, query.unionId);
  const scores = await scoresBetween(act, union.path, { fromDay, toDay });
  return {
    unionId: union.id,
    unionName: union.name,
    points: scores.map(({ day, people, portions }) => {
      const shown = compareDays(day, fromDay) < 0 ? fromDay : day;
      return {
        day: shown,
        people,
        score: scoreOf(portions, shown),
        percents: percentsOf(portions),
      };
    }),
  };
}
