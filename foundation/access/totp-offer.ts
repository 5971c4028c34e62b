// Offer of a secret (动态口令密钥): it travels with its holder, sealed for their account, and comes back when it is bound.
import { generateSecret, generateURI } from "otplib";
import type { Act } from "../act.ts";
import { qrSvg } from "../codes/index.ts";
import { KeyringError } from "../keys/index.ts";
import { refuse } from "../refusal.ts";
import { strengthRefusals } from "./strength-contract.ts";

const minutesValid = 30;
const offerField = "account.totp-offer";

export interface Offer {
  readonly secret: string;
  readonly uri: string;
  /** The address as a QR square, SVG. */
  readonly qr: string;
  readonly offer: string;
}

/** Nothing is kept. */
export async function makeOffer(act: Act, accountId: string): Promise<Offer> {
  const secret = generateSecret();
  const spentAt = act.now.getTime() + minutesValid * 60_000;
  const sealed = act.keys.encrypt({ field: offerField, row: accountId }, `${spentAt}.${secret}`);
  const uri = generateURI({ issuer: "娘家", label: act.actor.ownName, secret });
  return { secret, uri, qr: await qrSvg(uri), offer: sealed.toString("base64url") };
}

/** The secret of an offer made to this account not long ago; anything else is refused. */
export function secretOf(act: Act, accountId: string, offer: string): string {
  try {
    const sealed = Buffer.from(offer, "base64url");
    const text = act.keys.decrypt({ field: offerField, row: accountId }, sealed);
    const [spentAt, secret] = text.split(".");
    if (secret && Number(spentAt) > act.now.getTime()) return secret;
  } catch (error) {
    if (!(error instanceof KeyringError)) throw error;
  }
  throw refuse(strengthRefusals.offerSpent);
}
