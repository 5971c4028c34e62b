// The flows' terms held against the parameters, as they stand on a day at a place.
import { day } from "@niangjia/foundation/day";
import { expect, test } from "vitest";
import { parametersOn } from "./parameters.ts";
import { terms } from "./terms.ts";

const on = parametersOn(day("2026-11-23"), "430121");

const countOf = (value: number | { readonly days?: number; readonly workdays?: number }): number =>
  typeof value === "number" ? value : (value.workdays ?? value.days ?? Number.NaN);

test.each(Object.keys(terms) as (keyof typeof terms)[])("%s is what its parameter says", (name) => {
  expect(terms[name]).toBe(countOf(on[name].value));
});
