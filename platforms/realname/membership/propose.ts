// Proposing unions (推荐工会): where somebody may join, by place, firm and trade; a gig worker's trade
// first (会籍管理办法 art 6–7; 新就业形态劳动者入会若干意见 2021).
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { rangeOf } from "@niangjia/foundation/orgpath";
import {
  findByPath,
  plainUnionName,
  receivingUnions,
  searchUnions,
  type Union,
  unionsOfEmployer,
} from "@niangjia/registers/organisations";
import type { proposeUnions as contract } from "./contract.ts";

interface Wanted {
  /**
   * GB/T 2260 code of where somebody works or lives: a county's 6 digits, or a town's 9 and more.
   */
  readonly division?: string | undefined;
  readonly employer?: string | undefined;
  readonly uscc?: string | undefined;
  /** Code of list `gig-occupation`. */
  readonly gigOccupation?: string | undefined;
}

interface Proposal {
  readonly union: Union;
  readonly why: string;
}

const proposedAtMost = 5;
const ofTrade = "5";

/** What the unions of a trade have in their names. */
const tradeWords: Readonly<Record<string, readonly string[]>> = {
  "01": ["货运", "货车", "运输", "物流"],
  "02": ["快递", "物流"],
  "03": ["护工", "护理", "养老"],
  "04": ["家政"],
  "05": ["商场", "商贸"],
  "06": ["外卖", "送餐", "配送"],
  "07": ["房产", "中介"],
  "08": ["保安"],
  "09": ["网约车", "出租", "客运"],
};
const anyGig = ["新就业形态"];

const because = (unions: readonly Union[], why: string): Proposal[] =>
  unions.map((union) => ({ union, why }));

/** Of the firm itself, by its code or its name. */
async function ofFirm(act: Act, { employer, uscc }: Wanted): Promise<Proposal[]> {
  const byCode = uscc ? await unionsOfEmployer(act, uscc) : [];
  const name = plainUnionName(employer ?? "");
  const byName =
    byCode.length === 0 && name.length >= 4 ? await searchUnions(act, name, { limit: 3 }) : [];
  const own = [...byCode, ...byName].filter(
    ({ level, state }) => level === "grassroots" && state === "live",
  );
  return because(own, "您工作单位的工会");
}

/** Those of the trade first, then those for everyone in such work. */
function ofTradeIn(unions: readonly Union[], occupation: string): Proposal[] {
  const trades = unions.filter(({ kind }) => kind === ofTrade);
  const holding = (words: readonly string[]) =>
    trades.filter(({ name }) => words.some((word) => name.includes(word)));
  const title = nameOf("gig-occupation", occupation);
  return [
    ...because(holding(tradeWords[occupation] ?? [title]), `${title}所在行业的工会`),
    ...because(holding(anyGig), "面向新就业形态劳动者的工会"),
  ];
}

/** A village's or community's own, then the town's. */
function ofPlaceIn(unions: readonly Union[], place: string): Proposal[] {
  const at = (digits: number) =>
    unions.filter(
      ({ kind, division }) =>
        kind !== ofTrade && division.length === digits && division === place.slice(0, digits),
    );
  return [
    ...because(at(12), "您所在村（社区）的工会，单位没有工会的可以加入"),
    ...because(at(9), "您所在乡镇（街道）的工会，单位没有工会的可以加入"),
  ];
}

/** A county's path by its code. */
export const countyPath = (division: string): string =>
  `/${division.slice(0, 2)}0000/${division.slice(0, 4)}00/${division.slice(0, 6)}/`;

/**
 * The nearest first, each once, five at most: a gig worker's trade, the firm's own union, the
 * town's; in a county without any of them its federation, which takes whoever has no union in.
 */
async function proposedUnions(act: Act, wanted: Wanted): Promise<Proposal[]> {
  const { division = "", gigOccupation } = wanted;
  const county = division.length >= 6 ? await findByPath(act, countyPath(division)) : undefined;
  const nearby = county ? await receivingUnions(act, rangeOf(county.path)) : [];
  const trade = gigOccupation ? ofTradeIn(nearby, gigOccupation) : [];
  const found = [...trade, ...(await ofFirm(act, wanted)), ...ofPlaceIn(nearby, division)];
  if (found.length === 0 && county) {
    return because([county], "您所在县（市、区）的总工会，会为您安排合适的工会");
  }
  const once = new Map(found.toReversed().map((proposal) => [proposal.union.id, proposal]));
  return [...once.values()].toReversed().slice(0, proposedAtMost);
}

export async function proposeUnions(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const proposals = await proposedUnions(act, query);
  return { rows: proposals.map(({ union: { id, name }, why }) => ({ id, name, why })) };
}
