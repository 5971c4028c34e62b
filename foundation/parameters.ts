// Parameters (参数): numbers a rule needs, each with the day it holds from, its unit and the document that set it.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Day } from "./day.ts";

const shape = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    unit: z.string(),
    values: z
      .array(z.strictObject({ from: z.iso.date(), value: z.number(), document: z.string() }))
      .min(1),
  }),
);

/** A number as it stands on a day. */
export interface Parameter {
  readonly title: string;
  readonly unit: string;
  readonly value: number;
  readonly from: Day;
  readonly document: string;
}

export interface Parameters<Name extends string> {
  /** The value in force on a day. A day before the first value is a mistake of the caller. */
  on(day: Day, name: Name): number;
  /** The same with where it comes from, to be shown beside what was computed from it. */
  stated(day: Day, name: Name): Parameter;
}

/**
 * Reads a room's `parameters.yaml`. Throws when a name is missing or unknown, or the days of a value do not rise: a
 * slip in the file stops the start and never a case.
 */
export function readParameters<const Name extends string>(
  file: URL,
  names: readonly Name[],
): Parameters<Name> {
  const read = shape.parse(parse(readFileSync(file, "utf8")));
  const strange = Object.keys(read).filter((name) => !names.some((known) => known === name));
  const missing = names.filter((name) => !Object.hasOwn(read, name));
  const unsorted = Object.entries(read).flatMap(([name, { values }]) =>
    values.every(({ from }, nth) => nth === 0 || values[nth - 1]!.from < from) ? [] : name,
  );
  for (const [what, those] of Object.entries({ strange, missing, unsorted })) {
    if (those.length > 0) throw new Error(`${file.pathname}: ${what}: ${those.join(", ")}`);
  }
  const stated = (day: Day, name: Name): Parameter => {
    const { title, unit, values } = read[name]!;
    const value = values.findLast(({ from }) => from <= day);
    if (!value) throw new RangeError(`${name} has no value on ${day}`);
    return { title, unit, ...value, from: value.from as Day };
  };
  return { stated, on: (day, name) => stated(day, name).value };
}
