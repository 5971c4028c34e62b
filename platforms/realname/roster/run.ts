// Running an import (执行导入): walks the file, writes batch after batch, and can stop and go on at any row.
import type { Act } from "@niangjia/foundation/act";
import { record as recordEntry } from "@niangjia/foundation/audit";
import { dayOf } from "@niangjia/foundation/day";
import type { Sheet } from "@niangjia/foundation/excel";
import { newId } from "@niangjia/foundation/ids";
import { tell } from "@niangjia/foundation/notices";
import { emit } from "@niangjia/foundation/outbox";
import { Refusal } from "@niangjia/foundation/refusal";
import type { LongJob, Step } from "@niangjia/foundation/worker";
import { openSealing } from "@niangjia/registers/members";
import { getUnion, type Union } from "@niangjia/registers/organisations";
import { batchesOf } from "./batches.ts";
import { DuplicateSearch, type Duplicates } from "./duplicates.ts";
import * as events from "./events.ts";
import { sayState } from "./progress.ts";
import { RowReader } from "./read-row.ts";
import { openRoster, rosterRows } from "./roster-file.ts";
import * as store from "./store.ts";
import { writeBatch } from "./write-batch.ts";

/** Rows between two signs of life while nothing is written yet. */
const rowsBetweenSigns = 20_000;

/** One run of one import. A later run of the same import takes over, and this one then stops at its next step. */
interface Run {
  readonly id: string;
  readonly record: store.ImportRecord;
  readonly union: Union;
  readonly step: Step;
  readonly stopping: AbortSignal;
  readonly tools: Pick<Act, "keys" | "vault">;
}

type Ending = "done" | "stopping" | "taken over";

/** Runs an import until it is done, stopped or taken over. What was settled before is not done again. */
export async function runImport(
  step: Step,
  importId: string,
  stopping: AbortSignal,
): Promise<void> {
  const id = newId();
  const run = await step(async (act): Promise<Run | undefined> => {
    const record = await store.takeImport(act, importId, id);
    if (!record) return undefined;
    const { keys, vault } = act;
    const union = await getUnion(act, record.unionId);
    return { id, record, union, step, stopping, tools: { keys, vault } };
  });
  if (!run) return;
  try {
    const ending = await walk(run);
    if (ending === "done") await step((act) => finish(act, run));
    if (ending === "stopping") await step((act) => handOver(act, run));
  } catch (error) {
    await breakOff(run, error as Error);
  }
}

async function walk(run: Run): Promise<Ending> {
  const { record, union, tools, step } = run;
  const sheet = await openRoster(tools.vault, record);
  const today = dayOf(record.startedAt ?? record.createdAt);
  const reader = new RowReader(record.mapping, { today, date1904: sheet.date1904 });
  using sealing = openSealing(tools.keys, record.rowsTotal - record.rowsRead);
  const duplicates = await findDuplicates(run, sheet, reader);
  if (typeof duplicates === "string") return duplicates;
  const context = { reader, duplicates, union, sealing, after: record.lastRow };
  let writing: Promise<boolean> = Promise.resolve(true);
  for await (const batch of batchesOf(rosterRows(sheet, record.mapping.headRow), context)) {
    if (!(await writing)) return "taken over";
    if (run.stopping.aborted) return "stopping";
    writing = batch.good.then((good) => step((act) => writeBatch(act, run, { ...batch, good })));
    // Looked at when the next batch is ready; until then a failure must not go unheard.
    writing.catch(() => undefined);
  }
  return (await writing) ? "done" : "taken over";
}

/** The first walk, which may end the run before anything is written. */
async function findDuplicates(
  { id, record, step, stopping }: Run,
  sheet: Sheet,
  reader: RowReader,
): Promise<Duplicates | Ending> {
  const search = new DuplicateSearch();
  let rows = 0;
  const people = rosterRows(sheet.only(reader.identifying), record.mapping.headRow);
  for await (const { row, cells } of people) {
    const identity = reader.identify(cells);
    if (identity) search.note(row, identity);
    rows += 1;
    if (rows % rowsBetweenSigns > 0) continue;
    if (stopping.aborted) return "stopping";
    if (!(await step((act) => store.holdRun(act, record.id, id)))) return "taken over";
  }
  return search.found();
}

async function finish(act: Act, { id, record }: Run): Promise<void> {
  if (!(await store.holdRun(act, record.id, id))) return;
  await store.setState(act, record.id, { state: "done" });
  const done = (await store.findImport(act, record.id))!;
  const { unionId, orgPath, enrolled, updated, unchanged, faulty } = done;
  const details = { enrolled, updated, unchanged, faulty };
  await recordEntry(act, { action: "roster.imported", subject: `import:${done.id}`, details });
  const body = { importId: done.id, unionId, enrolled, updated, faulty };
  await emit(act, events.imported(orgPath, body));
  await tellOfficer(act, done);
}

const tellOfficer = (act: Act, done: store.ImportRecord): Promise<void> =>
  tell(act, {
    accountId: done.accountId,
    title: `名册“${done.fileName}”${done.state === "done" ? "导入完成" : "导入中断"}`,
    body: sayState(done),
    link: `/realname/roster/imports/${done.id}`,
  });

/** The server ends: whoever starts next goes on. */
async function handOver(act: Act, { id, record }: Run): Promise<void> {
  if (!(await store.holdRun(act, record.id, id))) return;
  await store.setState(act, record.id, { state: "waiting" });
  await emit(act, events.importStarted(record.orgPath, record.id));
}

/** A file that cannot be read ends the import with the reason; anything else is tried again later. */
async function breakOff({ id, record, step }: Run, error: Error): Promise<void> {
  if (!(error instanceof Refusal)) throw error;
  const failure = `${error.message}${error.next}`;
  await step(async (act) => {
    if (!(await store.holdRun(act, record.id, id))) return;
    await store.setState(act, record.id, { state: "failed", failure });
    const broken = (await store.findImport(act, record.id))!;
    await tellOfficer(act, broken);
  });
}

export const importJob: LongJob = {
  on: events.names.importStarted,
  name: "roster.import",
  run: (step, event, stopping) =>
    runImport(step, (event.body as events.ImportStarted).importId, stopping),
};
