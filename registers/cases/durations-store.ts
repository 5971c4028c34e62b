// Store of paces (办理用时): decided tasks counted by step, place and working days spent.
import type { Definition } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, startOfDay } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import { begun, counties, dayIn, numbered, place } from "./durations-days.ts";

export interface Span {
  readonly from: Day;
  /** Not counted any more. */
  readonly before: Day;
}

/** What nobody decided before the clock did, or took away. */
const lapsed = sql`t.how in ('escalate', 'pass')`;

/**
 * Tasks decided in a span with the working days they took and might take. What the clock passed on
 * took longer than it might; what was handed on is decided once, by the last.
 */
const decided = ({ from, before }: Span) => sql`
  select c.function, t.node, ${place} as org_path, t.due_day, ${begun} as opened_at, t.done_at,
    case when ${lapsed} then greatest(d.n, e.n + 1) else d.n end - coalesce(o.n, 0) as workdays,
    e.n - coalesce(o.n, 0) as term,
    coalesce(t.due_day < ${dayIn(sql`t.done_at`)}, false) as late
  from business.tasks t join business.cases c on c.id = t.case_id ${counties}
    join numbered d on d.day = ${dayIn(sql`t.done_at`)}
    left join numbered o on o.day = ${dayIn(begun)}
    left join numbered e on e.day = t.due_day
  where (t.state = 'done' or ${lapsed}) and t.how <> 'transfer'
    and t.done_at >= ${startOfDay(from)} and t.done_at < ${startOfDay(before)}`;

/** Counts a span anew in place of all counted before. Answers how many tasks it holds. */
export async function countPaces(house: Act, span: Span): Promise<number> {
  await sql`delete from business.step_paces`.execute(house.tx);
  const { rows } = await sql<{ tasks: number }>`
    with ${numbered(span.from, span.before)}, counted as (
      insert into business.step_paces (function, node, org_path, workdays, tasks, late)
      select function, node, org_path, workdays, count(*), count(*) filter (where late)
      from (${decided(span)}) as decided group by function, node, org_path, workdays
      returning tasks)
    select coalesce(sum(tasks), 0)::int as tasks from counted`.execute(house.tx);
  return rows[0]!.tasks;
}

/** A step of a function, perhaps at one place, and how often it took how long. */
export interface StepCount {
  readonly function: string;
  readonly node: string;
  readonly orgPath: string | null;
  readonly workdays: number;
  readonly tasks: number;
  readonly late: number;
}

/** As many tasks of a span as were counted, everywhere and by place, without keeping it. */
export async function pastCounts(house: Act, span: Span): Promise<StepCount[]> {
  const { rows } = await sql<StepCount>`
    with ${numbered(span.from, span.before)}
    select function, node, org_path as "orgPath", workdays, count(*)::int as tasks,
      count(*) filter (where late)::int as late
    from (${decided(span)}) as decided
    group by grouping sets ((function, node, workdays), (function, node, org_path, workdays))`.execute(
    house.tx,
  );
  return rows;
}

export interface DecidedTask {
  readonly function: string;
  readonly node: string;
  readonly orgPath: string;
  readonly workdays: number;
  readonly term: number;
  readonly late: boolean;
  readonly openedAt: Date;
  readonly doneAt: Date;
}

/** The tasks with a due day that were decided last. */
export async function lastDecided(house: Act, span: Span, atMost: number): Promise<DecidedTask[]> {
  const { rows } = await sql<DecidedTask>`
    with ${numbered(span.from, span.before)}
    select function, node, org_path as "orgPath", workdays, term, late, opened_at as "openedAt",
      done_at as "doneAt"
    from (${decided(span)}) as decided where term is not null
    order by done_at desc limit ${atMost}`.execute(house.tx);
  return rows;
}

/** Counted paces within a range of places, whole or by place. */
export async function countedWithin(
  act: Act,
  range: PathRange,
  { function: id, byPlace }: { readonly function: string | undefined; readonly byPlace: boolean },
): Promise<StepCount[]> {
  const { rows } = await sql<StepCount>`
    select function, node, ${byPlace ? sql`org_path` : sql`null::text`} as "orgPath", workdays,
      sum(tasks)::int as tasks, sum(late)::int as late
    from business.step_paces
    where org_path >= ${range.low} and org_path < ${range.high}
      ${id === undefined ? sql`` : sql`and function = ${id}`}
    group by 1, 2, 3, 4`.execute(act.tx);
  return rows;
}

/** Counted paces of these functions, everywhere and at these places. */
export async function countedFor(
  house: Act,
  functions: readonly string[],
  places: readonly string[],
): Promise<StepCount[]> {
  const { rows } = await sql<StepCount>`
    select function, node, null::text as "orgPath", workdays, sum(tasks)::int as tasks,
      sum(late)::int as late
    from business.step_paces where function = any(${[...functions]}::text[])
    group by function, node, workdays
    union all
    select function, node, org_path, workdays, tasks, late from business.step_paces
    where function = any(${[...functions]}::text[]) and org_path = any(${[...places]}::text[])`.execute(
    house.tx,
  );
  return rows;
}

/** All flows that cases of these functions ran on, the newest of each first. */
export async function flowsKept(
  house: Act,
  functions: readonly string[],
): Promise<{ readonly function: string; readonly definition: Definition }[]> {
  const { rows } = await sql<{ function: string; definition: Definition }>`
    select function, definition from business.case_flows
    where function = any(${[...functions]}::text[])
    order by function, version desc, variant desc`.execute(house.tx);
  return rows;
}

/** The day paces were counted last. */
export async function countedOn(act: Act): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select max(counted_on) as day from business.forecast_checks`.execute(act.tx);
  return rows[0]?.day ?? null;
}
