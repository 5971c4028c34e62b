// Store of snapshots (年报快照): the counts as of a day, and the statements frozen from them.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type OrgPath, type PathRange, rangeOf, segmentsOf } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";

/** A number of members by one of their facts. */
export interface Count {
  readonly dimension: string;
  /** Null where the fact is not known. */
  readonly code: string | null;
  readonly count: number;
}

/** National bands of the yearly census, in completed years. */
const ageBand = (day: Day): RawBuilder<unknown> => sql`case
  when p.birth_day is null then null
  else case
    when p.birth_day > ${day}::date - interval '26 years' then '25-'
    when p.birth_day > ${day}::date - interval '36 years' then '26-35'
    when p.birth_day > ${day}::date - interval '46 years' then '36-45'
    when p.birth_day > ${day}::date - interval '56 years' then '46-55'
    else '56+' end end`;

const dimensions = [
  "sex",
  "age",
  "education",
  "political",
  "ethnic",
  "employment",
  "skill",
  "gig",
  "migrant",
  "verified",
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * Memberships that held at the end of a day: joined by then, not ended by then. One that is kept or ended by now was,
 * on that day, what the last change up to it made of it.
 */
const held = ({ low, high }: PathRange, day: Day): RawBuilder<unknown> => sql`
  select m.org_path, p.sex, ${ageBand(day)} as age, p.education, p.political_status as political,
    case when p.ethnic_group = '01' then 'han' when p.ethnic_group is not null then 'minority' end
      as ethnic,
    p.employment, p.skill_grade as skill, p.gig_occupation as gig,
    case p.migrant_worker when true then '1' when false then '0' end as migrant, p.verified,
    case when m.state = 'active' then false else coalesce((select c.kind = '3'
      from member.changes c where c.person_id = m.person_id and c.membership_id = m.id
        and c.day <= ${day}::date order by c.day desc, c.at desc limit 1), m.state = 'kept') end
      as kept
  from member.memberships m join member.persons p on p.id = m.person_id
  where m.org_path >= ${low} and m.org_path < ${high} and m.joined_day <= ${day}::date
    and (m.ended_day is null or m.ended_day > ${day}::date) and p.merged_into is null`;

/** Members without kept ones by each fact, and both kinds in all (`kept`), in one pass. */
export async function countMembersOn(act: Act, path: OrgPath, day: Day): Promise<Count[]> {
  const names = dimensions.map((name) => sql.ref(name));
  const sets = names.map((name) => sql`(kept, ${name})`);
  const which = dimensions.map(
    (name, nth) =>
      sql`when grouping(${sql.ref(name)}) = 0 then jsonb_build_array(${sql.lit(dimensions[nth])}, ${sql.ref(name)})`,
  );
  const { rows } = await sql<{ at: [string, string | null] | null; kept: boolean; count: number }>`
    with held as materialized (${held(rangeOf(path), day)})
    select kept, case ${sql.join(which, sql` `)} end as at, count(*) as count
    from held group by grouping sets ((kept), ${sql.join(sets)})`.execute(act.tx);
  return rows.flatMap(({ at, kept, count }): Count[] => {
    if (at === null) return [{ dimension: "kept", code: kept ? "1" : "0", count }];
    return kept ? [] : [{ dimension: at[0], code: at[1], count }];
  });
}

export interface BelowRow {
  readonly unionName: string;
  readonly members: number;
  readonly kept: number;
  readonly women: number;
  readonly gig: number;
}

/** The same by union right below; the union's own members stand under its own name. */
export async function countBelowOn(act: Act, path: OrgPath, day: Day): Promise<BelowRow[]> {
  const parts = segmentsOf(path).length + 1;
  const { rows } = await sql<BelowRow>`
    with held as materialized (${held(rangeOf(path), day)}),
    below as (
      select '/' || array_to_string((string_to_array(trim(both '/' from org_path), '/'))[1:${sql.lit(parts)}], '/') || '/'
          as path, kept, sex, gig
      from held)
    select u.name as "unionName", count(*) filter (where not b.kept) as members,
      count(*) filter (where b.kept) as kept,
      count(*) filter (where not b.kept and b.sex = '2') as women,
      count(*) filter (where not b.kept and b.gig is not null) as gig
    from below b join organisation.unions u on u.path = b.path
    group by u.path, u.name order by u.path`.execute(act.tx);
  return rows;
}

/** Changes of membership after one day up to another, by national code. */
export async function countChanges(
  act: Act,
  path: OrgPath,
  { afterDay, toDay }: { readonly afterDay: Day; readonly toDay: Day },
): Promise<{ code: string; count: number }[]> {
  const { low, high } = rangeOf(path);
  const { rows } = await sql<{ code: string; count: number }>`
    select kind as code, count(*) as count from member.changes
    where org_path >= ${low} and org_path < ${high} and day > ${afterDay}::date
      and day <= ${toDay}::date group by kind order by kind`.execute(act.tx);
  return rows;
}

/** Unions that stood at the end of a day, by level and by kind. */
export async function countUnionsOn(
  act: Act,
  path: OrgPath,
  day: Day,
): Promise<{ level: string; kind: string; count: number }[]> {
  const { low, high } = rangeOf(path);
  const { rows } = await sql<{ level: string; kind: string; count: number }>`
    select level, kind, count(*) as count from organisation.unions
    where path >= ${low} and path < ${high} and since_day <= ${day}::date
      and (closed_day is null or closed_day > ${day}::date)
    group by level, kind order by level, kind`.execute(act.tx);
  return rows;
}

export interface SnapshotRow {
  readonly id: string;
  readonly orgPath: string;
  readonly unionId: string;
  readonly year: number;
  readonly day: Day;
  readonly content: string;
  readonly sha256: string;
  readonly at: Date;
  readonly byName: string;
}

const columns = sql`id, org_path as "orgPath", union_id as "unionId", year, day, sha256, at,
  by_name as "byName"`;

export async function insertSnapshot(
  act: Act,
  row: Omit<SnapshotRow, "at" | "byName">,
): Promise<void> {
  await sql`insert into business.data_quality_snapshots
      (id, org_path, union_id, year, day, content, sha256, at, account_id, by_name)
    values (${row.id}, ${row.orgPath}, ${row.unionId}, ${row.year}, ${row.day}, ${row.content},
      ${row.sha256}, ${act.now}, ${act.actor.accountId}, ${act.actor.name})`.execute(act.tx);
}

export async function findSnapshot(act: Act, id: string): Promise<SnapshotRow | undefined> {
  const { rows } = await sql<SnapshotRow>`select ${columns}, content
    from business.data_quality_snapshots where id = ${id}`.execute(act.tx);
  return rows[0];
}

export async function listSnapshotRows(
  act: Act,
  wanted: { readonly path: OrgPath; readonly year: number | undefined },
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<{ rows: Omit<SnapshotRow, "content">[]; total: number }> {
  const { low, high } = rangeOf(wanted.path);
  const ofYear = wanted.year === undefined ? sql`true` : sql`year = ${wanted.year}`;
  const where = sql`org_path >= ${low} and org_path < ${high} and ${ofYear}`;
  const { rows } = await sql<Omit<SnapshotRow, "content">>`select ${columns}
    from business.data_quality_snapshots where ${where}
    order by year desc, at desc, id desc limit ${size} offset ${offset}`.execute(act.tx);
  const counted = await sql<{ n: number }>`select count(*) as n
    from business.data_quality_snapshots where ${where}`.execute(act.tx);
  return { rows, total: counted.rows[0]!.n };
}
