// Store of arrivals (到场登记): each application by an invitation and where its case stands.
import type { Act } from "@niangjia/foundation/act";
import { type RawBuilder, sql } from "kysely";
import type { ArrivalStatus } from "./shapes.ts";

export type ArrivalRow = {
  case_id: string;
  invitation_id: string;
  org_path: string;
  account_id: string;
  name_mask: string;
  trade: string | null;
  status: ArrivalStatus;
  filed_at: Date;
  changed_at: Date;
};

type Tables = { "business.joining_arrivals": ArrivalRow };

const db = (act: Act) => act.tx.withTables<Tables>();

/**
 * Holds the place of a case in the list until the act ends, so that two who look at the case to
 * bring the list up to date do so one after the other.
 */
export async function holdArrival(house: Act, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`joining ${caseId}`}, 0))`.execute(
    house.tx,
  );
}

export async function putArrival(house: Act, row: ArrivalRow): Promise<void> {
  const { status, changed_at, name_mask, trade } = row;
  await db(house)
    .insertInto("business.joining_arrivals")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("case_id").doUpdateSet({ status, changed_at, name_mask, trade }),
    )
    .execute();
}

/** Whether this account has an application by this invitation that was given back to them. */
export async function hasReturned(
  house: Act,
  { invitationId, accountId }: { readonly invitationId: string; readonly accountId: string },
): Promise<boolean> {
  const found = await db(house)
    .selectFrom("business.joining_arrivals")
    .select("case_id")
    .where("invitation_id", "=", invitationId)
    .where("account_id", "=", accountId)
    .where("status", "=", "returned")
    .executeTakeFirst();
  return found !== undefined;
}

type Counts = Record<ArrivalStatus, number>;

export interface Tally {
  readonly counts: Counts;
  /** Another text as soon as anything of the list is otherwise. */
  readonly version: string;
}

const nobody: Tally = {
  counts: { running: 0, returned: 0, approved: 0, rejected: 0, withdrawn: 0 },
  version: "0",
};

/** Numbers of several invitations; one without arrivals has noughts. */
export async function tallyOf(
  act: Act,
  invitationIds: readonly string[],
): Promise<(id: string) => Tally> {
  const { rows } = await sql<{ id: string; status: ArrivalStatus; count: number; last: Date }>`
    select invitation_id as id, status, count(*) as count, max(changed_at) as last
    from business.joining_arrivals where invitation_id = any(${[...invitationIds]}::uuid[])
    group by 1, 2 order by 1, 2`.execute(act.tx);
  const grouped = Map.groupBy(rows, ({ id }) => id);
  return (id) => {
    const own = grouped.get(id);
    if (!own) return nobody;
    const counts = { ...nobody.counts };
    for (const { status, count } of own) counts[status] = count;
    const last = Math.max(...own.map((row) => row.last.getTime()));
    return { counts, version: `${last}-${Object.values(counts).join("-")}` };
  };
}

/** Those who came last stand first. */
export async function listArrivals(
  act: Act,
  wanted: {
    readonly invitationId: string;
    readonly status: ArrivalStatus | undefined;
    readonly size: number;
    readonly offset: number;
  },
): Promise<ArrivalRow[]> {
  const { invitationId, status, size, offset } = wanted;
  const all = db(act)
    .selectFrom("business.joining_arrivals")
    .selectAll()
    .where("invitation_id", "=", invitationId);
  return (status ? all.where("status", "=", status) : all)
    .orderBy("filed_at", "desc")
    .orderBy("case_id", "desc")
    .limit(size)
    .offset(offset)
    .execute();
}

/** Cases that wait for a decision, who came first standing first. */
export async function waitingAt(
  act: Act,
  { invitationId, atMost }: { readonly invitationId: string; readonly atMost: number },
): Promise<string[]> {
  const condition: RawBuilder<unknown> = sql`invitation_id = ${invitationId} and status = 'running'`;
  const { rows } = await sql<{ case_id: string }>`
    select case_id from business.joining_arrivals where ${condition}
    order by filed_at, case_id limit ${atMost}`.execute(act.tx);
  return rows.map(({ case_id }) => case_id);
}
