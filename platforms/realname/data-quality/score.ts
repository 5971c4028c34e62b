// Scoring (质量评分): every night all checks are asked of all members; by hand, of one union at once.
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
import { parameters } from "./parameters.ts";
import {
  aspectNames,
  byAspect,
  formulaOf,
  type Portion,
  percentOf,
  scoredChecks,
  scoreOf,
} from "./quality.ts";
import { unionInReach } from "./reach.ts";
import { lastRun, noteRun, putScore, type Score, scoreAt, takeTurn } from "./score-rows.ts";
import { countScores } from "./score-store.ts";

type Answered = Answer<typeof contract>;

const wholeFormula =
  "总分 = 五项得分率按权重加权平均 × 100；没有可检查内容的一项不计，权重由其余各项分担。上级工会的数是下级分子、分母之和相除，不是平均分的平均。";

function aspectLine(act: Act, { portions, faults }: Score, [aspect, on]: readonly [Aspect, Day]) {
  const checks = scoredChecks(act.now).filter((check) => check.aspect === aspect);
  const weight = parameters.stated(on, `weight.${aspect}`);
  const portion = portions[aspect];
  return {
    aspect,
    title: aspects[aspect],
    formula: formulaOf(aspect, checks),
    weight: weight.value,
    weightFrom: weight.from,
    document: weight.document,
    ...portion,
    percent: percentOf(portion),
    checks: checks.map(({ code, title, say }) => ({ code, title, say, people: faults[code] ?? 0 })),
  };
}

export async function showScore(act: Act, { query }: Asked<typeof contract>): Promise<Answered> {
  const union = await unionInReach(act, query.unionId);
  const on = (query.day as Day | undefined) ?? dayOf(act.now);
  const score = await scoreAt(act, union.path, on);
  const countedAt = await lastRun(act, on);
  if (!score || !countedAt) throw refuse(refusals.notCounted);
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

const minus = (one: Portion, other: Portion): Portion => ({
  good: one.good - other.good,
  total: one.total - other.total,
});

/** What became of a union, so that those above it change by as much. */
interface Change {
  readonly before: Score | undefined;
  readonly after: Score;
}

const none: Portion = { good: 0, total: 0 };

function moved(above: Score, { before, after }: Change): Score {
  const codes = new Set(
    [above, after, before ?? after].flatMap(({ faults }) => Object.keys(faults)),
  );
  const faults = [...codes].map((code): [string, number] => {
    const gained = (after.faults[code] ?? 0) - (before?.faults[code] ?? 0);
    return [code, (above.faults[code] ?? 0) + gained];
  });
  const portions = byAspect((aspect) => {
    const gained = minus(after.portions[aspect], before?.portions[aspect] ?? none);
    const { good, total } = above.portions[aspect];
    return { good: good + gained.good, total: total + gained.total };
  });
  return {
    orgPath: above.orgPath,
    day: after.day,
    people: above.people + after.people - (before?.people ?? 0),
    portions,
    faults: Object.fromEntries(faults.filter(([, people]) => people !== 0)),
  };
}

/** Counts one union and all below it anew; those above change by the difference. Run as the house. */
async function recountUnion(house: Act, { path }: Union): Promise<Score> {
  await takeTurn(house);
  const day = dayOf(house.now);
  const before = await scoreAt(house, path, day);
  await countScores(house, scoredChecks(house.now), { path, day });
  const after = await scoreAt(house, path, day);
  if (!after) throw refuse(refusals.notCounted);
  for (const above of ancestorsOf(path)) {
    const known = await scoreAt(house, above, day);
    if (known) await putScore(house, moved(known, { before, after: { ...after, day } }));
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
      const day = dayOf(act.now);
      const written = await countScores(act, scoredChecks(act.now), { path: null, day });
      await noteRun(act, day);
      return { unions: written };
    }),
};
