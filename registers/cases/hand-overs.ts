// Hand-overs on record (工作交接记录): kept with each that is made; a page and a file of them for who shares out the work.
import { nodeOf, type Seat } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, day, startOfDay } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { roles } from "@niangjia/foundation/roles";
import { unionsByPaths } from "../organisations/index.ts";
import type { proceed } from "./command.ts";
import { functionOf, type Offers } from "./functions.ts";
import type * as contract from "./hand-overs-contract.ts";
import { type HandOverWay, handOversAtMost, handOverWays } from "./hand-overs-contract.ts";
import {
  countHandOvers,
  type HandOverWish,
  handOversPage,
  insertHandOver,
  type ListedHandOver,
} from "./hand-overs-store.ts";
import { refusals } from "./refusals.ts";
import { pathWithin } from "./search-wish.ts";

/** On whose word a task goes to another desk, and why. */
export interface Order {
  readonly how: HandOverWay;
  /** Name and post; null for the house itself. */
  readonly by: string | null;
  readonly reason: string;
  /** Whoever gets it now passes it on to their seat. */
  readonly toSeat?: boolean;
}

/** Keeps a hand-over that was just made, for good. */
export async function keepHandOver(
  act: Act,
  { standing, stepped }: Awaited<ReturnType<typeof proceed>>,
  { toSeat = false, ...order }: Order,
): Promise<void> {
  const { id: caseId, definition, state } = standing;
  const [action] = stepped.actions;
  const task = action?.task ? state.tasks[action.task - 1] : undefined;
  if (!action || !task) throw new Error("a hand-over is of a task");
  const { orgPath: path, role, holder, node } = task;
  await insertHandOver(act, {
    ...{ caseId, seq: action.id, orgPath: path, role, step: nodeOf(definition, node).title },
    ...{ ...order, from: holder?.words ?? null, at: act.now },
    to: toSeat ? null : (action.parties?.[0]?.words ?? null),
  });
}

/** Keeps that an application which waits to be mended passed to another, for good. */
export async function keepPassedOn(
  act: Act,
  { standing, stepped }: Awaited<ReturnType<typeof proceed>>,
  { seat, order }: { readonly seat: Seat; readonly order: Order },
): Promise<void> {
  const { applicant, actions: before } = standing.state;
  await insertHandOver(act, {
    ...{ caseId: standing.id, seq: before + 1, ...seat, step: "补正后重新提交" },
    ...{ how: order.how, by: order.by, reason: order.reason, at: act.now },
    ...{ from: applicant?.words ?? null, to: stepped.state.applicant?.words ?? null },
  });
}

type Query = Asked<typeof contract.fileOfHandOvers>["query"];
type Row = Answer<typeof contract.listHandOvers>["rows"][number];

async function wishOf(act: Act, { unionId, how, q, from, to }: Query): Promise<HandOverWish> {
  return {
    range: rangeOf(orgPath(await pathWithin(act, unionId))),
    ...{ how, q: q || undefined },
    from: from ? startOfDay(day(from)) : undefined,
    before: to ? startOfDay(addCalendarDays(day(to), 1)) : undefined,
  };
}

async function rowsOf(act: Act, offers: Offers, found: readonly ListedHandOver[]): Promise<Row[]> {
  const unions = await unionsByPaths(
    act,
    found.map((one) => one.orgPath),
  );
  return found.map(({ caseId: id, function: fn, orgPath: path, role, at, ...rest }) => ({
    ...{ ...rest, id, functionTitle: functionOf(offers, fn).title },
    ...{ unionName: unions.get(path)?.name ?? "", roleTitle: roles[role] },
    ...{ howTitle: handOverWays[rest.how], at: at.toISOString() },
  }));
}

export async function listHandOvers(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof contract.listHandOvers>,
): Promise<Answer<typeof contract.listHandOvers>> {
  const { page, size } = query;
  const wish = await wishOf(act, query);
  const found = await handOversPage(act, wish, { limit: size, offset: (page - 1) * size });
  const total = await countHandOvers(act, wish);
  return { rows: await rowsOf(act, offers, found), total, page, size };
}

const columns = [
  { title: "交接时间", widthCharacters: 20 },
  { title: "办件编号", widthCharacters: 18 },
  { title: "事项", widthCharacters: 20 },
  { title: "环节", widthCharacters: 20 },
  { title: "交出的岗位", widthCharacters: 36 },
  { title: "谁交出", widthCharacters: 24 },
  { title: "谁接办", widthCharacters: 24 },
  { title: "怎样交接", widthCharacters: 14 },
  { title: "谁安排", widthCharacters: 24 },
  { title: "原因", widthCharacters: 40 },
] as const;

/** As nobody's name says it. */
const seatWords = "岗位（同岗位都能办）";

const momentOf = (at: string): string =>
  new Date(at).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });

const cellsOf = (row: Row) => [
  ...[momentOf(row.at), row.number, row.functionTitle, row.step],
  ...[`${row.unionName} ${row.roleTitle}`, row.from ?? seatWords, row.to ?? seatWords],
  ...[row.howTitle, row.by ?? "系统", row.reason],
];

export async function fileHandOvers(
  act: Act,
  offers: Offers,
  { query }: Asked<typeof contract.fileOfHandOvers>,
): Promise<Download> {
  const wish = await wishOf(act, query);
  const count = await countHandOvers(act, wish);
  const limit = handOversAtMost;
  if (count > limit) throw refuse(refusals.tooManyHandOvers, { words: { count, limit } });
  const found = await handOversPage(act, wish, { limit, offset: 0 });
  const rows = (await rowsOf(act, offers, found)).map(cellsOf);
  return sheetFile({ name: "工作交接", columns, rows, madeAt: act.now });
}
