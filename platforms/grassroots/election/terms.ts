// Terms of office in reach (届满一览): when each ends and how far its renewal has come; as a page, as Excel, and reminding
// by hand.
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { type Day, dayOf, daysBetween, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { contains, orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, levels, type Union } from "@niangjia/registers/organisations";
import {
  type exportList as exportContract,
  limits,
  type list as listContract,
  refusals,
  type remindNow as remindContract,
  type TermState,
  termStates,
} from "./contract.ts";
import { sweepName } from "./remind.ts";
import { aheadOf, dueReminder, remind } from "./reminding.ts";
import {
  countStates,
  countTerms,
  dayReminded,
  lastRun,
  listTerms,
  type RunningTerm,
  type TermLine,
  type TermsWanted,
  termOf,
} from "./terms-store.ts";

type Query = Asked<typeof exportContract>["query"];
type Row = Answer<typeof listContract>["rows"][number];

/** The union of an id, or the post's own; refuses one outside the reach of the post. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const { post } = act.actor;
  if (!post) throw new Error("union staff act through a post");
  const union = await findUnion(act, id ?? post.orgId);
  if (!union || !contains(orgPath(post.orgPath), union.path)) throw refuse(refusals.unionNotFound);
  return union;
}

async function wantedOf(act: Act, { under, state, level, q }: Query): Promise<TermsWanted> {
  const { path } = await unionInReach(act, under);
  return { range: rangeOf(path), today: dayOf(act.now), state, level, q };
}

function stateOf(left: number | null): TermState {
  if (left === null) return "unknown";
  if (left < 0) return "over";
  if (left <= 30) return "month";
  if (left <= 90) return "quarter";
  return left <= 180 ? "half" : "later";
}

function rowOf(line: TermLine, today: Day): Row {
  const { unionId, name, level, parentName, number, fromDay, toDay, extendedTo } = line;
  const endDay = extendedTo ?? toDay;
  const left = endDay === null ? null : daysBetween(today, endDay);
  const state = stateOf(left);
  return {
    union: { id: unionId, name },
    ...{ levelName: levels[level], parentName, number, fromDay, endDay, left },
    ...{ extended: extendedTo !== null, state, stateName: termStates[state] },
    ...{ chair: line.chair, renewal: line.renewal },
    reminders: line.reminders.map((one) => ({
      ...one,
      late: endDay !== null && one.day > endDay,
    })),
  };
}

async function lastLook(act: Act): Promise<Answer<typeof listContract>["lastRun"]> {
  const run = await asHouse(act, (house) => lastRun(house, sweepName));
  if (!run) return null;
  const { looked = 0, reminded = 0, told = 0 } = run.did ?? {};
  return { at: run.at.toISOString(), looked, reminded, told };
}

export async function showTerms(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { page, size, sort } = query;
  const wanted = await wantedOf(act, query);
  const { state: _, ...others } = wanted;
  const lines = await listTerms(act, wanted, { sort, size, offset: (page - 1) * size });
  return {
    rows: lines.map((line) => rowOf(line, wanted.today)),
    counts: await countStates(act, others),
    lastRun: await lastLook(act),
    total: await countTerms(act, wanted),
    ...{ page, size },
  };
}

const columns = [
  { title: "工会", widthCharacters: 40 },
  { title: "级别", widthCharacters: 14 },
  { title: "上级工会", widthCharacters: 30 },
  { title: "第几届", widthCharacters: 8, kind: "number" },
  { title: "选举日期", widthCharacters: 12 },
  { title: "届满日期", widthCharacters: 12 },
  { title: "已延期", widthCharacters: 8 },
  { title: "还有天数", widthCharacters: 10, kind: "number" },
  { title: "状态", widthCharacters: 16 },
  { title: "主席", widthCharacters: 12 },
  { title: "提醒", widthCharacters: 40 },
  { title: "换届申请", widthCharacters: 18 },
] as const;

const cellsOf = (row: Row) => [
  ...[row.union.name, row.levelName, row.parentName, row.number, row.fromDay, row.endDay],
  ...[row.extended ? "是" : "", row.left, row.stateName, row.chair],
  row.reminders
    .map(({ ahead, late, day }) => `${late ? "届满后" : `提前 ${ahead} 天`}：${day}`)
    .join("；"),
  row.renewal?.number ?? null,
];

export async function exportTerms(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const wanted = await wantedOf(act, query);
  const count = await countTerms(act, wanted);
  const limit = limits.exportedAtMost;
  if (count > limit) throw refuse(refusals.tooManyToExport, { words: { count, limit } });
  const lines = await listTerms(act, wanted, { sort: query.sort, size: limit, offset: 0 });
  const rows = lines.map((line) => cellsOf(rowOf(line, wanted.today)));
  return sheetFile({ name: "届满一览", columns, rows, madeAt: act.now });
}

function notDue({ name, endDay, division }: RunningTerm, today: Day) {
  const [ahead = 0] = aheadOf(today, division);
  const words = { name, day: formatDay(endDay), left: daysBetween(today, endDay), ahead };
  return refuse(refusals.notDue, { words });
}

/** What the clock would tell of one union, told now; the clock does not tell it again. */
export async function remindUnion(
  act: Act,
  { params }: Asked<typeof remindContract>,
): Promise<Answer<typeof remindContract>> {
  const { id, name } = await unionInReach(act, params.id);
  const term = await termOf(act, id);
  if (!term) throw refuse(refusals.noTerm, { words: { name } });
  const today = dayOf(act.now);
  concerns(act, `union:${id}`);
  const ahead = dueReminder(term, today);
  if (ahead === undefined) throw notDue(term, today);
  const { reminded, told } = await remind(act, [term]);
  if (reminded > 0) return { told };
  const day = formatDay((await dayReminded(act, term, ahead)) ?? today);
  throw refuse(refusals.remindedAlready, { words: { name, day } });
}
