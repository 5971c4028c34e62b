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
  readonly unionName: string;
  readonly task: number | null;
  readonly step: string | null;
  readonly due: Day | null;
  readonly urgedOn: Day | null;
  readonly at: Date;
  readonly filedAt: Date;
  readonly amber: number;
  /** They claimed it, or it was given to them by name. */
  readonly held: boolean;
  /** Account of whom they stand in for; null for what is their own to do. */
  readonly principal: string | null;
  /** Number of a question that waits for their answer. */
  readonly question: number | null;
  readonly unread: boolean;
}

/** Somebody they stand in for, as a deputy finds their tasks. */
interface StoodFor {
  readonly accountId: string;
  readonly personId: string;
  readonly role: string;
  readonly orgPath: string;
  /** Only cases of these functions; null for all. */
  readonly functions: readonly string[] | null;
}

/** Who sits at the desk: a post, and the applicant that everybody is too. */
export interface Sitter {
  readonly accountId: string;
  readonly personId: string;
  /** Role and union of the post; null for who holds none. */
  readonly seat: { readonly role: string; readonly orgPath: string } | null;
  readonly standsFor: readonly StoodFor[];
}

export const seated = ({ seat }: Sitter): RawBuilder<boolean> =>
  seat === null ? sql`false` : sql`org_path = ${seat.orgPath} and role = ${seat.role}`;

const waiting = sql`state = 'open' and not waits`;

const barring = (...ids: string[]) => sql`excluded && array[${sql.join(ids)}]::uuid[]`;

/** What a line does not say; the lists name their columns in one order. */
const plain = sql`1 as amber, false as held, null::uuid as principal, null::int as question,
  false as unread`;

/** Tasks of whom somebody stands in for, but those they may take at their own post. */
function tasksFor(sitter: Sitter, principal: StoodFor): RawBuilder<unknown> {
  const { accountId, personId, role, orgPath, functions } = principal;
  const own = sitter.seat?.role === role && sitter.seat.orgPath === orgPath;
  const atSeat = own
    ? sql`false`
    : sql`(org_path = ${orgPath} and role = ${role} and holder_account is null)`;
  const among =
    functions === null
      ? sql`true`
      : sql`exists (select from business.cases c
    where c.id = case_id and c.function = any(${[...functions]}::text[]))`;
  return sql`union all
    select case_id, number, title, due_day, opened_at, amber,
      holder_account is not null, ${accountId}::uuid, null, false
      from business.tasks where ${waiting} and ${among}
        and (${atSeat} or holder_account = ${accountId})
        and not (${barring(sitter.accountId, sitter.personId, accountId, personId)})`;
}

/** What each list holds: a case, what is asked of it there, until when, since when. */
const items: Record<ListName, (sitter: Sitter) => RawBuilder<unknown>> = {
  todo: (sitter) => sql`
    select case_id, number as task, title as step, due_day as due, opened_at as at, amber,
        holder_account is not null as held, null::uuid as principal, null::int as question,
        false as unread
      from business.tasks where ${waiting}
        and ((${seated(sitter)} and holder_account is null) or holder_account = ${sitter.accountId})
        and not (${barring(sitter.accountId, sitter.personId)})
    ${sql.join(
      sitter.standsFor.map((principal) => tasksFor(sitter, principal)),
      sql` `,
    )}
    union all
    select case_id, null, '答复问题', null, asked_at, 1, true, null, number, false
      from business.case_questions where account_id = ${sitter.accountId} and state = 'open'
    union all
    select id, null, '补正后重新提交', null, updated_at, ${plain}
      from business.cases where account_id = ${sitter.accountId} and status = 'returned'`,
  done: ({ accountId }) => sql`
    select distinct on (case_id) case_id, null::int as task, title as step, due_day as due,
        done_at as at, ${plain}
      from business.tasks where state = 'done' and done_by = ${accountId}
      order by case_id, done_at desc`,
  mine: ({ accountId, personId }) => sql`
    select id as case_id, null::int as task, null as step, due_day as due, updated_at as at,
        ${plain}
      from business.cases where account_id = ${accountId} or person_id = ${personId}`,
  copied: (sitter) => sql`
    select case_id, null::int as task, null as step, null::date as due, max(at) as at, 1 as amber,
        false as held, null::uuid as principal, null::int as question,
        bool_or(number > 0 and read_at is null) as unread
      from business.case_copies
      where ${seated(sitter)} and (account_id is null or account_id = ${sitter.accountId})
      group by case_id`,
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
    select c.id, c.number, c.function, c.title, c.status, u.name as "unionName", i.task, i.step,
      i.due, (c.state->>'urgedOn')::date as "urgedOn", i.at, c.filed_at as "filedAt",
      i.amber, i.held, i.principal, i.question, i.unread
    from page i join business.cases c on c.id = i.case_id
      join organisation.unions u on u.id = c.org_id order by ${orders[sort]}`.execute(act.tx);
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
  /** 0 for what belongs to no task: a wait, a notice, the term of the whole case. */
  readonly task: number;
}

/**
 * Open tasks, and cases, whose alarm day has passed, in order, after one already looked at; of one
 * case, or of all.
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
    select alarm_day as "alarmDay", case_id as "caseId", number as task from (
      select alarm_day, case_id, number from business.tasks
      where state = 'open' and not waits and alarm_day < ${today}
      union all
      select alarm_day, id, 0 from business.cases where alarm_day < ${today}) alarms
    where ${of} and ${from}
    order by alarm_day, case_id, number limit 500`.execute(house.tx);
  return rows;
}

export type OpenTask = Pick<Task, "id" | "role" | "orgPath" | "excluded" | "due"> & {
  /** Only this account is asked. */
  readonly holder: string | null;
};

/** Those of a case's tasks, named by number, that still wait. */
export async function waitingTasks(
  house: Act,
  caseId: string,
  numbers: readonly number[],
): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`select number as id, role, org_path as "orgPath", excluded,
      due_day as due, holder_account as holder
    from business.tasks where case_id = ${caseId} and number = any(${[...numbers]}::int[])
      and state = 'open' and not waits`.execute(house.tx);
  return rows;
}
