// The Merkle tree (默克尔树) of RFC 6962 §2.1, pure: hashes, O(log n) state to append to, the root.
import { hash } from "node:crypto";

/** A complete subtree: the leaves from `index · 2^level` up to `(index + 1) · 2^level`. */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodePlace {
  readonly hash: Buffer;
}

/**
 * A tree as far as appending needs it: the roots of its largest complete subtrees, from left to
 * right.
 */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Buffer[];
}

/**
 * Reads stored nodes in the order asked for, in one go. Nodes are written once and never change.
 */
export type ReadNodes = (places: readonly NodePlace[]) => Promise<readonly Buffer[]>;

export const emptyTree: Frontier = { size: 0, hashes: [] };

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: Uint8Array[]): Buffer => hash("sha256", Buffer.concat(parts), "buffer");

export const leafHash = (entry: Uint8Array): Buffer => sha256(LEAF, entry);

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/**
 * Appends leaves. Answers the new frontier and every node that became complete, the leaves among
 * them, in the order they became so: what the store must keep for proofs.
 */
export function append(
  frontier: Frontier,
  leafHashes: readonly Buffer[],
): { frontier: Frontier; nodes: TreeNode[] } {
  const hashes = [...frontier.hashes];
  const nodes: TreeNode[] = [];
  let { size } = frontier;
  for (const leaf of leafHashes) {
    let node: TreeNode = { level: 0, index: size, hash: leaf };
    nodes.push(node);
    while (node.index % 2 === 1) {
      const joined = nodeHash(hashes.pop()!, node.hash);
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: joined };
      nodes.push(node);
    }
    hashes.push(node.hash);
    size += 1;
  }
  return { frontier: { size, hashes }, nodes };
}

/** The root of the tree; of the empty tree the hash of nothing. */
export function rootOf({ hashes }: Frontier): Buffer {
  return hashes.length === 0 ? sha256() : fold(hashes);
}

/** Reads the frontier of a stored tree back, to go on appending or to take its root. */
export async function readFrontier(size: number, read: ReadNodes): Promise<Frontier> {
  return { size, hashes: await read(placesOf({ from: 0, to: size })) };
}

/** Leaves `from` (included) to `to` (excluded). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The complete subtrees that make up a range, from left to right. `from` must begin a complete
 * subtree at least as large as the range, as every range of a proof does.
 */
export function placesOf({ from, to }: Range): NodePlace[] {
  const places: NodePlace[] = [];
  let start = from;
  while (start < to) {
    const { level, width } = largestWithin(to - start);
    places.push({ level, index: start / width });
    start += width;
  }
  return places;
}

/** The hash of a range from those of its subtrees. */
export function fold(hashes: readonly Buffer[]): Buffer {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** Plain arithmetic, because sizes may pass 2³². */
function largestWithin(count: number): { level: number; width: number } {
  let [level, width] = [0, 1];
  while (width * 2 <= count) [level, width] = [level + 1, width * 2];
  return { level, width };
}

/** Where RFC 6962 splits a tree of `size` ≥ 2 leaves: the largest power of two below it. */
export const splitOf = (size: number): number => largestWithin(size - 1).width;
