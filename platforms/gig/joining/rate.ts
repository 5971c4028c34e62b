// The joining rate (入会率统计): members over workers by federation and trade, with where each number is from.
import type { Act } from "@niangjia/foundation/act";
import { listOn } from "@niangjia/foundation/codelists";
import { dayOf } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { contains, depthOf, rangeOf } from "@niangjia/foundation/orgpath";
import {
  countUnions,
  listUnions,
  numbersOf,
  type Union,
  unionsByIds,
} from "@niangjia/registers/organisations";
import { headcountKinds, type rate as rateContract, type rateFile } from "./contract.ts";
import {
  type HeadcountRow,
  membersByTrade,
  newestHeadcounts,
  type TradeMembers,
} from "./headcount-store.ts";
import { unionInReach } from "./invitations.ts";
import { figuresOf, figuresOfAll, headsAt } from "./rate-figures.ts";

type Shown = Answer<typeof rateContract>;
type Place = Shown["whole"];

interface Known {
  readonly heads: readonly (HeadcountRow & { readonly path: string })[];
  readonly members: readonly TradeMembers[];
  /** Gig members at each path, from the rollups. */
  readonly numbers: ReadonlyMap<string, { readonly "members.gig": number }>;
  readonly names: ReadonlyMap<string, Union>;
  readonly trades: readonly { readonly code: string; readonly name: string }[];
}

/** Segments of the path of a county federation: nobody above it needs members finer than that. */
const countySegments = 3;

const below = { province: "city", city: "county" } as const;

/** Federations of the next level down; none under a county. */
async function federationsBelow(act: Act, union: Union): Promise<Union[]> {
  if (union.level !== "province" && union.level !== "city") return [];
  const filters = { range: rangeOf(union.path), level: below[union.level], kind: "10" };
  const limit = await countUnions(act, filters);
  return listUnions(act, filters, { sort: "path", limit, offset: 0 });
}

async function knownOf(act: Act, places: readonly Union[]): Promise<Known> {
  const [top] = places;
  if (!top) throw new Error("a rate is of some federation");
  const range = rangeOf(top.path);
  const rows = await newestHeadcounts(act, range);
  const paths = places.map(({ path }) => path);
  return {
    heads: rows.map((row) => ({ ...row, path: row.org_path })),
    members: await membersByTrade(act, range, Math.max(countySegments, depthOf(top.path))),
    numbers: await numbersOf(act, paths, ["members.gig"]),
    names: await unionsByIds(
      act,
      rows.map(({ org_id }) => org_id),
    ),
    trades: listOn("gig-occupation", dayOf(act.now)).entries,
  };
}

function placeOf(known: Known, { id, name, level, path }: Union): Place {
  const trades = known.trades.map(({ code: trade, name: tradeName }) => ({
    ...{ trade, tradeName },
    ...figuresOf(known, path, trade),
    sources: headsAt(known.heads, path, trade).map((head) => ({
      unionName: known.names.get(head.org_id)?.name ?? "",
      workers: head.workers,
      kindName: headcountKinds[head.kind],
      ...{ source: head.source, document: head.document, day: head.day },
    })),
  }));
  const all = figuresOfAll(trades, known.numbers.get(path)?.["members.gig"] ?? 0);
  return { union: { id, name, level }, all, trades };
}

export async function showRate(
  act: Act,
  { query }: Pick<Asked<typeof rateContract>, "query">,
): Promise<Shown> {
  const union = await unionInReach(act, query.under);
  const children = await federationsBelow(act, union);
  const known = await knownOf(act, [union, ...children]);
  return {
    day: dayOf(act.now),
    memberSource: "会员数据库在册会员，按登记的新就业形态群体统计，不含保留会籍",
    whole: placeOf(known, union),
    rows: children
      .filter(({ path }) => contains(union.path, path))
      .map((child) => placeOf(known, child)),
  };
}

const columns = [
  { title: "工会", widthCharacters: 30 },
  { title: "群体", widthCharacters: 16 },
  { title: "会员人数", widthCharacters: 12, kind: "number" },
  { title: "有从业人数可比的会员", widthCharacters: 20, kind: "number" },
  { title: "从业人数", widthCharacters: 12, kind: "number" },
  { title: "入会率（%）", widthCharacters: 12, kind: "number" },
  { title: "会员来源", widthCharacters: 60 },
  { title: "从业人数来源", widthCharacters: 80 },
] as const;

const percent = (rate: number | null): number | null =>
  rate === null ? null : Math.round(rate * 10_000) / 100;

function* cellsOf({ union, all, trades }: Place, memberSource: string) {
  const total = [all.members, all.covered, all.workers, percent(all.rate)];
  yield [union.name, "合计", ...total, memberSource, null];
  for (const { tradeName, members, covered, workers, rate, sources } of trades) {
    const from = sources.map(
      (one) =>
        `${one.unionName} ${one.workers} 人：${one.source}（${one.kindName}，${one.document}，${one.day}）`,
    );
    yield [
      union.name,
      tradeName,
      members,
      covered,
      workers,
      percent(rate),
      memberSource,
      from.join("；") || null,
    ];
  }
}

export async function exportRate(act: Act, { query }: Asked<typeof rateFile>): Promise<Download> {
  const { whole, rows, day, memberSource } = await showRate(act, { query });
  const dated = `${memberSource}（截至 ${day}）`;
  const cells = [whole, ...rows].flatMap((place) => [...cellsOf(place, dated)]);
  const file = `入会率${day}`;
  return sheetFile({ name: "入会率", file, columns, rows: cells, madeAt: act.now });
}
