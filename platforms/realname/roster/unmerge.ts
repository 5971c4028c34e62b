// Un-merging (撤销归并): the list of merges, what each was decided on, and taking one back within its days.
import { handOverAccount } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf, formatDay } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { refuse } from "@niangjia/foundation/refusal";
import { handOverCases } from "@niangjia/registers/cases";
import { unmergePersons } from "@niangjia/registers/members";
import { linesOf } from "./compare.ts";
import { openRecords } from "./merge.ts";
import { findMergeRow, listMergeRows, type MergeRow, markUndone } from "./merge-store.ts";
import { type list, refusals, type show, type undo } from "./people-contract.ts";

type Shown = Answer<typeof list>["rows"][number];

function shown(act: Act, row: MergeRow): Shown {
  const { id, survivorId, absorbedId, at, byName, note, score, untilDay } = row;
  const { survivor, absorbed } = openRecords(act, row);
  const { undoneAt, undoneName, undoneNote } = row;
  return {
    ...{ id, survivorId, absorbedId, note, score, untilDay },
    name: maskName(survivor.facts.name),
    absorbedName: maskName(absorbed.facts.name),
    at: at.toISOString(),
    by: byName,
    undone: undoneAt && { at: undoneAt.toISOString(), by: undoneName ?? "", note: undoneNote },
    can: { undo: undoneAt === null && dayOf(act.now) <= untilDay },
  };
}

export async function listMerges(
  act: Act,
  { query: { page, size } }: Asked<typeof list>,
): Promise<Answer<typeof list>> {
  const { rows, total } = await listMergeRows(act, { size, offset: (page - 1) * size });
  return { rows: rows.map((row) => shown(act, row)), total, page, size };
}

export async function showMerge(
  act: Act,
  { params }: Asked<typeof show>,
): Promise<Answer<typeof show>> {
  const row = await findMergeRow(act, params.id);
  if (!row) throw refuse(refusals.mergeNotFound);
  const { survivor, absorbed, taken } = openRecords(act, row);
  return {
    ...shown(act, row),
    evidence: [...row.evidence],
    taken: [...taken],
    lines: linesOf(survivor.facts, absorbed.facts),
  };
}

export async function undoMerge(
  act: Act,
  { params, body }: Asked<typeof undo>,
): Promise<Answer<typeof undo>> {
  const row = await findMergeRow(act, params.id, { hold: true });
  if (!row) throw refuse(refusals.mergeNotFound);
  if (row.undoneAt !== null) throw refuse(refusals.undoneAlready);
  const { id, untilDay, at, caseIds, survivorId, absorbedId } = row;
  if (dayOf(act.now) > untilDay) {
    throw refuse(refusals.tooLate, { words: { day: formatDay(untilDay) } });
  }
  const undone = await unmergePersons(act, {
    ...openRecords(act, row),
    mergeId: id,
    mergedAt: at,
  });
  const back = { from: survivorId, to: absorbedId };
  await handOverCases(act, { ...back, caseIds });
  if (row.movedAccount !== null) await handOverAccount(act, back);
  await markUndone(act, id, body.note);
  const { restored, left, membership } = undone;
  return { restored: [...restored], left: [...left], membership };
}
