// Store of reminders (证书到期提醒): certificates that are to be renewed or have lapsed, and that it was told.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";

/** `renew` from the day its renewal may be asked for, `lapsed` once its last day has passed. */
export type Notice = "renew" | "lapsed";

export interface DueCertificate {
  readonly id: string;
  readonly unionId: string;
  readonly path: string;
  readonly name: string;
  readonly number: string;
  readonly toDay: Day;
  readonly notice: Notice;
}

/**
 * Whatever holds of a living union and is to be told of today, the nearest end first: not where a renewal is being
 * decided, and not of unions closed since. `unionId` for one alone.
 */
export async function dueCertificates(
  house: Act,
  today: Day,
  unionId?: string,
): Promise<DueCertificate[]> {
  const { rows } = await sql<DueCertificate>`
    select c.id, c.union_id as "unionId", u.path, u.name, c.number, c.to_day as "toDay", d.notice
    from business.founding_certificates c
      join organisation.unions u on u.id = c.union_id and u.state = 'live',
      lateral (select case when c.to_day < ${today} then 'lapsed' else 'renew' end as notice) d
    where c.renew_from_day <= ${today} and c.told is distinct from d.notice
      and (${unionId ?? null}::uuid is null or c.union_id = ${unionId ?? null}::uuid)
      and not exists (select from business.founding_certificates newer
        where newer.union_id = c.union_id
          and (newer.issued_day, newer.id) > (c.issued_day, c.id))
      and not exists (select from business.cases k
        where k.function = 'founding.legal' and k.ended_at is null and k.org_path = u.path)
    order by c.to_day, c.id limit 1000`.execute(house.tx);
  return rows;
}

/** Answers whether it was not told of before. */
export async function noteTold(house: Act, id: string, notice: Notice): Promise<boolean> {
  const { numAffectedRows } = await sql`update business.founding_certificates set told = ${notice}
    where id = ${id} and told is distinct from ${notice}`.execute(house.tx);
  return numAffectedRows === 1n;
}
