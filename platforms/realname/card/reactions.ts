// Reactions (会员变动后的会员卡): a card follows its membership: ends with it, moves with it, and is one a person.
import { accountOfPerson } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { tell } from "@niangjia/foundation/notices";
import type { Delivered } from "@niangjia/foundation/outbox";
import { emit } from "@niangjia/foundation/outbox";
import type { Reaction } from "@niangjia/foundation/worker";
import { currentMembership } from "@niangjia/registers/members";
import {
  type Ended,
  type Merged,
  names,
  type OfMembership,
} from "@niangjia/registers/members/events";
import { rereadCertificates } from "./certificate-store.ts";
import { type Revoked, revoked } from "./events.ts";
import { holdCard, placeCards, revokeCard } from "./store.ts";

/** Ends the card of a person, and tells other rooms. False when there was none. */
export async function revoke(
  house: Act,
  personId: string,
  because: Revoked["because"],
): Promise<boolean> {
  await holdCard(house, personId);
  const card = await revokeCard(house, personId, because);
  if (!card) return false;
  await emit(house, revoked(card.orgPath, { cardId: card.id, personId, because }));
  return true;
}

async function tellMember(act: Act, personId: string): Promise<void> {
  const accountId = await accountOfPerson(act, personId);
  if (accountId === undefined) return;
  await tell(act, {
    accountId,
    title: "会员卡已失效",
    body: "您的会籍已结束，电子会员卡同时失效。重新入会或恢复会籍后，可以再次领取。",
  });
}

const reaction = <Body extends object>(
  on: string,
  run: (act: Act, body: Body) => Promise<void>,
): Reaction => ({
  on,
  name: `card.${on}`,
  run: (act, event) => run(act, (event as Delivered<Body>).body),
});

/** Ended and begun again elsewhere in one act, as in a transfer, is not an end. */
async function follow(act: Act, personId: string): Promise<void> {
  const membership = await currentMembership(act, personId);
  if (membership && membership.state !== "ended") {
    return placeCards(act, personId, membership.orgPath);
  }
  if (await revoke(act, personId, "left")) await tellMember(act, personId);
}

export const cardReactions: readonly Reaction[] = [
  reaction<Ended>(names.ended, (act, { personId }) => follow(act, personId)),
  reaction<OfMembership>(names.moved, (act, { personId }) => follow(act, personId)),
  reaction<OfMembership>(names.resumed, (act, { personId }) => follow(act, personId)),
  reaction<Merged>(names.merged, async (act, body) => {
    await revoke(act, body.absorbedId, "merged");
    await rereadCertificates(act, body);
  }),
  reaction<Merged>(names.unmerged, rereadCertificates),
];
