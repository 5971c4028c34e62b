// What was seen (看过的内容): the last answer of each address, kept on the phone so that it can be seen without a network.
import { drop, readStored, store, storedNames } from "../device/storage.ts";

export interface Seen {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly body: unknown;
}

const prefix = "seen:";
const lettersAtMost = 200_000;
const keptAtMost = 40;

const memory = new Map<string, Seen>();
let forgotten = 0;

/** Changes whenever the phone forgets or somebody signs in: what was asked before is answered to nobody. */
export const era = (): number => forgotten;

/** Of what is still under way nobody hears any more. */
export function beginEra(): void {
  forgotten += 1;
}

export function recall(address: string): Seen | undefined {
  const known = memory.get(address);
  if (known) return known;
  const text = readStored(prefix + address);
  if (!text) return undefined;
  const seen = JSON.parse(text) as Seen;
  memory.set(address, seen);
  return seen;
}

function forgetOldest(): void {
  const names = storedNames().filter((name) => name.startsWith(prefix));
  if (names.length < keptAtMost) return;
  const aged = names.map((name) => ({ name, at: recall(name.slice(prefix.length))?.at ?? 0 }));
  const oldest = aged.sort((one, other) => one.at - other.at)[0];
  if (oldest) drop(oldest.name);
}

export function remember(address: string, body: unknown): void {
  const seen = { at: Date.now(), body };
  memory.set(address, seen);
  const text = JSON.stringify(seen);
  if (text.length > lettersAtMost) return;
  if (readStored(prefix + address) === undefined) forgetOldest();
  store(prefix + address, text);
}

/** The same person in another post: what they typed stays. */
export function forgetSeen(): void {
  beginEra();
  memory.clear();
  for (const name of storedNames()) {
    if (name.startsWith(prefix)) drop(name);
  }
}

/** Signed out, or somebody else signed in: nothing of the person before stays on the phone. */
export function forgetAll(): void {
  beginEra();
  memory.clear();
  for (const name of storedNames()) {
    if (!name.startsWith("setting:")) drop(name);
  }
}
