// Store of declared interests (利害关系申报) and of assignments (调解员分派).
import type { Decision } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import type { InterestKind } from "./policy.ts";

export type InterestRow = {
  id: string;
  org_path: string;
  account_id: string;
  kind: InterestKind;
  name: string;
  note: string | null;
  declared_at: Date;
  declared_by: string;
  ended_at: Date | null;
};

export type AssignmentRow = {
  id: string;
  case_id: string;
  org_path: string;
  post_id: string;
  account_id: string;
  decision: Decision | string;
  at: Date;
  /** Null for the house, which hands on what somebody left. */
  by_account: string | null;
};

type Tables = {
  "business.mediation_interests": InterestRow;
  "business.mediation_assignments": AssignmentRow;
};

const db = (act: Act) => act.tx.withTables<Tables>();

/** What stands at this moment of a mediator's declarations. */
export const livingInterests = (act: Act, accountId: string): Promise<InterestRow[]> =>
  db(act)
    .selectFrom("business.mediation_interests")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .orderBy("declared_at", "desc")
    .orderBy("id")
    .execute();

export async function insertInterest(act: Act, row: InterestRow): Promise<void> {
  await db(act).insertInto("business.mediation_interests").values(row).execute();
}

/** Whether it stood until now. */
export async function endInterest(
  act: Act,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<boolean> {
  const ended = await db(act)
    .updateTable("business.mediation_interests")
    .set({ ended_at: act.now })
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

export async function insertAssignment(act: Act, row: AssignmentRow): Promise<void> {
  await db(act).insertInto("business.mediation_assignments").values(row).execute();
}

export const assignmentsOf = (act: Act, caseId: string) =>
  db(act)
    .selectFrom("business.mediation_assignments")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("at")
    .orderBy("id")
    .$castTo<AssignmentRow & { decision: Decision }>()
    .execute();
