// Issuing (领取电子会员卡): a member's phone sends the public half of a key it made; the card is that phone's from then on.
import type { Act } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { type PublicKey, publicKeyAt } from "@niangjia/foundation/cose";
import { addCalendarDays, addCalendarMonths, startOfDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import type { issue as contract } from "./contract.ts";
import { issued } from "./events.ts";
import { ensureKeys } from "./issuer.ts";
import { type Terms, termsAt } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { ownMembership, showCard } from "./show.ts";
import { bindCard, type Card, holdCard, insertCard } from "./store.ts";

function deviceOf({ x, y }: { readonly x: string; readonly y: string }): PublicKey {
  const key = publicKeyAt(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"));
  if (!key) throw refuse(refusals.keyUnusable);
  return key;
}

type Step = "make" | "bind" | "renew" | "keep";

/** What is to be done for a device, given the card the person has. Refuses where another device has it. */
function stepFor(card: Card | undefined, { point }: PublicKey, terms: Terms): Step {
  if (!card) return "make";
  const { state, revokedFor, devicePoint, expiresAt } = card;
  if (state === "revoked") {
    // Who lost a card gets the next one by an approved reissue only.
    if (revokedFor === "lost") throw refuse(refusals.reissueFirst);
    return "make";
  }
  if (state === "awaiting") return "bind";
  if (!devicePoint?.equals(point)) throw refuse(refusals.otherDevice);
  const renewFrom = startOfDay(addCalendarDays(terms.today, terms.renewalDays));
  return expiresAt && expiresAt > renewFrom ? "keep" : "renew";
}

/** Twice from one device is once; near its end the card is renewed for that device. */
export async function issueCard(
  act: Act,
  { body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const device = deviceOf(body.device);
  const { personId, orgPath } = await ownMembership(act);
  await ensureKeys(act);
  await asHouse(act, async (house) => {
    const terms = termsAt(house.now);
    const card = await holdCard(house, personId);
    const step = stepFor(card, device, terms);
    const id = card && step !== "make" ? card.id : newId(house.now);
    concerns(act, `card:${id}`);
    if (step === "keep") return;
    if (step === "make") await insertCard(house, { id, personId, orgPath, caseId: null });
    const expiresAt = startOfDay(addCalendarMonths(terms.today, terms.cardMonths));
    await bindCard(house, { id, personId }, { point: device.point, expiresAt });
    if (step !== "renew") await emit(house, issued(orgPath, { cardId: id, personId }));
  });
  return showCard(act);
}
