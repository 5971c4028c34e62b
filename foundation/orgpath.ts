// Union path (组织路径): a union's place in the tree as text, `/430000/430100/0001/`, byte-ordered.

declare const pathBrand: unique symbol;

/** Segments of `[0-9a-z]`, each followed by a slash, after a slash. Sorts as text collated "C". */
export type OrgPath = string & { readonly [pathBrand]: true };

/** All paths `p` with `low <= p < high`; what row-level security compares. */
export interface PathRange {
  readonly low: string;
  readonly high: string;
}

/** Closed, so that a path is safe in the text of `SET LOCAL`; deep enough for any federation. */
const form = /^\/(?:[0-9a-z]{1,32}\/){1,16}$/;

const segmentForm = /^[0-9a-z]{1,32}$/;

/**
 * `0` is the character after `/` and the least a segment may begin with, so no path lies between.
 */
const everythingBelow = (low: string): PathRange => ({ low, high: `${low.slice(0, -1)}0` });

/** The whole tree, for the house acting by itself. */
export const wholeTree: PathRange = everythingBelow("/");

export const isOrgPath = (text: string): text is OrgPath => form.test(text);

/** A path that is known to be one. Throws RangeError when it is not. */
export function orgPath(text: string): OrgPath {
  if (!isOrgPath(text)) throw new RangeError("not a union path");
  return text;
}

/** The union and everything under it. */
export const rangeOf = (path: OrgPath): PathRange => everythingBelow(path);

export const isWithin = (path: OrgPath, range: PathRange): boolean =>
  range.low <= path && path < range.high;

/** True for the union itself and for everything under it. */
export const contains = (above: OrgPath, path: OrgPath): boolean => path.startsWith(above);

export const segmentsOf = (path: OrgPath): string[] => path.slice(1, -1).split("/");

/** 1 for the top of the tree. */
export const depthOf = (path: OrgPath): number => segmentsOf(path).length;

/** The path itself and every path above it, from the top down; what a rollup adds to. */
export const lineageOf = (path: OrgPath): OrgPath[] =>
  segmentsOf(path).map((_, index, all) => `/${all.slice(0, index + 1).join("/")}/` as OrgPath);

/** Every path above, from the top down; empty at the top. */
export const ancestorsOf = (path: OrgPath): OrgPath[] => lineageOf(path).slice(0, -1);

export const findParent = (path: OrgPath): OrgPath | undefined => ancestorsOf(path).at(-1);

/** The lowest union that holds both, itself when one holds the other; undefined for two trees. */
export const commonAncestor = (one: OrgPath, other: OrgPath): OrgPath | undefined =>
  lineageOf(one).findLast((above) => contains(above, other));

/**
 * The path of a union right below. Throws RangeError for a segment outside the pattern or a tree
 * too deep.
 */
export function childOf(parent: OrgPath, segment: string): OrgPath {
  if (!segmentForm.test(segment)) throw new RangeError("not a segment of a union path");
  return orgPath(`${parent}${segment}/`);
}

/**
 * Where a path comes to lie when the union at `from` moves to `to`. Throws RangeError when it is
 * not under `from`.
 */
export function replacePrefix(path: OrgPath, from: OrgPath, to: OrgPath): OrgPath {
  if (!contains(from, path)) throw new RangeError("path is not under the prefix");
  return orgPath(to + path.slice(from.length));
}
