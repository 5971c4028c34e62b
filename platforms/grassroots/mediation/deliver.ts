// Delivering (卷宗送达): a file made for a court or an arbitration body goes out once, and its receipt is
// kept.
import type { Readable } from "node:stream";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { tell } from "@niangjia/foundation/notices";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import type { Reaction } from "@niangjia/foundation/worker";
import {
  deliveriesOf,
  findDelivery,
  type Handed,
  insertDelivery,
  noteReceipt,
} from "./delivery-store.ts";
import { disputeLink } from "./dispute-link.ts";
import { type DisputeRow, findDispute } from "./dispute-store.ts";
import { type DeliveryMadeEvent, deliveryMade, names } from "./events.ts";
import { refusals } from "./refusals.ts";
import { type DeliveryKind, deliveryKinds } from "./words.ts";

/** What a partner is handed. The same id twice is the same delivery. */
interface HandedOver {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly partner: string;
  /** Number of the case it is of. */
  readonly number: string;
  readonly documents: readonly (Handed & { read(): Readable })[];
}

/** The way to courts and arbitration bodies; the operator's exchange. */
export interface PartnerGateway {
  /**
   * Hands a file over and answers the receipt number (回执号). Idempotent: an id that was taken before
   * answers the receipt of then. Throws when it was not taken; it is tried again later.
   */
  hand(delivery: HandedOver): Promise<string>;
}

export interface Delivering {
  readonly dispute: Pick<DisputeRow, "case_id" | "org_path">;
  readonly kind: DeliveryKind;
  readonly partner: string;
  readonly reason: string;
  readonly documents: readonly Handed[];
}

/** Puts a file on its way. Refuses a second one of its kind (mediation.already-delivered). */
export async function deliver(act: Act, wanted: Delivering): Promise<string> {
  const { dispute, kind, partner, reason, documents } = wanted;
  const { case_id, org_path } = dispute;
  const id = newId(act.now);
  const row = {
    ...{ id, case_id, org_path, kind, partner, reason, documents },
    ...{ made_at: act.now, made_by: act.actor.accountId },
    ...{ receipt: null, received_at: null, receipt_from: null },
  };
  if (!(await asHouse(act, (house) => insertDelivery(house, row)))) {
    const before = (await deliveriesOf(act, case_id)).find((one) => one.kind === kind);
    const words = { partner: before?.partner ?? partner, kind: deliveryKinds[kind] };
    throw refuse(refusals.alreadyDelivered, { words });
  }
  await emit(act, deliveryMade(org_path, { deliveryId: id, caseId: case_id, kind }));
  return id;
}

/** Whoever mediates, and the applicant, hear that it arrived. */
export async function tellReceipt(
  act: Act,
  dispute: DisputeRow,
  { kind, partner, receipt }: { kind: DeliveryKind; partner: string; receipt: string },
): Promise<void> {
  const title = `${deliveryKinds[kind]}材料已送达`;
  const body = `办件 ${dispute.number} 的材料已由“${partner}”收到，回执号 ${receipt}。`;
  const { mediator_account, account_id, case_id } = dispute;
  if (mediator_account) {
    await tell(act, { accountId: mediator_account, title, body, link: disputeLink(case_id) });
  }
  await tell(act, { accountId: account_id, title, body, link: `/cases/${case_id}` });
}

async function handOver(act: Act, gateway: PartnerGateway, deliveryId: string): Promise<void> {
  const delivery = await findDelivery(act, deliveryId);
  const dispute = delivery && (await findDispute(act, delivery.case_id));
  if (!delivery || !dispute || delivery.receipt !== null) return;
  const { id, kind, partner } = delivery;
  const documents = delivery.documents.map((document) => ({
    ...document,
    read: () => act.vault.read(document.sha256),
  }));
  const { number } = dispute;
  const receipt = await gateway.hand({ id, kind, partner, number, documents });
  if (await noteReceipt(act, { id, receipt, from: "exchange" })) {
    await tellReceipt(act, dispute, { kind, partner, receipt });
  }
}

/**
 * Hands over through the operator's gateway. Without one, files wait until somebody takes them there
 * and enters the receipt.
 */
export const deliveringReactions = (gateway: PartnerGateway | null): readonly Reaction[] =>
  gateway
    ? [
        {
          on: names.deliveryMade,
          name: "mediation.hand-over",
          run: (act, event) => handOver(act, gateway, (event as DeliveryMadeEvent).body.deliveryId),
        },
      ]
    : [];
