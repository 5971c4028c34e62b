// Store of deliveries (卷宗移送): what was handed to whom, and the receipt.
import type { Act } from "@niangjia/foundation/act";
import type { DeliveryKind } from "./words.ts";

/** A document as the partner receives it; its bytes lie in the vault. */
export interface Handed {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly size: number;
}

export type DeliveryRow = {
  id: string;
  case_id: string;
  org_path: string;
  kind: DeliveryKind;
  partner: string;
  reason: string;
  documents: readonly Handed[] | string;
  made_at: Date;
  made_by: string | null;
  receipt: string | null;
  received_at: Date | null;
  receipt_from: "exchange" | "hand" | null;
  voided_at: Date | null;
  voided_by: string | null;
  void_why: string | null;
};
export type Delivery = DeliveryRow & { readonly documents: readonly Handed[] };

type Tables = { "business.mediation_deliveries": DeliveryRow };

const db = (act: Act) => act.tx.withTables<Tables>();

/** Of one kind a dispute has one that stands: answers false when it was there. As the house. */
export async function insertDelivery(house: Act, row: DeliveryRow): Promise<boolean> {
  const added = await db(house)
    .insertInto("business.mediation_deliveries")
    .values({ ...row, documents: JSON.stringify(row.documents) })
    .onConflict((conflict) =>
      conflict.columns(["case_id", "kind"]).where("voided_at", "is", null).doNothing(),
    )
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const deliveries = (act: Act) =>
  db(act).selectFrom("business.mediation_deliveries").selectAll().$castTo<Delivery>();

export const findDelivery = (act: Act, id: string): Promise<Delivery | undefined> =>
  deliveries(act).where("id", "=", id).executeTakeFirst();

export const deliveriesOf = (act: Act, caseId: string): Promise<Delivery[]> =>
  deliveries(act).where("case_id", "=", caseId).orderBy("made_at").orderBy("id").execute();

/** The one of its kind that is not void. */
export const standingDelivery = (
  act: Act,
  caseId: string,
  kind: DeliveryKind,
): Promise<Delivery | undefined> =>
  deliveries(act)
    .where("case_id", "=", caseId)
    .where("kind", "=", kind)
    .where("voided_at", "is", null)
    .executeTakeFirst();

/** Answers whether it stood until now. As the house. */
export async function markVoid(
  house: Act,
  { id, why }: { readonly id: string; readonly why: string },
): Promise<boolean> {
  const marked = await db(house)
    .updateTable("business.mediation_deliveries")
    .set({ voided_at: house.now, voided_by: house.actor.accountId, void_why: why })
    .where("id", "=", id)
    .where("voided_at", "is", null)
    .executeTakeFirst();
  return marked.numUpdatedRows > 0n;
}

/** Keeps the first receipt; answers whether it was the first. */
export async function noteReceipt(
  act: Act,
  { id, receipt, from }: { id: string; receipt: string; from: "exchange" | "hand" },
): Promise<boolean> {
  const noted = await db(act)
    .updateTable("business.mediation_deliveries")
    .set({ receipt, received_at: act.now, receipt_from: from })
    .where("id", "=", id)
    .where("receipt", "is", null)
    .executeTakeFirst();
  return noted.numUpdatedRows > 0n;
}
