// The door of the keys (密钥): one keyring for the house.
export { createKeyring, type Keyring, type KeyringOptions } from "./keyring.ts";
export { KeyringError, type Place } from "./seal.ts";
export type { SuiteName } from "./suite.ts";
