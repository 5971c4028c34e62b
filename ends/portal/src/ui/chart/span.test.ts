// The span of a value axis: round ends around what it shows, and no drama made of what stands still.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanAround } from "./span.ts";

describe("the span of an axis", () => {
  it.each([
    ["rates that hardly differ", [97.2, 98.4, 99.1], 100, { from: 97, to: 99.5, step: 0.5 }],
    ["rates at the top", [99.91, 99.96, 100], 100, { from: 98, to: 100, step: 0.5 }],
    ["one rate", [100], 100, { from: 98, to: 100, step: 0.5 }],
    ["rates further apart", [80, 91, 99], 100, { from: 80, to: 100, step: 5 }],
  ])("is close around %s", (_what, values, atMost, span) => {
    expect(spanAround(values, atMost)).toEqual(span);
  });

  it.each([
    ["values that reach far down", [20, 99]],
    ["nothing", []],
    ["zeroes", [0, 0]],
  ])("is left to begin at zero for %s", (_what, values) => {
    expect(spanAround(values, 100)).toBeUndefined();
  });

  it("holds every value, is not negative and has a handful of steps", () => {
    const rates = fc.array(fc.double({ min: 40, max: 100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(rates, (values) => {
        const span = spanAround(values, 100);
        if (!span) return;
        expect(span.from).toBeLessThanOrEqual(Math.min(...values));
        expect(span.to).toBeGreaterThanOrEqual(Math.max(...values));
        expect(span.from).toBeGreaterThanOrEqual(0);
        expect(span.to).toBeLessThanOrEqual(100);
        expect((span.to - span.from) / span.step).toBeLessThanOrEqual(7);
      }),
    );
  });
});
