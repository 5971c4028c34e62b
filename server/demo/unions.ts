// The union tree (工会组织) of the demo: the federations, and below them unions of firms, villages, schools and trades.
import { type DemoUnion, dayBetween, termAt } from "./demo-union.ts";
import { type Division, divisionOf, divisionsAt } from "./divisions.ts";
import { type EmployerSort, employerSource, type FoundEmployer, type Place } from "./employers.ts";
import { federationPath, federations } from "./federations.ts";
import { creditCode } from "./numbers.ts";
import { createRandom, type Random, type Weighted, weigh } from "./random.ts";
import { gigTradeNames, type TradeName, trades } from "./trades.ts";

export interface UnionWishes {
  /** Unions of firms, villages, schools, hospitals and trades; their branches come on top. */
  readonly grassroots?: number;
  /** The day of the demo, `YYYY-MM-DD`; nothing in it is younger. */
  readonly today?: string;
}

export const demoToday = "2026-11-01";
const demoGrassroots = 600;

/** The town, and the county above it, that the demo accounts show first: 星沙街道 of 长沙县. */
export const showcase = { county: "430121", town: "430121001" } as const;

/** Cities by people in work, roughly, in ten thousands. */
const cityWeights = {
  430100: 610,
  430200: 210,
  430300: 145,
  430400: 330,
  430500: 290,
  430600: 260,
  430700: 270,
  430800: 75,
  430900: 190,
  431000: 240,
  431100: 240,
  431200: 210,
  431300: 190,
  433100: 110,
} as const;

const sortWeights = weigh<EmployerSort | "trade">([
  ["firm", 66],
  ["village", 14],
  ["school", 6],
  ["hospital", 4],
  ["trade", 10],
]);

/** Parts of a firm that have a branch of its union. */
const branchParts = ["机关", "一车间", "二车间", "三车间", "质检", "仓储", "销售", "后勤"];

/** Ordinary towns by county: farms, parks and prisons that rank as towns get no employers. */
const townsByCounty = Map.groupBy(
  divisionsAt("town").filter((town) => /(街道|镇|乡)$/.test(town.name)),
  (town) => town.parentCode,
);
const settledCounties = divisionsAt("county").filter((county) => townsByCounty.has(county.code));

function countiesByWeight(): Weighted<Division> {
  const perCity = Map.groupBy(settledCounties, (county) => county.parentCode);
  return weigh(
    settledCounties.map((county) => {
      const city = county.parentCode as `${keyof typeof cityWeights}`;
      const share = cityWeights[city] / perCity.get(city)!.length;
      return [county, county.zone ? share / 4 : share];
    }),
  );
}

/** What a new union brings; path, numbers and days are given by `plant`. */
type Seedling = Pick<
  DemoUnion,
  "name" | "kind" | "level" | "employer" | "trade" | "staffCount" | "ownStaffCount"
>;

class UnionPlanter {
  readonly unions: DemoUnion[] = [];
  readonly #random: Random;
  readonly #today: string;
  readonly #childCounts = new Map<string, number>();
  readonly #tradeUnions = new Set<string>();
  readonly #employerOf: ReturnType<typeof employerSource>;

  constructor(random: Random, today: string) {
    this.#random = random;
    this.#today = today;
    this.#employerOf = employerSource(random);
  }

  get grassrootsCount(): number {
    return this.unions.filter((union) => union.level === "grassroots").length;
  }

  /** The union of one employer under its town or its trade, with branches when it is large. */
  foundAt(sort: EmployerSort, place: Place, under?: { path: string; trade: TradeName }): void {
    const found = this.#employerOf(sort, place, under?.trade);
    const branchShares = this.#branchShares(found);
    const inBranches = branchShares.reduce((sum, share) => sum + share, 0);
    const union = this.#plant(under?.path ?? federationPath(place.town), place.town, {
      ...found,
      name: `${found.employer.name}工会委员会`,
      level: "grassroots",
      ownStaffCount: found.staffCount - inBranches,
    });
    for (const [index, share] of branchShares.entries()) {
      this.#plant(union.path, place.town, {
        ...found,
        name: `${found.employer.name}工会${branchParts[index]}分会`,
        kind: "branch",
        level: "branch",
        staffCount: share,
        ownStaffCount: share,
      });
    }
  }

  /** A trade's union over a county with one to three employers of it; false when the county has that one already. */
  foundTrade(place: Place, trade: TradeName): boolean {
    const name = `${place.county.name}${trades[trade].unionWord}行业工会联合会`;
    if (this.#tradeUnions.has(`${place.county.code}${trade}`)) return false;
    this.#tradeUnions.add(`${place.county.code}${trade}`);
    const staffCount = this.#random.int(60, 900);
    const { path } = this.#plant(federationPath(place.county), place.county, {
      name,
      kind: "trade",
      level: "grassroots",
      employer: null,
      trade,
      staffCount,
      ownStaffCount: staffCount,
    });
    const employers = this.#random.int(1, 3);
    for (let made = 0; made < employers; made += 1) this.foundAt("firm", place, { path, trade });
    return true;
  }

  #branchShares({ kind, staffCount }: FoundEmployer): number[] {
    if (kind !== "firm" || staffCount < 200) return [];
    const count = this.#random.int(2, Math.min(branchParts.length, 2 + Math.floor(staffCount / 250)));
    return Array.from({ length: count }, () =>
      Math.floor((staffCount / (count + 1)) * (0.6 + 0.4 * this.#random.next())),
    );
  }

  #plant(parentPath: string, division: Division, seedling: Seedling): DemoUnion {
    const turn = (this.#childCounts.get(parentPath) ?? 0) + 1;
    this.#childCounts.set(parentPath, turn);
    const { name, kind, level, employer, trade, staffCount, ownStaffCount } = seedling;
    const foundedDay = dayBetween(this.#random, "1998-01-01", yearBefore(this.#today));
    const years = this.#random.chance(0.55) ? 5 : 3;
    const union: DemoUnion = {
      path: `${parentPath}${turn.toString(36).padStart(4, "0")}/`,
      parentPath,
      name,
      kind,
      level,
      divisionCode: division.code,
      creditCode:
        level === "branch"
          ? null
          : creditCode("grassrootsUnion", division.code, 2_000_000 + this.unions.length),
      employer,
      trade,
      foundedDay,
      term: termAt(this.#today, foundedDay, { years, overdue: this.#random.chance(0.07) }),
      staffCount,
      ownStaffCount,
    };
    this.unions.push(union);
    return union;
  }
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
