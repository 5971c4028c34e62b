// Signed note (签名文本) of C2SP: a few lines of text that carry their signatures, as transparency logs
// exchange them. Source: https://c2sp.org/signed-note, with Ed25519 (type 0x01, RFC 8032).
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";

export interface NoteSigner {
  readonly name: string;
  /** What a reader needs to check notes: `<name>+<key id>+<type and public key>`. Not a secret. */
  readonly verifierKey: string;
  signatureOf(text: string): Buffer;
}

const ED25519 = Buffer.of(1);
const ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
const KEY_ID_BYTES = 4;
const SIGNATURES_LIMIT = 16;

/**
 * `seed` is the 32 bytes of an Ed25519 key. Throws RangeError when the name holds spaces or a plus.
 */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${name}`);
  const der = Buffer.concat([ED25519_PKCS8, seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  const typedKey = Buffer.concat([ED25519, spki.subarray(ED25519_SPKI.length)]);
  const id = keyIdOf(name, typedKey);
  return {
    name,
    verifierKey: `${name}+${id.toString("hex")}+${typedKey.toString("base64")}`,
    signatureOf: (text) => Buffer.concat([id, sign(null, Buffer.from(text), key)]),
  };
}

/** Throws RangeError unless `text` is whole lines of printable text. */
export function signNote(text: string, signer: NoteSigner): string {
  if (!isText(text)) throw new RangeError("a note is whole lines without control characters");
  return `${text}\n— ${signer.name} ${signer.signatureOf(text).toString("base64")}\n`;
}

/**
 * The text of a note that the key has signed; undefined when the note is malformed or not signed by
 * it. Signatures of others, such as witnesses, are passed over. Throws RangeError when
 * `verifierKey` is none.
 */
export function openNote(note: string, verifierKey: string): string | undefined {
  const { name, id, key } = parseVerifierKey(verifierKey);
  const gap = note.lastIndexOf("\n\n");
  const text = note.slice(0, gap + 1);
  if (gap < 0 || !isText(note)) return undefined;
  const lines = note.slice(gap + 2, -1).split("\n");
  if (lines.length > SIGNATURES_LIMIT) return undefined;
  const signatures = lines.map(parseSignature);
  if (signatures.includes(undefined)) return undefined;
  const ours = signatures.filter((line) => line?.name === name && line.id.equals(id));
  const isSigned = ours.every((line) => verify(null, Buffer.from(text), key, line!.signature));
  return ours.length > 0 && isSigned ? text : undefined;
}

function parseSignature(line: string) {
  const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : strictBase64(encoded);
  if (!name || !isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, id: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

function parseVerifierKey(text: string): { name: string; id: Buffer; key: KeyObject } {
  const [, name = "", id = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const typedKey = strictBase64(encoded);
  const expected = typedKey && keyIdOf(name, typedKey).toString("hex");
  if (!isKeyName(name) || typedKey?.length !== 33 || typedKey[0] !== 1 || id !== expected) {
    throw new RangeError(`not an Ed25519 verifier key: ${text}`);
  }
  const der = Buffer.concat([ED25519_SPKI, typedKey.subarray(1)]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return { name, id: Buffer.from(id, "hex"), key };
}

function keyIdOf(name: string, typedKey: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(`${name}\n`), typedKey]);
  return hash("sha256", named, "buffer").subarray(0, KEY_ID_BYTES);
}

const isKeyName = (name: string): boolean => /^[^\s+\p{Cc}]+$/u.test(name);

const isText = (text: string): boolean =>
  text.endsWith("\n") && text.isWellFormed() && !/[^\P{Cc}\n]/u.test(text);

/** Base64 that reads one way only; Node's decoder alone forgives anything. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}
