// Employers (工作单位统计): whom the members of a place work for, with how many of them, for finding firms without a union.
import type { Act } from "@niangjia/foundation/act";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";

export interface EmployerCount {
  readonly employer: string;
  /** The town or county federation nearest above most of those who work there. */
  readonly orgId: string;
  readonly orgPath: string;
  readonly people: number;
}

/**
 * Employers of members in range whom at least `atLeast` members name, without those that a living
 * union of the range has as its own, by name. For sweeps: it reads every person of the range.
 */
export async function employersWithoutUnion(
  act: Act,
  { low, high }: PathRange,
  atLeast: number,
): Promise<EmployerCount[]> {
  const { rows } = await sql<EmployerCount>`
    with counted as (
      select p.employer, p.org_path, count(*) as people from member.persons p
      where p.org_path >= ${low} and p.org_path < ${high} and p.merged_into is null
        and p.employer is not null
      group by p.employer, p.org_path),
    known as (
      select distinct f.value #>> '{}' as employer from organisation.facts f
        join organisation.unions u on u.id = f.union_id and u.state <> 'closed'
      where f.org_path >= ${low} and f.org_path < ${high} and f.field = 'employer'
        and f.to_day is null),
    chosen as (
      select employer, sum(people)::bigint as people,
        (array_agg(org_path order by people desc, org_path))[1] as at
      from counted where employer not in (select employer from known)
      group by employer having sum(people) >= ${atLeast})
    select c.employer, c.people, above.id as "orgId", above.path as "orgPath"
    from chosen c join lateral (
      select u.id, u.path from organisation.unions u
      where starts_with(c.at, u.path) and u.path >= ${low} and u.path < ${high}
        and u.level in ('town', 'county') and u.state = 'live'
      order by length(u.path) desc limit 1) above on true
    order by c.employer`.execute(act.tx);
  return rows;
}
