// Events of the card (会员卡事件): ids only.
import type { Delivered, Event } from "@niangjia/foundation/outbox";

export interface OfCard {
  readonly cardId: string;
  readonly personId: string;
}

export interface Revoked extends OfCard {
  readonly because: "lost" | "left" | "merged";
}

export const names = { issued: "card.issued", revoked: "card.revoked" } as const;

export type IssuedEvent = Delivered<OfCard>;
export type RevokedEvent = Delivered<Revoked>;

export const issued = (orgPath: string, body: OfCard): Event => ({
  name: names.issued,
  orgPath,
  body,
});

export const revoked = (orgPath: string, body: Revoked): Event => ({
  name: names.revoked,
  orgPath,
  body,
});
