// Measures (统计口径) of the register itself: living unions, in all and by level.
import { levels, type UnionLevel } from "./contract.ts";

/** Living unions of one level. */
export const levelMeasure = (level: UnionLevel): string => `unions.${level}`;

/** What one living union counts in. */
export const unionMeasures = (level: UnionLevel): readonly string[] => [
  "unions",
  levelMeasure(level),
];

export const levelNames = Object.keys(levels) as readonly UnionLevel[];
