// Writing a batch (写入一批): members, faults and progress in one transaction, so that none is there without the others.
import type { Act } from "@niangjia/foundation/act";
import { ancestorsOf, orgPath } from "@niangjia/foundation/orgpath";
import { enrolPrepared, type Outcome, type Source } from "@niangjia/registers/members";
import { holdUnion, unionsByPaths } from "@niangjia/registers/organisations";
import type { Batch, GoodRow } from "./batches.ts";
import type { Fault } from "./faults.ts";
import * as store from "./store.ts";

interface BatchOf {
  /** The run. */
  readonly id: string;
  readonly record: store.ImportRecord;
}

/** A batch whose rows are sealed. */
export interface SealedBatch extends Omit<Batch, "good"> {
  readonly good: readonly GoodRow[];
}

/**
 * False, and nothing written, when this run may no longer write: stopped by the officer, or taken over. The union is
 * held before the import: who moves a union waits for rows that bear its path while holding it.
 */
export async function writeBatch(act: Act, of: BatchOf, batch: SealedBatch): Promise<boolean> {
  const { id, record } = of;
  const union = await holdUnion(act, record.unionId);
  if (!(await store.holdRun(act, record.id, id))) return false;
  const source: Source = { kind: "import", id: record.id, byAccount: record.accountId };
  const prepared = batch.good.map((row) => row.prepared);
  const outcomes = await enrolPrepared(act, source, prepared);
  const refused = await refusedRows(act, batch.good, outcomes);
  const faulty = [...batch.faulty, ...refused];
  await store.insertFaults(act, { id: record.id, orgPath: union.path }, faulty);
  const counted = (outcome: Outcome["outcome"]): number =>
    outcomes.filter((each) => each.outcome === outcome).length;
  await store.addProgress(act, record.id, {
    rowsRead: batch.rowsRead,
    lastRow: batch.lastRow,
    enrolled: counted("enrolled") + counted("rejoined"),
    updated: counted("updated"),
    unchanged: counted("unchanged"),
    faulty: faulty.length,
    skipped: batch.skipped,
  });
  return true;
}

/** Good rows whose person the store could not take. */
async function refusedRows(
  act: Act,
  good: readonly GoodRow[],
  outcomes: readonly Outcome[],
): Promise<store.FaultyRow[]> {
  const paths = outcomes.flatMap((each) => (each.outcome === "elsewhere" ? each.orgPath : []));
  const counties = await countiesOf(act, paths);
  return good.flatMap(({ row }, index) => {
    const fault = faultOf(outcomes[index]!, counties);
    return fault ? { row, faults: [fault] } : [];
  });
}

function faultOf(outcome: Outcome, counties: ReadonlyMap<string, string>): Fault | undefined {
  const field = "documentNumber";
  if (outcome.outcome === "name-differs") return { code: "duplicate.store-name-differs", field };
  if (outcome.outcome !== "elsewhere") return undefined;
  return { code: "duplicate.store", field, union: counties.get(outcome.orgPath) };
}

/** The name of the county federation above each path: an officer needs it to ask there, and no more. */
async function countiesOf(act: Act, paths: readonly string[]): Promise<Map<string, string>> {
  const lines = new Map(
    [...new Set(paths)].map((path) => [path, [path, ...ancestorsOf(orgPath(path)).toReversed()]]),
  );
  const unions = await unionsByPaths(act, [...lines.values()].flat());
  const names = new Map<string, string>();
  for (const [path, line] of lines) {
    const above = line.flatMap((each) => unions.get(each) ?? []);
    const county = above.find(({ level }) => level === "county") ?? above.at(-1);
    if (county) names.set(path, county.name);
  }
  return names;
}
