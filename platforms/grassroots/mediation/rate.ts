// The closure rate (调解办结率): disputes closed in time over those that were due, by county, both numbers
// with where they are from.

import { citationWords, type Stated } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { rangeOf } from "@niangjia/foundation/orgpath";
import { unionsByPaths } from "@niangjia/registers/organisations";
import { parametersHere } from "@niangjia/registers/rules";
import { unionInReach } from "./county.ts";
import { type CountyFigures, figuresByCounty } from "./list-store.ts";
import { parametersOn } from "./parameters.ts";
import type { rateFile as fileContract, rate as rateContract } from "./rate-contract.ts";

type Shown = Answer<typeof rateContract>;
type Line = Shown["whole"];
type Counts = Omit<CountyFigures, "path">;

const none: Counts = {
  ...{ filed: 0, accepted: 0, acceptedInTime: 0, answered: 0, due: 0, closedInTime: 0 },
  ...{ agreed: 0, late: 0, claimedFen: 0, agreedFen: 0, recoveredFen: 0 },
};
const names = Object.keys(none) as (keyof Counts)[];

const added = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Counts;

const lineOf = (union: Line["union"], counts: Counts): Line => ({
  union,
  ...(Object.fromEntries(names.map((name) => [name, counts[name]])) as unknown as Counts),
  rate: counts.due === 0 ? null : counts.closedInTime / counts.due,
});

const termOf = ({ title, words, citation, note }: Stated): Shown["terms"][number] => ({
  ...{ title, words, citation: citationWords(citation), note: note ?? "" },
});

const rateSource =
  "办件库：申请、受理、办结以调解申请的办理记录为准，补正期间时钟停走；协议金额以签字的调解协议为准，追回金额是逐笔记录的合计。按期办结率＝按期办结÷应当办结；撤回的和告知去向的不算应当办结。";

export async function showRate(
  act: Act,
  { query }: Pick<Asked<typeof rateContract>, "query">,
): Promise<Shown> {
  const union = await unionInReach(act, query.under);
  const today = dayOf(act.now);
  const from = day(query.from ?? `${today.slice(0, 4)}-01-01`);
  const to = day(query.to ?? today);
  const figures = await figuresByCounty(act, { range: rangeOf(union.path), from, to, today });
  const unions = await unionsByPaths(
    act,
    figures.map(({ path }) => path),
  );
  const on = await parametersHere(act, parametersOn, union);
  const { id, name } = union;
  return {
    ...{ from, to, day: today, source: rateSource },
    terms: [termOf(on.acceptWithin), termOf(on.closeWithin)],
    whole: lineOf({ id, name }, figures.reduce<Counts>(added, none)),
    rows: figures.flatMap(({ path, ...counts }) => {
      const county = unions.get(path);
      return county ? [lineOf({ id: county.id, name: county.name }, counts)] : [];
    }),
  };
}

const columns = [
  { title: "工会", widthCharacters: 24 },
  { title: "申请", widthCharacters: 8, kind: "number" },
  { title: "应当答复", widthCharacters: 10, kind: "number" },
  { title: "按期答复", widthCharacters: 10, kind: "number" },
  { title: "受理", widthCharacters: 8, kind: "number" },
  { title: "应当办结", widthCharacters: 10, kind: "number" },
  { title: "按期办结", widthCharacters: 10, kind: "number" },
  { title: "按期办结率（%）", widthCharacters: 16, kind: "number" },
  { title: "达成协议", widthCharacters: 10, kind: "number" },
  { title: "超期未办结", widthCharacters: 12, kind: "number" },
  { title: "请求金额（元）", widthCharacters: 14, kind: "number" },
  { title: "协议金额（元）", widthCharacters: 14, kind: "number" },
  { title: "追回金额（元）", widthCharacters: 14, kind: "number" },
] as const;

const cellsOf = (line: Line) => [
  ...[line.union.name, line.filed, line.answered, line.acceptedInTime, line.accepted],
  ...[line.due, line.closedInTime],
  line.rate === null ? null : Math.round(line.rate * 10_000) / 100,
  ...[line.agreed, line.late],
  ...[line.claimedFen / 100, line.agreedFen / 100, line.recoveredFen / 100],
];

export async function exportRate(
  act: Act,
  { query }: Asked<typeof fileContract>,
): Promise<Download> {
  const { whole, rows, from, to } = await showRate(act, { query });
  const cells = [whole, ...rows].map(cellsOf);
  const file = `调解办结率${from}至${to}`;
  return sheetFile({ name: "调解办结率", file, columns, rows: cells, madeAt: act.now });
}
