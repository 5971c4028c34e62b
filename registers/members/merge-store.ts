// Store of merging (归并): two records held still, written, linked and parted again.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sql } from "kysely";
import type { PersonRecord } from "./person-store.ts";

interface LivingRow {
  readonly id: string;
  readonly unionId: string;
  readonly orgPath: string;
  readonly state: "active" | "kept";
  readonly gig: boolean;
  readonly joinedDay: Day;
  readonly updatedAt: Date;
}

export interface HeldRecord extends PersonRecord {
  readonly updatedAt: Date;
  readonly mergedInto: string | null;
  /** Null for whoever is a member nowhere. */
  readonly living: LivingRow | null;
}

type Row = Omit<HeldRecord, "living"> & {
  readonly [K in keyof LivingRow as `living${Capitalize<K>}`]: LivingRow[K] | null;
};

/** One after the other and before anything is read: what is read then stays true until the act ends. */
async function holdStill(act: Act, ids: readonly string[]): Promise<void> {
  await sql`select from member.persons where id = any(${ids}::uuid[])
    order by id for update`.execute(act.tx);
  await sql`select from member.memberships where person_id = any(${ids}::uuid[])
    order by person_id, id for update`.execute(act.tx);
}

/** Records in the actor's reach with their living memberships; `hold` keeps them still until the act ends. */
export async function readRecords(
  act: Act,
  ids: readonly string[],
  { hold }: { readonly hold: boolean },
): Promise<HeldRecord[]> {
  if (hold) await holdStill(act, ids);
  const { rows } = await sql<Row>`select p.id, p.org_path as "orgPath", p.name, p.sex,
      p.birth_day as "birthDay", p.document_kind as "documentKind", p.id_mask as "idMask",
      p.id_cipher as "idCipher", p.phone_mask as "phoneMask", p.phone_cipher as "phoneCipher",
      p.ethnic_group as "ethnicGroup", p.education, p.political_status as "politicalStatus",
      p.skill_grade as "skillGrade", p.employment, p.household_kind as "householdKind",
      p.household, p.household_cipher as "householdCipher", p.native_place as "nativePlace",
      p.occupation, p.gig_occupation as "gigOccupation", p.employer,
      p.migrant_worker as "migrantWorker", p.verified, p.verified_at as "verifiedAt",
      p.updated_at as "updatedAt", p.merged_into as "mergedInto",
      m.id as "livingId", m.union_id as "livingUnionId", m.org_path as "livingOrgPath",
      m.state as "livingState", m.gig as "livingGig",
      m.joined_day as "livingJoinedDay", m.updated_at as "livingUpdatedAt"
    from member.persons p
      left join member.memberships m on m.person_id = p.id and m.state in ('active', 'kept')
    where p.id = any(${ids}::uuid[]) order by p.id`.execute(act.tx);
  return rows.map((row) => ({ ...row, living: livingOf(row) }));
}

function livingOf(row: Row): LivingRow | null {
  if (row.livingId === null) return null;
  return {
    id: row.livingId,
    unionId: row.livingUnionId!,
    orgPath: row.livingOrgPath!,
    state: row.livingState!,
    gig: row.livingGig!,
    joinedDay: row.livingJoinedDay!,
    updatedAt: row.livingUpdatedAt!,
  };
}

export type Column = readonly [name: string, value: string | boolean | Buffer | Date | null];

export async function writeRecord(act: Act, id: string, columns: readonly Column[]): Promise<void> {
  const set = columns.map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update member.persons set ${sql.join(set)} where id = ${id}`.execute(act.tx);
}

/** Another state of a membership; `endedDay` null for a living one. */
export async function writeMembership(
  act: Act,
  { personId, id }: { readonly personId: string; readonly id: string },
  as: {
    readonly state: "active" | "kept" | "ended";
    readonly endedDay: Day | null;
    readonly updatedAt: Date;
  },
): Promise<void> {
  await sql`update member.memberships set state = ${as.state}, ended_day = ${as.endedDay},
    updated_at = ${as.updatedAt} where person_id = ${personId} and id = ${id}`.execute(act.tx);
}

export async function writeGig(
  act: Act,
  personId: string,
  { gig, updatedAt }: { readonly gig: boolean; readonly updatedAt: Date },
): Promise<void> {
  await sql`update member.memberships set gig = ${gig}, updated_at = ${updatedAt}
    where person_id = ${personId} and state in ('active', 'kept') and gig <> ${gig}`.execute(
    act.tx,
  );
}

/**
 * Records that were merged into one that now is merged itself follow it, so that a link never leads to a link. As the
 * house: they may lie under any union. Answers which.
 */
export async function relink(act: Act, from: string, to: string): Promise<string[]> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ id: string }>`update member.persons set merged_into = ${to}
      where merged_into = ${from} returning id`.execute(tx),
  );
  return rows.map(({ id }) => id);
}

/** Of these records, those still linked to `from` are linked to `to`. */
export async function relinkBack(
  act: Act,
  ids: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await asHouse(act, ({ tx }) =>
    sql`update member.persons set merged_into = ${to}
      where id = any(${ids}::uuid[]) and merged_into = ${from}`.execute(tx),
  );
}

export interface SaidByMerge {
  readonly id: string;
  readonly mergeId: string;
  readonly personId: string;
  readonly orgPath: string;
  readonly said: string;
}

export async function insertSaid(act: Act, row: SaidByMerge): Promise<void> {
  await sql`insert into member.statements
      (id, person_id, org_path, at, source, source_id, by_account, said)
    values (${row.id}, ${row.personId}, ${row.orgPath}, ${act.now}, 'merge', ${row.mergeId},
      ${act.actor.accountId}, ${row.said}::jsonb)`.execute(act.tx);
}

/** What a merge said of the survivor is no longer said once it is undone; the merge's own row keeps it on record. */
export async function dropSaid(act: Act, personId: string, mergeId: string): Promise<void> {
  await asHouse(act, ({ tx }) =>
    sql`delete from member.statements where person_id = ${personId} and source = 'merge'
      and source_id = ${mergeId}`.execute(tx),
  );
}
