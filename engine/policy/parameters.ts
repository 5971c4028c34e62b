// Parameters (参数): the numbers of a room's rules as they stand on a day at a place, each with its citation.
import type { Day } from "@niangjia/foundation/day";
import { refuse } from "@niangjia/foundation/refusal";
import { type Citation, refusals, type Seen } from "./contract.ts";
import { type Dated, type ReadParameter, readParameterFile } from "./parameter-file.ts";
import { placePrefix } from "./place.ts";
import type { Unit, UnitValue } from "./units.ts";

/** A number as it stands, with where it comes from, to be shown beside what was computed from it. */
export interface Stated<Value = unknown> {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly value: Value;
  /** The value in Chinese, such as 5 个工作日 or 三分之二以上. */
  readonly words: string;
  readonly from: Day;
  /** Prefix of the division code it was set for; "" is the nation. */
  readonly place: string;
  readonly citation: Citation;
  readonly seen: Seen;
  readonly note: string | null;
}

/** Which parameters a room has and the unit of each; it must say the same as the file. */
export type Units = Readonly<Record<string, Unit>>;

/** Reading a name that has no value on the day refuses with `policy.parameter-missing`. */
export type Parameters<Room extends Units> = {
  readonly [Name in keyof Room]: Stated<UnitValue<Room[Name]>>;
};

/**
 * The parameters of a day (`YYYY-MM-DD`) at a place (division code of 2 to 12 digits). The most
 * specific place wins, and there the value that began last. `heard` is told of each one read.
 */
export type ParametersOn<Room extends Units> = (
  day: Day,
  place: string,
  heard?: (stated: Stated) => void,
) => Parameters<Room>;

/** Whether going against the number may block: only when the instrument itself was read. */
export const binds = ({ seen }: Stated): boolean => seen === "text";

function valueOn({ values }: ReadParameter, day: Day, prefix: string): Dated | undefined {
  return values
    .filter(({ from, to, place }) => from <= day && day <= to && prefix.startsWith(place))
    .sort((left, right) => right.place.length - left.place.length)[0];
}

function assertSame(file: URL, read: Readonly<Record<string, ReadParameter>>, room: Units): void {
  const names = new Set([...Object.keys(read), ...Object.keys(room)]);
  const faults = [...names].flatMap((name) => {
    const [written, asked] = [read[name]?.unit ?? "none", room[name] ?? "none"];
    return written === asked ? [] : `${name}: ${written} in the file, ${asked} in the room`;
  });
  if (faults.length > 0) throw new Error(`${file.pathname}: ${faults.join("; ")}`);
}

/**
 * Takes up a room's file: `parametersOf(new URL("./parameters.yaml", import.meta.url), { acceptWithin:
 * "workdays" })`. Throws when the file has a fault or does not say the same names and units.
 */
export function parametersOf<const Room extends Units>(file: URL, room: Room): ParametersOn<Room> {
  const read = readParameterFile(file);
  assertSame(file, read, room);
  return (day, place, heard) => {
    const prefix = placePrefix(place);
    const on = {};
    for (const [name, parameter] of Object.entries(read)) {
      Object.defineProperty(on, name, {
        enumerable: true,
        get: () => {
          const stated = state(name, parameter, { day, place, prefix });
          heard?.(stated);
          return stated;
        },
      });
    }
    return on as Parameters<Room>;
  };
}

function state(
  name: string,
  parameter: ReadParameter,
  at: { readonly day: Day; readonly place: string; readonly prefix: string },
): Stated {
  const { title, unit } = parameter;
  const found = valueOn(parameter, at.day, at.prefix);
  if (!found)
    throw refuse(refusals.parameterMissing, { words: { title, day: at.day, place: at.place } });
  const { value, words, from, place, citation, seen, note } = found;
  return { name, title, unit, value, words, from, place, citation, seen, note };
}
