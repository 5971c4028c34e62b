// Scoring (质量评分): every night all checks are asked of all members; by hand, of one union at once.

import { isDeepStrictEqual } from "node:util";
import { citationWords } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { ancestorsOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import type { Sweep } from "@niangjia/foundation/worker";
import { type Aspect, aspects } from "@niangjia/registers/members";
import { findUnion, numbersAt, type Union } from "@niangjia/registers/organisations";
import { type score as contract, limits, type recount, refusals } from "./contract.ts";
import { parametersOn } from "./parameters.ts";
import { aspectNames, byAspect, formulaOf, percentOf, scoredChecks, scoreOf } from "./quality.ts";
import { unionInReach } from "./reach.ts";
import { lastRun, noteRun, putScore, type Score, scoreAt, takeTurn } from "./score-rows.ts";
import { countScores } from "./score-store.ts";

type Answered = Answer<typeof contract>;

const wholeFormula =
  "总分 = 五项得分率按权重加权平均 × 100；没有可检查内容的一项不计，权重由其余各项分担。上级工会的数是下级分子、分母之和相除，不是平均分的平均。";

function aspectLine(act: Act, { portions, faults }: Score, [aspect, on]: readonly [Aspect, Day]) {
  const checks = scoredChecks(act.now).filter((check) => check.aspect === aspect);
  const weight = parametersOn(on)[aspect];
  const portion = portions[aspect];
  return {
    aspect,
    title: aspects[aspect],
    formula: formulaOf(aspect, checks),
    weight: weight.value,
    weightFrom: weight.from,
    document: citationWords(weight.citation),
    ...portion,
    percent: percentOf(portion),
    checks: checks.map(({ code, title, say }) => ({ code, title, say, people: faults[code] ?? 0 })),
  };
}

/** A union that never had members has no row; this stands for it. */
const empty = (orgPath: string, on: Day): Score => ({
  ...{ orgPath, day: on, people: 0, faults: {} },
  portions: byAspect(() => ({ good: 0, total: 0 })),
});

export async function showScore(act: Act, { query }: Asked<typeof contract>): Promise<Answered> {
  const union = await unionInReach(act, query.unionId);
  const on = (query.day as Day | undefined) ?? dayOf(act.now);
  const countedAt = await lastRun(act, on);
  const counted = await scoreAt(act, union.path, on);
  if (!countedAt) throw refuse(refusals.notCounted);
  const score = counted ?? empty(union.path, on);
  return {
    unionId: union.id,
    unionName: union.name,
    day: on,
    countedAt: countedAt.toISOString(),
    people: score.people,
    score: scoreOf(score.portions, on),
    formula: wholeFormula,
    aspects: aspectNames.map((aspect) => aspectLine(act, score, [aspect, on])),
  };
}

/** What a union above has when one below it became `after` from `before`. */
function shifted(above: Score, before: Score, after: Score): Score {
  const shift = (of: (score: Score) => number): number => of(above) + of(after) - of(before);
  const codes = new Set([above, before, after].flatMap(({ faults }) => Object.keys(faults)));
  const faults = [...codes]
    .map((code): [string, number] => [code, shift((score) => score.faults[code] ?? 0)])
    .filter(([, people]) => people !== 0);
  return {
    orgPath: above.orgPath,
    day: after.day,
    people: shift(({ people }) => people),
    portions: byAspect((aspect) => ({
      good: shift(({ portions }) => portions[aspect].good),
      total: shift(({ portions }) => portions[aspect].total),
    })),
    faults: Object.fromEntries(faults),
  };
}

/** Counts everything anew. Run as the house, in turn. Answers how many unions changed. */
async function countAll(house: Act): Promise<number> {
  const day = dayOf(house.now);
  const written = await countScores(house, scoredChecks(house.now), { path: null, day });
  await noteRun(house, day);
  return written;
}

/**
 * Counts one union and all below it anew; those above change by the difference, once there is something to differ from.
 * Run as the house.
 */
async function recountUnion(house: Act, { path }: Union): Promise<Score> {
  await takeTurn(house);
  const day = dayOf(house.now);
  if (!(await lastRun(house, day))) await countAll(house);
  const numbers = async (of: string): Promise<Score> =>
    (await scoreAt(house, of, day)) ?? empty(of, day);
  const before = await numbers(path);
  await countScores(house, scoredChecks(house.now), { path, day });
  const after = { ...(await numbers(path)), day };
  if (isDeepStrictEqual({ ...before, day }, after)) return after;
  for (const above of ancestorsOf(path)) {
    await putScore(house, shifted(await numbers(above), before, after));
  }
  return after;
}

export async function recountScore(
  act: Act,
  { body }: Asked<typeof recount>,
): Promise<Answer<typeof recount>> {
  const union = await unionInReach(act, body.unionId);
  const measures = ["members", "members.kept"] as const;
  const numbers = await numbersAt(act, union.path, measures);
  const { recountedAtMost: limit } = limits;
  if (numbers.members + numbers["members.kept"] > limit) {
    throw refuse(refusals.tooLarge, { words: { name: union.name, limit } });
  }
  const { portions, people } = await asHouse(act, (house) => recountUnion(house, union));
  return { score: scoreOf(portions, dayOf(act.now)), people };
}

/** `subject` is a union's id. */
export const scoreSweep: Sweep = {
  name: "data-quality.score",
  title: "数据质量评分",
  cron: "50 2 * * *",
  run: (step, subject) =>
    step(async (act): Promise<Record<string, number>> => {
      const union = subject === undefined ? undefined : await findUnion(act, subject);
      if (union) return { people: (await recountUnion(act, union)).people };
      await takeTurn(act);
      return { unions: await countAll(act) };
    }),
};
