// The key of a card (会员卡密钥): what the page knows of it, and one kept in storage where the phone has no safer place.
import { coordinatesOf, keyPairFrom, type Signer, signerOf } from "@niangjia/foundation/cose";
import { readStored, store } from "../../device/storage.ts";
import { toBytes, toText } from "./bytes.ts";

export interface CardKey {
  /** Coordinates of the public half, base64url. */
  readonly x: string;
  readonly y: string;
  readonly sign: Signer;
}

export const seedBytes = 48;

/** A setting of the phone: the card stays on it when its member signs out and in again. */
const nameOf = (accountId: string): string => `setting:card-key:${accountId}`;

function keyOf(seed: Uint8Array): CardKey {
  const pair = keyPairFrom(seed);
  const { x, y } = coordinatesOf(pair);
  return { x: toText(x), y: toText(y), sign: signerOf(pair) };
}

export function findStored(accountId: string): CardKey | undefined {
  const seed = readStored(nameOf(accountId));
  return seed ? keyOf(toBytes(seed)) : undefined;
}

/** Throws where nothing can be kept: a card drawn for a key that is gone tomorrow would be lost. */
export function makeStored(accountId: string, seed: Uint8Array): CardKey {
  if (!store(nameOf(accountId), toText(seed))) throw new Error("the phone keeps no key");
  return keyOf(seed);
}
