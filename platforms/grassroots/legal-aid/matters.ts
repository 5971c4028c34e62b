// Matters (援助案件): the list with its export, one with its reasons and journal, a worker's own.

import { citationWords, type Decision, replayDecision } from "@niangjia/engine/policy";
import { openTasks } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sheetFile } from "@niangjia/foundation/excel";
import { findFile } from "@niangjia/foundation/files";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { findCase } from "@niangjia/registers/cases";
import { unionsByIds } from "@niangjia/registers/organisations";
import { setAt } from "@niangjia/registers/rules";
import { applicationOf } from "./application.ts";
import { candidatesFor, isBarred, rankWords } from "./candidates.ts";
import type {
  candidates as candidatesContract,
  matter as matterContract,
  matters as mattersContract,
  mattersFile,
  ownMatters,
} from "./contract.ts";
import { type EntryRow, entriesOf } from "./journal-store.ts";
import { assigningCase, countMatters, listMatters, type MatterFilters } from "./list-store.ts";
import {
  type AssignmentRow,
  assignmentsOf,
  awaitsRating,
  findMatter,
  mattersOf,
  type StoredMatter,
} from "./matter-store.ts";
import { parametersOn } from "./parameters.ts";
import { eligibility } from "./policy.ts";
import { refusals } from "./refusals.ts";
import { aidStates, entryKinds, matterKinds, results, verdicts } from "./words.ts";

type Line = Answer<typeof mattersContract>["rows"][number];
type Shown = Answer<typeof matterContract>;
type Entry = Shown["entries"][number];

async function linesOf(act: Act, rows: readonly StoredMatter[]): Promise<Line[]> {
  const unions = await unionsByIds(
    act,
    rows.map(({ org_id }) => org_id),
  );
  return rows.map((row) => ({
    ...{ id: row.case_id, number: row.number, applicant: row.applicant_mask },
    ...{ kindName: matterKinds[row.kind], respondent: row.respondent, claimFen: row.claim_fen },
    unionName: unions.get(row.org_id)?.name ?? "",
    ...{ urgent: row.urgent, state: row.state, stateName: aidStates[row.state] },
    ...{ verdict: row.verdict, verdictName: verdicts[row.verdict] },
    ...{ filedAt: row.filed_at.toISOString(), assignDueDay: row.assign_due_day },
    ...{ lawyer: row.lawyer, closedDay: row.closed_day, recoveredFen: row.recovered_fen },
    stars: row.stars,
  }));
}

type Filters = Asked<typeof mattersFile>["query"];

const filtersOf = ({ actor }: Act, { q, state, kind, from, to }: Filters): MatterFilters => ({
  lawyer: actor.role === "lawyer" ? (actor.accountId ?? undefined) : undefined,
  ...{ q: q || undefined, state, kind },
  from: from === undefined ? undefined : day(from),
  to: to === undefined ? undefined : day(to),
});

export async function showMatters(
  act: Act,
  { query }: Asked<typeof mattersContract>,
): Promise<Answer<typeof mattersContract>> {
  const { page, size, sort } = query;
  const filters = filtersOf(act, query);
  const paging = { sort, size, offset: (page - 1) * size };
  const rows = await linesOf(act, await listMatters(act, filters, paging));
  return { rows, total: await countMatters(act, filters), page, size };
}

const columns = [
  { title: "案号", widthCharacters: 18 },
  { title: "申请人", widthCharacters: 10 },
  { title: "对方单位", widthCharacters: 30 },
  { title: "什么事", widthCharacters: 18 },
  { title: "总工会", widthCharacters: 24 },
  { title: "申请日期", widthCharacters: 12 },
  { title: "认定", widthCharacters: 16 },
  { title: "状态", widthCharacters: 14 },
  { title: "承办律师", widthCharacters: 12 },
  { title: "涉及金额（元）", widthCharacters: 16, kind: "number" },
  { title: "追回金额（元）", widthCharacters: 16, kind: "number" },
  { title: "结案日期", widthCharacters: 12 },
] as const;

const exportedAtMost = 20_000;
const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100);

export async function exportMatters(
  act: Act,
  { query }: Asked<typeof mattersFile>,
): Promise<Download> {
  const filters = filtersOf(act, query);
  const count = await countMatters(act, filters);
  if (count > exportedAtMost) {
    throw refuse(refusals.tooManyToExport, { words: { count, limit: exportedAtMost } });
  }
  const paging = { sort: "filed", size: exportedAtMost, offset: 0 } as const;
  const lines = await linesOf(act, await listMatters(act, filters, paging));
  const rows = lines.map((line) => [
    ...[line.number, line.applicant, line.respondent, line.kindName, line.unionName],
    ...[dayOf(new Date(line.filedAt)), line.verdictName, line.stateName, line.lawyer],
    ...[yuan(line.claimFen), yuan(line.recoveredFen), line.closedDay],
  ]);
  return sheetFile({ name: "法律援助案件", columns, rows, madeAt: act.now });
}

/** A matter the actor may look at; a lawyer at those in their hands. */
export async function getMatter(act: Act, id: string): Promise<StoredMatter> {
  const found = await findMatter(act, id);
  const { role, accountId } = act.actor;
  const others = role === "lawyer" && found?.lawyer_account !== accountId;
  if (!found || others) throw refuse(refusals.notFound);
  return found;
}

const reasonsIn = ({ decision }: Pick<StoredMatter, "decision">): Shown["reasons"] =>
  decision.reasons.map(({ words, citation }) => ({
    words,
    citation: citationWords(citation),
  }));

const entryLine = (row: EntryRow): Entry => ({
  ...{ id: row.id, day: row.day, kind: row.kind, kindName: entryKinds[row.kind], words: row.words },
  ...{ next: row.next_words, nextDay: row.next_day, recoveredFen: row.recovered_fen },
  files: row.files.map(({ id, name }) => ({ id, name })),
  resultName: row.result && results[row.result],
  ...{ at: row.at.toISOString(), by: row.by_words },
});

const assignmentLine = (row: AssignmentRow): Shown["assignments"][number] => ({
  ...{ at: row.at.toISOString(), lawyer: row.lawyer, rank: row.rank },
  reasons: reasonsIn({ decision: row.decision as StoredMatter["decision"] }),
});

/** The task a cadre can do by choosing a lawyer, or the lawyer who was chosen and has not answered. */
async function assigningOf(act: Act, id: string): Promise<Pick<Shown, "assigning" | "asked">> {
  const found = act.actor.role === "lawyer" ? undefined : await assigningCase(act, id);
  const row = found && (await findCase(act, found));
  const [task] = row ? openTasks(row.state) : [];
  if (!row || !task) return { assigning: null, asked: null };
  if (task.node !== "assign") return { assigning: null, asked: task.holder?.words ?? null };
  const mayAssign = act.actor.role === "cadre";
  return { assigning: mayAssign ? { case: row.id, task: task.id } : null, asked: null };
}

const writes = ({ actor }: Act, { lawyer_account, state }: StoredMatter): boolean =>
  state === "assigned" && lawyer_account === actor.accountId;

/** What the worker wrote and handed in, for whoever deals with it. */
async function filedOf(act: Act, id: string): Promise<Pick<Shown, "story" | "papers">> {
  const { facts } = await asHouse(act, (house) => applicationOf(house, id));
  const { story, papers = [], proof = [] } = facts;
  const found = await Promise.all([...papers, ...proof].map((file) => findFile(act, file)));
  return { story, papers: found.flatMap((file) => (file ? { id: file.id, name: file.name } : [])) };
}

export async function showMatter(
  act: Act,
  { params: { id } }: Asked<typeof matterContract>,
): Promise<Shown> {
  const row = await getMatter(act, id);
  const [line] = await linesOf(act, [row]);
  return {
    ...line!,
    ...(await filedOf(act, id)),
    ...{ reasons: reasonsIn(row), decidedAt: row.decided_at?.toISOString() ?? null },
    ...{ decidedWhy: row.decided_why, starsWords: row.stars_words },
    replays: await replays(act, row.decision),
    assignments: (await assignmentsOf(act, id)).map(assignmentLine),
    entries: (await entriesOf(act, id)).map(entryLine),
    resultName: row.result && results[row.result],
    mayWrite: writes(act, row),
    ...(await assigningOf(act, id)),
  };
}

async function replays(act: Act, decision: Decision): Promise<boolean> {
  const set = await setAt(act, parametersOn, decision.place);
  return replayDecision(eligibility, decision, set).length === 0;
}

export async function showCandidates(
  act: Act,
  { params: { id } }: Asked<typeof candidatesContract>,
): Promise<Answer<typeof candidatesContract>> {
  const row = await getMatter(act, id);
  const found = await candidatesFor(act, row);
  return {
    rows: found.map((one) => ({
      ...{ post: one.lawyer.post_id, name: one.lawyer.name, firm: one.lawyer.firm },
      ...{ special: one.special, near: one.near, open: one.open, barred: isBarred(one) },
      words: rankWords(one, row.kind),
    })),
  };
}

export async function showOwn(act: Act): Promise<Answer<typeof ownMatters>> {
  const rows = await mattersOf(act, act.actor.accountId ?? "");
  const lines = await linesOf(act, rows);
  const all = Map.groupBy(
    await entriesOf(act, ...rows.map(({ case_id }) => case_id)),
    ({ matter_id }) => matter_id,
  );
  const shown = rows.map((row, nth) => {
    const entries = all.get(row.case_id) ?? [];
    return {
      ...lines[nth]!,
      ...{ reasons: reasonsIn(row), decidedWhy: row.decided_why },
      entries: entries.map(entryLine),
      mayClose: awaitsRating(row) && entries.some(({ kind }) => kind === "outcome"),
    };
  });
  return { rows: shown };
}
