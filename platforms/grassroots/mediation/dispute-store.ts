// Store of disputes (劳动争议台账): what follows the cases, agreements, and money that was paid.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Merged } from "@niangjia/registers/members/events";
import { sql } from "kysely";
import type { Term } from "./form.ts";
import type { ClaimKind, DisputeState } from "./words.ts";

export type DisputeRow = {
  case_id: string;
  number: string;
  org_id: string;
  org_path: string;
  person_id: string | null;
  account_id: string;
  oral: boolean;
  applicant_mask: string;
  respondent: string;
  people: number;
  claimed_fen: number;
  wants_confirmation: boolean;
  state: DisputeState;
  filed_at: Date;
  accept_due_day: Day;
  accepted_at: Date | null;
  mediator_post: string | null;
  mediator_account: string | null;
  due_day: Day;
  closed_at: Date | null;
  closed_day: Day | null;
  agreed_fen: number | null;
};

export type ClaimRow = {
  case_id: string;
  line: number;
  org_path: string;
  kind: ClaimKind;
  amount_fen: number | null;
  words: string;
};

export type EvidenceRow = {
  case_id: string;
  file_id: string;
  org_path: string;
  name: string;
  kind: string;
  sha256: string;
};

export type AgreementRow = {
  case_id: string;
  number: string;
  org_path: string;
  person_id: string | null;
  terms: readonly Term[] | string;
  total_fen: number;
  signed_at: Date;
  signer_mask: string;
  mediator: string;
  effective_day: Day;
  confirm_until_day: Day;
  joint: boolean;
  document_sha256: string;
  document_size: number;
};

export type RecoveryRow = {
  id: string;
  case_id: string;
  org_path: string;
  person_id: string | null;
  day: Day;
  amount_fen: number;
  how: string;
  recorded_at: Date;
  recorded_by: string;
};

type Tables = {
  "business.mediation_disputes": DisputeRow;
  "business.mediation_claims": ClaimRow;
  "business.mediation_evidence": EvidenceRow;
  "business.mediation_agreements": AgreementRow;
  "business.mediation_recoveries": RecoveryRow;
};

const db = (act: Act) => act.tx.withTables<Tables>();

/**
 * Until the act ends nobody else brings this dispute up to date: of two who do, the one who reads later
 * also writes later.
 */
export const holdDispute = (house: Act, caseId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`mediation ${caseId}`}, 0))`.execute(
    house.tx,
  );

/** Adds a dispute, or brings it up to date with its case. As the house. */
export async function putDispute(house: Act, row: DisputeRow): Promise<void> {
  const { case_id: _case, number: _number, filed_at: _filed, ...changeable } = row;
  await db(house)
    .insertInto("business.mediation_disputes")
    .values(row)
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet(changeable))
    .execute();
}

/** What was asked for and handed in, in place of what was before. As the house. */
export async function putMatter(
  house: Act,
  caseId: string,
  { claims, evidence }: { readonly claims: ClaimRow[]; readonly evidence: EvidenceRow[] },
): Promise<void> {
  await db(house).deleteFrom("business.mediation_claims").where("case_id", "=", caseId).execute();
  await db(house).deleteFrom("business.mediation_evidence").where("case_id", "=", caseId).execute();
  if (claims.length > 0) {
    await db(house).insertInto("business.mediation_claims").values(claims).execute();
  }
  if (evidence.length > 0) {
    await db(house).insertInto("business.mediation_evidence").values(evidence).execute();
  }
}

export const findDispute = (act: Act, caseId: string): Promise<DisputeRow | undefined> =>
  db(act)
    .selectFrom("business.mediation_disputes")
    .selectAll()
    .where("case_id", "=", caseId)
    .executeTakeFirst();

/** The dispute of a case number, as people quote it. */
export const disputeOfNumber = (act: Act, number: string): Promise<DisputeRow | undefined> =>
  db(act)
    .selectFrom("business.mediation_disputes")
    .selectAll()
    .where("number", "=", number)
    .executeTakeFirst();

/** Those whose clock runs and whose last day comes before the day given. As the house. */
export const openDisputes = (house: Act, dueBefore: Day): Promise<DisputeRow[]> =>
  db(house)
    .selectFrom("business.mediation_disputes")
    .selectAll()
    .where("closed_at", "is", null)
    .where("state", "<>", "returned")
    .where("due_day", "<", dueBefore)
    .orderBy("due_day")
    .orderBy("case_id")
    .execute();

export const claimsOf = (act: Act, caseId: string): Promise<ClaimRow[]> =>
  db(act)
    .selectFrom("business.mediation_claims")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("line")
    .execute();

export const evidenceOf = (act: Act, caseId: string): Promise<EvidenceRow[]> =>
  db(act)
    .selectFrom("business.mediation_evidence")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("file_id")
    .execute();

export async function insertAgreement(house: Act, row: AgreementRow): Promise<void> {
  await db(house)
    .insertInto("business.mediation_agreements")
    .values({ ...row, terms: JSON.stringify(row.terms) })
    .execute();
}

export const findAgreement = (act: Act, caseId: string) =>
  db(act)
    .selectFrom("business.mediation_agreements")
    .selectAll()
    .where("case_id", "=", caseId)
    .$castTo<AgreementRow & { terms: readonly Term[] }>()
    .executeTakeFirst();

export async function insertRecovery(act: Act, row: RecoveryRow): Promise<void> {
  await db(act).insertInto("business.mediation_recoveries").values(row).execute();
}

export const recoveriesOf = (act: Act, caseId: string): Promise<RecoveryRow[]> =>
  db(act)
    .selectFrom("business.mediation_recoveries")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("day")
    .orderBy("id")
    .execute();

/** Held, so that two who record money at once are counted one after the other. */
export const holdAgreement = (house: Act, caseId: string): Promise<unknown> =>
  sql`select from business.mediation_agreements where case_id = ${caseId} for update`.execute(
    house.tx,
  );

const copies = ["disputes", "sessions", "agreements", "recoveries"] as const;

/**
 * Whose a dispute and what belongs to it is: whom its case is about, read again after records were merged or parted.
 * Idempotent, in whatever order the events come; as the house.
 */
export async function rereadApplicants(
  house: Act,
  { survivorId, absorbedId }: Merged,
): Promise<void> {
  const disputes = await db(house)
    .selectFrom("business.mediation_disputes")
    .select("case_id")
    .where("person_id", "in", [survivorId, absorbedId])
    .orderBy("case_id")
    .execute();
  for (const { case_id } of disputes) await holdDispute(house, case_id);
  for (const copy of copies) {
    await sql`update ${sql.table(`business.mediation_${copy}`)} as copy set person_id = c.person_id
      from business.cases c
      where c.person_id in (${survivorId}, ${absorbedId}) and copy.case_id = c.id
        and copy.person_id <> c.person_id`.execute(house.tx);
  }
}
