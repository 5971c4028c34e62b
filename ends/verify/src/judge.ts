// Judging a code off line (离线判断): with the keys and the list the page was downloaded with, and its own memory.
import {
  authenticate,
  type IssuerKey,
  seconds,
  verdictOf,
} from "@niangjia/foundation/presentation";
import type { CheckVerdict, OfflineData } from "@niangjia/platforms/realname/card/contract";

const tailBytes = 5;

export interface Judged {
  readonly verdict: CheckVerdict;
  /** Masked; only of a good card. */
  readonly name: string | null;
}

export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );

const tailOf = (id: string): number =>
  Number.parseInt(id.replaceAll("-", "").slice(-2 * tailBytes), 16);

/** The n-th of the ends of card ids that lie together, smallest first. */
const tailAt = (list: Uint8Array, nth: number): number =>
  list.slice(nth * tailBytes, (nth + 1) * tailBytes).reduce((sum, byte) => sum * 256 + byte, 0);

export const countOf = (list: Uint8Array): number => list.length / tailBytes;

/** Halves what is left of the list until the card is found or cannot be in it. */
function isListed(list: Uint8Array, id: string): boolean {
  const wanted = tailOf(id);
  let [low, high] = [0, countOf(list)];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = tailAt(list, middle);
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** A judge remembers the codes it accepted for as long as they could be shown again; another device does not know them. */
export function judgeWith(data: OfflineData): (code: string, now: Date) => Judged {
  const revoked = bytesOf(data.revoked);
  const keys = data.keys.map(
    ({ keyId, point, notBefore, notAfter }): IssuerKey => ({
      keyId: bytesOf(keyId),
      point: bytesOf(point),
      notBefore: new Date(notBefore),
      notAfter: new Date(notAfter),
    }),
  );
  const seen = new Map<string, Date>();
  const isFirstSight = (code: string, now: Date): boolean => {
    const oldest = now.getTime() - 2 * (seconds.valid + 2 * seconds.skew) * 1000;
    for (const [known, at] of seen) if (at.getTime() < oldest) seen.delete(known);
    return !seen.has(code) && seen.set(code, now).has(code);
  };
  return (code, now) => {
    const shown = authenticate(code, keys);
    if (typeof shown === "string") return { verdict: shown, name: null };
    const verdict = verdictOf(shown, { now, revoked: isListed(revoked, shown.id) });
    if (verdict !== "valid") return { verdict, name: null };
    // The moment and the card, not the text: a signature can be rewritten without being forged.
    const known = isFirstSight(`${shown.id} ${shown.shownAt.getTime()}`, now);
    return known ? { verdict, name: shown.name } : { verdict: "replayed", name: null };
  };
}
