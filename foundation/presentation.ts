// Presentation (亮证码): a signed token that names the key of one device, shown with that device's signature of the
// moment. Pure: phones make it, tills and the house judge it.
import { readBase45, toBase45 } from "./base45.ts";
import {
  type Cbor,
  type CborMap,
  claim,
  coseKeyOf,
  countersign,
  header,
  isCountersigned,
  isMap,
  isSigned,
  type PrivateKey,
  type PublicKey,
  readCbor,
  readCoseKey,
  readCountersignature,
  readSigned,
  type Signed,
  type Signer,
  sign,
  toCbor,
  writeSigned,
} from "./cose.ts";

/** In place of the `HC1:` of health certificates; all letters are of the alphabet QR codes hold in 5.5 bits. */
const prefix = "NJ1:";
/** No code of ours is a third as long. */
const lettersAtMost = 2_000;
/** For private use (RFC 8392, 9.1): the holder's name as a stranger may see it. */
const nameClaim = -70_001;

export const seconds = {
  /** A code is shown so long, then the next one. */
  valid: 30,
  /** Clocks of phones and tills may differ by so much either way. */
  skew: 90,
} as const;

/** What a token says. It holds no more than whoever scans it may know. */
export interface Token {
  /** uuid. */
  readonly id: string;
  readonly issuer: string;
  /** Masked. */
  readonly name: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** The only key that may show it. */
  readonly device: PublicKey;
}

export interface IssuerKey extends PublicKey {
  readonly keyId: Uint8Array;
  /** It signs tokens from here on. */
  readonly notBefore: Date;
  /** Its tokens end here at the latest. */
  readonly notAfter: Date;
}

export interface Shown extends Token {
  readonly shownAt: Date;
}

/** Why nothing of a text is to be believed. */
export type Doubt = "unreadable" | "unknown-key" | "forged";
/** How a genuine code stands. `stale` is too old (a picture of a code, or a slow clock), `clock-off` from the future. */
export type Verdict = "valid" | "revoked" | "expired" | "stale" | "clock-off" | "replayed";

const toSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const idBytes = (id: string): Uint8Array =>
  Uint8Array.from(id.replaceAll("-", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const idText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** Signs a token as the issuer: a CWT in COSE_Sign1. */
export function issueToken(
  { id, issuer, name, issuedAt, expiresAt, device }: Token,
  key: PrivateKey & { readonly keyId: Uint8Array },
): Uint8Array {
  const claims: CborMap = new Map<number, Cbor>([
    [claim.issuer, issuer],
    [claim.expires, toSeconds(expiresAt)],
    [claim.issuedAt, toSeconds(issuedAt)],
    [claim.id, idBytes(id)],
    [claim.confirmation, new Map([[1, coseKeyOf(device)]])],
    [nameClaim, name],
  ]);
  return writeSigned(sign(toCbor(claims), key));
}

/**
 * The text of the QR code that shows a token at this moment. `now` is the house's time: the phone's own clock with
 * `clockOffset` added. Needs no network.
 */
export async function present(token: Uint8Array, device: Signer, now: Date): Promise<string> {
  const signed = readSigned(token);
  if (!signed) throw new Error("what is shown is not a token");
  const shown = await countersign(signed, new Map([[claim.issuedAt, toSeconds(now)]]), device);
  return prefix + toBase45(wrap(writeSigned(shown)));
}

/** Milliseconds to add to this device's clock, from an answer that told the house's time. */
export const clockOffset = (
  house: Date,
  { sentAt, receivedAt }: { readonly sentAt: Date; readonly receivedAt: Date },
): number => house.getTime() - (sentAt.getTime() + receivedAt.getTime()) / 2;

/** What a code says, once both signatures are known to be right; else why it is not to be believed. */
export function authenticate(text: string, keys: readonly IssuerKey[]): Shown | Doubt {
  const signed = readText(text);
  if (!signed) return "unreadable";
  const keyId = signed.protected.get(header.keyId);
  if (!(keyId instanceof Uint8Array)) return "forged";
  const key = keys.find((known) => sameBytes(known.keyId, keyId));
  if (!key) return "unknown-key";
  const shown = isSigned(signed, key) ? readShown(signed) : undefined;
  if (!shown || toSeconds(shown.issuedAt) < toSeconds(key.notBefore)) return "forged";
  return { ...shown, expiresAt: earlier(shown.expiresAt, key.notAfter) };
}

/** A token ends with its key at the latest, so that a key can be withdrawn. */
const earlier = (one: Date, other: Date): Date =>
  new Date(Math.min(one.getTime(), other.getTime()));

/** How a genuine code stands now. Whether it was seen before is for whoever remembers codes to say. */
export function verdictOf(
  { expiresAt, shownAt }: Pick<Shown, "expiresAt" | "shownAt">,
  { now, revoked }: { readonly now: Date; readonly revoked: boolean },
): Exclude<Verdict, "replayed"> {
  if (revoked) return "revoked";
  if (now >= expiresAt) return "expired";
  const age = (now.getTime() - shownAt.getTime()) / 1000;
  if (age < -seconds.skew) return "clock-off";
  return age > seconds.valid + seconds.skew ? "stale" : "valid";
}

function readText(text: string): Signed | undefined {
  // A scanner that types ends its line.
  const line = text.replace(/[\r\n]+$/, "");
  if (!line.startsWith(prefix) || line.length > lettersAtMost) return undefined;
  const bytes = readBase45(line.slice(prefix.length));
  const inner = bytes && unwrap(bytes);
  return inner ? readSigned(inner) : undefined;
}

/** The token and the moment of a message whose issuer is known; undefined unless its own device signed that moment. */
function readShown(signed: Signed): Shown | undefined {
  const token = readToken(signed.payload);
  const by = readCountersignature(signed);
  if (!token || !by || !isCountersigned(signed, by, token.device)) return undefined;
  const claims = by.protected.get(header.claims);
  const at = isMap(claims) ? claims.get(claim.issuedAt) : undefined;
  return typeof at === "number" ? { ...token, shownAt: new Date(at * 1000) } : undefined;
}

function readToken(payload: Uint8Array): Token | undefined {
  const claims = readCbor(payload);
  if (!isMap(claims)) return undefined;
  const confirmation = claims.get(claim.confirmation);
  const device = isMap(confirmation) ? readCoseKey(confirmation.get(1)) : undefined;
  const [id, issuer, name] = [
    claims.get(claim.id),
    claims.get(claim.issuer),
    claims.get(nameClaim),
  ];
  const [issued, expires] = [claims.get(claim.issuedAt), claims.get(claim.expires)];
  if (!device || !(id instanceof Uint8Array) || id.length !== 16) return undefined;
  if (typeof issuer !== "string" || typeof name !== "string") return undefined;
  if (typeof issued !== "number" || typeof expires !== "number") return undefined;
  const [issuedAt, expiresAt] = [new Date(issued * 1000), new Date(expires * 1000)];
  return { id: idText(id), issuer, name, issuedAt, expiresAt, device };
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/**
 * As health certificates do, codes travel in a zlib stream (RFC 1950): signatures do not shrink, so its one block is a
 * stored one, and reading it can never unfold into more than it is.
 */
function wrap(bytes: Uint8Array): Uint8Array {
  const stream = new Uint8Array(bytes.length + 11);
  const view = new DataView(stream.buffer);
  stream.set([0x78, 0x01, 0x01]);
  view.setUint16(3, bytes.length, true);
  view.setUint16(5, bytes.length ^ 0xffff, true);
  stream.set(bytes, 7);
  view.setUint32(7 + bytes.length, adler32(bytes));
  return stream;
}

function unwrap(stream: Uint8Array): Uint8Array | undefined {
  const bytes = stream.slice(7, -4);
  return stream.length > 11 && sameBytes(wrap(bytes), stream) ? bytes : undefined;
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
