// Changes of membership by union (会籍变动台账): what happened at the unions in reach, also of people who
// have gone since.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { sql } from "kysely";

export interface ChangesWanted {
  /** National code of list `membership-change`. */
  readonly kind?: string | undefined;
  readonly fromDay?: Day | undefined;
  readonly toDay?: Day | undefined;
  readonly page: number;
  readonly size: number;
}

export interface ChangeLine {
  readonly id: string;
  readonly day: Day;
  readonly at: Date;
  readonly kind: string;
  readonly reason: string | null;
  readonly note: string | null;
  /** The masked name; null of somebody out of reach whose name was not kept. */
  readonly who: string | null;
  readonly number: string;
  /** Null for who is out of reach now. */
  readonly personId: string | null;
  readonly unionId: string;
  readonly otherUnionId: string | null;
}

/**
 * Newest first. Who has gone is known by the name that 转出 left behind. Row-level security leaves
 * what lies in the actor's scope, and the names of who is still in it.
 */
export async function listChanges(
  act: Act,
  { kind, fromDay, toDay, page, size }: ChangesWanted,
): Promise<{ rows: ChangeLine[]; total: number }> {
  const wanted = sql.join(
    [
      sql`true`,
      ...(kind ? [sql`c.kind = ${kind}`] : []),
      ...(fromDay ? [sql`c.day >= ${fromDay}`] : []),
      ...(toDay ? [sql`c.day <= ${toDay}`] : []),
    ],
    sql` and `,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from member.changes c
    where ${wanted}`.execute(act.tx);
  const { rows } = await sql<
    ChangeLine & { readonly name: string | null }
  >`select c.id, c.day, c.at,
      c.kind, c.reason, c.note, g.who, p.name, m.number, p.id as "personId",
      m.union_id as "unionId", c.other_union_id as "otherUnionId"
    from member.changes c
      join member.memberships m on m.person_id = c.person_id and m.id = c.membership_id
      left join member.persons p on p.id = c.person_id
      left join member.changes g on g.person_id = c.person_id
        and g.membership_id = c.membership_id and g.who is not null
    where ${wanted} order by c.day desc, c.id desc
    limit ${size} offset ${(page - 1) * size}`.execute(act.tx);
  const lines = rows.map(({ name, who, ...row }) => ({
    ...row,
    who: name === null ? who : maskName(name),
  }));
  return { rows: lines, total: counted.rows[0]!.total };
}
