// Store of the workload (在办量): open and lately decided tasks by seat, and who sits there.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { plannedAnew } from "@niangjia/foundation/postgres";
import type { Role } from "@niangjia/foundation/roles";
import { sql } from "kysely";

export interface Seat {
  readonly orgPath: string;
  readonly role: Role;
}

export interface SeatLoad extends Seat {
  readonly open: number;
  readonly overdue: number;
  /** An instant as ISO writes it. */
  readonly oldestAt: string | null;
  readonly done: number;
}

export interface LoadWish {
  readonly range: PathRange;
  readonly role: Role | undefined;
  /** Only seats that nobody holds today. */
  readonly vacant: boolean;
  readonly today: Day;
  readonly doneFrom: Date;
}

const orders = {
  "-open": sql`open desc`,
  open: sql`open`,
  "-overdue": sql`overdue desc, open desc`,
  overdue: sql`overdue, open`,
  oldest: sql`"oldestAt" nulls last`,
  "-oldest": sql`"oldestAt" desc nulls last`,
  "-done": sql`done desc`,
  done: sql`done`,
} as const;

const held = (today: Day) => sql`p.state = 'held' and p.from_day <= ${today}
  and (p.to_day is null or p.to_day >= ${today})`;

/** Every seat with work, open or lately done, within the actor's reach. */
function loads({ range, role, vacant, today, doneFrom }: LoadWish) {
  const within = sql`org_path >= ${range.low} and org_path < ${range.high}
    ${role ? sql`and role = ${role}` : sql``}`;
  const empty = sql`where not exists (select from access.posts p where p.org_path = l.org_path
    and p.role = l.role and ${held(today)})`;
  return sql`(select l.org_path as "orgPath", l.role, sum(l.open) as open,
      sum(l.overdue) as overdue, min(l.oldest) as "oldestAt", sum(l.done) as done
    from (
      select org_path, role, count(*) as open, count(*) filter (where due_day < ${today}) as overdue,
        min(opened_at) as oldest, 0 as done
      from business.tasks where state = 'open' and not waits and ${within} group by org_path, role
      union all
      select org_path, role, 0, 0, null, count(*)
      from business.tasks where state = 'done' and done_at >= ${doneFrom} and ${within}
      group by org_path, role) as l
    ${vacant ? empty : sql``} group by l.org_path, l.role) as seats`;
}

export interface LoadTotals {
  readonly seats: number;
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
}

interface Place {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

const nothing: LoadTotals = { seats: 0, open: 0, overdue: 0, done: 0 };

/** A page of seats, and what all of them add up to. */
export async function loadPage(
  act: Act,
  wish: LoadWish,
  { sort, limit, offset }: Place,
): Promise<{ readonly seats: readonly SeatLoad[]; readonly whole: LoadTotals }> {
  const { rows } = await sql<{ seat: SeatLoad; whole: LoadTotals }>`${plannedAnew}
    select json_build_object('orgPath', "orgPath", 'role', role, 'open', open,
        'overdue', overdue, 'oldestAt', "oldestAt", 'done', done) as seat,
      json_build_object('seats', count(*) over (), 'open', sum(open) over (),
        'overdue', sum(overdue) over (), 'done', sum(done) over ()) as whole
    from ${loads(wish)} order by ${orders[sort]}, "orgPath", role
    limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(act.tx);
  return { seats: rows.map(({ seat }) => seat), whole: rows[0]?.whole ?? nothing };
}

export interface SeatHolder extends Seat {
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
}

/** Who holds these seats today. As the house: accounts belong to the door; their names are colleagues'. */
export async function holdersAt(act: Act, seats: readonly Seat[]): Promise<SeatHolder[]> {
  if (seats.length === 0) return [];
  const today = dayOf(act.now);
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<SeatHolder>`
      select p.org_path as "orgPath", p.role, a.id as "accountId", a.name, p.title
      from unnest(${seats.map(({ orgPath }) => orgPath)}::text[],
          ${seats.map(({ role }) => role)}::text[]) as s (org_path, role)
        join access.posts p on p.org_path = s.org_path and p.role = s.role and ${held(today)}
        join access.accounts a on a.id = p.account_id and a.state = 'open'
      order by p.org_path, p.role, a.name, a.id`.execute(tx),
  );
  return rows;
}

export interface DoneBy extends Seat {
  readonly accountId: string;
  readonly done: number;
}

/** Who decided how many at these seats since then, whether they still sit there or not. */
export async function doneAt(act: Act, seats: readonly Seat[], since: Date): Promise<DoneBy[]> {
  if (seats.length === 0) return [];
  const { rows } = await sql<DoneBy>`
    select t.org_path as "orgPath", t.role, t.done_by as "accountId", count(*)::int as done
    from unnest(${seats.map(({ orgPath }) => orgPath)}::text[],
        ${seats.map(({ role }) => role)}::text[]) as s (org_path, role)
      join business.tasks t on t.org_path = s.org_path and t.role = s.role
        and t.state = 'done' and t.done_at >= ${since}
    group by t.org_path, t.role, t.done_by`.execute(act.tx);
  return rows;
}
