// Store of services (入会前服务): what was done for whom, and whose it became.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Merged } from "@niangjia/registers/members/events";
import { sql } from "kysely";
import type { ServiceKind } from "./services-contract.ts";

export type ServiceRow = {
  id: string;
  org_id: string;
  org_path: string;
  name: string;
  phone_cipher: Buffer;
  phone_mask: string;
  phone_blind: Buffer;
  trade: string;
  kind: ServiceKind;
  what: string;
  day: Day;
  cost_fen: number;
  recorded_at: Date;
  recorded_by: string;
  person_id: string | null;
  joined_person_id: string | null;
  joined_at: Date | null;
};

type Tables = { "business.joining_services": ServiceRow };

const db = (act: Act) => act.tx.withTables<Tables>();
const servicesOf = (act: Act) => db(act).selectFrom("business.joining_services");

export async function insertService(act: Act, row: ServiceRow): Promise<void> {
  await db(act).insertInto("business.joining_services").values(row).execute();
}

/** Who is a member now under this name and phone; undefined when nobody is, or several are. */
export async function memberOf(
  house: Act,
  { name, phoneBlinds }: { readonly name: string; readonly phoneBlinds: readonly Buffer[] },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select p.id from member.persons p
      join member.memberships m on m.person_id = p.id and m.state in ('active', 'kept')
    where p.phone_blind = any(${hashesOf(phoneBlinds)}::bytea[]) and p.name = ${name}
      and p.merged_into is null limit 2`.execute(house.tx);
  return rows.length === 1 ? rows[0]!.id : undefined;
}

const hashesOf = (blinds: readonly Buffer[]): string[] =>
  blinds.map((blind) => `\\x${blind.toString("hex")}`);

export interface Candidate {
  readonly serviceId: string;
  readonly personId: string;
  readonly servicePhone: Buffer;
  readonly personPhone: Buffer;
  readonly sealed: Buffer;
}

/** Services that are nobody's yet, beside whoever of these people bears the name they were recorded under. */
export async function candidatesOf(
  house: Act,
  personIds: readonly string[],
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id as "serviceId", p.id as "personId", s.phone_blind as "servicePhone",
      p.phone_blind as "personPhone", s.phone_cipher as sealed
    from business.joining_services s join member.persons p on p.name = s.name
    where s.person_id is null and p.id = any(${[...personIds]}::uuid[])
      and p.phone_blind is not null
      and (p.phone_blind = s.phone_blind
        or get_byte(p.phone_blind, 0) <> get_byte(s.phone_blind, 0))`.execute(house.tx);
  return rows;
}

/** What was done for them is theirs from now on. */
export async function claimServices(
  house: Act,
  claims: readonly Pick<Candidate, "serviceId" | "personId">[],
): Promise<void> {
  await sql`update business.joining_services s
    set person_id = c.person, joined_person_id = c.person, joined_at = ${house.now}
    from unnest(${claims.map(({ serviceId }) => serviceId)}::uuid[],
      ${claims.map(({ personId }) => personId)}::uuid[]) as c (service, person)
    where s.id = c.service and s.person_id is null`.execute(house.tx);
}

/** Theirs for whom the record that joined stands now, after records were merged or parted. As the house. */
export async function rereadServices(
  house: Act,
  { survivorId, absorbedId }: Pick<Merged, "survivorId" | "absorbedId">,
): Promise<void> {
  await sql`update business.joining_services s set person_id = coalesce(p.merged_into, p.id)
    from member.persons p
    where s.person_id in (${survivorId}, ${absorbedId}) and p.id = s.joined_person_id
      and s.person_id <> coalesce(p.merged_into, p.id)`.execute(house.tx);
}

/** Latest first. */
export async function listServices(
  act: Act,
  wanted: { readonly joined: boolean | undefined; readonly size: number; readonly offset: number },
): Promise<{ rows: ServiceRow[]; total: number }> {
  const { joined, size, offset } = wanted;
  const all = servicesOf(act);
  const asked = joined === undefined ? all : all.where("person_id", joined ? "is not" : "is", null);
  const rows = await asked
    .selectAll()
    .orderBy("day", "desc")
    .orderBy("id", "desc")
    .limit(size)
    .offset(offset)
    .execute();
  const { total } = await asked
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** Somebody's own, and those for their phone that are nobody's yet. As the house: the caller says whose. */
export async function servicesFor(
  house: Act,
  own: { readonly personId: string; readonly phoneBlinds: readonly Buffer[] },
): Promise<ServiceRow[]> {
  const hashes = hashesOf(own.phoneBlinds);
  return servicesOf(house)
    .selectAll()
    .where(({ eb, and, or }) =>
      or([
        eb("person_id", "=", own.personId),
        and([
          eb("person_id", "is", null),
          eb("phone_blind", "=", sql<Buffer>`any(${hashes}::bytea[])`),
        ]),
      ]),
    )
    .orderBy("day", "desc")
    .orderBy("id", "desc")
    .execute();
}
