// Numbers as they hold here (本地数值): what the files say, and what federations set for the place.
import {
  type Parameters,
  type ParametersOn,
  placePrefix,
  type SetValue,
  type Units,
} from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { agreedFor, type ValueRow } from "./store.ts";

/** A place with those it lies in: 430121 is in 4301, and that in 43. */
const placesAbove = (prefix: string): string[] =>
  [2, 4, 6].filter((length) => length <= prefix.length).map((length) => prefix.slice(0, length));

export const setValueOf = (row: ValueRow): SetValue => ({
  ...{ name: row.name, from: row.fromDay, place: row.place, written: row.value },
  citation: { document: row.document, ...(row.article !== null && { article: row.article }) },
});

/** What was ever set of a room's numbers for a division; a room without such numbers asks nothing. */
export async function setAt(
  act: Act,
  { room, settable }: Pick<ParametersOn, "room" | "settable">,
  division: string,
): Promise<SetValue[]> {
  const places = placesAbove(placePrefix(division));
  if (settable.length === 0 || places.length === 0) return [];
  // A worker, too, is decided by what their county set.
  const rows = await asHouse(act, (house) => agreedFor(house, { room, places }));
  return rows.map(setValueOf);
}

interface Where {
  readonly division: string;
  /** Today when left out. */
  readonly day?: Day;
}

/** A room's parameters on a day at a division. */
export async function parametersHere<Room extends Units>(
  act: Act,
  parametersOn: ParametersOn<Room>,
  { division, day = dayOf(act.now) }: Where,
): Promise<Parameters<Room>> {
  return parametersOn(day, division, { set: await setAt(act, parametersOn, division) });
}
