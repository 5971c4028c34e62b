// Store of what waits to be mended (久未补正): returned cases by how long they wait, and by when they are to come again.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";

export interface Unmended {
  readonly id: string;
  /** The last day its applicant was told of; null for who was not reminded yet. */
  readonly by: Day | null;
}

interface UnmendedWish {
  readonly today: Day;
  /** Those that nothing was done about since. */
  readonly before: Date;
  readonly after: string | undefined;
  readonly caseId: string | undefined;
}

/** Returned cases to be reminded of, and those whose last day has passed, one after another, in order. */
export async function nextUnmended(
  house: Act,
  { today, before, after, caseId }: UnmendedWish,
): Promise<Unmended | undefined> {
  const { rows } = await sql<Unmended>`select id, mend_by as by from business.cases
    where status = 'returned' and ended_at is null
      and case when mend_by is null then updated_at < ${before} else mend_by < ${today} end
      and ${caseId ? sql`id = ${caseId}` : sql`true`}
      and ${after ? sql`id > ${after}` : sql`true`}
    order by id limit 1`.execute(house.tx);
  return rows[0];
}

/** Keeps the last day the applicant is told of. */
export async function setMendBy(house: Act, id: string, by: Day): Promise<void> {
  await sql`update business.cases set mend_by = ${by} where id = ${id}`.execute(house.tx);
}
