// Store of the register as lists show it (调解台账清单): disputes by filters with the money received, and
// figures by county.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { DisputeRow } from "./dispute-store.ts";
import type { DisputeState } from "./words.ts";

export interface DisputeFilters {
  readonly range: PathRange;
  /** A mediator sees what they mediate and what waits to be accepted. */
  readonly mediator: string | undefined;
  readonly q: string | undefined;
  readonly state: DisputeState | undefined;
  /** Of this mediator alone. */
  readonly mine: string | undefined;
  readonly late: boolean;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly today: Day;
}

export type ListedDispute = DisputeRow & { readonly recovered_fen: number };

const filedDay = sql`(d.filed_at at time zone 'Asia/Shanghai')::date`;

/** What lies with its applicant is not late: its clocks stand still. */
const runs = sql`d.state <> 'returned'`;

const literal = (q: string): string => q.replaceAll(/[\\%_]/g, "\\$&");

function conditions(filters: DisputeFilters): RawBuilder<unknown> {
  const { range, mediator, q, state, mine, late, from, to, today } = filters;
  const wanted = [
    sql`d.org_path >= ${range.low} and d.org_path < ${range.high}`,
    mediator && sql`(d.mediator_account = ${mediator} or d.state in ('filed', 'returned'))`,
    mine && sql`d.mediator_account = ${mine}`,
    state && sql`d.state = ${state}`,
    q && sql`(d.number like ${`${literal(q)}%`} or d.respondent like ${`%${literal(q)}%`})`,
    late && sql`${runs} and coalesce(d.closed_day, ${today}::date) > d.due_day`,
    from && sql`${filedDay} >= ${from}::date`,
    to && sql`${filedDay} <= ${to}::date`,
  ].filter((one) => typeof one === "object");
  return sql.join(wanted, sql` and `);
}

const orders = {
  filed: sql`d.filed_at, d.case_id`,
  "-filed": sql`d.filed_at desc, d.case_id desc`,
  due: sql`d.due_day, d.case_id`,
  "-due": sql`d.due_day desc, d.case_id desc`,
  claimed: sql`d.claimed_fen, d.case_id`,
  "-claimed": sql`d.claimed_fen desc, d.case_id desc`,
} as const;

export interface Paging {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export async function listDisputes(
  act: Act,
  filters: DisputeFilters,
  { sort, limit, offset }: Paging,
): Promise<ListedDispute[]> {
  const { rows } = await sql<ListedDispute>`
    select d.*, coalesce((select sum(r.amount_fen) from business.mediation_recoveries r
        where r.case_id = d.case_id), 0)::bigint as recovered_fen
    from business.mediation_disputes d where ${conditions(filters)}
    order by ${orders[sort]} limit ${limit} offset ${offset}`.execute(act.tx);
  return rows;
}

export async function countDisputes(act: Act, filters: DisputeFilters): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from business.mediation_disputes d where ${conditions(filters)}`.execute(
    act.tx,
  );
  return rows[0]!.count;
}

export interface CountyFigures {
  readonly path: string;
  readonly filed: number;
  readonly accepted: number;
  readonly acceptedInTime: number;
  readonly answered: number;
  readonly due: number;
  readonly closedInTime: number;
  readonly agreed: number;
  readonly late: number;
  readonly claimedFen: number;
  readonly agreedFen: number;
  readonly recoveredFen: number;
}

const acceptedDay = sql`(d.accepted_at at time zone 'Asia/Shanghai')::date`;

/** Figures of each county's disputes that were filed in a period, as they stand on a day. */
export async function figuresByCounty(
  act: Act,
  { range, from, to, today }: Pick<DisputeFilters, "range" | "today"> & { from: Day; to: Day },
): Promise<CountyFigures[]> {
  const taken = sql`d.state in ('returned', 'accepted', 'agreed', 'failed', 'refused')
    and d.accepted_at is not null`;
  const ended = sql`(${taken} and (d.closed_day is not null
    or (${runs} and d.due_day < ${today}::date)))`;
  const { rows } = await sql<CountyFigures>`
    select d.org_path as path, count(*) as filed,
      count(*) filter (where ${taken}) as accepted,
      count(*) filter (where d.state <> 'withdrawn'
        and (d.accepted_at is not null
          or (${runs} and d.accept_due_day < ${today}::date))) as answered,
      count(*) filter (where d.state <> 'withdrawn'
        and ${acceptedDay} <= d.accept_due_day) as "acceptedInTime",
      count(*) filter (where ${ended}) as due,
      count(*) filter (where ${ended} and d.closed_day <= d.due_day) as "closedInTime",
      count(*) filter (where d.state = 'agreed') as agreed,
      count(*) filter (where ${runs} and d.closed_day is null and d.due_day < ${today}::date) as late,
      coalesce(sum(d.claimed_fen), 0)::bigint as "claimedFen",
      coalesce(sum(d.agreed_fen), 0)::bigint as "agreedFen",
      coalesce(sum((select sum(r.amount_fen) from business.mediation_recoveries r
        where r.case_id = d.case_id)), 0)::bigint as "recoveredFen"
    from business.mediation_disputes d
    where d.org_path >= ${range.low} and d.org_path < ${range.high}
      and ${filedDay} between ${from}::date and ${to}::date
    group by d.org_path order by d.org_path`.execute(act.tx);
  return rows;
}
