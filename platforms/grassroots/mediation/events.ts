// Events of mediation (调解事件): ids only, no personal data.
import type { Delivered, Event } from "@niangjia/foundation/outbox";
import type { DeliveryKind } from "./words.ts";

/** A file was made for a partner and waits to be handed over. */
export interface DeliveryMade {
  readonly deliveryId: string;
  readonly caseId: string;
  readonly kind: DeliveryKind;
}

/** Both sides signed; the agreement is in force. */
export interface Agreed {
  readonly caseId: string;
  readonly personId: string | null;
  readonly totalFen: number;
}

/** A worker received money. */
export interface Recovered {
  readonly caseId: string;
  readonly personId: string | null;
  readonly amountFen: number;
}

export const names = {
  deliveryMade: "mediation.delivery-made",
  agreed: "mediation.agreed",
  recovered: "mediation.recovered",
} as const;

export type DeliveryMadeEvent = Delivered<DeliveryMade>;
export type AgreedEvent = Delivered<Agreed>;
export type RecoveredEvent = Delivered<Recovered>;

const event =
  <Body extends object>(name: string) =>
  (orgPath: string, body: Body): Event<string, Body> => ({ name, orgPath, body });

export const deliveryMade = event<DeliveryMade>(names.deliveryMade);
export const agreed = event<Agreed>(names.agreed);
export const recovered = event<Recovered>(names.recovered);
