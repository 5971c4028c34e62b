// Store of ending (离会): the living membership of a person closed, and the change put on file.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Source } from "./source.ts";

export interface EndedMembership {
  readonly id: string;
  readonly unionId: string;
  readonly orgPath: string;
  /** As it was. */
  readonly state: "active" | "kept";
  readonly gig: boolean;
  readonly sex: string;
  readonly name: string;
}

/** Ends the living membership, when there is one in the actor's reach. */
export async function endLiving(
  act: Act,
  personId: string,
  day: Day,
): Promise<EndedMembership | undefined> {
  const { rows } = await sql<EndedMembership>`update member.memberships m
    set state = 'ended', ended_day = ${day}, updated_at = ${act.now}
    from (select l.id, l.state, p.sex, p.name from member.memberships l
        join member.persons p on p.id = l.person_id
      where l.person_id = ${personId} and l.state in ('active', 'kept') for update of l) as was
    where m.person_id = ${personId} and m.id = was.id
    returning m.id, m.union_id as "unionId", m.org_path as "orgPath", was.state, m.gig, was.sex,
      was.name`.execute(act.tx);
  return rows[0];
}

export interface NewChange {
  readonly id: string;
  readonly membershipId: string;
  readonly personId: string;
  readonly orgPath: string;
  /** National codes of the change of membership and of its reason. */
  readonly change: string;
  readonly reason: string | null;
  readonly day: Day;
  /** The name, masked: who comes back elsewhere is known here by nothing else. */
  readonly who: string;
}

export async function insertChange(act: Act, source: Source, row: NewChange): Promise<void> {
  await sql`insert into member.changes
      (id, membership_id, person_id, org_path, kind, reason, day, at, source, source_id, by_account,
       who)
    values (${row.id}, ${row.membershipId}, ${row.personId}, ${row.orgPath}, ${row.change},
      ${row.reason}, ${row.day}, ${act.now}, ${source.kind}, ${source.id}, ${source.byAccount},
      ${row.who})`.execute(act.tx);
}
