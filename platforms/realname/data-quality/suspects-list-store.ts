// Store of the suspects' list (疑似清单): pages with both records as far as the actor reaches them, and decisions.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type OrgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { SuspectState } from "./suspects-contract.ts";

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly idMask: string;
  readonly phoneMask: string | null;
  readonly orgPath: string;
  readonly verified: string;
}

export interface SuspectRow {
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  readonly otherId: string | null;
  readonly score: number;
  readonly evidence: unknown;
  readonly state: SuspectState;
  readonly foundAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedName: string | null;
  readonly note: string | null;
  readonly person: Party;
  /** Null when there is none, or none the actor reaches. */
  readonly other: Party | null;
}

const party = (row: string): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${row}.${column}`);
  return sql`case when ${of("id")} is null then null else jsonb_build_object('id', ${of("id")},
    'name', ${of("name")}, 'sex', ${of("sex")}, 'birthDay', ${of("birth_day")},
    'idMask', ${of("id_mask")}, 'phoneMask', ${of("phone_mask")}, 'orgPath', ${of("org_path")},
    'verified', ${of("verified")}) end`;
};

const suspects = sql`select s.id, s.kind, s.person_id as "personId", s.other_id as "otherId",
    s.score, s.evidence, s.state, s.found_at as "foundAt", s.decided_at as "decidedAt",
    s.decided_name as "decidedName", s.note, ${party("p")} as person, ${party("o")} as other
  from business.data_quality_suspects s
    join member.persons p on p.id = s.person_id
    left join member.persons o on o.id = s.other_id`;

export interface SuspectFilter {
  readonly path: OrgPath;
  readonly kind: string | undefined;
  readonly state: SuspectState;
}

const conditionOf = ({ path, kind, state }: SuspectFilter): RawBuilder<unknown> => {
  const { low, high } = rangeOf(path);
  const ofKind = kind === undefined ? sql`true` : sql`s.kind = ${kind}`;
  return sql`s.org_path >= ${low} and s.org_path < ${high} and s.state = ${state} and ${ofKind}`;
};

/** The likeliest duplicates first, then values by union. */
export async function listSuspectRows(
  act: Act,
  filter: SuspectFilter,
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<SuspectRow[]> {
  const { rows } = await sql<SuspectRow>`${suspects} where ${conditionOf(filter)}
    order by s.score desc, s.org_path, s.id limit ${size} offset ${offset}`.execute(act.tx);
  return rows;
}

/** How many of each kind, whatever kind is asked for. */
export async function countKinds(
  act: Act,
  filter: SuspectFilter,
): Promise<{ kind: string; count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`select s.kind, count(*) as count
    from business.data_quality_suspects s
    where ${conditionOf({ ...filter, kind: undefined })}
    group by s.kind order by s.kind`.execute(act.tx);
  return rows;
}

/** `hold` keeps it from being decided twice. */
export async function findSuspectRow(
  act: Act,
  id: string,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<SuspectRow | undefined> {
  const { rows } = await sql<SuspectRow>`${suspects} where s.id = ${id}
    ${hold ? sql`for update of s` : sql``}`.execute(act.tx);
  return rows[0];
}

export async function decideSuspect(
  act: Act,
  id: string,
  { state, note }: { readonly state: SuspectState; readonly note: string | null },
): Promise<void> {
  const { now, actor, tx } = act;
  await sql`update business.data_quality_suspects set state = ${state}, decided_at = ${now},
    decided_by = ${actor.accountId}, decided_name = ${actor.name}, note = ${note}
    where id = ${id}`.execute(tx);
  await sql`delete from business.data_quality_doubts where suspect_id = ${id}`.execute(tx);
}

/** Whether two records stand for one person, which stays so until the act ends. */
async function areOne({ tx }: Act, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ person: string }>`select coalesce(merged_into, id) as person
    from member.persons where id in (${one}, ${other}) order by id for share`.execute(tx);
  return new Set(rows.map(({ person }) => person)).size === 1;
}

/**
 * A pair that was merged, or parted again, is decided; whatever else the absorbed record was suspected of is gone. How
 * the records stand now is what counts: news of a merge may come after news of its undoing.
 */
export async function noteMerge(
  house: Act,
  ids: { readonly survivorId: string; readonly absorbedId: string },
): Promise<void> {
  const { survivorId, absorbedId } = ids;
  const pair = sql`(person_id, other_id) in ((${survivorId}::uuid, ${absorbedId}::uuid),
    (${absorbedId}::uuid, ${survivorId}::uuid))`;
  const merged = await areOne(house, survivorId, absorbedId);
  const [state, note] = merged ? ["merged", "两条记录已归并"] : ["not-same", "归并已撤销"];
  const touched = sql`update business.data_quality_suspects set decided_at = ${house.now},
    decided_name = '系统', note = ${note}`;
  await sql`${touched}, state = ${state} where kind = 'duplicate' and ${pair}`.execute(house.tx);
  if (merged) {
    await sql`${touched}, state = 'gone'
      where state = 'open' and (person_id = ${absorbedId} or other_id = ${absorbedId})`.execute(
      house.tx,
    );
  }
  await sql`delete from business.data_quality_doubts d using business.data_quality_suspects s
    where s.id = d.suspect_id and s.state <> 'open'
      and (s.person_id = ${absorbedId} or s.other_id = ${absorbedId})`.execute(house.tx);
}
