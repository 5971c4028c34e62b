// Store of rollups (汇总): deltas not yet folded, totals and changes by day of every union and all
// below it.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath, PathRange } from "@niangjia/foundation/orgpath";
import { fixed } from "@niangjia/foundation/postgres";
import { type RawBuilder, sql } from "kysely";

export interface DeltaRow {
  readonly id: string;
  readonly org_path: string;
  readonly measure: string;
  readonly day: string;
  readonly amount: number;
}

export async function insertDeltas(act: Act, rows: readonly DeltaRow[]): Promise<void> {
  await sql`insert into organisation.deltas (id, org_path, measure, day, amount)
    select id, org_path, measure, day, amount
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, org_path text, measure text, day date, amount bigint)`.execute(act.tx);
}

export interface NumberRow {
  readonly path: string;
  readonly measure: string;
  readonly amount: number;
}

/**
 * Totals and waiting deltas together: one statement sees one moment, so a fold beside it is not
 * seen by halves. Both ends of a range are given: row-level security lets no index be searched for
 * what a function makes of a column.
 */
export async function readNumbers(
  act: Act,
  ranges: readonly PathRange[],
  measures: readonly string[],
): Promise<NumberRow[]> {
  const [lows, highs] = [ranges.map(({ low }) => low), ranges.map(({ high }) => high)];
  const { rows } = await sql<NumberRow>`
    select path, measure, sum(amount)::bigint as amount from (
      select org_path as path, measure, amount
      from organisation.totals where org_path = any(${lows}::text[])
      union all
      select asked.low, d.measure, d.amount
      from unnest(${lows}::text[], ${highs}::text[]) as asked (low, high)
        join organisation.deltas d on d.org_path >= asked.low and d.org_path < asked.high) known
    where measure = any(${measures}::text[]) group by path, measure`.execute(act.tx);
  return rows;
}

type Numbers = Omit<NumberRow, "path">;

const statements = new Map<number, ReturnType<typeof fixed<Numbers>>>();

/**
 * One statement for each number of measures: measures as a list of parameters, because a statement
 * with a short array is planned anew each time.
 */
function numbersOf(several: number) {
  const known = statements.get(several);
  if (known) return known;
  const measures = Array.from({ length: several }, (_, nth) => `$${nth + 3}`).join(", ");
  const made = fixed<Numbers>(`select measure, sum(amount)::bigint as amount from (
      select measure, amount from organisation.totals where org_path = $1
      union all
      select measure, amount from organisation.deltas where org_path >= $1 and org_path < $2) known
    where measure in (${measures}) group by measure`);
  statements.set(several, made);
  return made;
}

/** The same of one union, for the pages that are opened most; of one measure or more. */
export const readNumbersAt = (
  { tx }: Act,
  { low, high }: PathRange,
  measures: readonly string[],
): Promise<Numbers[]> => numbersOf(measures.length)(tx, low, high, ...measures);

export interface TrendRow {
  readonly day: Day;
  readonly amount: number;
}

/**
 * The number at the end of each day of a period; days before it count in full from its first day
 * on.
 */
export async function readTrend(
  act: Act,
  asked: { range: PathRange; measure: string; fromDay: Day; toDay: Day },
): Promise<TrendRow[]> {
  const { range, measure, fromDay, toDay } = asked;
  const { rows } = await sql<TrendRow>`
    with changes as (
      select greatest(day, ${fromDay}::date) as day, sum(amount) as amount from (
        select day, amount from organisation.days
        where org_path = ${range.low} and measure = ${measure} and day <= ${toDay}::date
        union all
        select day, amount from organisation.deltas
        where org_path >= ${range.low} and org_path < ${range.high} and measure = ${measure}
          and day <= ${toDay}::date) known
      group by 1)
    select d.day::date as day,
      coalesce(sum(c.amount) over (order by d.day), 0)::bigint as amount
    from generate_series(${fromDay}::date, ${toDay}::date, interval '1 day') d (day)
      left join changes c on c.day = d.day::date
    order by d.day`.execute(act.tx);
  return rows;
}

/**
 * Folds and moves take turns: both rewrite totals of the same ancestors. Held to the end of the
 * act.
 */
export const takeRollups = async (act: Act): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('organisations.rollups'))`.execute(act.tx);
};

export async function tryRollups(act: Act): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('organisations.rollups')) as taken`.execute(act.tx);
  return rows[0]!.taken;
}

/** Adds changes of `changes (org_path, measure, day, amount)` to days and totals. */
const addUp = (changes: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  days_changed as (
    insert into organisation.days as known (org_path, measure, day, amount)
    select org_path, measure, day, amount from ${changes}
    on conflict (org_path, measure, day) do update set amount = known.amount + excluded.amount),
  totals_changed as (
    insert into organisation.totals as known (org_path, measure, amount)
    select org_path, measure, sum(amount) from ${changes} group by org_path, measure
    on conflict (org_path, measure) do update set amount = known.amount + excluded.amount)`;

/**
 * The table fills and empties by the minute, so that what the planner knows of it is of another hour: it would sort
 * everything that waits for each batch, where the index has it in order.
 */
const inOrderOfIndex = sql.raw("set local enable_sort = off");
const asBefore = sql.raw("set local enable_sort to default");

/**
 * Takes up to `atMost` waiting deltas within a range and adds them to every ancestor; those of one number and day come
 * together, and are written once. A delta whose union is not at its path waits: a move has overtaken it, and the sweep
 * brings it after. Answers how many were folded.
 */
export async function foldDeltas(act: Act, range: PathRange, atMost: number): Promise<number> {
  await inOrderOfIndex.execute(act.tx);
  const { rows } = await sql<{ folded: number }>`
    with batch as (
      select id from organisation.deltas d
      where org_path >= ${range.low} and org_path < ${range.high}
        and exists (select from organisation.unions u where u.path = d.org_path)
      order by org_path, measure, day limit ${atMost}),
    gone as (
      delete from organisation.deltas d using batch where d.id = batch.id
      returning d.org_path, d.measure, d.day, d.amount),
    own as (
      select string_to_array(trim(both '/' from org_path), '/') as parts, measure, day,
        sum(amount) as amount
      from gone group by org_path, measure, day),
    changes as (
      select '/' || array_to_string(parts[1:depth], '/') || '/' as org_path, measure, day,
        sum(amount) as amount
      from own cross join generate_series(1, cardinality(parts)) depth
      group by 1, 2, 3 having sum(amount) <> 0),
    ${addUp(sql`changes`)}
    select count(*) as folded from gone`.execute(act.tx);
  await asBefore.execute(act.tx);
  return rows[0]!.folded;
}

/**
 * Takes what has been folded at these paths from ancestors on one side and gives it to those on the
 * other, on a day.
 */
export async function liftTotals(
  act: Act,
  moved: {
    readonly paths: readonly OrgPath[];
    readonly from: readonly OrgPath[];
    readonly to: readonly OrgPath[];
    readonly day: Day;
  },
): Promise<void> {
  const { paths, from, to, day } = moved;
  await sql`with sides as (
      select unnest(${from}::text[]) as org_path, -1 as sign
      union all select unnest(${to}::text[]), 1),
    changes as (
      select s.org_path, t.measure, ${day}::date as day, s.sign * sum(t.amount) as amount
      from sides s cross join organisation.totals t
      where t.org_path = any(${[...paths]}::text[])
      group by s.org_path, s.sign, t.measure having sum(t.amount) <> 0),
    ${addUp(sql`changes`)}
    select`.execute(act.tx);
}

export interface PathChange {
  readonly oldPath: OrgPath;
  readonly newPath: OrgPath;
}

/**
 * Gives every row of the house at or under the old paths, which stand under one parent, its new
 * place. Answers how many rows by old path.
 */
export async function movePaths(
  act: Act,
  changes: readonly PathChange[],
): Promise<Map<string, number>> {
  const [from, to] = [changes.map(({ oldPath }) => oldPath), changes.map(({ newPath }) => newPath)];
  const { rows } = await sql<{ path: string; moved: number }>`
    select old_path as path, sum(moved)::bigint as moved
    from house.move_paths(${from}::text[], ${to}::text[]) group by old_path`.execute(act.tx);
  return new Map(rows.map(({ path, moved }) => [path, moved]));
}

/** Moves since a moment, oldest first, whose old place stands empty. */
export async function movesSince(act: Act, since: Date): Promise<PathChange[]> {
  const { rows } = await sql<PathChange>`
    select old_path as "oldPath", new_path as "newPath" from organisation.moves m
    where at > ${since}
      and not exists (select from organisation.unions u where u.path = m.old_path)
    order by at, id`.execute(act.tx);
  return rows;
}
