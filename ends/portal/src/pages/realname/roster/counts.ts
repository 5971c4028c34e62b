// Counts of an import (导入计数): what its rows came to, in the words of its pages; the result opens some of them.
import type { Tone } from "../../../ui/status-tag.tsx";
import { type Import, importPaths, type ResultTab } from "./imports.ts";

interface Count {
  readonly title: string;
  readonly value: number;
  readonly tone?: Tone;
  /** Where these very rows are. */
  readonly to?: string;
}

export const countsOf = ({ enrolled, updated, unchanged, faulty, skipped }: Import): Count[] => [
  { title: "新入库", value: enrolled },
  { title: "更新", value: updated },
  { title: "没有变化", value: unchanged },
  { title: "有错退回", value: faulty, tone: "late" },
  { title: "标题、合计、空行", value: skipped },
];

/** With the way to the rows behind a number, where there are any. */
export function openCountsOf(roster: Import): Count[] {
  const rows: Readonly<Record<string, ResultTab>> = { 新入库: "new", 有错退回: "faulty" };
  return countsOf(roster).map((count) => {
    const tab = rows[count.title];
    return tab && count.value > 0 ? { ...count, to: importPaths.rows(roster.id, tab) } : count;
  });
}
