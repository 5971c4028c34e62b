// Parameters (参数): the numbers of a room's rules as they stand on a day at a place, each with its citation.
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Day } from "@niangjia/foundation/day";
import { refuse } from "@niangjia/foundation/refusal";
import { type Citation, refusals, type Seen } from "./contract.ts";
import { type Dated, endOfTime, type ReadParameter, readParameterFile } from "./parameter-file.ts";
import { placePrefix } from "./place.ts";
import { takeValue, type Unit, type UnitValue } from "./units.ts";

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
 * A number a federation set for its own place, from a day on. At one place it ends when the next
 * begins. Whoever keeps it saw the document.
 */
export interface SetValue {
  readonly name: string;
  readonly from: Day;
  /** Prefix of the division code. */
  readonly place: string;
  /** As it would stand in the file. */
  readonly written: unknown;
  readonly citation: Citation;
}

interface Reading {
  /** Told of each one read. */
  readonly heard?: (stated: Stated) => void;
  /** What federations set; without it, numbers they may set cannot be read. */
  readonly set?: readonly SetValue[];
}

/** A number a federation may set for its own place. */
export interface Settable {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
}

/**
 * The parameters of a day (`YYYY-MM-DD`) at a place (division code of 2 to 12 digits). The most
 * specific place wins, and there the value that began last.
 */
export interface ParametersOn<Room extends Units = Units> {
  (day: Day, place: string, reading?: Reading): Parameters<Room>;
  /** The room the file lies in, such as `legal-aid`. */
  readonly room: string;
  readonly settable: readonly Settable[];
  /** Names of those that say how long something may take. */
  readonly terms: readonly string[];
}

/** Whether going against the number may block: only when the instrument itself was read. */
export const binds = ({ seen }: Stated): boolean => seen === "text";

/** A set number as one of the file. */
function datedOf({ unit }: ReadParameter, value: SetValue): Dated {
  const { from, place, written, citation } = value;
  return {
    ...takeValue(unit, written),
    from,
    to: endOfTime,
    place,
    citation,
    seen: "text",
    note: null,
  };
}

interface Asked {
  readonly day: Day;
  readonly place: string;
  readonly prefix: string;
  readonly set: readonly SetValue[] | undefined;
}

function valueOn(name: string, parameter: ReadParameter, { day, prefix, set }: Asked) {
  if (parameter.settable && !set) {
    throw new Error(`${name} may be set by places: give what they set`);
  }
  const local = (set ?? []).filter((value) => parameter.settable && value.name === name);
  return [...parameter.values, ...local.map((value) => datedOf(parameter, value))]
    .filter(({ from, to, place: at }) => from <= day && day <= to && prefix.startsWith(at))
    .sort(
      (left, right) => right.place.length - left.place.length || (left.from < right.from ? 1 : -1),
    )[0];
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
  const parametersOn = (day: Day, place: string, { heard, set }: Reading = {}) => {
    const prefix = placePrefix(place);
    const on = {};
    for (const [name, parameter] of Object.entries(read)) {
      Object.defineProperty(on, name, {
        enumerable: true,
        get: () => {
          const stated = state(name, parameter, { day, place, prefix, set });
          heard?.(stated);
          return stated;
        },
      });
    }
    return on as Parameters<Room>;
  };
  const settable = Object.entries(read).flatMap(([name, { title, unit, settable: may }]) =>
    may ? { name, title, unit } : [],
  );
  const terms = Object.keys(read).filter((name) => isTerm(read[name]!.unit));
  return Object.assign(parametersOn, {
    ...{ room: basename(dirname(fileURLToPath(file))), settable, terms },
  });
}

const isTerm = (unit: Unit): boolean => unit === "days" || unit === "workdays";

function state(name: string, parameter: ReadParameter, at: Asked): Stated {
  const { title, unit } = parameter;
  const found = valueOn(name, parameter, at);
  if (!found)
    throw refuse(refusals.parameterMissing, { words: { title, day: at.day, place: at.place } });
  const { value, words, from, place, citation, seen, note } = found;
  return { name, title, unit, value, words, from, place, citation, seen, note };
}
