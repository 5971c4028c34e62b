// Token of a link (链接凭据): which file, through which session and until when; sealed, so that it tells nothing.
import { type Keyring, KeyringError } from "../keys/index.ts";
import { limits } from "./contract.ts";

export interface Linked {
  /** Whose right it is, looked at anew when the link is followed. */
  readonly sessionId: string;
  /** The download of the house it stands for, after `/api`; ASCII, at most `limits.linkedPathCharacters`. */
  readonly path: string;
  readonly until: Date;
}

const place = { field: "files.link", row: "link" };
const sessionCharacters = 22;
const momentCharacters = 8;

/** All of one length, without bits left over: no other text stands for the same token. */
const form = /^[\w-]{192}$/;

const packId = (id: string): string =>
  Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

const unpackId = (packed: string): string =>
  Buffer.from(packed, "base64url")
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export function sealLink(keys: Keyring, { sessionId, path, until }: Linked): string {
  const moment = until.getTime().toString(36).padStart(momentCharacters, "0");
  const text = packId(sessionId) + moment + path.padEnd(limits.linkedPathCharacters);
  return keys.encrypt(place, text).toString("base64url");
}

/** What a token stands for, over or not; undefined when it is not one of ours to the last bit. */
export function openLink(keys: Keyring, token: string): Linked | undefined {
  if (!form.test(token)) return undefined;
  try {
    const text = keys.decrypt(place, Buffer.from(token, "base64url"));
    const session = text.slice(0, sessionCharacters);
    const moment = text.slice(sessionCharacters, sessionCharacters + momentCharacters);
    const path = text.slice(sessionCharacters + momentCharacters).trimEnd();
    const until = new Date(Number.parseInt(moment, 36));
    return { sessionId: unpackId(session), path, until };
  } catch (error) {
    if (error instanceof KeyringError) return undefined;
    throw error;
  }
}
