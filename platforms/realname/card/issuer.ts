// The issuer's keys (发卡密钥): published before they sign, changed every year or at once, destroyed when they sign no more.
import { createHash, randomBytes } from "node:crypto";
import type { Act } from "@niangjia/foundation/act";
import {
  type Cbor,
  coseKeyOf,
  keyPairFrom,
  type PrivateKey,
  toCbor,
} from "@niangjia/foundation/cose";
import { addCalendarDays, addCalendarMonths, dayOf, startOfDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { orgPath, segmentsOf } from "@niangjia/foundation/orgpath";
import type { IssuerKey } from "@niangjia/foundation/presentation";
import type { Sweep } from "@niangjia/foundation/worker";
import type { keys as contract, PublishedKey, rotate as rotateContract } from "./contract.ts";
import {
  dropSecrets,
  findSecret,
  holdKeys,
  insertKey,
  keysAt,
  type StoredKey,
  withdrawKeys,
} from "./key-store.ts";
import { type Terms, termsAt } from "./parameters.ts";

const keyIdBytes = 8;

const secretField = "card.key";

function newKey(act: Act, notBefore: Date, { keyMonths, cardMonths }: Terms) {
  const id = newId(act.now);
  const pair = keyPairFrom(randomBytes(48));
  const point = Buffer.from(pair.point);
  const keyId = createHash("sha256").update(point).digest().subarray(0, keyIdBytes);
  // A card may be issued on the key's last day, and cards end at the beginning of a day.
  const notAfter = startOfDay(addCalendarMonths(dayOf(notBefore), keyMonths + cardMonths + 1));
  const secret = Buffer.from(pair.secret).toString("base64");
  const secretCipher = act.keys.encrypt({ field: secretField, row: id }, secret);
  return { id, keyId, point, notBefore, notAfter, secretCipher };
}

const lastUse = ({ notBefore }: StoredKey, { keyMonths }: Terms): Date =>
  startOfDay(addCalendarMonths(dayOf(notBefore), keyMonths));

/** The key that signs now. It is missing only before the first card. */
const findSigning = (keys: readonly StoredKey[], now: Date): StoredKey | undefined =>
  keys.findLast(({ notBefore }) => notBefore <= now);

export const publicKeysAt = async (act: Act): Promise<readonly IssuerKey[]> => keysAt(act, act.now);

/** The key to sign with, both halves. */
export async function signingKey(act: Act): Promise<PrivateKey & Pick<StoredKey, "keyId">> {
  const key = findSigning(await keysAt(act, act.now), act.now);
  const sealed = key && (await asHouse(act, (house) => findSecret(house, key.id)));
  if (!key || !sealed) throw new Error("no key signs cards: drawing a card makes one");
  const secret = act.keys.decrypt({ field: secretField, row: key.id }, sealed);
  return { keyId: key.keyId, secret: Buffer.from(secret, "base64") };
}

/** When the next key begins; null while it is too early to publish it. The first one begins at once. */
function nextFrom(keys: readonly StoredKey[], now: Date, terms: Terms): Date | null {
  const newest = keys.at(-1);
  if (!newest) return now;
  const from = lastUse(newest, terms);
  const ahead = startOfDay(addCalendarDays(terms.today, terms.keyAheadDays));
  if (from > ahead) return null;
  return from > now ? from : now;
}

/**
 * Makes the key that is due: the first one at once, each later one ahead of its time, so that whoever checks off line has it
 * before it signs. Answers how many.
 */
export async function ensureKeys(act: Act): Promise<number> {
  const terms = termsAt(act.now);
  const due = async (): Promise<Date | null> =>
    nextFrom(await keysAt(act, act.now), act.now, terms);
  // Asked before the lock, so that members who draw their cards do not wait for each other.
  if (!(await due())) return 0;
  return asHouse(act, async (house) => {
    await holdKeys(house);
    const from = await due();
    if (!from) return 0;
    await insertKey(house, newKey(house, from, terms), { accountId: null, note: null });
    return 1;
  });
}

/** Keys that sign no more lose their private half, so that it cannot be taken later. */
async function forgetSecrets(act: Act): Promise<number> {
  return asHouse(act, async (house) => {
    await holdKeys(house);
    const keys = await keysAt(house, house.now);
    const signing = findSigning(keys, house.now);
    const needed = keys.filter((key) => key === signing || key.notBefore > house.now);
    return dropSecrets(
      house,
      needed.map(({ id }) => id),
    );
  });
}

/**
 * A new key signs from this moment. Cards under the old ones stay good until they end, unless those are withdrawn: then each
 * member's card is signed anew when they next open it on line.
 */
export async function rotateKeys(
  act: Act,
  { body }: Asked<typeof rotateContract>,
): Promise<Answer<typeof rotateContract>> {
  const { accountId } = act.actor;
  await asHouse(act, async (house) => {
    await holdKeys(house);
    if (body.withdraw) await withdrawKeys(house);
    const key = newKey(house, house.now, termsAt(house.now));
    await insertKey(house, key, { accountId, note: body.note });
  });
  await forgetSecrets(act);
  return listKeys(act);
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export const published = ({ keyId, point, notBefore, notAfter }: IssuerKey): PublishedKey => ({
  keyId: text(keyId),
  point: text(point),
  notBefore: notBefore.toISOString(),
  notAfter: notAfter.toISOString(),
});

export async function listKeys(act: Act): Promise<Answer<typeof contract>> {
  const keys = await publicKeysAt(act);
  const keySet: Cbor = keys.map((key) => coseKeyOf(key, key.keyId));
  return { keys: keys.map(published), keySet: text(toCbor(keySet)) };
}

/** `CN-430000`: the federation at the top of a union's line. */
export const issuerOf = (path: string): string => `CN-${segmentsOf(orgPath(path))[0]}`;

export const keySweep: Sweep = {
  name: "card.keys",
  title: "更换发卡密钥",
  cron: "20 3 * * *",
  async run(step) {
    return { made: await step(ensureKeys), forgotten: await step(forgetSecrets) };
  },
};
