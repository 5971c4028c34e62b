// Employers (用人单位): what a union of each sort is founded at, with its trade and registration.
import type { Employer, UnionKind } from "./demo-union.ts";
import type { Division } from "./divisions.ts";
import { firmName, hospitalName, schoolName, stationName, villageName } from "./employer-names.ts";
import { creditCode, type registeredAs } from "./numbers.ts";
import type { Random } from "./random.ts";
import { firmTradeNames, type TradeName, trades } from "./trades.ts";

/** Where a union is founded. */
export interface Place {
  readonly county: Division;
  readonly town: Division;
}

export type EmployerSort = "firm" | "village" | "school" | "hospital";

interface EmployerMaking {
  readonly kind: UnionKind;
  readonly registered: keyof typeof registeredAs;
  /** How many work there, as the median of a log-normal spread. */
  readonly usualStaff: number;
  trade(random: Random): TradeName;
  name(random: Random, trade: TradeName, place: Place): string;
}

const sorts: Readonly<Record<EmployerSort, EmployerMaking>> = {
  firm: {
    kind: "firm",
    registered: "firm",
    usualStaff: 62,
    trade: (random) => random.pick(firmTradeNames),
    name: (random, trade, { county, town }) =>
      trade === "快递" && random.chance(0.5)
        ? stationName(random, town)
        : firmName(random, trade, county),
  },
  village: {
    kind: "village",
    registered: "village",
    usualStaff: 90,
    trade: () => "村社区",
    name: (random, _trade, { town }) => villageName(random, town),
  },
  school: {
    kind: "institution",
    registered: "institution",
    usualStaff: 70,
    trade: () => "学校",
    name: (random, _trade, { town }) => schoolName(random, town),
  },
  hospital: {
    kind: "institution",
    registered: "institution",
    usualStaff: 160,
    trade: () => "医院",
    name: (random, _trade, { county }) => hospitalName(random, county),
  },
};

/** An employer, and what its union takes from it. */
export interface FoundEmployer {
  readonly kind: UnionKind;
  readonly employer: Employer;
  readonly trade: TradeName;
  readonly staffCount: number;
}

/** Log-normal: many small, few large. */
function staffAround(random: Random, usual: number): number {
  const spread =
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.min(3200, Math.max(8, Math.round(usual * Math.exp(0.95 * spread))));
}

/** Draws an employer at a place, of a wished trade or any. */
export type EmployerSource = (
  sort: EmployerSort,
  place: Place,
  wished?: TradeName,
) => FoundEmployer;

/** Draws employers whose names differ from all that this source drew before. */
export function employerSource(random: Random): EmployerSource {
  const taken = new Set<string>();
  return (sort, place, wished) => {
    const making = sorts[sort];
    const trade = wished ?? making.trade(random);
    let name: string;
    do name = making.name(random, trade, place);
    while (taken.has(name));
    taken.add(name);
    const { firmTypes } = trades[trade];
    return {
      kind: making.kind,
      trade,
      staffCount: staffAround(random, making.usualStaff),
      employer: {
        name,
        creditCode: creditCode(making.registered, place.town.code, 1_000_000 + taken.size),
        firmType: firmTypes && random.weighted(firmTypes),
      },
    };
  };
}
