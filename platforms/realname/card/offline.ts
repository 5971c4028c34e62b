// What checking off line needs (离线验证名单): the public keys, and which cards are revoked, as of now.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { OfflineData } from "./contract.ts";
import { publicKeysAt, published } from "./issuer.ts";
import { revokedIds } from "./store.ts";

/**
 * Bytes of a card's id that stand for it. The end of an id is chance, so five bytes of it are as good as a hash: among
 * 250,000 revoked cards a good one is mistaken once in four million.
 */
const tailBytes = 5;

const tailOf = (id: string): Buffer =>
  Buffer.from(id.replaceAll("-", "").slice(-2 * tailBytes), "hex");

export async function offlineData(act: Act): Promise<OfflineData> {
  const ids = await asHouse(act, revokedIds);
  const tails = ids.map(tailOf).sort(Buffer.compare);
  return {
    madeAt: act.now.toISOString(),
    keys: (await publicKeysAt(act)).map(published),
    revoked: Buffer.concat(tails).toString("base64url"),
  };
}
