// The Merkle tree against the published vectors of Certificate Transparency and its definition.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  append,
  emptyTree,
  type Frontier,
  leafHash,
  type NodePlace,
  nodeHash,
  type ReadNodes,
  readFrontier,
  rootOf,
  splitOf,
} from "./merkle.ts";
import {
  type Proof,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";

const hex = (text: string) => Buffer.from(text, "hex");

/**
 * The entries, roots and proofs which the Certificate Transparency projects test themselves with.
 */
const entries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(hex);
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
].map(hex);
const [n01, n23, n47, leaf1, leaf4, n45, left4, n67] = [
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
].map(hex) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
const leaf0 = roots[1]!;

/** A stored tree: its nodes by place, as the database keeps them. */
function grow(leaves: Buffer[]): { frontier: Frontier; read: ReadNodes } {
  const { frontier, nodes } = append(emptyTree, leaves);
  const stored = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  const find = ({ level, index }: NodePlace) => {
    const hash = stored.get(`${level}/${index}`);
    if (!hash) throw new Error(`node ${level}/${index} is not stored`);
    return hash;
  };
  return { frontier, read: async (places) => places.map(find) };
}

/** MTH of RFC 6962 §2.1 word by word. */
function definedRoot(leaves: Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? rootOf(emptyTree);
  const split = splitOf(leaves.length);
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}

const leaves = entries.map(leafHash);
const many = Array.from({ length: 64 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

describe("The tree", () => {
  test.each(roots.map((root, size) => ({ size, root })))(
    "of $size entries has the published root",
    ({ size, root }) => {
      expect(rootOf(grow(leaves.slice(0, size)).frontier)).toEqual(root);
    },
  );

  test.each([
    { index: 0, size: 1, path: [] },
    { index: 0, size: 2, path: [leaf1] },
    { index: 1, size: 2, path: [leaf0] },
    { index: 2, size: 3, path: [n01] },
    { index: 1, size: 5, path: [leaf0, n23, leaf4] },
    { index: 0, size: 8, path: [leaf1, n23, n47] },
    { index: 5, size: 8, path: [leaf4, n67, left4] },
  ])("proves entry $index of $size as published", async ({ index, size, path }) => {
    expect(await proveInclusion(index, size, grow(leaves).read)).toEqual(path);
    const leaf = { hash: leaves[index]!, index };
    expect(verifyInclusion(leaf, { size, root: roots[size]! }, path)).toBe(true);
  });

  test.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [leaf1, n23, n47] },
    { from: 2, to: 5, proof: [n23, leaf4] },
    { from: 6, to: 8, proof: [n45, n67, left4] },
  ])("proves its growth from $from to $to as published", async ({ from, to, proof }) => {
    expect(await proveConsistency(from, to, grow(leaves).read)).toEqual(proof);
    const [old, head] = [from, to].map((size) => ({ size, root: roots[size]! }));
    expect(verifyConsistency(old!, head!, proof)).toBe(true);
  });

  test("is the same however its entries are batched and its frontier is read back", async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, async (batches) => {
        let frontier: Frontier = emptyTree;
        for (const batch of batches) {
          const next = Array.from({ length: batch }, (_, at) => many[(frontier.size + at) % 64]!);
          frontier = append(frontier, next).frontier;
        }
        const all = Array.from({ length: frontier.size }, (_, at) => many[at % 64]!);
        expect(rootOf(frontier)).toEqual(definedRoot(all));
        expect(await readFrontier(all.length, grow(all).read)).toEqual(frontier);
      }),
      { seed: 20260101, numRuns: 100 },
    );
  });
});

describe("For every size up to 64", () => {
  const { read } = grow(many);
  const sizes = Array.from({ length: 64 }, (_, index) => index + 1);
  const heads = [0, ...sizes].map((size) => ({ size, root: definedRoot(many.slice(0, size)) }));

  test("every entry is proved, in its place only and unaltered only", async () => {
    for (const size of sizes) {
      const head = heads[size]!;
      for (let index = 0; index < size; index++) {
        const proof = await proveInclusion(index, size, read);
        const leaf = { hash: many[index]!, index };
        expect(verifyInclusion(leaf, head, proof)).toBe(true);
        expect(verifyInclusion({ ...leaf, index: index ^ 1 }, head, proof)).toBe(false);
        expect(verifyInclusion({ ...leaf, hash: many[(index + 1) % 64]! }, head, proof)).toBe(
          false,
        );
        for (const altered of alterations(proof)) {
          expect(verifyInclusion(leaf, head, altered)).toBe(false);
        }
      }
    }
  });

  test("every beginning is proved, between the true roots and unaltered only", async () => {
    for (const head of heads) {
      for (const old of heads.slice(0, head.size + 1)) {
        const proof = await proveConsistency(old.size, head.size, read);
        expect(verifyConsistency(old, head, proof)).toBe(true);
        const forged = { ...old, root: many[0]!.map((byte) => byte ^ 1) };
        expect(verifyConsistency(forged, head, proof)).toBe(false);
        expect(verifyConsistency(old, { ...head, root: forged.root }, proof)).toBe(
          old.size === 0 && head.size > 0,
        );
        for (const altered of alterations(proof)) {
          expect(verifyConsistency(old, head, altered)).toBe(false);
        }
      }
    }
  });

  test("a beginning in which one entry was changed has no proof", async () => {
    for (const size of sizes.slice(0, -1)) {
      const changed = many.with(size - 1, many[63]!).slice(0, size);
      const old = { size, root: definedRoot(changed) };
      const proof = await proveConsistency(size, 64, read);
      expect(verifyConsistency(old, heads[64]!, proof)).toBe(false);
    }
  });
});

/** The proof lengthened, shortened, and with each hash flipped or cut. */
function alterations(proof: Proof): Proof[] {
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x80));
  return [
    [...proof, many[0]!],
    [many[0]!, ...proof],
    ...(proof.length > 0 ? [proof.slice(1), proof.slice(0, -1)] : []),
    ...proof.map((bytes, at) => proof.with(at, flip(bytes))),
    ...proof.map((bytes, at) => proof.with(at, bytes.subarray(1))),
  ];
}

test("A tree past 2³² entries is proved without rounding", async () => {
  const size = 2 ** 40 + 3;
  const asked: NodePlace[] = [];
  const read: ReadNodes = async (places) => {
    asked.push(...places);
    return places.map(({ level, index }) => leafHash(Buffer.from(`${level}/${index}`)));
  };
  const root = rootOf(await readFrontier(size, read));
  const leaf = { hash: leafHash(Buffer.from(`0/${size - 1}`)), index: size - 1 };
  const proof = await proveInclusion(leaf.index, size, read);
  expect(verifyInclusion(leaf, { size, root }, proof)).toBe(true);
  expect(asked).toContainEqual({ level: 1, index: 2 ** 39 });
});

test("What is not in the tree cannot be asked for, and nonsense is no proof", async () => {
  const { read } = grow(leaves);
  await expect(proveInclusion(8, 8, read)).rejects.toThrow(RangeError);
  await expect(proveConsistency(9, 8, read)).rejects.toThrow(RangeError);
  const head = { size: Number.NaN, root: roots[1]! };
  expect(verifyInclusion({ hash: leaf0, index: 0 }, head, [])).toBe(false);
  expect(verifyConsistency({ size: -1, root: leaf0 }, { size: 1, root: leaf0 }, [])).toBe(false);
});
