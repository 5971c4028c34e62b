// Store of terms that run (届满一览): when each ends, who was reminded, and whether a renewal is under way.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import type { UnionLevel } from "@niangjia/registers/organisations";
import { type RawBuilder, sql } from "kysely";
import type { TermSort, TermState } from "./contract.ts";

export type ReminderRow = {
  term_id: string;
  end_day: Day;
  ahead: number;
  union_id: string;
  org_path: string;
  day: Day;
  told: number;
  by_account: string | null;
};

type Tables = { "business.election_reminders": ReminderRow };

/** False when it was noted before. */
export async function noteReminder(house: Act, row: ReminderRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await house.tx
    .withTables<Tables>()
    .insertInto("business.election_reminders")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** When it was told of. */
export async function dayReminded(
  act: Act,
  { termId, endDay: end }: Pick<RunningTerm, "termId" | "endDay">,
  ahead: number,
): Promise<Day | undefined> {
  const found = await act.tx
    .withTables<Tables>()
    .selectFrom("business.election_reminders")
    .select("day")
    .where("term_id", "=", termId)
    .where("end_day", "=", end)
    .where("ahead", "=", ahead)
    .executeTakeFirst();
  return found?.day;
}

export interface RunningTerm {
  readonly termId: string;
  readonly unionId: string;
  readonly name: string;
  readonly path: string;
  readonly parentPath: string | null;
  readonly division: string;
  readonly number: number;
  /** The last day, put off or not. */
  readonly endDay: Day;
}

const endDay = sql`coalesce(t.extended_to, t.to_day)`;
const running = sql`organisation.terms t
  join organisation.unions u on u.id = t.union_id and u.state = 'live'
  left join organisation.unions above on above.id = u.parent_id`;

const runningColumns = sql`t.id as "termId", u.id as "unionId", u.name, u.path,
  above.path as "parentPath", u.division, t.number, ${endDay} as "endDay"`;

/** Places right under which a term ends by a day; null stands above the top. */
export async function parentsOfEnding(act: Act, by: Day): Promise<(string | null)[]> {
  const { rows } = await sql<{ path: string | null }>`select distinct above.path from ${running}
    where t.ended_day is null and ${endDay} <= ${by} order by above.path`.execute(act.tx);
  return rows.map(({ path }) => path);
}

/** Terms that end by a day, of the unions right below a place, the earliest end first. */
export async function termsEnding(
  act: Act,
  { by, parentPath }: { readonly by: Day; readonly parentPath: string | null },
): Promise<RunningTerm[]> {
  const below = parentPath === null ? sql`above.id is null` : sql`above.path = ${parentPath}`;
  const { rows } = await sql<RunningTerm>`select ${runningColumns} from ${running}
    where t.ended_day is null and ${endDay} <= ${by} and ${below}
    order by ${endDay}, t.id`.execute(act.tx);
  return rows;
}

export async function termOf(act: Act, unionId: string): Promise<RunningTerm | undefined> {
  const { rows } = await sql<RunningTerm>`select ${runningColumns} from ${running}
    where t.ended_day is null and u.id = ${unionId}`.execute(act.tx);
  return rows[0];
}

export interface LastRun {
  readonly at: Date;
  readonly did: Record<string, number> | null;
}

/** When the clock last looked at all terms, and what it did. As the house: runs are nobody's. */
export async function lastRun(house: Act, sweep: string): Promise<LastRun | undefined> {
  const { rows } = await sql<LastRun>`select started_at as at, did from outbox.runs
    where sweep = ${sweep} and subject is null and ended_at is not null and failure is null
    order by started_at desc limit 1`.execute(house.tx);
  return rows[0];
}

export interface TermsWanted {
  readonly range: PathRange;
  readonly today: Day;
  readonly state?: TermState | undefined;
  readonly level?: UnionLevel | undefined;
  readonly q?: string | undefined;
}

export interface TermLine {
  readonly unionId: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly parentName: string | null;
  readonly termId: string | null;
  readonly number: number | null;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly extendedTo: Day | null;
  readonly chair: string | null;
  /** Reminders of this end, the earliest first: days before, the day told, how many. */
  readonly reminders: readonly { ahead: number; day: Day; told: number }[];
  readonly renewal: { id: string; number: string } | null;
}

const states = (today: Day): Record<TermState, RawBuilder<unknown>> => {
  const within = (days: number) =>
    sql`${endDay} >= ${today}::date and ${endDay} <= ${today}::date + ${days}::int`;
  return {
    over: sql`${endDay} < ${today}::date`,
    month: within(30),
    quarter: within(90),
    half: within(180),
    later: sql`${endDay} > ${today}::date + 180`,
    unknown: sql`t.id is null`,
  };
};

const orders: Record<TermSort, RawBuilder<unknown>> = {
  end: sql`${endDay} nulls last, u.path`,
  "-end": sql`${endDay} desc nulls last, u.path`,
  name: sql`u.pinyin, u.path`,
  "-name": sql`u.pinyin desc, u.path`,
  path: sql`u.path`,
};

const listed = sql`organisation.unions u
  left join organisation.terms t on t.union_id = u.id and t.ended_day is null`;

const conditions = ({ range, today, state, level, q }: TermsWanted) =>
  sql.join(
    [
      sql`u.state = 'live' and u.level <> 'branch' and u.parent_id is not null`,
      sql`u.path >= ${range.low} and u.path < ${range.high}`,
      ...(state ? [states(today)[state]] : []),
      ...(level ? [sql`u.level = ${level}`] : []),
      ...(q ? [sql`strpos(u.name, ${q}) > 0`] : []),
    ],
    sql` and `,
  );

export async function listTerms(
  act: Act,
  wanted: TermsWanted,
  page: { readonly sort: TermSort; readonly size: number; readonly offset: number },
): Promise<TermLine[]> {
  const { rows } = await sql<TermLine>`
    select u.id as "unionId", u.name, u.level, above.name as "parentName", t.id as "termId",
      t.number, t.from_day as "fromDay", t.to_day as "toDay", t.extended_to as "extendedTo", t.chair,
      coalesce((select jsonb_agg(jsonb_build_object('ahead', r.ahead, 'day', r.day, 'told', r.told)
          order by r.ahead desc) from business.election_reminders r
        where r.term_id = t.id and r.end_day = ${endDay}), '[]') as reminders,
      (select jsonb_build_object('id', c.id, 'number', c.number) from business.cases c
        where c.org_path = u.path and c.status in ('running', 'returned')
          and c.function = 'election.renew' limit 1) as renewal
    from ${listed} left join organisation.unions above on above.id = u.parent_id
    where ${conditions(wanted)}
    order by ${orders[page.sort]} limit ${page.size} offset ${page.offset}`.execute(act.tx);
  return rows;
}

export async function countTerms(act: Act, wanted: TermsWanted): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${listed}
    where ${conditions(wanted)}`.execute(act.tx);
  return rows[0]?.total ?? 0;
}

/** How many unions stand in each state, within all other filters. */
export async function countStates(
  act: Act,
  wanted: Omit<TermsWanted, "state">,
): Promise<Record<TermState, number>> {
  const is = states(wanted.today);
  const counts = sql.join(
    Object.entries(is).map(
      ([state, holds]) => sql`count(*) filter (where ${holds}) as ${sql.ref(state)}`,
    ),
  );
  const { rows } = await sql<Record<TermState, number>>`select ${counts} from ${listed}
    where ${conditions(wanted)}`.execute(act.tx);
  return rows[0]!;
}
