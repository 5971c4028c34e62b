// Proofs (证明): an entry is in the tree (RFC 9162 §2.1.3), an older tree is its beginning (§2.1.4).
import {
  emptyTree,
  fold,
  nodeHash,
  placesOf,
  type Range,
  type ReadNodes,
  rootOf,
  splitOf,
} from "./merkle.ts";

export type Proof = readonly Buffer[];

/** A tree as a signed head tells of it. */
export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The audit path of a leaf in the tree of `size` leaves. Throws RangeError when there is no such
 * leaf.
 */
export async function proveInclusion(index: number, size: number, read: ReadNodes): Promise<Proof> {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in ${size}`);
  return readRanges(pathOf(index, { from: 0, to: size }), read);
}

/**
 * Why the tree of `size` leaves begins with that of `oldSize`. Throws RangeError when it is the
 * smaller one.
 */
export async function proveConsistency(
  oldSize: number,
  size: number,
  read: ReadNodes,
): Promise<Proof> {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`${oldSize} is beyond ${size}`);
  if (oldSize === 0) return [];
  return readRanges(growthOf(oldSize, { from: 0, to: size }), read);
}

/** The siblings on the way from a leaf up to the root. */
function pathOf(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const split = from + splitOf(to - from);
  const [left, right] = [
    { from, to: split },
    { from: split, to },
  ];
  return index < split ? [...pathOf(index, left), right] : [...pathOf(index, right), left];
}

/**
 * SUBPROOF of RFC 6962 §2.1.2: the old tree itself is left out while its root is what the reader
 * already holds.
 */
function growthOf(oldSize: number, { from, to }: Range, rootIsKnown = true): Range[] {
  if (oldSize === to) return rootIsKnown ? [] : [{ from, to }];
  const split = from + splitOf(to - from);
  const [left, right] = [
    { from, to: split },
    { from: split, to },
  ];
  return oldSize <= split
    ? [...growthOf(oldSize, left, rootIsKnown), right]
    : [...growthOf(oldSize, right, false), left];
}

/** One read for the whole proof: only ranges at the right edge take more than one node. */
async function readRanges(ranges: Range[], read: ReadNodes): Promise<Proof> {
  const groups = ranges.map(placesOf);
  const hashes = await read(groups.flat());
  let taken = 0;
  return groups.map((group) => {
    taken += group.length;
    return fold(hashes.slice(taken - group.length, taken));
  });
}

/** Whether `leaf` stands at `index` of the tree. Never throws, whatever is handed in. */
export function verifyInclusion(
  leaf: { hash: Uint8Array; index: number },
  head: Head,
  proof: Proof,
): boolean {
  if (!isPlace(leaf.index) || !isPlace(head.size) || leaf.index >= head.size) return false;
  if (!areHashes([leaf.hash, ...proof])) return false;
  const climb = climber(leaf.index, head.size - 1);
  let root = leaf.hash;
  for (const sibling of proof) {
    const side = climb.next();
    if (side === "none") return false;
    root = side === "left" ? nodeHash(sibling, root) : nodeHash(root, sibling);
  }
  return climb.isAtRoot() && same(root, head.root);
}

/** Whether the tree of `head` begins with that of `old`. Never throws, whatever is handed in. */
export function verifyConsistency(old: Head, head: Head, proof: Proof): boolean {
  if (!isPlace(old.size) || !isPlace(head.size) || old.size > head.size) return false;
  if (old.size === head.size) return proof.length === 0 && same(old.root, head.root);
  if (old.size === 0) return proof.length === 0 && same(old.root, rootOf(emptyTree));
  if (!areHashes([old.root, ...proof])) return false;
  const climb = climber(old.size - 1, head.size - 1);
  climb.skipRightTurns();
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof;
  if (!first) return false;
  let [oldRoot, root] = [first, first];
  for (const sibling of rest) {
    const side = climb.next();
    if (side === "none") return false;
    if (side === "left") oldRoot = nodeHash(sibling, oldRoot);
    root = side === "left" ? nodeHash(sibling, root) : nodeHash(root, sibling);
  }
  return climb.isAtRoot() && same(oldRoot, old.root) && same(root, head.root);
}

/**
 * The way from node `node` to the root of a tree whose last node is `last` (fn and sn of RFC 9162
 * §2.1.3.2 and §2.1.4.2). `next` tells on which side the sibling of the next hash stands. Plain
 * arithmetic, as sizes may pass 2³².
 */
function climber(node: number, last: number) {
  const up = () => {
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  };
  const skipRightTurns = () => {
    while (node % 2 === 1) up();
  };
  return {
    skipRightTurns,
    isAtRoot: () => last === 0,
    next(): "left" | "right" | "none" {
      if (last === 0) return "none";
      const isRight = node % 2 === 1;
      if (!isRight && node < last) {
        up();
        return "right";
      }
      while (node % 2 === 0 && node !== 0) up();
      up();
      return "left";
    },
  };
}

const isPlace = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const isPowerOfTwo = (value: number): boolean => splitOf(value + 1) === value;

/** Two hashes of another length than 32 bytes could stand for one node in several ways. */
const areHashes = (values: readonly Uint8Array[]): boolean =>
  values.every(({ length }) => length === 32);

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
