// Place in the tree (隶属): which level may stand under which, whose federation speaks for which division, and
// the running numbers of paths.
import { placePrefix } from "@niangjia/engine/policy";
import { refuse } from "@niangjia/foundation/refusal";
import { levels, refusals, type UnionLevel } from "./contract.ts";

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

/** How many digits name the division of a federation: 43, 4301, 430121. */
const digitsOf: Partial<Record<UnionLevel, number>> = { province: 2, city: 4, county: 6 };

interface Placed {
  readonly name: string;
  readonly level: UnionLevel;
  /** Code of list `union-kind`. */
  readonly kind: string;
  readonly division: string;
}

/** 地方总工会 of the list `union-kind`. */
const federationKind = "10";

/** Whether its division is what a union of its level may have, inside those of the federations above. */
function divisionFits({ level, division }: Placed, above: readonly Placed[]): boolean {
  const prefix = placePrefix(division);
  return (
    prefix.length === digitsOf[level] &&
    above.every((one) => !digitsOf[one.level] || prefix.startsWith(placePrefix(one.division)))
  );
}

/**
 * Whether a union is the federation of its division, which speaks for everybody there. A park's union
 * may stand at a county's level and in a city's division, and speaks for its own alone.
 */
export const speaksForDivision = (union: Placed, above: readonly Placed[]): boolean =>
  union.kind === federationKind && divisionFits(union, above);

/** Refuses a province's, city's or county's federation that bears a division of others. */
export function refuseDivision(union: Placed, parent: Placed | undefined): void {
  const { name, level, kind, division } = union;
  if (kind !== federationKind || !digitsOf[level]) return;
  if (divisionFits(union, parent ? [parent] : [])) return;
  const words = { name, division, level: levels[level] };
  throw refuse(refusals.divisionMisplaced, { words });
}
