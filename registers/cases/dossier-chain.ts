// The chain of hashes (哈希链) of a case: each action sealed by the one before it.
import { createHash } from "node:crypto";
import type { Action } from "@niangjia/engine/process";

/** An action as it was written, and its hash. */
export interface Link {
  readonly seq: number;
  readonly text: string;
  /** SHA-256, in hex, of the hash before (of the first: the case's number), a line break and the text. */
  readonly hash: string;
}

/**
 * JSON in one form only, so that the same data always has the same hash: RFC 8785 for data that came
 * out of JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

const hashAfter = (before: string, text: string): string =>
  createHash("sha256").update(`${before}\n${text}`).digest("hex");

export function chainOf(number: string, actions: readonly Action[]): Link[] {
  let before = number;
  return actions.map((action) => {
    const text = canonicalJson(action);
    before = hashAfter(before, text);
    return { seq: action.id, text, hash: before };
  });
}

/**
 * The number of the first line that is not what its hash says, or that does not follow the one
 * before; undefined when nothing was changed. Lines left out at the end show in the last hash alone.
 */
export function brokenAt(number: string, chain: readonly Link[]): number | undefined {
  let before = number;
  for (const { seq, text, hash } of chain) {
    if (hashAfter(before, text) !== hash) return seq;
    before = hash;
  }
  return undefined;
}
