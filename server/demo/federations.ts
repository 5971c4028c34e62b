// Federations (总工会) of the demo: one for the province, each city, county and town of Hunan.
import { type DemoUnion, dayBetween, termAt } from "./demo-union.ts";
import { allDivisions, type Division, type DivisionLevel } from "./divisions.ts";
import { creditCode } from "./numbers.ts";
import type { Random } from "./random.ts";

/** When federations of a level were founded, and how many work in their office. */
const byLevel: Readonly<
  Record<DivisionLevel, { founded: readonly [string, string]; office: readonly [number, number] }>
> = {
  province: { founded: ["1950-02-01", "1950-11-30"], office: [96, 140] },
  city: { founded: ["1950-03-01", "1958-12-31"], office: [28, 66] },
  county: { founded: ["1951-01-01", "1985-12-31"], office: [8, 26] },
  town: { founded: ["2002-01-01", "2022-12-31"], office: [2, 6] },
};

/** What the union of a town or of something ranking as one is called. */
function townUnionName(name: string): string {
  const place = name.replace(/(管理委员会|管委会)$/, "");
  if (/(街道|镇|开发区)$/.test(place)) return `${place}总工会`;
  return place.endsWith("监狱") ? `${place}工会委员会` : `${place}工会联合会`;
}

export const federationName = (division: Division): string =>
  division.level === "town" ? townUnionName(division.name) : `${division.name}总工会`;

/** The path of a division's federation; the province's is `/430000/`. */
export function federationPath(division: Pick<Division, "code" | "level">): string {
  const { code, level } = division;
  const province = `/${code.slice(0, 2)}0000/`;
  if (level === "province") return province;
  const city = `${province}${code.slice(0, 4)}00/`;
  if (level === "city") return city;
  const county = `${city}${code.slice(0, 6)}/`;
  return level === "county" ? county : `${county}${code}/`;
}

const parentPathOf = (path: string): string | null =>
  path.split("/").length === 3 ? null : path.replace(/[^/]+\/$/, "");

/** All 2,159 federations, each after the one above it. */
export function federations(random: Random, today: string): DemoUnion[] {
  return allDivisions.map((division, index) => {
    const { founded, office } = byLevel[division.level];
    const path = federationPath(division);
    const foundedDay = dayBetween(random, ...founded);
    const town = division.level === "town";
    return {
      path,
      parentPath: parentPathOf(path),
      name: federationName(division),
      kind: town ? "town" : "federation",
      level: division.level,
      divisionCode: division.code,
      creditCode: creditCode(town ? "grassrootsUnion" : "federation", division.code, index),
      employer: null,
      trade: null,
      foundedDay,
      term: termAt(today, foundedDay, { years: 5, overdue: town && random.chance(0.05) }),
      staffCount: random.int(...office),
      ownStaffCount: 0,
    };
  });
}
