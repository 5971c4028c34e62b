// Money won back (追回款项统计): what closed matters brought, by county, month and result.
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { rangeOf } from "@niangjia/foundation/orgpath";
import { unionsByIds } from "@niangjia/registers/organisations";
import type { recovered as contract, recoveredFile } from "./contract.ts";
import { unionInReach } from "./county.ts";
import { type RecoveredLine, recoveredLines } from "./recovered-store.ts";
import { results } from "./words.ts";

type Shown = Answer<typeof contract>;
type Query = Asked<typeof contract>["query"];

async function linesOf(act: Act, query: Query) {
  const today = dayOf(act.now);
  const union = await unionInReach(act, query.under);
  const from = day(query.from ?? `${today.slice(0, 4)}-01-01`);
  const to = day(query.to ?? today);
  const lines = await recoveredLines(act, { range: rangeOf(union.path), from, to });
  const ids = lines.map(({ org_id }) => org_id);
  return { from, to, lines, unions: await unionsByIds(act, ids) };
}

function figures(lines: readonly RecoveredLine[]): Shown["whole"] {
  const sum = (of: (line: RecoveredLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0);
  const rated = sum((line) => line.rated);
  return {
    matters: sum((line) => line.matters),
    recoveredFen: sum((line) => line.fen),
    stars: rated === 0 ? null : Math.round((sum((line) => line.stars) * 10) / rated) / 10,
  };
}

const grouped = <K>(lines: readonly RecoveredLine[], key: (line: RecoveredLine) => K) =>
  [...Map.groupBy(lines, key)].map(([of, some]) => [of, figures(some)] as const);

export async function showRecovered(
  act: Act,
  { query }: Pick<Asked<typeof contract>, "query">,
): Promise<Shown> {
  const { from, to, lines, unions } = await linesOf(act, query);
  const counties = grouped(lines, ({ org_id }) => org_id).map(([id, of]) => ({
    ...{ union: { id, name: unions.get(id)?.name ?? "" }, ...of },
  }));
  return {
    ...{ from, to, whole: figures(lines) },
    source:
      "每件结案时认定的追回金额逐件相加：职工和律师填的一样的照填的，不一样的由总工会核定，职工逾期没有评价的照律师填的",
    counties: counties.sort((one, other) => other.recoveredFen - one.recoveredFen),
    months: grouped(lines, ({ month }) => month).map(([month, of]) => ({ month, ...of })),
    results: grouped(lines, ({ result }) => result).map(([result, of]) => ({
      ...{ resultName: results[result], ...of },
    })),
  };
}

const columns = [
  { title: "月份", widthCharacters: 10 },
  { title: "总工会", widthCharacters: 30 },
  { title: "结果", widthCharacters: 20 },
  { title: "结案件数", widthCharacters: 12, kind: "number" },
  { title: "追回金额（元）", widthCharacters: 18, kind: "number" },
] as const;

export async function exportRecovered(
  act: Act,
  { query }: Asked<typeof recoveredFile>,
): Promise<Download> {
  const { from, to, lines, unions } = await linesOf(act, query);
  const rows = lines.map((line) => [
    ...[line.month, unions.get(line.org_id)?.name, results[line.result]],
    ...[line.matters, line.fen / 100],
  ]);
  const file = `法律援助追回款项${from}至${to}`;
  return sheetFile({ name: "追回款项", file, columns, rows, madeAt: act.now });
}
