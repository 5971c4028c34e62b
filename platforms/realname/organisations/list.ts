// The list (工会清单): by filters, page by page, and as an Excel sheet.
import type { Act } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import {
  countUnions,
  type Filters,
  type ListedUnion,
  listUnions,
  numbersOf,
  plainUnionName,
  type Sort,
} from "@niangjia/registers/organisations";
import {
  type exportList as exportContract,
  limits,
  type list as listContract,
  refusals,
} from "./contract.ts";
import { unionInReach } from "./reach.ts";
import { kindName, namedUnion, stateName } from "./words.ts";

type Query = Asked<typeof exportContract>["query"];
type Row = Answer<typeof listContract>["rows"][number];

async function filtersOf(act: Act, query: Query): Promise<Filters> {
  const { path } = await unionInReach(act, query.under);
  const { level, kind, state, termEndsBefore, q } = query;
  return {
    range: rangeOf(path),
    level,
    kind,
    state,
    termEndsBefore: termEndsBefore === undefined ? undefined : day(termEndsBefore),
    name: q && plainUnionName(q),
  };
}

async function rowsOf(act: Act, unions: readonly ListedUnion[]): Promise<Row[]> {
  const paths = unions.map(({ path }) => path);
  const numbers = await numbersOf(act, paths, ["members"]);
  return unions.map((union) => ({
    ...namedUnion(union),
    path: union.path,
    kindName: kindName(union),
    state: union.state,
    stateName: stateName(union),
    division: union.division,
    parentName: union.parentName,
    uscc: union.uscc,
    sinceDay: union.sinceDay,
    termEnd: union.termEnd,
    members: numbers.get(union.path)!.members,
  }));
}

export async function showList(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { page, size, sort } = query;
  const filters = await filtersOf(act, query);
  const total = await countUnions(act, filters);
  const unions = await listUnions(act, filters, { sort, limit: size, offset: (page - 1) * size });
  return { rows: await rowsOf(act, unions), total, page, size };
}

const rowsAPage = 2_000;

const columns = [
  { title: "工会名称", widthCharacters: 50 },
  { title: "统一社会信用代码", widthCharacters: 22 },
  { title: "级别", widthCharacters: 16 },
  { title: "组织类型", widthCharacters: 22 },
  { title: "上级工会", widthCharacters: 36 },
  { title: "行政区划", widthCharacters: 14 },
  { title: "状态", widthCharacters: 10 },
  { title: "成立日期", widthCharacters: 12 },
  { title: "本届到期", widthCharacters: 12 },
  { title: "会员人数（含下级）", widthCharacters: 20, kind: "number" },
] as const;

const cellsOf = (row: Row) => [
  row.name,
  row.uscc,
  row.levelName,
  row.kindName,
  row.parentName,
  row.division,
  row.stateName,
  row.sinceDay,
  row.termEnd,
  row.members,
];

async function* allCells(act: Act, filters: Filters, sort: Sort) {
  for (let offset = 0; ; offset += rowsAPage) {
    const unions = await listUnions(act, filters, { sort, limit: rowsAPage, offset });
    for (const row of await rowsOf(act, unions)) yield cellsOf(row);
    if (unions.length < rowsAPage) return;
  }
}

export async function exportUnions(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const filters = await filtersOf(act, query);
  const count = await countUnions(act, filters);
  const limit = limits.exportedAtMost;
  if (count > limit) throw refuse(refusals.tooManyToExport, { words: { count, limit } });
  const rows = allCells(act, filters, query.sort);
  return sheetFile({ name: "工会清单", columns, rows, madeAt: act.now });
}
