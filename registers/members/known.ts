// Known persons (在库人员): who already bears a document, with the facts and the living membership the store has.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sql } from "kysely";

export interface LivingMembership {
  readonly id: string;
  readonly unionId: string;
  readonly orgPath: string;
  readonly state: "active" | "kept";
  readonly joinedDay: Day;
  readonly gig: boolean;
}

/** A person as stored. */
export interface Known {
  readonly idBlind: Buffer;
  /** The document is the person's own, not that of a record merged into theirs. */
  readonly own: boolean;
  readonly id: string;
  readonly orgPath: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly documentKind: string;
  readonly idCipher: Buffer;
  readonly idMask: string;
  readonly phoneCipher: Buffer | null;
  readonly phoneMask: string | null;
  readonly phoneBlind: Buffer | null;
  readonly ethnicGroup: string | null;
  readonly education: string | null;
  readonly politicalStatus: string | null;
  readonly skillGrade: string | null;
  readonly employment: string | null;
  readonly householdKind: string | null;
  readonly householdCipher: Buffer | null;
  readonly household: string | null;
  readonly nativePlace: string | null;
  readonly occupation: string | null;
  readonly gigOccupation: string | null;
  readonly employer: string | null;
  readonly migrantWorker: boolean | null;
  readonly living: LivingMembership | null;
  /** The member number they bear or last bore. */
  readonly number: string | null;
}

interface Row extends Omit<Known, "living"> {
  readonly membershipId: string | null;
  readonly unionId: string;
  readonly membershipPath: string;
  readonly state: "active" | "kept";
  readonly joinedDay: Day;
  readonly gig: boolean;
}

/**
 * Who in the whole house bears one of these documents. Read as the house: a document borne in another union must be
 * seen to be refused; nothing of such a person is to be shown. A document of a record merged into another is that one's.
 */
export async function findKnown(act: Act, blinds: readonly Buffer[]): Promise<Known[]> {
  if (blinds.length === 0) return [];
  const hashes = blinds.map((blind) => `\\x${blind.toString("hex")}`);
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<Row>`select i.id_blind as "idBlind", d.id = p.id as own, p.id, p.org_path as "orgPath", p.name, p.pinyin,
        p.initials, p.sex, p.birth_day as "birthDay", p.document_kind as "documentKind",
        p.id_cipher as "idCipher", p.id_mask as "idMask", p.phone_cipher as "phoneCipher",
        p.phone_mask as "phoneMask", p.phone_blind as "phoneBlind",
        p.ethnic_group as "ethnicGroup", p.education, p.political_status as "politicalStatus",
        p.skill_grade as "skillGrade", p.employment, p.household_kind as "householdKind",
        p.household_cipher as "householdCipher", p.household, p.native_place as "nativePlace",
        p.occupation, p.gig_occupation as "gigOccupation", p.employer,
        p.migrant_worker as "migrantWorker",
        m.id as "membershipId", m.union_id as "unionId", m.org_path as "membershipPath", m.state,
        m.joined_day as "joinedDay", m.gig,
        coalesce(m.number, (select number from member.memberships e where e.person_id = p.id
          order by joined_day desc, e.id desc limit 1)) as number
      from member.identities i
        join member.persons d on d.id = i.person_id
        join member.persons p on p.id = coalesce(d.merged_into, d.id)
        left join member.memberships m on m.person_id = p.id and m.state in ('active', 'kept')
      where i.id_blind = any(${hashes}::bytea[])`.execute(tx),
  );
  return rows.map((row) => ({ ...row, living: livingOf(row) }));
}

function livingOf(row: Row): LivingMembership | null {
  const { membershipId, unionId, membershipPath, state, joinedDay, gig } = row;
  if (membershipId === null) return null;
  return { id: membershipId, unionId, orgPath: membershipPath, state, joinedDay, gig };
}
