// The card's key (会员卡密钥) in the App: made by the browser and kept where nobody can read it; without https, in storage.
import { type CardKey, findStored, makeStored, seedBytes } from "../realname/card/key.ts";

const kind = { name: "ECDSA", namedCurve: "P-256" };
const signing = { name: "ECDSA", hash: "SHA-256" };
const storeName = "card-keys";

const isSafe = (): boolean => window.isSecureContext && "indexedDB" in window;

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function keys(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open("niangjia", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  return (await settled(opening)).transaction(storeName, mode).objectStore(storeName);
}

async function keyOf({ publicKey, privateKey }: CryptoKeyPair): Promise<CardKey> {
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  const sign = async (message: Uint8Array) =>
    new Uint8Array(await crypto.subtle.sign(signing, privateKey, Uint8Array.from(message)));
  return { x, y, sign };
}

export async function findCardKey(accountId: string): Promise<CardKey | undefined> {
  if (!isSafe()) return findStored(accountId);
  const pair = await settled<CryptoKeyPair | undefined>((await keys("readonly")).get(accountId));
  return pair && keyOf(pair);
}

export async function makeCardKey(accountId: string): Promise<CardKey> {
  if (!isSafe()) {
    return makeStored(accountId, crypto.getRandomValues(new Uint8Array(seedBytes)));
  }
  const pair = await crypto.subtle.generateKey(kind, false, ["sign", "verify"]);
  await settled((await keys("readwrite")).put(pair, accountId));
  // Browsers clear what is little used; a card should outlive that where they let it.
  await navigator.storage?.persist?.();
  return keyOf(pair);
}
