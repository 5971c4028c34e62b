// Store of questions (法律咨询): each one a lawyer answered, and what the worker thinks of the answer.
import type { Act } from "@niangjia/foundation/act";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import type { MatterKind, Suggestion } from "./words.ts";

export type ConsultationRow = {
  case_id: string;
  number: string;
  org_id: string;
  org_path: string;
  account_id: string;
  kind: MatterKind;
  asked_at: Date;
  answered_at: Date;
  lawyer_post: string;
  lawyer: string;
  on_duty: boolean;
  suggestion: Suggestion;
  stars: number | null;
};

type Tables = { "business.legal_aid_consultations": ConsultationRow };
const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertConsultation(house: Act, row: ConsultationRow): Promise<void> {
  await db(house).insertInto("business.legal_aid_consultations").values(row).execute();
}

export async function rateConsultation(house: Act, caseId: string, stars: number): Promise<void> {
  await db(house)
    .updateTable("business.legal_aid_consultations")
    .set({ stars })
    .where("case_id", "=", caseId)
    .execute();
}

export interface ConsultationsWanted {
  readonly range: PathRange;
  readonly kind: MatterKind | undefined;
  /** Only those of this lawyer's post. */
  readonly lawyer: string | undefined;
  readonly size: number;
  readonly offset: number;
}

/** Newest answer first. */
export async function listConsultations(
  act: Act,
  { range, kind, lawyer, size, offset }: ConsultationsWanted,
): Promise<{ rows: ConsultationRow[]; total: number }> {
  const within = db(act)
    .selectFrom("business.legal_aid_consultations")
    .where("org_path", ">=", range.low)
    .where("org_path", "<", range.high)
    .where(kind ? sql<boolean>`kind = ${kind}` : sql<boolean>`true`)
    .where(lawyer ? sql<boolean>`lawyer_post = ${lawyer}` : sql<boolean>`true`);
  const rows = await within
    .selectAll()
    .orderBy("answered_at", "desc")
    .orderBy("case_id", "desc")
    .limit(size)
    .offset(offset)
    .execute();
  const { total } = await within
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}
