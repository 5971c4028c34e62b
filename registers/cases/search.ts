// Searching cases (查找办件): by number, words, people, state and clock, running or ended, in whatever
// the actor reads; a page, a file, or the few lines that an anywhere-search shows.
import { statuses } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import { type Value, writeSheet, xlsxType } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { roles } from "@niangjia/foundation/roles";
import { unionsByIds, unionsByPaths } from "../organisations/index.ts";
import type { searchCases as contract } from "./contract.ts";
import type { Offers } from "./functions.ts";
import {
  type caseKinds,
  type fileOfCases,
  type listCases as listed,
  searchLimits,
  searchRefusals,
} from "./search-contract.ts";
import {
  type CaseLine,
  chosenCases,
  countedCases,
  linesOf,
  type OpenStep,
  openSteps,
} from "./search-store.ts";
import { wantedOf } from "./search-wish.ts";
import { clockOf } from "./term.ts";

type Row = Answer<typeof listed>["rows"][number];

/** Everything an actor reads, and the newest of it first. */
const anywhere = { below: true } as const;

export async function searchCases(
  act: Act,
  { query: { q, size } }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const wanted = await wantedOf(act, { ...anywhere, q });
  const ids = await chosenCases(act, wanted, { order: "-filed", limit: size, offset: 0 });
  const lines = await linesOf(act, ids);
  return {
    rows: lines.map(({ id, number, title, status }) => ({
      ...{ id, number, title, status },
      statusTitle: statuses[status],
    })),
  };
}

/** Lines as lists show them: what they wait for, and by when. */
async function rowsOf(act: Act, offers: Offers, lines: readonly CaseLine[]): Promise<Row[]> {
  const today = dayOf(act.now);
  const steps = await openSteps(
    act,
    lines.map(({ id }) => id),
  );
  const unions = await unionsByIds(
    act,
    lines.map(({ orgId }) => orgId),
  );
  const seats = await unionsByPaths(
    act,
    steps.map(({ orgPath }) => orgPath),
  );
  const stepsOf = Map.groupBy(steps, ({ caseId }) => caseId);
  const shownStep = ({ title, role, orgPath }: OpenStep) => ({
    ...{ title, role },
    roleTitle: roles[role],
    unionName: seats.get(orgPath)?.name ?? "",
  });
  return lines.map(({ orgId, due, filedAt, endedAt, ...line }) => ({
    ...line,
    // A list outlives functions that are no longer offered.
    functionTitle: offers.get(line.function)?.fn.title ?? line.function,
    statusTitle: statuses[line.status],
    union: { id: orgId, name: unions.get(orgId)?.name ?? "" },
    steps: (stepsOf.get(line.id) ?? []).map(shownStep),
    clock: due === null || endedAt !== null ? null : clockOf(due, today),
    filedAt: filedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

export async function listCases(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof listed>,
): Promise<Answer<typeof listed>> {
  const { sort: order, page, size, ...filter } = query;
  const { reachableRows, countedAtMost } = searchLimits;
  const offset = (page - 1) * size;
  if (offset >= reachableRows) {
    throw refuse(searchRefusals.tooFar, { words: { limit: reachableRows } });
  }
  const wanted = await wantedOf(act, filter);
  const place = { order, limit: size, offset, atMost: countedAtMost };
  const { ids, ...counted } = await countedCases(act, wanted, place);
  const rows = await rowsOf(act, offers, await linesOf(act, ids));
  return { rows, ...counted, page, size };
}

const columns = [
  { title: "办件编号", widthCharacters: 18 },
  { title: "事项", widthCharacters: 18 },
  { title: "标题", widthCharacters: 36 },
  { title: "状态" },
  { title: "提交到", widthCharacters: 36 },
  { title: "正在等", widthCharacters: 40 },
  { title: "提交日期", widthCharacters: 14 },
  { title: "期限", widthCharacters: 14 },
  { title: "还剩工作日", kind: "number" as const },
  { title: "办结日期", widthCharacters: 14 },
];

const waitsFor = ({ steps }: Row): string =>
  steps
    .map(({ title, unionName, roleTitle }) => `${title}（${unionName} ${roleTitle}）`)
    .join("；");

const cellsOf = (row: Row): Value[] => [
  row.number,
  row.functionTitle,
  row.title,
  row.statusTitle,
  row.union.name,
  waitsFor(row),
  dayOf(new Date(row.filedAt)),
  row.clock?.due,
  row.clock?.workdaysLeft,
  row.endedAt && dayOf(new Date(row.endedAt)),
];

/** What the list shows, whole, as a sheet; people stay masked. */
export async function fileCases(
  act: Act,
  offers: Offers,
  { query: { sort: order, ...filter } }: Asked<typeof fileOfCases>,
): Promise<Download> {
  const { reachableRows: limit } = searchLimits;
  const wanted = await wantedOf(act, filter);
  const ids = await chosenCases(act, wanted, { order, limit: limit + 1, offset: 0 });
  if (ids.length > limit) throw refuse(searchRefusals.tooManyForFile, { words: { limit } });
  const rows = await rowsOf(act, offers, await linesOf(act, ids));
  const today = dayOf(act.now);
  const title = `办件（${formatDay(today)}）`;
  const bytes = writeSheet({ name: "办件", title, columns, rows: rows.map(cellsOf) });
  return { name: `办件-${today}.xlsx`, type: xlsxType, bytes };
}

/** Every function whose cases a list may hold. */
export async function listKinds(offers: Offers): Promise<Answer<typeof caseKinds>> {
  const rows = [...offers.values()].map(({ fn, roomTitle }) => ({
    id: fn.id,
    title: fn.title,
    roomTitle,
  }));
  return { rows };
}
