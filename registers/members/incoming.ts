// Incoming rows (待入库行): one shape for whoever is enrolled or changed, copied in one stream and written set by set.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { type CopyValue, copyRows } from "@niangjia/foundation/postgres";
import { sql } from "kysely";
import type { PersonFacts } from "./facts.ts";
import type { Sealed } from "./sealed.ts";
import type { Source } from "./source.ts";

/** What a person's own row holds of the facts, as said and as sealed. Apart, so that thousands need no copy. */
type Facts = Omit<PersonFacts, "documentNumber" | "phone" | "household">;
type Seals = Omit<Sealed, "idBlind" | "idBlinds">;

/** Everything of one person that one batch writes; what stays as it was is given too. */
export interface Incoming {
  readonly id: string;
  readonly orgPath: string;
  readonly facts: Facts;
  readonly seals: Seals;
  /** The person is in the store already. */
  readonly known: boolean;
  /** A membership begins. */
  readonly joins: boolean;
  readonly membershipId: string;
  readonly unionId: string;
  readonly division: string;
  /** The number of an earlier membership; null takes the next one. */
  readonly number: string | null;
  readonly state: "active" | "kept";
  readonly joinedDay: string;
  /** National code of the change of membership, null when it did not change. */
  readonly changeId: string | null;
  readonly change: string | null;
  readonly reason: string | null;
  readonly changeDay: string | null;
  readonly statementId: string;
  /** JSON of the fields a source spoke of; null when it said nothing new. */
  readonly said: string | null;
}

type Column = readonly [name: string, type: string, of: (row: Incoming) => CopyValue];

/** Columns of `member.persons` that facts fill. */
const personColumns: readonly Column[] = [
  ["id", "uuid", ({ id }) => id],
  ["org_path", "text", ({ orgPath }) => orgPath],
  ["name", "text", ({ facts }) => facts.name],
  ["pinyin", "text", ({ seals }) => seals.pinyin],
  ["initials", "text", ({ seals }) => seals.initials],
  ["sex", "text", ({ facts }) => facts.sex],
  ["birth_day", "date", ({ facts }) => facts.birthDay],
  ["document_kind", "text", ({ facts }) => facts.documentKind],
  ["id_cipher", "bytea", ({ seals }) => seals.idCipher],
  ["id_mask", "text", ({ seals }) => seals.idMask],
  ["phone_cipher", "bytea", ({ seals }) => seals.phoneCipher],
  ["phone_mask", "text", ({ seals }) => seals.phoneMask],
  ["phone_blind", "bytea", ({ seals }) => seals.phoneBlind],
  ["ethnic_group", "text", ({ facts }) => facts.ethnicGroup],
  ["education", "text", ({ facts }) => facts.education],
  ["political_status", "text", ({ facts }) => facts.politicalStatus],
  ["skill_grade", "text", ({ facts }) => facts.skillGrade],
  ["employment", "text", ({ facts }) => facts.employment],
  ["household_kind", "text", ({ facts }) => facts.householdKind],
  ["household_cipher", "bytea", ({ seals }) => seals.householdCipher],
  ["household", "text", ({ seals }) => seals.household],
  ["native_place", "text", ({ facts }) => facts.nativePlace],
  ["occupation", "text", ({ facts }) => facts.occupation],
  ["gig_occupation", "text", ({ facts }) => facts.gigOccupation],
  ["employer", "text", ({ facts }) => facts.employer],
  ["migrant_worker", "boolean", ({ facts }) => facts.migrantWorker],
];

const columns: readonly Column[] = [
  ...personColumns,
  ["known", "boolean", ({ known }) => known],
  ["joins", "boolean", ({ joins }) => joins],
  ["membership_id", "uuid", ({ membershipId }) => membershipId],
  ["union_id", "uuid", ({ unionId }) => unionId],
  ["division", "text", ({ division }) => division],
  ["number", "text", ({ number }) => number],
  ["state", "text", ({ state }) => state],
  ["joined_day", "date", ({ joinedDay }) => joinedDay],
  ["change_id", "uuid", ({ changeId }) => changeId],
  ["change", "text", ({ change }) => change],
  ["reason", "text", ({ reason }) => reason],
  ["change_day", "date", ({ changeDay }) => changeDay],
  ["statement_id", "uuid", ({ statementId }) => statementId],
  ["said", "jsonb", ({ said }) => said],
];

const names = (of: readonly Column[]): string => of.map(([name]) => name).join(", ");
const table = "niangjia_incoming";
const definition = columns.map(([name, type]) => `${name} ${type}`).join(", ");
const facts = personColumns.slice(1);

const createTable = `create temporary table ${table} (${definition}) on commit drop`;

/**
 * One statement for all that a batch writes: each part takes the rows that concern it. A verdict of the identity provider
 * is of the old name: under a new one the person waits to be asked about again.
 */
const writeAll = (now: Date, { kind, id, byAccount }: Source) => sql`with
  fresh as (
    insert into member.persons (${sql.raw(names(personColumns))}, created_at, updated_at)
    select ${sql.raw(names(personColumns))}, ${now}::timestamptz, ${now}::timestamptz
    from ${sql.raw(table)} where not known),
  known as (
    update member.persons p set (${sql.raw(names(facts))}, updated_at, verified) =
      (${sql.raw(facts.map(([name]) => `i.${name}`).join(", "))}, ${now}::timestamptz,
       case when p.name = i.name then p.verified else 'unverified' end)
    from ${sql.raw(table)} i where i.known and p.id = i.id),
  joined as (
    insert into member.memberships
      (id, person_id, org_path, union_id, number, state, gig, joined_day, updated_at)
    select membership_id, id, org_path, union_id,
      coalesce(number, division || lpad(nextval('member.numbers')::text, 9, '0')),
      state, gig_occupation is not null, joined_day, ${now}::timestamptz
    from ${sql.raw(table)} where joins),
  stayed as (
    update member.memberships m
    set state = i.state, gig = i.gig_occupation is not null, updated_at = ${now}::timestamptz
    from ${sql.raw(table)} i
    where i.known and not i.joins and m.person_id = i.id and m.id = i.membership_id
      and (m.state <> i.state or m.gig <> (i.gig_occupation is not null))),
  changed as (
    insert into member.changes
      (id, membership_id, person_id, org_path, kind, reason, day, at, source, source_id, by_account)
    select change_id, membership_id, id, org_path, change, reason, change_day,
      ${now}::timestamptz, ${kind}::text, ${id}::uuid, ${byAccount}::uuid
    from ${sql.raw(table)} where change is not null)
  insert into member.statements (id, person_id, org_path, at, source, source_id, by_account, said)
  select statement_id, id, org_path, ${now}::timestamptz, ${kind}::text, ${id}::uuid,
    ${byAccount}::uuid, said
  from ${sql.raw(table)} where said is not null`;

/**
 * Claims documents for persons in the directory; answers the ids of those who got theirs. Another transaction that
 * claims the same document is waited for, so whoever is missing is in the store by then. Runs as the house, which
 * alone writes the directory; in one order everywhere, so that two batches never wait for each other in a ring.
 */
export async function claimIdentities(
  act: Act,
  claims: readonly { readonly blind: Buffer; readonly personId: string }[],
): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  const sorted = claims.toSorted((one, other) => one.blind.compare(other.blind));
  const blinds = sorted.map(({ blind }) => `\\x${blind.toString("hex")}`);
  const ids = sorted.map(({ personId }) => personId);
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ person_id: string }>`insert into member.identities (id_blind, person_id)
      select * from unnest(${blinds}::bytea[], ${ids}::uuid[])
      on conflict do nothing returning person_id`.execute(tx),
  );
  return new Set(rows.map((row) => row.person_id));
}

/** Persons who come back from another union's past: their record moves first, out of the actor's sight until then. */
async function bringHome(act: Act, rows: readonly Incoming[]): Promise<void> {
  const returning = rows.filter(({ known, joins }) => known && joins);
  if (returning.length === 0) return;
  const ids = returning.map(({ id }) => id);
  const paths = returning.map(({ orgPath }) => orgPath);
  await asHouse(act, ({ tx }) =>
    sql`update member.persons p set org_path = r.path
      from unnest(${ids}::uuid[], ${paths}::text[]) r (id, path) where p.id = r.id`.execute(tx),
  );
}

function* valuesOf(rows: readonly Incoming[]): Generator<CopyValue[]> {
  for (const row of rows) yield columns.map(([, , of]) => of(row));
}

/** Writes the batch under the actor's own reach: a row outside their scope is refused by the database. */
export async function writeIncoming(
  act: Act,
  source: Source,
  rows: readonly Incoming[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tx, now } = act;
  await bringHome(act, rows);
  await sql.raw(createTable).execute(tx);
  await copyRows(tx, `${table} (${names(columns)})`, valuesOf(rows));
  await writeAll(now, source).execute(tx);
  await sql.raw(`drop table ${table}`).execute(tx);
}
