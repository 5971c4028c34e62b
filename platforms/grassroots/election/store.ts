// Store of elections (换届): results, changes within a term, mergers; lists of terms lie in terms-store.ts.
import type { Decision } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Body, Office } from "@niangjia/registers/organisations";
import { sql } from "kysely";

type ResultRow = {
  case_id: string;
  union_id: string;
  org_path: string;
  term_id: string;
  day: Day;
  decision: Decision;
  file_by_day: Day | null;
};

type ChangeRow = Omit<ResultRow, "day"> & {
  body: Body;
  office: Office;
  leaver: string | null;
  reason: string;
  last_day: Day | null;
  successor: string | null;
  from_day: Day | null;
};

export type MergerRow = {
  case_id: string;
  union_id: string;
  org_path: string;
  way: "rename" | "merge" | "close";
  receiver_id: string | null;
  kept: boolean;
  members: number;
  unions: number;
  begun_day: Day;
  done_day: Day | null;
};

type Tables = {
  "business.election_results": ResultRow;
  "business.election_changes": ChangeRow;
  "business.election_mergers": MergerRow;
};

const db = (act: Act) => act.tx.withTables<Tables>();

const asJson = (decision: Decision) => sql<Decision>`${JSON.stringify(decision)}::jsonb`;

export async function insertResult(act: Act, row: ResultRow): Promise<void> {
  await db(act)
    .insertInto("business.election_results")
    .values({ ...row, decision: asJson(row.decision) })
    .execute();
}

export async function insertChange(act: Act, row: ChangeRow): Promise<void> {
  await db(act)
    .insertInto("business.election_changes")
    .values({ ...row, decision: asJson(row.decision) })
    .execute();
}

export async function insertMerger(act: Act, row: MergerRow): Promise<void> {
  await db(act).insertInto("business.election_mergers").values(row).execute();
}

/** The merger of a case, with nobody else at it until the act ends. */
export const holdMerger = (house: Act, caseId: string): Promise<MergerRow | undefined> =>
  db(house)
    .selectFrom("business.election_mergers")
    .selectAll()
    .where("case_id", "=", caseId)
    .forUpdate()
    .executeTakeFirst();

export async function changeMerger(
  house: Act,
  caseId: string,
  change: Partial<Pick<MergerRow, "members" | "unions" | "done_day">>,
): Promise<void> {
  await db(house)
    .updateTable("business.election_mergers")
    .set(change)
    .where("case_id", "=", caseId)
    .execute();
}
