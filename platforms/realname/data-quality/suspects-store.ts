// Store of suspects (疑似记录): what a sweep found against what is on file; decided ones are never touched.
import type { Act } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { type CopyValue, copyRows } from "@niangjia/foundation/postgres";
import { type Check, failing, onRoster } from "@niangjia/registers/members";
import { type RawBuilder, sql } from "kysely";
import type { AlikePair } from "./pairs.ts";

const table = "niangjia_found";

export async function openFound(act: Act): Promise<void> {
  await sql`create temporary table ${sql.raw(table)} (kind text, person_id uuid, other_id uuid,
    org_path text collate "C", score int, evidence jsonb) on commit drop`.execute(act.tx);
}

const onlyAbout = (about: string | null): RawBuilder<unknown> =>
  about === null ? sql`true` : sql`p.id = ${about}::uuid`;

/** Values that can hardly be true: one pass over all members, a row for each check failed. */
export async function findValues(
  act: Act,
  checks: readonly Check[],
  about: string | null,
): Promise<void> {
  const codes = sql.join(
    checks.map((check) => sql`case when ${failing(check)} then ${check.code} end`),
  );
  await sql`insert into ${sql.raw(table)}
    select f.code, p.id, null, p.org_path, 0, jsonb_build_object('birthDay', p.birth_day,
      'joinedDay', m.joined_day, 'sinceDay', u.since_day)
    from ${onRoster} cross join lateral unnest(array[${codes}]::text[]) f (code)
    where f.code is not null and ${onlyAbout(about)}`.execute(act.tx);
}

/**
 * Phones of several members: whoever gave it last keeps it, for all others it is out of date. Not for records that are
 * suspected to be one person's.
 */
export async function findPhones(act: Act, about: string | null): Promise<void> {
  const asked = about === null ? sql`true` : sql`bool_or(p.id = ${about}::uuid)`;
  await sql`insert into ${sql.raw(table)}
    with shared as (
      select p.phone_blind from ${onRoster} where p.phone_blind is not null
      group by p.phone_blind having count(*) > 1 and ${asked}),
    bearers as (
      select p.id, p.org_path, p.phone_blind, p.phone_mask, coalesce(
        (select max(s.at) from member.statements s where s.person_id = p.id and s.said ? 'phone'),
        p.updated_at) as said_at
      from ${onRoster} join shared using (phone_blind)),
    newest as (
      select distinct on (phone_blind) phone_blind, id, said_at from bearers
      order by phone_blind, said_at desc, id desc)
    select 'phone', b.id, n.id, b.org_path, 0, jsonb_build_object('phoneMask', b.phone_mask,
      'saidAt', b.said_at, 'otherSaidAt', n.said_at)
    from bearers b join newest n using (phone_blind)
    where b.id <> n.id and not exists (select from ${sql.raw(table)} f
      where f.kind = 'duplicate' and f.person_id = least(b.id, n.id)
        and f.other_id = greatest(b.id, n.id))`.execute(act.tx);
}

export async function addPairs(act: Act, pairs: readonly AlikePair[]): Promise<void> {
  const lines = pairs.map(({ personId, otherId, orgPath, score, evidence }): CopyValue[] => [
    ...["duplicate", personId, otherId, orgPath],
    score,
    JSON.stringify(evidence),
  ]);
  if (lines.length > 0) await copyRows(act.tx, table, lines);
}

const isSame = sql`s.person_id = f.person_id and s.kind = f.kind
  and s.other_id is not distinct from f.other_id`;

const aboutSuspect = (about: string | null): RawBuilder<unknown> =>
  about === null ? sql`true` : sql`(s.person_id = ${about}::uuid or s.other_id = ${about}::uuid)`;

/** Open ones found again are brought up to date, gone ones come back. */
async function seeAgain(act: Act): Promise<void> {
  await sql`update business.data_quality_suspects s set org_path = f.org_path, score = f.score,
      evidence = f.evidence, seen_at = ${act.now}, state = 'open',
      decided_at = null, decided_by = null, decided_name = null, note = null
    from ${sql.raw(table)} f where ${isSame} and s.state in ('open', 'gone')`.execute(act.tx);
}

async function letGo(act: Act, about: string | null): Promise<number> {
  const { numAffectedRows } = await sql`update business.data_quality_suspects s
    set state = 'gone', decided_at = ${act.now}
    where s.state = 'open' and ${aboutSuspect(about)}
      and not exists (select from ${sql.raw(table)} f where ${isSame})`.execute(act.tx);
  return Number(numAffectedRows ?? 0n);
}

const insertedAtOnce = 5_000;

/** Found for the first time: they get ids of their own. Answers how many. */
async function addNew(act: Act): Promise<number> {
  let added = 0;
  for (;;) {
    const ids = Array.from({ length: insertedAtOnce }, () => newId());
    const { numAffectedRows } = await sql`insert into business.data_quality_suspects
        (id, kind, person_id, other_id, org_path, score, evidence, found_at, seen_at)
      select i.id, f.kind, f.person_id, f.other_id, f.org_path, f.score, f.evidence,
        ${act.now}::timestamptz, ${act.now}::timestamptz
      from (select f.*, row_number() over () as nth from ${sql.raw(table)} f
        where not exists (select from business.data_quality_suspects s where ${isSame})
        limit ${insertedAtOnce}) f
        join unnest(${ids}::uuid[]) with ordinality i (id, nth) on i.nth = f.nth`.execute(act.tx);
    const count = Number(numAffectedRows ?? 0n);
    added += count;
    if (count < insertedAtOnce) return added;
  }
}

/** Who is in doubt follows the open suspects, under the union each person is in now. */
async function keepDoubts(act: Act): Promise<void> {
  const doubtful = sql`select p.id as person_id, s.id as suspect_id, p.org_path
    from business.data_quality_suspects s
      cross join lateral (values (s.person_id), (s.other_id)) half (id)
      join member.persons p on p.id = half.id
    where s.state = 'open' and s.kind in ('duplicate', 'phone')
      and (s.kind = 'duplicate' or half.id = s.person_id)`;
  await sql`delete from business.data_quality_doubts d where not exists (
    select from (${doubtful}) o where o.person_id = d.person_id and o.suspect_id = d.suspect_id
      and o.org_path = d.org_path)`.execute(act.tx);
  await sql`insert into business.data_quality_doubts (person_id, suspect_id, org_path)
    ${doubtful} on conflict do nothing`.execute(act.tx);
}

/** Holds what was found against what is on file. Answers how many are new and how many are found no more. */
export async function reconcile(
  act: Act,
  about: string | null,
): Promise<{ added: number; gone: number }> {
  await sql`create index on ${sql.raw(table)} (person_id, kind)`.execute(act.tx);
  await sql`analyze ${sql.raw(table)}`.execute(act.tx);
  await seeAgain(act);
  const gone = await letGo(act, about);
  const added = await addNew(act);
  await keepDoubts(act);
  return { added, gone };
}
