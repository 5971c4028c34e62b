// Keyring (密钥环): seals personal data, finds them by blind index, signs links, derives secrets,
// rotates its keys.
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { type BlindIndexer, blindIndexer } from "./blind.ts";
import { activeOf, addKey, makeKeyFile, watchKeyFile } from "./keyfile.ts";
import { type Sealer, sealer } from "./seal.ts";
import { expand, type SuiteName, suites } from "./suite.ts";

export interface Keyring extends Sealer, BlindIndexer {
  /** Where the keys live: another thread opens the same ring by it. */
  readonly file: string;
  /**
   * Names the root secret without telling it: a store notes it, to refuse a foreign key file before
   * any harm.
   */
  readonly fingerprint: string;
  /** The suite new values are sealed with. */
  readonly suite: SuiteName;
  /** A secret for one purpose, the same for as long as the key file lives; 32 bytes unless told. */
  derive(purpose: string, bytes?: number): Buffer;
  /** A signature of a message, such as a link with its last moment: base64url of 32 bytes. */
  sign(purpose: string, message: string): string;
  verify(purpose: string, message: string, signature: string): boolean;
  /**
   * New values are sealed with a new key, at once here and within a second in other processes; old
   * ones still open. `suite` changes between AES and 国密.
   */
  rotate(suite?: SuiteName): Promise<void>;
  /** The same for the blind index; README.md tells how the store follows. */
  rotateIndex(suite?: SuiteName): Promise<void>;
}

export interface KeyringOptions {
  file: string;
  /** The suite of a new key file; an existing one knows its own. */
  suite?: SuiteName;
  /** Once a store exists: a lost key file is an Error then, not a new beginning. */
  mustExist?: boolean;
}

/**
 * Opens the key file, or makes one where there is none. Throws Errors in Chinese that say what to
 * do.
 */
export function createKeyring({ file, suite = "aes", mustExist = false }: KeyringOptions): Keyring {
  if (!mustExist) makeKeyFile(file, suite, new Date());
  const content = watchKeyFile(file);
  const add = async (list: "fields" | "indexes", to?: SuiteName) => {
    await addKey(file, list, { suite: to, now: new Date() });
    content.reload();
  };
  const fields = () => content.now().fields;
  const { root } = content.now();
  const { digest } = suites[root.suite];
  const sign = signer((purpose) => expand(digest, root.secret, `sign:${purpose}`, 32), digest);
  return {
    file,
    ...sealer(fields, content.reload),
    ...blindIndexer(() => content.now().indexes),
    fingerprint: expand("sha256", root.secret, "fingerprint", 8).toString("hex"),
    get suite() {
      return activeOf(fields()).suite;
    },
    derive: (purpose, bytes = 32) => expand(digest, root.secret, `derive:${purpose}`, bytes),
    sign,
    verify: (purpose, message, signature) => sameText(sign(purpose, message), signature),
    rotate: (to) => add("fields", to),
    rotateIndex: (to) => add("indexes", to),
  };
}

function signer(secretFor: (purpose: string) => Buffer, digest: string) {
  const keys = new Map<string, KeyObject>();
  return (purpose: string, message: string) => {
    const key = keys.get(purpose) ?? createSecretKey(secretFor(purpose));
    keys.set(purpose, key);
    return createHmac(digest, key).update(message).digest("base64url");
  };
}

/** Takes the same time wherever the two differ. */
function sameText(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
