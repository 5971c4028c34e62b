// The union tree (工会组织) of the demo: federations, and unions of firms, villages and trades.
import { addCalendarMonths, type Day, day } from "@niangjia/foundation/day";
import { childOf } from "@niangjia/foundation/orgpath";
import { type DemoUnion, dayBetween, termAt } from "./demo-union.ts";
import { type Division, divisionOf, divisionsAt } from "./divisions.ts";
import { type EmployerSort, employerSource, type Place } from "./employers.ts";
import { federationPath, federations } from "./federations.ts";
import { officerName } from "./names.ts";
import { creditCode } from "./numbers.ts";
import { createRandom, type Random, type Weighted, weigh } from "./random.ts";
import { gigTradeNames } from "./trades.ts";
import { type Draft, draftsman } from "./union-drafts.ts";

export interface UnionWishes {
  /**
   * Unions of firms, villages, schools, hospitals and trades, at least; their branches come on top.
   */
  readonly grassroots?: number;
  /** The day of the demo; nothing in it is younger. */
  readonly today?: Day;
}

export const demoToday = day("2026-11-01");

/** The town, and the county above it, that the demo accounts show first: 星沙街道 of 长沙县. */
export const showcase: Place = { county: divisionOf("430121"), town: divisionOf("430121001") };

/** The firm's union that the demo accounts show: the first one of the town. */
export const isShownFirm = ({ path }: DemoUnion): boolean =>
  path === `${federationPath(showcase.town)}0001/`;

/** Cities by people in work, roughly, in ten thousands. */
const cityWeights: ReadonlyMap<string, number> = new Map([
  ["430100", 610],
  ["430200", 210],
  ["430300", 145],
  ["430400", 330],
  ["430500", 290],
  ["430600", 260],
  ["430700", 270],
  ["430800", 75],
  ["430900", 190],
  ["431000", 240],
  ["431100", 240],
  ["431200", 210],
  ["431300", 190],
  ["433100", 110],
]);

type Sort = EmployerSort | "trade";

const sorts = weigh<Sort>([
  ["firm", 66],
  ["village", 14],
  ["school", 6],
  ["hospital", 4],
  ["trade", 10],
]);

/** Ordinary towns by county: farms, parks and prisons that rank as towns get no employers. */
const townsByCounty = Map.groupBy(
  divisionsAt("town").filter((town) => /(街道|镇|乡)$/.test(town.name)),
  (town) => town.parentCode,
);
const settledCounties = divisionsAt("county").filter((county) => townsByCounty.has(county.code));

/**
 * Counties as often as their city's people in work say; a zone counts for a quarter of a county.
 */
function weighCounties(): Weighted<Division> {
  const perCity = Map.groupBy(settledCounties, (county) => county.parentCode);
  return weigh(
    settledCounties.map((county) => {
      const share = cityWeights.get(county.parentCode!)! / perCity.get(county.parentCode)!.length;
      return [county, county.zone ? share / 4 : share];
    }),
  );
}

const counties = weighCounties();

const townOf = (random: Random, county: Division): Place => ({
  county,
  town: random.pick(townsByCounty.get(county.code)!),
});

/**
 * Where to found what: the showcase first, then a firm in every county, then by weight without end.
 */
function* sites(random: Random): Generator<{ sort: Sort; place: Place }> {
  const shown: Sort[] = ["firm", "firm", "firm", "village", "school", "hospital", "trade", "trade"];
  for (const sort of shown) yield { sort, place: showcase };
  for (const county of settledCounties) yield { sort: "firm", place: townOf(random, county) };
  for (;;) {
    const place = townOf(random, random.weighted(counties));
    yield { sort: random.weighted(sorts), place };
  }
}

/** Drafts of at least `wished` unions, each with the division whose federation is above it. */
function* drafts(random: Random, wished: number): Generator<{ above: Division; draft: Draft }> {
  const { employerUnion, tradeUnion } = draftsman(random, employerSource(random));
  const tradesLeft = new Map(
    settledCounties.map((county) => [county.code, random.shuffle(gigTradeNames)]),
  );
  let made = 0;
  for (const { sort, place } of sites(random)) {
    if (made >= wished) return;
    const trade = sort === "trade" ? tradesLeft.get(place.county.code)!.pop() : undefined;
    const draft = trade
      ? tradeUnion(place, trade)
      : employerUnion(sort === "trade" ? "firm" : sort, place);
    yield { above: trade ? place.county : place.town, draft };
    made += trade ? 1 + draft.below.length : 1;
  }
}

/** Since when unions of a kind are founded; a branch is never older than its union. */
const foundedSince = (draft: Draft): Day =>
  day(draft.kind === "trade" ? "2018-05-01" : "1998-01-01");

const inBranches = (draft: Draft): number =>
  draft.below.reduce(
    (sum, { level, staffCount }) => sum + (level === "branch" ? staffCount : 0),
    0,
  );

/** Gives drafts their path under a parent, their credit code, their founding day and their term. */
function planter(random: Random, today: Day) {
  const lastYear = addCalendarMonths(today, -12);
  const turns = new Map<string, number>();
  let bodies = 2_000_000;

  const plant = (parent: Pick<DemoUnion, "path" | "foundedDay">, draft: Draft): DemoUnion[] => {
    const { below, ...facts } = draft;
    const turn = (turns.get(parent.path) ?? 0) + 1;
    turns.set(parent.path, turn);
    bodies += 1;
    const branch = draft.level === "branch";
    const since = branch ? parent.foundedDay : foundedSince(draft);
    const foundedDay = dayBetween(random, since, lastYear);
    const years = random.chance(0.55) ? 5 : 3;
    const union: DemoUnion = {
      ...facts,
      path: childOf(parent.path, turn.toString(36).padStart(4, "0")),
      parentPath: parent.path,
      creditCode: branch ? null : creditCode("grassrootsUnion", draft.divisionCode, bodies),
      foundedDay,
      term: {
        ...termAt(today, foundedDay, { years, overdue: random.chance(0.07) }),
        chair: officerName(random),
      },
      ownStaffCount: draft.staffCount - inBranches(draft),
    };
    return [union, ...below.flatMap((lower) => plant(union, lower))];
  };
  return plant;
}

/**
 * All unions of the demo, in the order of their paths: each after the one above it. The same seed
 * and wishes give the same unions.
 */
export function demoUnions(seed: string, wishes: UnionWishes = {}): DemoUnion[] {
  const { grassroots = 600, today = demoToday } = wishes;
  const random = createRandom(`${seed}/unions`);
  const plant = planter(random, today);
  const unions = federations(random, today);
  const byPath = new Map(unions.map((union) => [union.path, union]));
  for (const { above, draft } of drafts(random, grassroots)) {
    unions.push(...plant(byPath.get(federationPath(above))!, draft));
  }
  return unions.sort((one, other) => (one.path < other.path ? -1 : 1));
}
