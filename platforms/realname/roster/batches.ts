// Batches (分批): rows of a roster read, judged and sealed, some two thousand at a time, while the last are written.
import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Enrolment, Prepared, Sealing, UnionPlace } from "@niangjia/registers/members";
import type { Duplicates } from "./duplicates.ts";
import type { RosterPerson, RowReader } from "./read-row.ts";
import type { RosterRow } from "./roster-file.ts";
import type { FaultyRow } from "./store.ts";

/** One transaction's worth: few enough to be seen moving, many enough to be quick. */
const batchRows = 2_000;

/** Rows worked on before requests and the database's answers get their turn: a few milliseconds. */
const sliceRows = 50;

export interface GoodRow {
  readonly row: number;
  readonly prepared: Prepared;
}

export interface Batch {
  /** All rows of the sheet up to this one are settled with this batch. */
  readonly lastRow: number;
  readonly rowsRead: number;
  readonly skipped: number;
  readonly faulty: readonly FaultyRow[];
  /** Still being sealed when the batch is handed on. */
  readonly good: Promise<readonly GoodRow[]>;
}

export interface BatchContext {
  readonly reader: RowReader;
  readonly duplicates: Duplicates;
  readonly union: UnionPlace;
  readonly sealing: Sealing;
  /** Rows up to this one were settled by an earlier run. */
  readonly after: number;
}

interface ReadRow {
  readonly row: number;
  readonly enrolment: Enrolment;
}

async function sealed(sealing: Sealing, rows: readonly ReadRow[]): Promise<GoodRow[]> {
  const prepared = await sealing.prepare(rows.map(({ enrolment }) => enrolment));
  return rows.map(({ row }, index) => ({ row, prepared: prepared[index]! }));
}

class Filling {
  readonly #context: BatchContext;
  readonly #faulty: FaultyRow[] = [];
  readonly #good: Promise<GoodRow[]>[] = [];
  #slice: ReadRow[] = [];
  #lastRow = 0;
  #skipped = 0;
  rowsRead = 0;

  constructor(context: BatchContext) {
    this.#context = context;
  }

  take({ row, cells }: RosterRow): void {
    const { reader, union } = this.#context;
    this.rowsRead += 1;
    this.#lastRow = row;
    const reading = reader.read(cells);
    if (reading.kind === "skipped") {
      this.#skipped += 1;
      return;
    }
    const faults = reading.kind === "good" ? this.#judge(row, reading.person) : reading.faults;
    if (faults.length > 0) this.#faulty.push({ row, faults });
    else if (reading.kind === "good") {
      this.#slice.push({ row, enrolment: { union, ...reading.person } });
    }
  }

  /** Has sealed what was read since the last time. */
  seal(): void {
    if (this.#slice.length === 0) return;
    const slice = sealed(this.#context.sealing, this.#slice);
    // A run that ends before it looks at them has nothing to do with what went wrong.
    slice.catch(() => undefined);
    this.#good.push(slice);
    this.#slice = [];
  }

  #judge(row: number, { facts }: RosterPerson) {
    const fault = this.#context.duplicates.judge(row, facts);
    return fault ? [fault] : [];
  }

  get batch(): Batch {
    const { rowsRead } = this;
    const good = Promise.all(this.#good).then((slices) => slices.flat());
    good.catch(() => undefined);
    return {
      lastRow: this.#lastRow,
      rowsRead,
      skipped: this.#skipped,
      faulty: this.#faulty,
      good,
    };
  }
}

/** Rows that were settled before are only looked at to know who stands for a document that occurs again. */
function recall({ row, cells }: RosterRow, { reader, duplicates }: BatchContext): void {
  if (duplicates.none) return;
  const identity = reader.identify(cells);
  if (!identity || !duplicates.has(identity)) return;
  if (reader.read(cells).kind === "good") duplicates.judge(row, identity);
}

export async function* batchesOf(
  rows: AsyncIterable<RosterRow>,
  context: BatchContext,
): AsyncGenerator<Batch> {
  let filling = new Filling(context);
  let sinceRest = 0;
  for await (const row of rows) {
    if (row.row <= context.after) recall(row, context);
    else filling.take(row);
    sinceRest += 1;
    if (sinceRest < sliceRows) continue;
    sinceRest = 0;
    filling.seal();
    await letOthersRun();
    if (filling.rowsRead < batchRows) continue;
    yield filling.batch;
    filling = new Filling(context);
  }
  filling.seal();
  if (filling.rowsRead > 0) yield filling.batch;
}
