// Nearby (附近的县区): which counties somebody may be in, by where their phone says it is; they say which one it is.
import { readFileSync } from "node:fs";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath } from "@niangjia/foundation/orgpath";
import { unionsByPaths } from "@niangjia/registers/organisations";
import type { nearbyPlaces as contract } from "./contract.ts";
import { countyPath } from "./propose.ts";

interface Point {
  /** Degrees east and north. */
  readonly longitude: number;
  readonly latitude: number;
}

export interface Seat extends Point {
  /** GB/T 2260 code of the county. */
  readonly division: string;
}

/** How many are named: near a border the nearest seat may be the neighbour's. */
const namedAtMost = 3;
/** Farther than this from every seat nobody is in the province. */
const farKilometres = 100;

function readSeats(): readonly Seat[] {
  const text = readFileSync(new URL("./seats.csv", import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [division = "", longitude, latitude] = line.split(",");
      return { division, longitude: Number(longitude), latitude: Number(latitude) };
    });
}

/** Seats of Hunan's counties to some five kilometres, of our own making: they name neighbours and draw no border. */
export const seats = readSeats();

const degree = Math.PI / 180;
const kilometresADegree = 111.2;

/** On a plane, which is near enough within a province. */
function kilometresBetween(one: Point, other: Point): number {
  const narrowing = Math.cos(((one.latitude + other.latitude) / 2) * degree);
  const east = (one.longitude - other.longitude) * narrowing;
  return Math.hypot(east, one.latitude - other.latitude) * kilometresADegree;
}

/** The nearest counties to a point, the nearest first; none outside the province. */
export function nearestSeats(point: Point): readonly (Seat & { readonly kilometres: number })[] {
  return seats
    .map((seat) => ({ ...seat, kilometres: kilometresBetween(point, seat) }))
    .filter(({ kilometres }) => kilometres <= farKilometres)
    .sort((one, other) => one.kilometres - other.kilometres)
    .slice(0, namedAtMost);
}

/** Counties that have a federation here. Where somebody is, is used for this answer and kept nowhere. */
export async function findNearby(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const near = nearestSeats(query).map((seat) => ({
    ...seat,
    path: orgPath(countyPath(seat.division)),
  }));
  const unions = await unionsByPaths(
    act,
    near.map(({ path }) => path),
  );
  const rows = near.flatMap(({ division, kilometres, path }) => {
    const union = unions.get(path);
    return union ? [{ division, unionName: union.name, kilometres: Math.round(kilometres) }] : [];
  });
  return { rows };
}
