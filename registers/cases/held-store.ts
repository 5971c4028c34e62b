// Store of what lies at a seat (岗位待办): open tasks by seat and holder, and how much each holder has.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sql } from "kysely";
import type { Seat } from "./workload-store.ts";

export interface HeldTask {
  readonly id: string;
  readonly number: string;
  readonly function: string;
  readonly title: string;
  readonly task: number;
  readonly step: string;
  readonly at: Date;
  readonly due: Day | null;
  readonly amber: number;
  /** An account; null where whoever has the post may do it. */
  readonly holder: string | null;
}

export interface HeldWish extends Seat {
  /** Of this account, or of nobody by name. */
  readonly holder?: string | null | undefined;
  readonly function?: string | undefined;
  /** Only what fell due before this day. */
  readonly lateOn?: Day | undefined;
}

/** Tasks that can be done now and that the actor reaches. */
function among({ orgPath, role, holder, function: id, lateOn }: HeldWish) {
  const by = holder === null ? sql`t.holder_account is null` : sql`t.holder_account = ${holder}`;
  return sql`from business.tasks t join business.cases c on c.id = t.case_id
    where t.state = 'open' and not t.waits and t.org_path = ${orgPath} and t.role = ${role}
      and ${holder === undefined ? sql`true` : by}
      and ${id === undefined ? sql`true` : sql`c.function = ${id}`}
      and ${lateOn === undefined ? sql`true` : sql`t.due_day < ${lateOn}`}`;
}

interface Place {
  readonly limit: number;
  readonly offset: number;
}

/** Those with the nearest end first. */
export async function heldPage(act: Act, wish: HeldWish, place: Place): Promise<HeldTask[]> {
  const { rows } = await sql<HeldTask>`
    select c.id, c.number, c.function, c.title, t.number as task, t.title as step,
      t.opened_at as at, t.due_day as due, t.amber, t.holder_account as holder
    ${among(wish)} order by t.due_day nulls last, t.opened_at, c.id, t.number
    limit ${place.limit} offset ${place.offset}`.execute(act.tx);
  return rows;
}

export interface HeldCount {
  readonly function: string;
  readonly holder: string | null;
  readonly count: number;
  readonly late: number;
}

/** How many there are, by function and holder. */
export async function countHeldBy(act: Act, wish: HeldWish, today: Day): Promise<HeldCount[]> {
  const { rows } = await sql<HeldCount>`
    select c.function, t.holder_account as holder, count(*) as count,
      count(*) filter (where t.due_day < ${today}) as late
    ${among(wish)} group by c.function, t.holder_account order by count desc, c.function`.execute(
    act.tx,
  );
  return rows;
}

/** Open tasks given to each account by name. As the house: some lie at unions the actor does not see. */
export async function loadOf(act: Act, accounts: readonly string[]): Promise<Map<string, number>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ id: string; open: number }>`select holder_account as id, count(*) as open
      from business.tasks where holder_account = any(${[...accounts]}::uuid[]) and state = 'open'
      group by holder_account`.execute(tx),
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}
