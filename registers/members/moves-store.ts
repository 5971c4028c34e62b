// Store of moves (会籍变动): one membership after another of a person, each at one union from a day on.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Source } from "./source.ts";

/** The membership a person has, or had last. */
export interface CurrentMembership {
  readonly personId: string;
  readonly name: string;
  readonly sex: string;
  readonly id: string;
  readonly unionId: string;
  readonly orgPath: string;
  readonly number: string;
  readonly state: "active" | "kept" | "ended";
  readonly gig: boolean;
  readonly joinedDay: Day;
}

/** The living one first, else the latest. A record that was merged into another has none of its own. */
export async function readCurrent(
  house: Act,
  personId: string,
): Promise<CurrentMembership | undefined> {
  const { rows } = await sql<CurrentMembership>`select p.id as "personId", p.name, p.sex, m.id,
      m.union_id as "unionId", m.org_path as "orgPath", m.number, m.state, m.gig,
      m.joined_day as "joinedDay"
    from member.persons p join member.memberships m on m.person_id = p.id
    where p.id = ${personId} and p.merged_into is null
    order by (m.state = 'ended'), m.joined_day desc, m.id desc limit 1`.execute(house.tx);
  return rows[0];
}

/** Nobody else changes the person or their memberships until the act ends. */
export async function holdPerson(house: Act, personId: string): Promise<void> {
  await sql`select from member.persons where id = ${personId} for update`.execute(house.tx);
  await sql`select from member.memberships where person_id = ${personId}
    order by id for update`.execute(house.tx);
}

export async function setState(
  house: Act,
  { personId, id }: CurrentMembership,
  as: { readonly state: "kept" | "ended"; readonly endedDay: Day | null },
): Promise<void> {
  await sql`update member.memberships set state = ${as.state}, ended_day = ${as.endedDay},
    updated_at = ${house.now} where person_id = ${personId} and id = ${id}`.execute(house.tx);
}

export type NewMembership = Omit<CurrentMembership, "name" | "sex" | "state"> & {
  readonly state: "active" | "kept";
};

/** Begins at its union, where the person's record and employments lie from now on. */
export async function insertMembership(house: Act, row: NewMembership): Promise<void> {
  const { personId, orgPath } = row;
  await sql`insert into member.memberships
      (id, person_id, org_path, union_id, number, state, gig, joined_day, updated_at)
    values (${row.id}, ${personId}, ${orgPath}, ${row.unionId}, ${row.number}, ${row.state},
      ${row.gig}, ${row.joinedDay}, ${house.now})`.execute(house.tx);
  await sql`update member.persons set org_path = ${orgPath} where id = ${personId}`.execute(
    house.tx,
  );
  await sql`update member.employments set org_path = ${orgPath}
    where person_id = ${personId}`.execute(house.tx);
}

export interface NewMove {
  readonly id: string;
  readonly membershipId: string;
  readonly personId: string;
  readonly orgPath: string;
  /** National codes of the change of membership and of its reason. */
  readonly change: "1" | "2" | "3" | "4";
  readonly reason: string | null;
  readonly day: Day;
  readonly note: string | null;
  readonly otherUnionId: string | null;
  /** A masked name. */
  readonly who: string | null;
}

export async function insertMove(house: Act, source: Source, row: NewMove): Promise<void> {
  await sql`insert into member.changes (id, membership_id, person_id, org_path, kind, reason, day,
      at, source, source_id, by_account, note, other_union_id, who)
    values (${row.id}, ${row.membershipId}, ${row.personId}, ${row.orgPath}, ${row.change},
      ${row.reason}, ${row.day}, ${house.now}, ${source.kind}, ${source.id}, ${source.byAccount},
      ${row.note}, ${row.otherUnionId}, ${row.who})`.execute(house.tx);
}
