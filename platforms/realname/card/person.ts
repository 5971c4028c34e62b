// A member's card as the union's staff see it (会员档案里的会员卡): whether there is one, since when, last found valid when.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { getRecord } from "@niangjia/registers/members";
import { endings, type ofPerson, states } from "./contract.ts";
import { stateOf } from "./show.ts";
import { findCard, lastCheckedAt } from "./store.ts";

/** Refuses a person out of reach. */
export async function showCardOf(
  act: Act,
  { params }: Asked<typeof ofPerson>,
): Promise<Answer<typeof ofPerson>> {
  const { id: personId } = await getRecord(act, params.id);
  const card = await findCard(act, personId);
  if (!card) return { card: null };
  const { revokedFor, issuedAt, expiresAt } = card;
  const checkedAt = await asHouse(act, (house) => lastCheckedAt(house, card.id));
  const state = stateOf(card, act.now);
  return {
    card: {
      says: revokedFor ? endings[revokedFor] : states[state],
      living: revokedFor === null && state === "living",
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastCheckedAt: checkedAt?.toISOString() ?? null,
    },
  };
}
