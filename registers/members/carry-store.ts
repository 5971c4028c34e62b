// Store of carrying (成批接转): many memberships of one union end and go on elsewhere, set by set.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { CurrentMembership, NewMembership, NewMove } from "./moves-store.ts";
import type { Source } from "./source.ts";

/** Living memberships of exactly one union with their persons, held until the act ends. */
export async function holdLiving(
  house: Act,
  unionId: string,
  { path, limit }: { readonly path: string; readonly limit: number },
): Promise<CurrentMembership[]> {
  const { rows } = await sql<CurrentMembership>`
    select p.id as "personId", p.name, p.sex, m.id, m.union_id as "unionId",
      m.org_path as "orgPath", m.number, m.state, m.gig, m.joined_day as "joinedDay"
    from member.memberships m join member.persons p on p.id = m.person_id
    where m.org_path = ${path} and m.union_id = ${unionId} and m.state in ('active', 'kept')
    order by m.person_id limit ${limit} for update of p, m`.execute(house.tx);
  return rows;
}

/** They are over, and begin at the other union, where records and employments lie from now on. */
export async function replaceMemberships(
  house: Act,
  rows: readonly NewMembership[],
  { endedDay, ended }: { readonly endedDay: Day; readonly ended: readonly string[] },
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const people = rows.map(({ personId }) => personId);
  await sql`update member.memberships set state = 'ended', ended_day = ${endedDay},
      updated_at = ${house.now}
    where person_id = any(${people}::uuid[]) and id = any(${[...ended]}::uuid[])`.execute(house.tx);
  await sql`insert into member.memberships (id, person_id, org_path, union_id, number, state, gig,
      joined_day, updated_at)
    select id, "personId", "orgPath", "unionId", number, state, gig, "joinedDay", ${house.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "personId" uuid,
      "orgPath" text, "unionId" uuid, number text, state text, gig boolean, "joinedDay" date)`.execute(
    house.tx,
  );
  await sql`update member.persons set org_path = ${first.orgPath}
    where id = any(${people}::uuid[])`.execute(house.tx);
  await sql`update member.employments set org_path = ${first.orgPath}
    where person_id = any(${people}::uuid[])`.execute(house.tx);
}

export async function insertMoves(
  house: Act,
  source: Source,
  rows: readonly NewMove[],
): Promise<void> {
  await sql`insert into member.changes (id, membership_id, person_id, org_path, kind, reason, day, at,
      source, source_id, by_account, note, other_union_id, who)
    select id, "membershipId", "personId", "orgPath", change, reason, day, ${house.now}::timestamptz,
      ${source.kind}, ${source.id}::uuid, ${source.byAccount}::uuid, note, "otherUnionId", who
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "membershipId" uuid,
      "personId" uuid, "orgPath" text, change text, reason text, day date, note text,
      "otherUnionId" uuid, who text)`.execute(house.tx);
}
