// Federations (总工会) of the demo: one for the province, each city, county and town of Hunan.
import { type Day, day } from "@niangjia/foundation/day";
import { childOf, findParent, type OrgPath, orgPath } from "@niangjia/foundation/orgpath";
import { type DemoUnion, dayBetween, termAt } from "./demo-union.ts";
import { allDivisions, type Division, type DivisionLevel, divisionOf } from "./divisions.ts";
import { officerName } from "./names.ts";
import { creditCode } from "./numbers.ts";
import type { Random } from "./random.ts";

/** When federations of a level were founded, and how many work in their office. */
const byLevel: Readonly<
  Record<DivisionLevel, { founded: readonly [Day, Day]; office: readonly [number, number] }>
> = {
  province: { founded: [day("1950-02-01"), day("1950-11-30")], office: [96, 140] },
  city: { founded: [day("1950-03-01"), day("1958-12-31")], office: [28, 66] },
  county: { founded: [day("1951-01-01"), day("1985-12-31")], office: [8, 26] },
  town: { founded: [day("2002-01-01"), day("2022-12-31")], office: [2, 6] },
};

/** What the union of a town or of something ranking as one is called. */
function townUnionName(name: string): string {
  const place = name.replace(/(管理委员会|管委会)$/, "");
  if (/(街道|镇|开发区)$/.test(place)) return `${place}总工会`;
  return place.endsWith("监狱") ? `${place}工会委员会` : `${place}工会联合会`;
}

const federationName = (division: Division): string =>
  division.level === "town" ? townUnionName(division.name) : `${division.name}总工会`;

/** The path of a division's federation; the province's is `/430000/`. */
export function federationPath({ code, parentCode }: Division): OrgPath {
  if (parentCode === null) return orgPath(`/${code}/`);
  return childOf(federationPath(divisionOf(parentCode)), code);
}

/** All 2,159 federations, each after the one above it. */
export function federations(random: Random, today: Day): DemoUnion[] {
  return allDivisions.map((division, index) => {
    const { founded, office } = byLevel[division.level];
    const path = federationPath(division);
    const foundedDay = dayBetween(random, ...founded);
    const town = division.level === "town";
    return {
      path,
      parentPath: findParent(path) ?? null,
      name: federationName(division),
      kind: town ? "town" : "federation",
      level: division.level,
      divisionCode: division.code,
      creditCode: creditCode(town ? "grassrootsUnion" : "federation", division.code, index),
      employer: null,
      trade: null,
      foundedDay,
      term: {
        ...termAt(today, foundedDay, { years: 5, overdue: town && random.chance(0.05) }),
        chair: officerName(random),
      },
      staffCount: random.int(...office),
      ownStaffCount: 0,
    };
  });
}
