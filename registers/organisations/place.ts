// Place in the tree (隶属): which level may stand under which, and the running numbers of paths.
import { levels, type UnionLevel } from "./contract.ts";

const order = Object.keys(levels) as UnionLevel[];
const rank = (level: UnionLevel): number => order.indexOf(level);

/**
 * Unions of a group of firms stand under the group's, firms under their trade's, groups under
 * branches.
 */
const nests: ReadonlySet<UnionLevel> = new Set(["grassroots", "branch"]);

/** A city federation never stands under a county's; levels may be left out on the way down. */
export function fitsUnder(level: UnionLevel, parent: UnionLevel): boolean {
  if (level === "branch" && rank(parent) < rank("town")) return false;
  return rank(parent) < rank(level) || (level === parent && nests.has(level));
}

/**
 * Running numbers are four characters of base 36; codes of divisions are longer, so the two never
 * meet.
 */
const segmentLength = 4;
const segmentsAtMost = 36 ** segmentLength - 1;

/** 1 → `0001`. Sorts as text in the order of the numbers. */
export function runningSegment(number: number): string {
  if (!(number >= 1 && number <= segmentsAtMost)) throw new RangeError("no running number left");
  return number.toString(36).padStart(segmentLength, "0");
}

/** The number of a running segment; 0 for a division's code. */
export const runningNumber = (segment: string): number =>
  segment.length === segmentLength ? Number.parseInt(segment, 36) : 0;

/** GB/T 2260 with the town and village digits of the statistical code. */
export const isDivision = (text: string): boolean => /^(\d{6}|\d{9}|\d{12})$/.test(text);
