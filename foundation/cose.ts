// COSE (签名信封, RFC 9052): single-signer messages with ES256, countersigned (RFC 9338); keys and claims of
// CWT (RFC 8392, 8747). Pure: the same on a phone, in the mini-program and in the house.
import { p256 } from "@noble/curves/nist.js";
import { decode, encode, Tagged } from "cborg";

/** Header parameters and claims by their registered numbers (IANA COSE, CWT). */
export const header = { algorithm: 1, keyId: 4, countersignature: 11, claims: 15 } as const;
export const claim = { issuer: 1, expires: 4, issuedAt: 6, id: 7, confirmation: 8 } as const;
const keyLabel = { type: 1, keyId: 2, curve: -1, x: -2, y: -3 } as const;
const es256 = -7;
const signedOnce = 18;

/** What CBOR of ours is made of. Maps keep their numbers as keys. */
export type Cbor = number | string | boolean | null | Uint8Array | readonly Cbor[] | CborMap;
export type CborMap = ReadonlyMap<number | string, Cbor>;

/** A P-256 key: 33 bytes of the public point, compressed. */
export interface PublicKey {
  readonly point: Uint8Array;
}
export interface PrivateKey {
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** A message taken apart. Nothing of it is to be believed before `isSigned` said so. */
export interface Signed {
  readonly protectedBytes: Uint8Array;
  readonly protected: CborMap;
  readonly unprotected: CborMap;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

/** A signature of somebody else over a whole message, with headers of its own. */
export interface Countersignature {
  readonly protectedBytes: Uint8Array;
  readonly protected: CborMap;
  readonly signature: Uint8Array;
}

const empty = new Uint8Array();

export const toCbor = (value: Cbor): Uint8Array => encode(value);

/** Tags inside a payload only say how a value is meant, such as a time; the value is what we read. */
const options = {
  useMaps: true,
  rejectDuplicateMapKeys: true,
  tags: Object.fromEntries(
    [0, 1, signedOnce, 61].map((tag) => [tag, (inner: () => unknown) => inner()]),
  ),
};

/** Undefined for bytes that are no CBOR, or are more than one value. */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  try {
    return decode(bytes, options) as Cbor;
  } catch {
    return undefined;
  }
}

export const isMap = (value: Cbor | undefined): value is CborMap => value instanceof Map;
const isBytes = (value: Cbor | undefined): value is Uint8Array => value instanceof Uint8Array;

/** A header of no parameters is written as no bytes. */
function readHeader(bytes: Uint8Array): CborMap | undefined {
  if (bytes.length === 0) return new Map();
  const read = readCbor(bytes);
  return isMap(read) ? read : undefined;
}

const signatureStructure = (signed: Pick<Signed, "protectedBytes" | "payload">): Uint8Array =>
  toCbor(["Signature1", signed.protectedBytes, empty, signed.payload]);

/** The second version covers the first signature too (RFC 9338, 3.3). */
export const countersignatureStructure = (signed: Signed, protectedBytes: Uint8Array): Uint8Array =>
  toCbor([
    "CounterSignatureV2",
    signed.protectedBytes,
    protectedBytes,
    empty,
    signed.payload,
    [signed.signature],
  ]);

/** Signs bytes with ES256: in code, or where a device keeps a key that cannot leave it (WebCrypto). */
export type Signer = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const signWith = ({ secret }: PrivateKey, message: Uint8Array): Uint8Array =>
  p256.sign(message, secret, { lowS: false });

export const signerOf =
  (key: PrivateKey): Signer =>
  (message) =>
    signWith(key, message);

/** Signatures of others need not have the lower s, so a signature is never taken for a message's name. */
function fits(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return p256.verify(signature, message, key.point, { lowS: false });
  } catch {
    return false;
  }
}

const signsWithEs256 = (headers: CborMap): boolean => headers.get(header.algorithm) === es256;

/** Signs a payload; `keyId` tells which of the issuer's keys did. */
export function sign(payload: Uint8Array, key: PrivateKey & { keyId: Uint8Array }): Signed {
  const headers: CborMap = new Map<number, Cbor>([
    [header.algorithm, es256],
    [header.keyId, key.keyId],
  ]);
  const protectedBytes = toCbor(headers);
  const signature = signWith(key, signatureStructure({ protectedBytes, payload }));
  return { protectedBytes, protected: headers, unprotected: new Map(), payload, signature };
}

/** The message with a countersignature in its unprotected header; who does not look for one reads it as before. */
export async function countersign(signed: Signed, claims: CborMap, by: Signer): Promise<Signed> {
  const headers = toCbor(
    new Map<number, Cbor>([
      [header.algorithm, es256],
      [header.claims, claims],
    ]),
  );
  const signature = await by(countersignatureStructure(signed, headers));
  const added: Cbor = [headers, new Map(), signature];
  return { ...signed, unprotected: new Map([[header.countersignature, added]]) };
}

/** COSE_Sign1 with its tag. */
export const writeSigned = ({
  protectedBytes,
  unprotected,
  payload,
  signature,
}: Signed): Uint8Array =>
  encode(new Tagged(signedOnce, [protectedBytes, unprotected, payload, signature]));

/** COSE_Sign1, tagged or not, as CWT's own tag 61 or without; undefined for anything else. */
export function readSigned(bytes: Uint8Array): Signed | undefined {
  const read = readCbor(bytes);
  if (!Array.isArray(read) || read.length !== 4) return undefined;
  const [protectedBytes, unprotected, payload, signature] = read as Cbor[];
  if (!isBytes(protectedBytes) || !isBytes(payload) || !isBytes(signature)) return undefined;
  const headers = readHeader(protectedBytes);
  if (!headers || !isMap(unprotected)) return undefined;
  return { protectedBytes, protected: headers, unprotected, payload, signature };
}

export function readCountersignature({ unprotected }: Signed): Countersignature | undefined {
  const found = unprotected.get(header.countersignature);
  if (!Array.isArray(found) || found.length !== 3) return undefined;
  const [protectedBytes, , signature] = found as Cbor[];
  if (!isBytes(protectedBytes) || !isBytes(signature)) return undefined;
  const headers = readHeader(protectedBytes);
  return headers && { protectedBytes, protected: headers, signature };
}

export const isSigned = (signed: Signed, key: PublicKey): boolean =>
  signsWithEs256(signed.protected) && fits(key, signatureStructure(signed), signed.signature);

export const isCountersigned = (signed: Signed, by: Countersignature, key: PublicKey): boolean =>
  signsWithEs256(by.protected) &&
  fits(key, countersignatureStructure(signed, by.protectedBytes), by.signature);

/** COSE_Key of a public key; the point's sign in place of y saves 32 bytes (RFC 9053, 7.1.1). */
export function coseKeyOf({ point }: PublicKey, keyId?: Uint8Array): CborMap {
  const key = new Map<number, Cbor>([[keyLabel.type, 2]]);
  if (keyId) key.set(keyLabel.keyId, keyId);
  key
    .set(keyLabel.curve, 1)
    .set(keyLabel.x, point.slice(1))
    .set(keyLabel.y, point[0] === 3);
  return key;
}

/** Undefined for what is no point of P-256, whatever form its y has. */
export function readCoseKey(key: Cbor | undefined): PublicKey | undefined {
  if (!isMap(key) || key.get(keyLabel.type) !== 2 || key.get(keyLabel.curve) !== 1)
    return undefined;
  const [x, y] = [key.get(keyLabel.x), key.get(keyLabel.y)];
  if (!isBytes(x) || x.length !== 32) return undefined;
  if (typeof y === "boolean") return pointOf([Uint8Array.of(y ? 3 : 2), x]);
  return isBytes(y) && y.length === 32 ? pointOf([Uint8Array.of(4), x, y]) : undefined;
}

/** A public key from the coordinates of a JWK, 32 bytes each; undefined when they are no point of P-256. */
export const publicKeyAt = (x: Uint8Array, y: Uint8Array): PublicKey | undefined =>
  pointOf([Uint8Array.of(4), x, y]);

/** The coordinates of a public key, 32 bytes each, as a JWK has them. */
export function coordinatesOf({ point }: PublicKey): { x: Uint8Array; y: Uint8Array } {
  const whole = p256.Point.fromBytes(point).toBytes(false);
  return { x: whole.slice(1, 33), y: whole.slice(33) };
}

function pointOf(parts: readonly Uint8Array[]): PublicKey | undefined {
  try {
    const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
    return { point: p256.Point.fromBytes(bytes).toBytes(true) };
  } catch {
    return undefined;
  }
}

/** A new key pair, from 48 bytes of chance or of a derived secret. */
export function keyPairFrom(seed: Uint8Array): PrivateKey & PublicKey {
  const secret = p256.utils.randomSecretKey(seed);
  return { secret, point: p256.getPublicKey(secret) };
}
