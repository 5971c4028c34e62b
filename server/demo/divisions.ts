// Divisions (行政区划) of Hunan, read from hunan.csv, which tools/extract-divisions.ts made.
import { readFileSync } from "node:fs";

export type DivisionLevel = "province" | "city" | "county" | "town";

export interface Division {
  /** Six digits (GB/T 2260), nine for a town (GB/T 10114). */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  /** The division above; null for the province. */
  readonly parentCode: string | null;
  /** Names from the province down, as in an address: 湖南省长沙市长沙县. */
  readonly fullName: string;
  /**
   * A development zone (开发区) kept at county level for statistics; nobody's identity number begins
   * with its code.
   */
  readonly zone: boolean;
}

function levelOf(code: string): DivisionLevel {
  if (code.length === 9) return "town";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
}

function parentCodeOf(code: string, level: DivisionLevel): string | null {
  if (level === "province") return null;
  if (level === "city") return `${code.slice(0, 2)}0000`;
  return level === "county" ? `${code.slice(0, 4)}00` : code.slice(0, 6);
}

/** Every division, each after the one above it. */
function readDivisions(): ReadonlyMap<string, Division> {
  const text = readFileSync(new URL("./hunan.csv", import.meta.url), "utf8");
  const divisions = new Map<string, Division>();
  for (const line of text.trimEnd().split("\n")) {
    const [code = "", name = ""] = line.split(",");
    const level = levelOf(code);
    const parentCode = parentCodeOf(code, level);
    const parentName = parentCode ? divisions.get(parentCode)?.fullName : "";
    const zone = level === "county" && code[4] === "7";
    divisions.set(code, { code, name, level, parentCode, fullName: parentName + name, zone });
  }
  return divisions;
}

const divisions = readDivisions();

/** All 2,159 divisions, each after the one above it. */
export const allDivisions: readonly Division[] = [...divisions.values()];

export const divisionsAt = (level: DivisionLevel): readonly Division[] =>
  allDivisions.filter((division) => division.level === level);

/** The division with that code; asking for one that is not in Hunan is a bug. */
export function divisionOf(code: string): Division {
  const division = divisions.get(code);
  if (!division) throw new Error(`no division ${code} in hunan.csv`);
  return division;
}

/**
 * Codes of counties that were renumbered when they became a city or district. Identity numbers keep
 * the old one.
 */
const codesAtBirth: Readonly<Record<string, string>> = {
  430112: "430122",
  430182: "430124",
  430212: "430221",
  430582: "430521",
  431181: "431121",
};

/**
 * The first six digits of the identity number of someone first registered in that county as an
 * adult of today.
 */
export const identityCodeOf = (county: Division): string =>
  codesAtBirth[county.code] ?? county.code;
