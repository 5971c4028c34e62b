// Store of desks (工作台): what lies on one, list by list, and what the clock has to look at.
import type { Status, Task } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type RawBuilder, sql } from "kysely";
import type { ListName } from "./contract.ts";

/** One line of a desk. `task` and `step` are null where nothing is asked of whoever looks. */
export interface DeskLine {
  readonly id: string;
  readonly number: string;
  readonly function: string;
  readonly title: string;
  readonly status: Exclude<Status, "draft">;
  readonly orgId: string;
  readonly task: number | null;
  readonly step: string | null;
  readonly due: Day | null;
  readonly urgedOn: Day | null;
  readonly at: Date;
  readonly filedAt: Date;
}

/** Who sits at the desk: a post, and the applicant that everybody is too. */
export interface Sitter {
  readonly accountId: string;
  readonly personId: string;
  /** Role and union of the post; null for who holds none. */
  readonly seat: { readonly role: string; readonly orgPath: string } | null;
}

const seated = ({ seat }: Sitter): RawBuilder<boolean> =>
  seat === null ? sql`false` : sql`org_path = ${seat.orgPath} and role = ${seat.role}`;

/** What each list holds: a case, what is asked of it there, until when, since when. */
const items: Record<ListName, (sitter: Sitter) => RawBuilder<unknown>> = {
  todo: (sitter) => sql`
    select case_id, number as task, title as step, due_day as due, opened_at as at
      from business.tasks where state = 'open' and ${seated(sitter)}
        and not (excluded && array[${sitter.accountId}, ${sitter.personId}]::uuid[])
    union all
    select id, null, '补正后重新提交', null, updated_at
      from business.cases where account_id = ${sitter.accountId} and status = 'returned'`,
  done: ({ accountId }) => sql`
    select distinct on (case_id) case_id, null::int as task, title as step, due_day as due,
        done_at as at
      from business.tasks where state = 'done' and done_by = ${accountId}
      order by case_id, done_at desc`,
  mine: ({ accountId, personId }) => sql`
    select id as case_id, null::int as task, null as step, due_day as due, updated_at as at
      from business.cases where account_id = ${accountId} or person_id = ${personId}`,
  copied: (sitter) => sql`
    select case_id, null::int as task, null as step, null::date as due, at
      from business.case_copies where ${seated(sitter)}`,
};

export interface DeskFilter {
  readonly list: ListName;
  readonly function?: string | undefined;
  readonly q?: string | undefined;
  /** Only what fell due before this day. */
  readonly lateOn?: Day | undefined;
}

/**
 * The lines a filter lets through. Cases are looked into only where the filter asks: a list may
 * hold very many.
 */
function linesOf(sitter: Sitter, { list, function: id, q, lateOn }: DeskFilter) {
  const late = lateOn === undefined ? sql`true` : sql`i.due < ${lateOn}`;
  const lines = sql`from (${items[list](sitter)}) i`;
  if (id === undefined && !q) return sql`${lines} where ${late}`;
  const of = id === undefined ? sql`true` : sql`c.function = ${id}`;
  const found = q ? sql`(starts_with(c.number, ${q}) or strpos(c.title, ${q}) > 0)` : sql`true`;
  return sql`${lines} join business.cases c on c.id = i.case_id
    where ${late} and ${of} and ${found}`;
}

const orders = {
  due: sql`i.due nulls last, i.at, i.case_id`,
  at: sql`i.at, i.case_id`,
  "-at": sql`i.at desc, i.case_id desc`,
} as const;

export interface DeskPage extends DeskFilter {
  readonly sort: keyof typeof orders;
  readonly page: number;
  readonly size: number;
}

export async function deskPage(act: Act, sitter: Sitter, wanted: DeskPage): Promise<DeskLine[]> {
  const { sort, page, size } = wanted;
  const { rows } = await sql<DeskLine>`
    with page as (select i.* ${linesOf(sitter, wanted)}
      order by ${orders[sort]} limit ${size} offset ${(page - 1) * size})
    select c.id, c.number, c.function, c.title, c.status, c.org_id as "orgId", i.task, i.step,
      i.due, (c.state->>'urgedOn')::date as "urgedOn", i.at, c.filed_at as "filedAt"
    from page i join business.cases c on c.id = i.case_id order by ${orders[sort]}`.execute(act.tx);
  return rows;
}

export async function countDesk(act: Act, sitter: Sitter, filter: DeskFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total ${linesOf(sitter, filter)}`.execute(act.tx);
  return rows[0]!.total;
}

/** Which functions a list holds cases of, the most frequent first. */
export async function deskFunctionsOf(
  act: Act,
  sitter: Sitter,
  list: ListName,
): Promise<{ id: string; count: number }[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select c.function as id, count(*) as count from (${items[list](sitter)}) i
      join business.cases c on c.id = i.case_id
    group by c.function order by count desc, id`.execute(act.tx);
  return rows;
}

export interface Alarm {
  readonly alarmDay: Day;
  readonly caseId: string;
  readonly task: number;
}

/**
 * Open tasks whose alarm day has passed, in order, after one already looked at; of one case, or of
 * all.
 */
export async function alarmsBefore(
  house: Act,
  today: Day,
  { after, caseId }: { readonly after: Alarm | undefined; readonly caseId: string | undefined },
): Promise<Alarm[]> {
  const of = caseId === undefined ? sql`true` : sql`case_id = ${caseId}`;
  const from = after
    ? sql`(alarm_day, case_id, number) > (${after.alarmDay}, ${after.caseId}, ${after.task})`
    : sql`true`;
  const { rows } = await sql<Alarm>`
    select alarm_day as "alarmDay", case_id as "caseId", number as task from business.tasks
    where state = 'open' and alarm_day < ${today} and ${of} and ${from}
    order by alarm_day, case_id, number limit 500`.execute(house.tx);
  return rows;
}

export type OpenTask = Pick<Task, "id" | "role" | "orgPath" | "excluded" | "due">;

/** Those of a case's tasks, named by number, that still wait. */
export async function waitingTasks(
  house: Act,
  caseId: string,
  numbers: readonly number[],
): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`select number as id, role, org_path as "orgPath", excluded,
      due_day as due
    from business.tasks where case_id = ${caseId} and number = any(${[...numbers]}::int[])
      and state = 'open'`.execute(house.tx);
  return rows;
}
