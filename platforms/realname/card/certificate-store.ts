// Store of certificates (会员证明).
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Merged } from "@niangjia/registers/members/events";
import { sql } from "kysely";

/** What was true on the day, as whoever holds the code may see it. */
interface Certified {
  /** Masked. */
  readonly name: string;
  readonly unionName: string;
  readonly state: "active" | "kept";
  readonly joinedDay: Day;
}

export interface Certificate {
  readonly code: string;
  readonly personId: string;
  readonly orgPath: string;
  readonly membershipId: string;
  readonly issuedAt: Date;
  readonly purpose: string;
  readonly facts: Certified;
  readonly sha256: string;
}

const columns = sql`code, person_id as "personId", org_path as "orgPath",
  membership_id as "membershipId", issued_at as "issuedAt", purpose, facts, sha256`;

export async function insertCertificate(house: Act, row: Certificate): Promise<void> {
  await sql`insert into business.card_certificates
      (code, person_id, org_path, membership_id, issued_at, purpose, facts, sha256)
    values (${row.code}, ${row.personId}, ${row.orgPath}, ${row.membershipId}, ${row.issuedAt},
      ${row.purpose}, ${JSON.stringify(row.facts)}, ${row.sha256})`.execute(house.tx);
}

/** Of the actor's reach: a member's own. */
export async function findCertificate(act: Act, code: string): Promise<Certificate | undefined> {
  const { rows } = await sql<Certificate>`select ${columns} from business.card_certificates
    where code = ${code}`.execute(act.tx);
  return rows[0];
}

export async function certificateOfFile(
  house: Act,
  sha256: string,
): Promise<Certificate | undefined> {
  const { rows } = await sql<Certificate>`select ${columns} from business.card_certificates
    where sha256 = ${sha256}`.execute(house.tx);
  return rows[0];
}

export async function certificatesOf(
  act: Act,
  personId: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ rows: Certificate[]; total: number }> {
  const { rows } = await sql<Certificate>`select ${columns} from business.card_certificates
    where person_id = ${personId} order by issued_at desc, code
    limit ${size} offset ${(page - 1) * size}`.execute(act.tx);
  const counted = await sql<{ n: number }>`select count(*) as n from business.card_certificates
    where person_id = ${personId}`.execute(act.tx);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** Theirs for whom the record that was certified stands now, after records were merged or parted. As the house. */
export async function rereadCertificates(
  house: Act,
  { survivorId, absorbedId }: Merged,
): Promise<void> {
  await sql`update business.card_certificates c set person_id = coalesce(p.merged_into, p.id)
    from member.memberships m join member.persons p on p.id = m.person_id
    where c.person_id in (${survivorId}, ${absorbedId}) and m.id = c.membership_id
      and m.person_id in (select id from member.persons where id in (${survivorId}, ${absorbedId})
        or merged_into in (${survivorId}, ${absorbedId}))
      and c.person_id <> coalesce(p.merged_into, p.id)`.execute(house.tx);
}
