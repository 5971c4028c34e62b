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
  findDelivery,
  type Handed,
  insertDelivery,
  noteReceipt,
  standingDelivery,
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

/** Puts a file on its way. Refuses a second one of its kind that stands (mediation.already-delivered). */
export async function deliver(act: Act, wanted: Delivering): Promise<string> {
  const { dispute, kind, partner, reason, documents } = wanted;
  const { case_id, org_path } = dispute;
  const id = newId(act.now);
  const row = {
    ...{ id, case_id, org_path, kind, partner, reason, documents },
    ...{ made_at: act.now, made_by: act.actor.accountId },
    ...{ receipt: null, received_at: null, receipt_from: null },
    ...{ voided_at: null, voided_by: null, void_why: null },
  };
  if (!(await asHouse(act, (house) => insertDelivery(house, row)))) {
    const before = await standingDelivery(act, case_id, kind);
    const words = { partner: before?.partner ?? partner, kind: deliveryKinds[kind] };
    throw refuse(refusals.alreadyDelivered, { words });
  }
  await emit(act, deliveryMade(org_path, { deliveryId: id, caseId: case_id, kind }));
  return id;
}

interface Said {
  readonly title: string;
  readonly body: string;
}

async function tellSides(act: Act, dispute: DisputeRow, said: Said): Promise<void> {
  const { mediator_account, account_id, case_id } = dispute;
  if (mediator_account) {
    await tell(act, { accountId: mediator_account, ...said, link: disputeLink(case_id) });
  }
  await tell(act, { accountId: account_id, ...said, link: `/cases/${case_id}` });
}

type Went = Pick<Delivering, "kind" | "partner">;

/** Whoever mediates, and the applicant, hear that it arrived. */
export const tellReceipt = (
  act: Act,
  dispute: DisputeRow,
  { kind, partner, receipt }: Went & { readonly receipt: string },
): Promise<void> =>
  tellSides(act, dispute, {
    title: `${deliveryKinds[kind]}材料已送达`,
    body: `办件 ${dispute.number} 的材料已由“${partner}”收到，回执号 ${receipt}。`,
  });

/** They hear, too, that it was not taken or went to the wrong place. */
export const tellVoid = (
  act: Act,
  dispute: DisputeRow,
  { kind, partner, why }: Went & { readonly why: string },
): Promise<void> =>
  tellSides(act, dispute, {
    title: `${deliveryKinds[kind]}材料要重新送`,
    body: `办件 ${dispute.number} 送往“${partner}”的材料没有受理或者送错了：${why}。工会会另行送出，也可以到办理的工会问。`,
  });

async function handOver(act: Act, gateway: PartnerGateway, deliveryId: string): Promise<void> {
  const delivery = await findDelivery(act, deliveryId);
  const dispute = delivery && (await findDispute(act, delivery.case_id));
  if (!delivery || !dispute) return;
  if (delivery.receipt !== null || delivery.voided_at) return;
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
