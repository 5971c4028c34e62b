// Drafts (筹建) of unions: what a new union is, before it has its place, number and days.
import type { DemoUnion } from "./demo-union.ts";
import type { EmployerSort, EmployerSource, FoundEmployer, Place } from "./employers.ts";
import type { Random } from "./random.ts";
import { type TradeName, trades } from "./trades.ts";

export interface Draft
  extends Pick<
    DemoUnion,
    "name" | "kind" | "level" | "divisionCode" | "employer" | "trade" | "staffCount"
  > {
  readonly below: readonly Draft[];
}

/** Parts of a firm that have a branch (分会) of its union: of a factory, and of other firms. */
const factoryParts = ["机关", "一车间", "二车间", "三车间", "质检", "仓储", "销售", "后勤"];
const officeParts = ["机关", "一部", "二部", "三部", "四部", "客服", "后勤"];
const staffWithBranches = 200;

function branchesOf(random: Random, found: FoundEmployer, divisionCode: string): Draft[] {
  if (found.kind !== "firm" || found.staffCount < staffWithBranches) return [];
  const named = trades[found.trade].industry === "制造业" ? factoryParts : officeParts;
  const most = Math.min(named.length, 2 + Math.floor(found.staffCount / 250));
  const parts = named.slice(0, random.int(2, most));
  return parts.map((part) => ({
    ...found,
    name: `${found.employer.name}工会${part}分会`,
    kind: "branch",
    level: "branch",
    divisionCode,
    staffCount: Math.floor((found.staffCount / (parts.length + 1)) * (0.6 + 0.4 * random.next())),
    below: [],
  }));
}

/** Drafts from one stream of chance; no two employers get the same name. */
export function draftsman(random: Random, employerOf: EmployerSource) {
  /** The union of one employer, with branches when it is large. */
  const employerUnion = (sort: EmployerSort, place: Place, trade?: TradeName): Draft => {
    const found = employerOf(sort, place, trade);
    return {
      ...found,
      name: `${found.employer.name}工会委员会`,
      level: "grassroots",
      divisionCode: place.town.code,
      below: branchesOf(random, found, place.town.code),
    };
  };

  /** A trade's union over a county, with the unions of one to three employers in it. */
  const tradeUnion = (place: Place, trade: TradeName): Draft => ({
    name: `${place.county.name}${trades[trade].unionWord}行业工会联合会`,
    kind: "trade",
    level: "grassroots",
    divisionCode: place.county.code,
    employer: null,
    trade,
    staffCount: random.int(40, 420),
    below: Array.from({ length: random.int(1, 3) }, () => employerUnion("firm", place, trade)),
  });

  return { employerUnion, tradeUnion };
}
