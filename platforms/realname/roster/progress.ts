// Progress (进度): how far an import is, how fast it goes, what may be done with it now, all in one answer.
import type { z } from "zod";
import { titleOf } from "./columns.ts";
import { type importShape, importStates } from "./contract.ts";
import { missingFields } from "./mapping.ts";
import type { ImportRecord } from "./store.ts";

type Shown = z.output<typeof importShape>;

interface Pace {
  readonly rowsASecond: number | null;
  readonly secondsLeft: number | null;
}

/** Over the run that is going on: an earlier one before a stop says nothing of this one. */
function paceOf(record: ImportRecord): Pace {
  const { state, runSince, touchedAt, rowsRead, runFrom, rowsTotal } = record;
  const seconds = runSince ? (touchedAt.getTime() - runSince.getTime()) / 1000 : 0;
  const read = rowsRead - runFrom;
  if (state !== "running" || seconds <= 0 || read <= 0) {
    return { rowsASecond: null, secondsLeft: null };
  }
  const rowsASecond = read / seconds;
  const left = Math.max(0, rowsTotal - rowsRead);
  return { rowsASecond: Math.round(rowsASecond), secondsLeft: Math.ceil(left / rowsASecond) };
}

const settledWords = ({ enrolled, updated, unchanged, faulty }: ImportRecord): string =>
  `新入库 ${enrolled} 人，更新 ${updated} 人，没有变化 ${unchanged} 人，有错 ${faulty} 行`;

/** One sentence on where it is and what comes next. */
export function sayState(record: ImportRecord): string {
  const { state, rowsTotal, rowsRead, failure } = record;
  switch (state) {
    case "ready":
      return `认出 ${rowsTotal} 行，请核对栏目后开始导入。`;
    case "waiting":
      return "已排队，马上开始；可以离开这个页面。";
    case "running":
      return `正在导入，已处理 ${rowsRead} 行，共 ${rowsTotal} 行；可以离开这个页面。`;
    case "done":
      return `导入完成：${settledWords(record)}。`;
    case "cancelled":
      return rowsRead === 0
        ? "已停止，没有导入任何人。"
        : `已停止：${settledWords(record)}。已入库的保留，其余没有导入；可以继续导入剩下的行。`;
    case "failed":
      return `导入中断：${failure ?? ""}已入库的保留；问题解决后可以继续。`;
  }
}

const isLive = ({ state }: Pick<ImportRecord, "state">): boolean =>
  state === "waiting" || state === "running";

/** What may be done now: the same table stands behind the buttons and behind the refusals. */
export function canOf(record: ImportRecord): Shown["can"] {
  const { state, lastRow, mapping, faulty } = record;
  return {
    map: state === "ready" || (lastRow === 0 && !isLive(record)),
    start: !isLive(record) && state !== "done" && missingFields(mapping).length === 0,
    cancel: isLive(record) || state === "ready",
    faulty: faulty > 0,
  };
}

/** An import as the viewer of an account sees it. */
export function showImport(
  record: ImportRecord,
  { unionName, viewer }: { readonly unionName: string; readonly viewer: string | null },
): Shown {
  const { mapping, byName, createdAt, endedAt } = record;
  const { id, unionId, fileName, state, sheet, rowsTotal, rowsRead } = record;
  const { enrolled, updated, unchanged, faulty, skipped } = record;
  return {
    id,
    unionId,
    unionName,
    fileName,
    by: byName,
    mine: record.accountId === viewer,
    state,
    sheet,
    headRow: mapping.headRow,
    columns: [...mapping.columns],
    missing: missingFields(mapping).map(titleOf),
    rowsTotal,
    rowsRead,
    ...paceOf(record),
    enrolled,
    updated,
    unchanged,
    faulty,
    skipped,
    says: sayState(record),
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    can: canOf(record),
  };
}

/** The state in words that fit into “这次导入{state}”. */
export const stateWord = ({ state }: Pick<ImportRecord, "state">): string => importStates[state];
