// Store of scores (质量评分): every check asked of every member in one pass, added up to each union above, kept by day.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type OrgPath, rangeOf, wholeTree } from "@niangjia/foundation/orgpath";
import {
  type Aspect,
  asked,
  type Check,
  type Condition,
  failing,
  onRoster,
} from "@niangjia/registers/members";
import { sql } from "kysely";
import { aspectNames } from "./quality.ts";

/** Values people have looked at and found true (核实无误) cost no points. */
export const withAccepted = sql`${onRoster}
  left join (select person_id, array_agg(kind) as codes from business.data_quality_suspects
    where state = 'accepted' group by person_id) accepted on accepted.person_id = p.id`;

/** True for a record that loses points by a check. */
export const losing = (check: Check): Condition =>
  check.doubtful
    ? sql`(${failing(check)} and ${check.code} <> all(coalesce(accepted.codes, '{}')))`
    : failing(check);

const comma = (parts: readonly Condition[]): Condition => sql.join(parts);
const plus = (parts: readonly Condition[]): Condition =>
  parts.length === 0 ? sql`0` : sql.join(parts, sql` + `);

const totalName = (aspect: Aspect): string => `${aspect}_total`;
const goodName = (aspect: Aspect): string => `${aspect}_good`;
const faultName = (nth: number): string => `f${nth}`;

/** Names of the numbers that are added up: people, checks asked by measure, members that fail by check. */
const summed = (checks: readonly Check[]): string[] => [
  "people",
  ...aspectNames.map(totalName),
  ...checks.map((_check, nth) => faultName(nth)),
];

/** How many checks of a measure are asked of one record. */
function askedOf(aspect: Aspect, checks: readonly Check[]): Condition {
  const own = checks.filter((check) => check.aspect === aspect);
  const always = own.filter(({ applies }) => !applies).length;
  const sometimes = own.filter(({ applies }) => applies);
  return plus([
    sql.lit(always),
    ...sometimes.map((check) => sql`case when ${asked(check)} then 1 else 0 end`),
  ]);
}

/** One row a union that has members of its own. */
const ownNumbers = (checks: readonly Check[], within: Condition): Condition => sql`
  select p.org_path, count(*) as people,
    ${comma(aspectNames.map((aspect) => sql`sum(${askedOf(aspect, checks)}) as ${sql.ref(totalName(aspect))}`))},
    ${comma(checks.map((check, nth) => sql`count(*) filter (where ${losing(check)}) as ${sql.ref(faultName(nth))}`))}
  from ${withAccepted} where ${within} group by p.org_path`;

const sums = (checks: readonly Check[], from: string): Condition =>
  comma(summed(checks).map((name) => sql`sum(${sql.ref(`${from}.${name}`)}) as ${sql.ref(name)}`));

/** Checks passed: those asked without those failed. */
const goodOf = (aspect: Aspect, checks: readonly Check[]): Condition => {
  const failed = checks.flatMap((check, nth) =>
    check.aspect === aspect ? sql.ref(faultName(nth)) : [],
  );
  return sql`${sql.ref(totalName(aspect))} - (${plus(failed)})`;
};

/** A row of the store, made of the numbers. Members are few enough for a double to be exact; json takes it. */
const scoreColumns = (checks: readonly Check[]): Condition =>
  comma([
    sql`people::bigint`,
    ...aspectNames.flatMap((aspect) => [
      sql`(${goodOf(aspect, checks)})::bigint as ${sql.ref(goodName(aspect))}`,
      sql`${sql.ref(totalName(aspect))}::bigint`,
    ]),
    sql`jsonb_strip_nulls(jsonb_build_object(${comma(
      checks.flatMap(({ code }, nth) => [
        sql`${sql.lit(code)}`,
        sql`nullif(${sql.ref(faultName(nth))}, 0)::bigint`,
      ]),
    )})) as faults`,
  ]);

const storedNames: readonly string[] = [
  "people",
  ...aspectNames.flatMap((aspect) => [goodName(aspect), totalName(aspect)]),
  "faults",
];

const storedOf = (row: string): Condition =>
  comma(storedNames.map((name) => sql.ref(`${row}.${name}`)));

const stored = comma(storedNames.map((name) => sql.ref(name)));

const overwritten = comma(
  storedNames.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
);

/**
 * Counts everything at and under a path anew as of a day, and keeps what changed: a union whose numbers are as they
 * were on its last day gets no new row. Answers how many rows were written.
 */
export async function countScores(
  act: Act,
  checks: readonly Check[],
  { path, day }: { readonly path: OrgPath | null; readonly day: Day },
): Promise<number> {
  const { low, high } = path ? rangeOf(path) : wholeTree;
  const inRange = (column: string): Condition =>
    sql`${sql.ref(column)} >= ${low} and ${sql.ref(column)} < ${high}`;
  const orNone = comma(
    summed(checks).map((name) => sql`coalesce(${sql.ref(`l.${name}`)}, 0) as ${sql.ref(name)}`),
  );
  const { numAffectedRows } = await sql`
    insert into business.data_quality_scores as known (org_path, day, ${stored})
    with own as (${ownNumbers(checks, inRange("p.org_path"))}),
    lineage as (
      select '/' || array_to_string(parts[1:depth], '/') || '/' as org_path, ${sums(checks, "own")}
      from (select *, string_to_array(trim(both '/' from org_path), '/') as parts from own) own
        cross join generate_series(1, cardinality(parts)) depth
      group by 1),
    numbers as (
      select u.path as org_path, ${orNone}
      from organisation.unions u left join lineage l on l.org_path = u.path
      where ${inRange("u.path")}),
    fresh as (select org_path, ${scoreColumns(checks)} from numbers)
    select f.org_path, ${day}::date, ${storedOf("f")}
    from fresh f left join lateral (
      select * from business.data_quality_scores s
      where s.org_path = f.org_path and s.day <= ${day}::date order by s.day desc limit 1) last on true
    where (${storedOf("f")}) is distinct from (${storedOf("last")})
      and not (last.people is null and f.people = 0)
    on conflict (org_path, day) do update set ${overwritten}`.execute(act.tx);
  return Number(numAffectedRows ?? 0n);
}
