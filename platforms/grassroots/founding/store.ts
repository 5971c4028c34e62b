// Store of founding (工会组建): unions on their way, who prepares them, their elections and certificates.
import type { Decision } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { ProgressSort, Way } from "./contract.ts";

export type FoundingRow = {
  union_id: string;
  org_path: string;
  way: Way;
  staff: number;
  members: number;
  women: number;
  party_org: string;
  contact_account: string | null;
  case_id: string;
  approved_day: Day;
  elected_day: Day | null;
  opened_day: Day | null;
  given_up_day: Day | null;
  given_up_why: string | null;
  decision: Decision;
};

type GroupRow = {
  id: string;
  union_id: string;
  org_path: string;
  leads: boolean;
  name: string;
  phone_cipher: Buffer;
  phone_mask: string;
};

type ElectionRow = {
  case_id: string;
  union_id: string;
  org_path: string;
  term_id: string;
  day: Day;
  decision: Decision;
};

export type CertificateRow = {
  id: string;
  union_id: string;
  org_path: string;
  number: string;
  legal_person: string;
  office: string;
  issued_day: Day;
  to_day: Day;
  renew_from_day: Day;
  case_id: string;
  at: Date;
};

type Tables = {
  "business.founding_unions": FoundingRow;
  "business.founding_group": GroupRow;
  "business.founding_elections": ElectionRow;
  "business.founding_certificates": CertificateRow;
};

const db = (act: Act) => act.tx.withTables<Tables>();

const asJson = (decision: Decision) => sql<Decision>`${JSON.stringify(decision)}::jsonb`;

type NewFounding = Omit<
  FoundingRow,
  "elected_day" | "opened_day" | "given_up_day" | "given_up_why"
>;

export async function insertFounding(act: Act, row: NewFounding): Promise<void> {
  await db(act)
    .insertInto("business.founding_unions")
    .values({
      ...{ ...row, decision: asJson(row.decision), elected_day: null, opened_day: null },
      ...{ given_up_day: null, given_up_why: null },
    })
    .execute();
}

export async function insertGroup(act: Act, rows: readonly GroupRow[]): Promise<void> {
  await db(act)
    .insertInto("business.founding_group")
    .values([...rows])
    .execute();
}

export const findFounding = (act: Act, unionId: string): Promise<FoundingRow | undefined> =>
  db(act)
    .selectFrom("business.founding_unions")
    .selectAll()
    .where("union_id", "=", unionId)
    .executeTakeFirst();

/** Notes the day of a stage that a founding reached. */
export async function noteStage(
  act: Act,
  unionId: string,
  stage: Partial<Pick<FoundingRow, "elected_day" | "opened_day">>,
): Promise<void> {
  await db(act)
    .updateTable("business.founding_unions")
    .set(stage)
    .where("union_id", "=", unionId)
    .execute();
}

/** Answers whether it was still on its way. */
export async function noteGivenUp(
  house: Act,
  unionId: string,
  { day, why }: { readonly day: Day; readonly why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db(house)
    .updateTable("business.founding_unions")
    .set({ given_up_day: day, given_up_why: why })
    .where("union_id", "=", unionId)
    .where("opened_day", "is", null)
    .where("given_up_day", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertElection(act: Act, row: ElectionRow): Promise<void> {
  await db(act)
    .insertInto("business.founding_elections")
    .values({ ...row, decision: asJson(row.decision) })
    .execute();
}

export async function insertCertificate(act: Act, row: CertificateRow): Promise<void> {
  await db(act).insertInto("business.founding_certificates").values(row).execute();
}

/** The certificate that holds now: the newest a union was given. */
export const newestCertificate = (act: Act, unionId: string): Promise<CertificateRow | undefined> =>
  db(act)
    .selectFrom("business.founding_certificates")
    .selectAll()
    .where("union_id", "=", unionId)
    .orderBy("issued_day", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();

export interface FoundingLine {
  readonly unionId: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly way: Way;
  readonly members: number;
  readonly approvedDay: Day;
  readonly electedDay: Day | null;
  readonly openedDay: Day | null;
  readonly givenUpDay: Day | null;
  readonly givenUpWhy: string | null;
  readonly certificate: string | null;
  readonly certificateTo: Day | null;
  readonly renewFrom: Day | null;
}

export interface FoundingsWanted {
  readonly range: PathRange;
  readonly stage?: keyof typeof stageIs | undefined;
  /** A column, with a hyphen in front for the order turned round. */
  readonly sort: ProgressSort | `-${ProgressSort}`;
  readonly size: number;
  readonly offset: number;
}

const stageIs = {
  approved: sql`f.elected_day is null and f.opened_day is null and f.given_up_day is null`,
  elected: sql`f.elected_day is not null and f.opened_day is null and f.given_up_day is null`,
  opened: sql`f.opened_day is not null`,
  "given-up": sql`f.given_up_day is not null`,
} as const;

const orders: Record<ProgressSort, RawBuilder<unknown>> = {
  approved: sql`f.approved_day`,
  opened: sql`f.opened_day`,
  certificate: sql`c.to_day`,
  members: sql`f.members`,
  name: sql`u.name collate "C"`,
};

/** Unions on their way and those founded. */
export async function listFoundings(
  act: Act,
  { range: { low, high }, stage, sort, size, offset }: FoundingsWanted,
): Promise<{ rows: FoundingLine[]; total: number }> {
  const where = sql`f.org_path >= ${low} and f.org_path < ${high}
    and ${stage ? stageIs[stage] : sql`true`}`;
  const by = orders[sort.replace("-", "") as ProgressSort];
  const way = sort.startsWith("-") ? sql`desc` : sql`asc`;
  const { rows } = await sql<FoundingLine>`
    select f.union_id as "unionId", u.name, above.name as "parentName", f.way, f.members,
      f.approved_day as "approvedDay", f.elected_day as "electedDay", f.opened_day as "openedDay",
      f.given_up_day as "givenUpDay", f.given_up_why as "givenUpWhy", c.number as certificate, c.to_day as "certificateTo", c.renew_from_day as "renewFrom"
    from business.founding_unions f join organisation.unions u on u.id = f.union_id
      left join organisation.unions above on above.id = u.parent_id
      left join lateral (select number, to_day, renew_from_day from business.founding_certificates
        where union_id = f.union_id order by issued_day desc, id desc limit 1) c on true
    where ${where} order by ${by} ${way} nulls last, f.union_id
    limit ${size} offset ${offset}`.execute(act.tx);
  const counted = await sql<{ total: number }>`select count(*) as total
    from business.founding_unions f where ${where}`.execute(act.tx);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
