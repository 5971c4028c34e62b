// Blind index (盲索引): finds a sealed value by a keyed hash of it, without opening anything.
import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { activeOf, type Key, type Keys } from "./keyfile.ts";
import { expand, suites } from "./suite.ts";

export interface BlindIndexer {
  /**
   * 16 bytes: the index key's id and the first 15 of HMAC(key of the field, value). The caller
   * normalises the value first. Equal values of one field are equal here; nothing else can be
   * learned without the key.
   */
  blind(field: string, value: string): Buffer;
  /** The value under every index key that may still stand in the store, the active one first. */
  blinds(field: string, value: string): Buffer[];
  /** Whether it was made with another index key than the active one. */
  needsReindex(blind: Uint8Array): boolean;
}

const BLIND_BYTES = 16;

/** `keys` answers the index keys of this moment. */
export function blindIndexer(keys: () => Keys): BlindIndexer {
  const fieldKeys = new Map<string, KeyObject>();
  const fieldKey = ({ id, suite, secret }: Key, field: string) => {
    const name = `${id} ${field}`;
    const known = fieldKeys.get(name);
    if (known) return known;
    const made = createSecretKey(expand(suites[suite].digest, secret, `index:${field}`, 32));
    fieldKeys.set(name, made);
    return made;
  };
  const blindWith = (key: Key, field: string, value: string) => {
    const hmac = createHmac(suites[key.suite].digest, fieldKey(key, field)).update(value).digest();
    hmac.copyWithin(1, 0, BLIND_BYTES - 1);
    hmac[0] = key.id;
    return hmac.subarray(0, BLIND_BYTES);
  };
  return {
    blind: (field, value) => blindWith(activeOf(keys()), field, value),
    blinds(field, value) {
      const { active, keys: all } = keys();
      const older = all.filter(({ id }) => id !== active);
      return [activeOf({ active, keys: all }), ...older].map((key) => blindWith(key, field, value));
    },
    needsReindex: (blind) => blind[0] !== keys().active,
  };
}
