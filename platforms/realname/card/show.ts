// Showing (动态码亮证): a member's own card with a fresh token; the phone makes the rotating code of it, off line too.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { issueToken } from "@niangjia/foundation/presentation";
import { refuse } from "@niangjia/foundation/refusal";
import { type CurrentMembership, currentMembership } from "@niangjia/registers/members";
import { getUnion } from "@niangjia/registers/organisations";
import type { show as contract } from "./contract.ts";
import { issuerOf, signingKey } from "./issuer.ts";
import { refusals } from "./refusals.ts";
import { type Card, findCard, lastCheckedAt } from "./store.ts";

type OwnCard = Answer<typeof contract>;

/** The living membership of whoever asks; 保留会籍 keeps the card. Refuses who has none. */
export async function ownMembership(act: Act): Promise<CurrentMembership> {
  const { personId } = act.actor;
  const membership = personId ? await currentMembership(act, personId) : undefined;
  if (!membership || membership.state === "ended") throw refuse(refusals.notMember);
  return membership;
}

/** Made anew each time, so that name, issuer and key are those of today; nothing of it is stored. */
async function tokenOf(act: Act, card: Card, { name, orgPath }: CurrentMembership) {
  if (!card.devicePoint || !card.expiresAt || card.expiresAt <= act.now) return null;
  const key = await signingKey(act);
  const token = issueToken(
    {
      id: card.id,
      issuer: issuerOf(orgPath),
      name: maskName(name),
      issuedAt: act.now,
      expiresAt: card.expiresAt,
      device: { point: card.devicePoint },
    },
    key,
  );
  return Buffer.from(token).toString("base64url");
}

/** A card that is not revoked, as of now. */
export function stateOf({ state, expiresAt }: Card, now: Date): "awaiting" | "living" | "expired" {
  if (state === "awaiting") return "awaiting";
  return expiresAt && expiresAt <= now ? "expired" : "living";
}

const says = {
  none: "您还没有领取会员卡，点“领取”即可使用。",
  lost: "原来的会员卡已挂失；补办批准后，在这里领取新卡。",
  awaiting: "补办已批准，请在这部手机上领取新卡。",
  living: "请在现场亮码，码每 30 秒更换一次，截图无效。",
  expired: "会员卡已过期，请联网续期。",
} as const;

export async function showCard(act: Act): Promise<OwnCard> {
  const membership = await ownMembership(act);
  const card = await findCard(act, membership.personId);
  const now = act.now.toISOString();
  if (!card || card.state === "revoked") {
    return { card: null, says: card?.revokedFor === "lost" ? says.lost : says.none, now };
  }
  const union = await getUnion(act, membership.unionId);
  const checkedAt = await asHouse(act, (house) => lastCheckedAt(house, card.id));
  const state = stateOf(card, act.now);
  return {
    card: {
      id: card.id,
      state,
      name: maskName(membership.name),
      number: membership.number,
      unionName: union.name,
      kept: membership.state === "kept",
      expiresAt: card.expiresAt?.toISOString() ?? null,
      device: card.devicePoint?.toString("base64url") ?? null,
      token: await tokenOf(act, card, membership),
      lastCheckedAt: checkedAt?.toISOString() ?? null,
    },
    says: says[state],
    now,
  };
}
