// Store of lists (清单): unions by filters and by what people type, always within a range of paths.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { UnionLevel, UnionState } from "./contract.ts";
import type { Union } from "./store.ts";

export interface Filters {
  readonly range: PathRange;
  readonly level?: UnionLevel;
  /** Code of list `union-kind`. */
  readonly kind?: string;
  readonly state?: UnionState;
  /** The running term's last day lies before this day. */
  readonly termEndsBefore?: Day;
  /** Part of the name. */
  readonly name?: string;
}

const sorts = {
  path: sql`u.path`,
  name: sql`u.pinyin, u.path`,
  since: sql`u.since_day, u.path`,
  "-since": sql`u.since_day desc, u.path`,
  "term-end": sql`coalesce(t.extended_to, t.to_day) nulls last, u.path`,
} as const;
export type Sort = keyof typeof sorts;

export interface ListedUnion extends Union {
  readonly uscc: string | null;
  readonly parentName: string | null;
  /** Last day of the running term. */
  readonly termEnd: Day | null;
}

const columns = sql`u.id, u.path, u.parent_id as "parentId", u.name, u.level, u.kind, u.division,
  u.state, u.since_day as "sinceDay", u.closed_day as "closedDay"`;

/** The last day in office, put off or not. */
const termEnd = sql`coalesce(t.extended_to, t.to_day)`;

const withTerm = sql`organisation.unions u
  left join organisation.terms t on t.union_id = u.id and t.ended_day is null`;

const and = (conditions: readonly (RawBuilder<unknown> | undefined | "")[]): RawBuilder<unknown> =>
  sql.join(
    conditions.flatMap((condition) => condition || []),
    sql` and `,
  );

const conditionsOf = (filters: Filters): RawBuilder<unknown> => {
  const { range, level, kind, state, termEndsBefore, name } = filters;
  return and([
    sql`u.path >= ${range.low} and u.path < ${range.high}`,
    level && sql`u.level = ${level}`,
    kind && sql`u.kind = ${kind}`,
    state ? sql`u.state = ${state}` : sql`u.state <> 'closed'`,
    termEndsBefore && sql`${termEnd} < ${termEndsBefore}`,
    name && sql`position(${name} in u.name) > 0`,
  ]);
};

export async function countUnions(act: Act, filters: Filters): Promise<number> {
  const from = filters.termEndsBefore ? withTerm : sql`organisation.unions u`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${from} where ${conditionsOf(filters)}`.execute(act.tx);
  return rows[0]!.total;
}

export async function listUnions(
  act: Act,
  filters: Filters,
  { sort, limit, offset }: { sort: Sort; limit: number; offset: number },
): Promise<ListedUnion[]> {
  const { rows } = await sql<ListedUnion>`
    select ${columns}, ${termEnd} as "termEnd", p.name as "parentName", c.uscc
    from ${withTerm}
      left join organisation.unions p on p.id = u.parent_id
      left join organisation.codes c on c.union_id = u.id and c.role = 'own'
    where ${conditionsOf(filters)}
    order by ${sorts[sort]} limit ${limit} offset ${offset}`.execute(act.tx);
  return rows;
}

/** What a typed text is looked for in. */
export type Searched = "name" | "initials" | "pinyin";

interface Search {
  readonly range: PathRange;
  readonly text: string;
  readonly columns: readonly Searched[];
  readonly limit: number;
}

const living = ({ low, high }: PathRange) =>
  sql`u.path >= ${low} and u.path < ${high} and u.state <> 'closed'`;

const or = (conditions: readonly RawBuilder<unknown>[]) =>
  sql`(${sql.join(conditions, sql` or `)})`;

/** Sorts after every text that begins with the one before it. */
const last = "\u{10ffff}";

/**
 * Unions one of whose columns begins with the text, from the top of the tree down; served by the
 * indexes.
 */
export async function unionsBeginning(act: Act, search: Search): Promise<Union[]> {
  const { range, text, limit } = search;
  const begins = search.columns.map((name) => {
    const column = sql.ref(`u.${name}`);
    return sql`(${column} >= ${text} and ${column} < ${text + last})`;
  });
  const { rows } = await sql<Union>`select ${columns} from organisation.unions u
    where ${or(begins)} and ${living(range)}
    order by length(u.path), u.path limit ${limit}`.execute(act.tx);
  return rows;
}

/** Unions one of whose columns holds the text further in. */
export async function unionsHolding(act: Act, search: Search): Promise<Union[]> {
  const { range, text, limit } = search;
  const holds = search.columns.map((name) => sql`position(${text} in ${sql.ref(`u.${name}`)}) > 1`);
  const { rows } = await sql<Union>`select ${columns} from organisation.unions u
    where ${or(holds)} and ${living(range)}
    order by length(u.path), u.path limit ${limit}`.execute(act.tx);
  return rows;
}

/** Living unions that bear a credit code, or whose employer does. */
export async function unionsOfCode(act: Act, range: PathRange, uscc: string): Promise<Union[]> {
  const { rows } = await sql<Union>`select distinct ${columns} from organisation.unions u
      join organisation.codes c on c.union_id = u.id
    where c.uscc = ${uscc} and ${living(range)} order by u.path limit 20`.execute(act.tx);
  return rows;
}
