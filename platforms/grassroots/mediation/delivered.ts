// Files that were handed on (已移送的卷宗): the receipt, what was in them, and that one was not taken or went to
// the wrong place.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import type {
  deliveryFile as fileContract,
  receipt as receiptContract,
  voiding as voidingContract,
} from "./contract.ts";
import { tellReceipt, tellVoid } from "./deliver.ts";
import { type Delivery, findDelivery, markVoid, noteReceipt } from "./delivery-store.ts";
import { getDispute, getHandled } from "./disputes.ts";
import { refusals } from "./refusals.ts";

async function deliveryIn(act: Act, id: string): Promise<Delivery> {
  const found = await findDelivery(act, id);
  if (!found) throw refuse(refusals.deliveryNotFound);
  await getDispute(act, found.case_id);
  return found;
}

/** For files that were taken there by hand, or whose partner answers on paper. */
export async function enterReceipt(
  act: Act,
  { params, body }: Asked<typeof receiptContract>,
): Promise<Answer<typeof receiptContract>> {
  const delivery = await deliveryIn(act, params.id);
  const dispute = await getHandled(act, delivery.case_id);
  const { id, kind, partner } = delivery;
  if (delivery.voided_at) throw refuse(refusals.deliveryVoid);
  const noted = { id, receipt: body.receipt, from: "hand" } as const;
  if (!(await asHouse(act, (house) => noteReceipt(house, noted)))) {
    throw refuse(refusals.receiptThere, { words: { receipt: delivery.receipt ?? "" } });
  }
  await tellReceipt(act, dispute, { kind, partner, receipt: body.receipt });
  return { id };
}

/**
 * Not taken by whom it went to, or gone to the wrong place, receipt or not: it stands no more, and another
 * of its kind may follow.
 */
export async function voidDelivery(
  act: Act,
  { params, body }: Asked<typeof voidingContract>,
): Promise<Answer<typeof voidingContract>> {
  const delivery = await deliveryIn(act, params.id);
  const dispute = await getHandled(act, delivery.case_id);
  const { id, kind, partner } = delivery;
  const marked = await asHouse(act, (house) => markVoid(house, { id, why: body.why }));
  if (!marked) throw refuse(refusals.deliveryVoid);
  await tellVoid(act, dispute, { kind, partner, why: body.why });
  return { id };
}

export async function fetchDelivered(
  act: Act,
  { params }: Asked<typeof fileContract>,
): Promise<Download> {
  const { documents, case_id } = await deliveryIn(act, params.id);
  await getHandled(act, case_id);
  const document = documents[params.nth - 1];
  if (!document) throw refuse(refusals.deliveryNotFound);
  const { name, type, sha256 } = document;
  return { name, type, bytes: act.vault.read(sha256) };
}
