// What the case page shows of a matter (我的援助): the lawyer in whose hands it is, what was noted, and what comes next.
import type { Act } from "@niangjia/foundation/act";
import { formatDay } from "@niangjia/foundation/day";
import { formatYuan } from "@niangjia/foundation/money";
import type { CaseRecords } from "@niangjia/registers/cases";
import { type EntryRow, entriesOf } from "./journal-store.ts";
import { awaitsRating, findMatter, type StoredMatter } from "./matter-store.ts";
import { aidStates, entryKinds, results } from "./words.ts";

function lawyerOf({ state, lawyer, assign_due_day: due }: StoredMatter): CaseRecords {
  const waits = due === null ? "正在为您指派律师。" : `正在为您指派律师，最迟 ${formatDay(due)}。`;
  const line = lawyer
    ? { title: `${lawyer}律师`, words: aidStates[state], note: null }
    : { title: "还没有律师", words: waits, note: null };
  return { title: "承办律师", lines: [line], next: null };
}

const outcomeOf = ({ result, recovered_fen: fen }: EntryRow): string =>
  result ? ` 结果：${results[result]}，追回 ${formatYuan(fen ?? 0)}。` : "";

const laterOf = ({ next_words: next, next_day: day }: EntryRow): string | null =>
  next === null ? null : `接下来：${day ? `${formatDay(day)}，` : ""}${next}`;

const entryOf = (row: EntryRow): CaseRecords["lines"][number] => ({
  title: `${formatDay(row.day)} ${entryKinds[row.kind]}`,
  words: `${row.words}${outcomeOf(row)}`,
  note: laterOf(row),
});

/** Nothing before aid is granted: until then the case itself says all there is. */
export async function recordsOf(act: Act, caseId: string): Promise<readonly CaseRecords[]> {
  const matter = await findMatter(act, caseId);
  if (!matter || !["granted", "assigned", "closed"].includes(matter.state)) return [];
  const entries = (await entriesOf(act, caseId)).reverse();
  const rates = awaitsRating(matter) && entries.some(({ kind }) => kind === "outcome");
  const next = rates ? { function: "legal-aid.close", title: "确认结果，评价律师" } : null;
  const journal = { title: "办案日志", lines: entries.map(entryOf), next };
  return [lawyerOf(matter), ...(entries.length > 0 ? [journal] : [])];
}
