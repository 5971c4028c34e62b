// Store of one person (一个人): the record, what was said of it, its memberships and their changes.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sql } from "kysely";
import type { states, verdicts } from "./contract.ts";
import type { FactField, FactValue } from "./facts.ts";
import type { Source } from "./source.ts";

/** A record without its sealed numbers. */
export interface PersonRecord {
  readonly id: string;
  readonly orgPath: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly documentKind: string;
  readonly idMask: string;
  readonly idCipher: Buffer | null;
  readonly phoneMask: string | null;
  readonly phoneCipher: Buffer | null;
  readonly ethnicGroup: string | null;
  readonly education: string | null;
  readonly politicalStatus: string | null;
  readonly skillGrade: string | null;
  readonly employment: string | null;
  readonly householdKind: string | null;
  readonly household: string | null;
  readonly householdCipher: Buffer | null;
  readonly nativePlace: string | null;
  readonly occupation: string | null;
  readonly gigOccupation: string | null;
  readonly employer: string | null;
  readonly migrantWorker: boolean | null;
  readonly verified: keyof typeof verdicts;
  readonly verifiedAt: Date | null;
}

/** The record of a person the actor reaches. */
export async function findRecord(act: Act, id: string): Promise<PersonRecord | undefined> {
  const { rows } = await sql<PersonRecord>`select id, org_path as "orgPath", name, sex,
      birth_day as "birthDay", document_kind as "documentKind", id_mask as "idMask",
      id_cipher as "idCipher", phone_mask as "phoneMask", phone_cipher as "phoneCipher",
      ethnic_group as "ethnicGroup", education, political_status as "politicalStatus",
      skill_grade as "skillGrade", employment, household_kind as "householdKind", household,
      household_cipher as "householdCipher", native_place as "nativePlace", occupation,
      gig_occupation as "gigOccupation", employer, migrant_worker as "migrantWorker", verified,
      verified_at as "verifiedAt"
    from member.persons where id = ${id} and merged_into is null`.execute(act.tx);
  return rows[0];
}

interface Statement {
  readonly at: Date;
  readonly source: Source["kind"];
  readonly said: Partial<Record<FactField, FactValue>>;
}

interface Membership {
  readonly id: string;
  readonly unionId: string;
  readonly number: string;
  readonly state: keyof typeof states;
  readonly joinedDay: Day;
  readonly endedDay: Day | null;
}

interface Change {
  readonly id: string;
  readonly day: Day;
  readonly kind: string;
  readonly reason: string | null;
  readonly source: Source["kind"];
  readonly at: Date;
  readonly note: string | null;
}

export interface History {
  /** Newest first, as the others. */
  readonly statements: readonly Statement[];
  readonly memberships: readonly Membership[];
  readonly changes: readonly Change[];
}

/** The record that stands for the person of this one: itself, or the one it was merged into. As the house. */
export async function recordStandingFor(house: Act, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select coalesce(merged_into, id) as id
    from member.persons where id = ${id}`.execute(house.tx);
  return rows[0]?.id ?? id;
}

/**
 * Every account of the person of this one, itself included: two may turn out to be one person's when
 * their records are merged. As the house.
 */
export async function accountsOfSamePerson(
  house: Act,
  accountId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with person as (select coalesce(p.merged_into, a.person_id) as id from access.accounts a
      left join member.persons p on p.id = a.person_id where a.id = ${accountId})
    select a.id from person join access.accounts a on a.person_id = person.id
      or a.person_id in (select id from member.persons where merged_into = person.id)`.execute(
    house.tx,
  );
  return rows.map(({ id }) => id);
}

/**
 * What is on file of a person the actor was found to reach, records merged into theirs included. Read as the house:
 * years in another union belong to the person's history, though their rows lie under that union.
 */
export async function historyOf(act: Act, personId: string): Promise<History> {
  const theirs = sql`(select id from member.persons
    where id = ${personId} or merged_into = ${personId})`;
  return asHouse(act, async ({ tx }) => {
    const statements = await sql<Statement>`select at, source, said from member.statements
      where person_id in ${theirs} order by at desc, id desc`.execute(tx);
    const memberships = await sql<Membership>`select id, union_id as "unionId", number, state,
        joined_day as "joinedDay", ended_day as "endedDay"
      from member.memberships where person_id in ${theirs}
      order by (state = 'ended'), joined_day desc, id desc`.execute(tx);
    const changes = await sql<Change>`select id, day, kind, reason, source, at, note
      from member.changes where person_id in ${theirs} order by day desc, id desc`.execute(tx);
    return {
      statements: statements.rows,
      memberships: memberships.rows,
      changes: changes.rows,
    };
  });
}
