// Store of employments (工作单位): a row for each employer of a person, from a day to a day.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Source } from "./source.ts";

export interface Employment {
  readonly id: string;
  readonly employer: string;
  readonly occupation: string | null;
  readonly fromDay: Day;
  /** Null while it lasts. */
  readonly toDay: Day | null;
  readonly source: Source["kind"];
  readonly at: Date;
}

export async function openEmployment(
  house: Act,
  { kind, id: sourceId, byAccount }: Source,
  row: Pick<Employment, "id" | "employer" | "occupation" | "fromDay"> & {
    readonly personId: string;
  },
): Promise<void> {
  const { id, personId, employer, occupation, fromDay } = row;
  await sql`insert into member.employments (id, person_id, org_path, employer, occupation, from_day,
      at, source, source_id, by_account)
    select ${id}, p.id, p.org_path, ${employer}, ${occupation}, ${fromDay}, ${house.now}, ${kind},
      ${sourceId}::uuid, ${byAccount}::uuid
    from member.persons p where p.id = ${personId} and not exists (
      select from member.employments e where e.person_id = p.id and e.employer = ${employer}
        and e.to_day is null)`.execute(house.tx);
}

export async function closeEmployments(
  house: Act,
  { personId, employer, toDay }: { personId: string; employer: string; toDay: Day },
): Promise<void> {
  await sql`update member.employments set to_day = ${toDay}
    where person_id = ${personId} and employer = ${employer} and to_day is null`.execute(house.tx);
}

/** Records merged into theirs included; those that last first. As the house: the actor was found to reach the person. */
export async function readEmployments(house: Act, personId: string): Promise<Employment[]> {
  const { rows } = await sql<Employment>`select id, employer, occupation, from_day as "fromDay",
      to_day as "toDay", source, at
    from member.employments where person_id in (select id from member.persons
      where id = ${personId} or merged_into = ${personId})
    order by (to_day is not null), from_day desc, id desc`.execute(house.tx);
  return rows;
}

export async function dropEmployments(
  house: Act,
  { personId, mergeId }: { readonly personId: string; readonly mergeId: string },
): Promise<void> {
  await sql`delete from member.employments where person_id = ${personId} and source = 'merge'
    and source_id = ${mergeId}`.execute(house.tx);
}
