// Store of the journal (办案日志): what a lawyer noted of a matter, in order.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { AidResult, EntryKind } from "./words.ts";

/** A paper of an entry; the bytes lie in the vault under the hash. */
export interface Paper {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
}

export type EntryRow = {
  id: string;
  matter_id: string;
  org_path: string;
  account_id: string;
  day: Day;
  kind: EntryKind;
  words: string;
  next_words: string | null;
  next_day: Day | null;
  files: readonly Paper[];
  result: AidResult | null;
  recovered_fen: number | null;
  at: Date;
  by_account: string;
  by_words: string;
};

type Stored = Omit<EntryRow, "files"> & { files: readonly Paper[] | string };
const db = (act: Act) => act.tx.withTables<{ "business.legal_aid_entries": Stored }>();
const entries = (act: Act) =>
  db(act).selectFrom("business.legal_aid_entries").selectAll().$castTo<EntryRow>();

export async function insertEntry(act: Act, row: EntryRow): Promise<void> {
  await db(act)
    .insertInto("business.legal_aid_entries")
    .values({ ...row, files: JSON.stringify(row.files) })
    .execute();
}

/** Those of these matters, as far as the actor may read them, oldest first. */
export const entriesOf = (act: Act, ...matterIds: readonly string[]): Promise<EntryRow[]> =>
  matterIds.length === 0
    ? Promise.resolve([])
    : entries(act).where("matter_id", "in", matterIds).orderBy("at").orderBy("id").execute();

/** How the lawyer says it ended, when they have; the newest statement counts. */
export const lastOutcome = (act: Act, matterId: string): Promise<EntryRow | undefined> =>
  entries(act)
    .where("matter_id", "=", matterId)
    .where("kind", "=", "outcome")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
