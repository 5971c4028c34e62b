// Sealing one field of one row (字段加密), and the ciphertext format.
import { randomFillSync } from "node:crypto";
import { activeOf, type Key, type Keys } from "./keyfile.ts";
import { NONCE_BYTES, type SubKeys, subKeysOf, suites, TAG_BYTES } from "./suite.ts";

/**
 * Where a sealed value belongs: the field's full name and the id of its row. It opens nowhere else.
 */
export interface Place {
  field: string;
  row: string;
}

/**
 * A value that cannot be opened: a defect, an attack or the wrong key file, never a user's fault.
 */
export class KeyringError extends Error {
  override name = "KeyringError";
}

export interface Sealer {
  /**
   * Version (1 byte), key id (4), nonce (12), body (as long as the UTF-8 text), tag (16). The nonce
   * is random: one key may seal 2³² values of a field before it should be rotated (NIST SP 800-38D,
   * 8.3).
   */
  encrypt(place: Place, text: string): Buffer;
  /**
   * Throws KeyringError when the value was altered, moved, or sealed with a key that is not here.
   */
  decrypt(place: Place, sealed: Uint8Array): string;
  /** Whether the value was sealed with another key than the active one. */
  needsRotation(sealed: Uint8Array): boolean;
}

const NONCE_START = 5;
const BODY_START = NONCE_START + NONCE_BYTES;

/**
 * `keys` answers the keys of this moment; `reload` reads them anew when a value names one not seen
 * yet.
 */
export function sealer(keys: () => Keys, reload: () => void): Sealer {
  const subKeysFor = rememberSubKeys();
  const keyFor = (id: number) => {
    const find = () => keys().keys.find((key) => key.id === id);
    const known = find();
    if (known) return known;
    reload();
    return find();
  };
  return {
    encrypt({ field, row }, text) {
      const key = activeOf(keys());
      const suite = suites[key.suite];
      const nonce = nextNonce();
      const [body, tag] = suite.seal(subKeysFor(key, field), nonce, { row, text });
      const sealed = Buffer.allocUnsafe(BODY_START + body.length + TAG_BYTES);
      sealed[0] = suite.version;
      sealed.writeUInt32BE(key.id, 1);
      sealed.set(nonce, NONCE_START);
      sealed.set(body, BODY_START);
      sealed.set(tag, BODY_START + body.length);
      return sealed;
    },
    decrypt({ field, row }, sealed) {
      if (sealed.length < BODY_START + TAG_BYTES) throw new KeyringError(`${field}：不是密文。`);
      const key = keyFor(keyIdOf(sealed));
      if (!key || suites[key.suite].version !== sealed[0]) throw unknownKey(field);
      const text = suites[key.suite].open(subKeysFor(key, field), {
        nonce: sealed.subarray(NONCE_START, BODY_START),
        row,
        body: sealed.subarray(BODY_START, -TAG_BYTES),
        tag: sealed.subarray(-TAG_BYTES),
      });
      if (text === undefined) throw altered(field);
      return text;
    },
    needsRotation: (sealed) => keyIdOf(sealed) !== keys().active,
  };
}

function unknownKey(field: string): KeyringError {
  return new KeyringError(
    `${field}：密钥文件里没有加密它的那把密钥，可能用错了密钥文件。请换回原来的密钥文件，再重试。`,
  );
}

function altered(field: string): KeyringError {
  return new KeyringError(
    `${field}：密文被改动过，或被挪到了别的记录。请不要使用这条资料，从备份核对后再恢复。`,
  );
}

function keyIdOf(sealed: Uint8Array): number {
  return new DataView(sealed.buffer, sealed.byteOffset, sealed.length).getUint32(1);
}

/** Field names are few and deriving is slow, so sub-keys are kept for good. */
function rememberSubKeys() {
  const kept = new Map<string, SubKeys>();
  return ({ id, suite, secret }: Key, field: string): SubKeys => {
    const name = `${id} ${field}`;
    const found = kept.get(name) ?? subKeysOf(suite, secret, `field:${field}`);
    kept.set(name, found);
    return found;
  };
}

const pool = Buffer.alloc(NONCE_BYTES * 1024);
let unused = pool.length;

/**
 * One call to the random source for 1024 nonces: alone it would cost half as much as the
 * encryption.
 */
function nextNonce(): Buffer {
  if (unused === pool.length) {
    randomFillSync(pool);
    unused = 0;
  }
  unused += NONCE_BYTES;
  return pool.subarray(unused - NONCE_BYTES, unused);
}
