// The odds of breaking a clock: what must hold of any past, and a few pasts reckoned by hand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakOdds, brierOf, calibrationOf, lasting, paceOf, within } from "./forecast-odds.ts";

const lengths = fc.array(fc.record({ workdays: fc.nat(30), tasks: fc.nat(50) }), { maxLength: 20 });
const seed = { seed: 20261121 };

describe("the odds that a task breaks its clock", () => {
  it("lie above 0 and at most at 1, whatever the past", () => {
    fc.assert(
      fc.property(lengths, fc.nat(40), fc.nat(40), (past, spent, term) => {
        const odds = breakOdds(paceOf(past), { spent, term });
        expect(odds).toBeGreaterThan(0);
        expect(odds).toBeLessThanOrEqual(1);
      }),
      seed,
    );
  });

  it("never fall while the task lies, and never rise with a longer term", () => {
    fc.assert(
      fc.property(lengths, fc.nat(40), fc.nat(40), (past, spent, term) => {
        const pace = paceOf(past);
        const now = breakOdds(pace, { spent, term });
        expect(breakOdds(pace, { spent: spent + 1, term })).toBeGreaterThanOrEqual(now);
        expect(breakOdds(pace, { spent, term: term + 1 })).toBeLessThanOrEqual(now);
      }),
      seed,
    );
  });

  it("do not depend on how the past was counted", () => {
    fc.assert(
      fc.property(lengths, (past) => {
        const oneByOne = past.flatMap(({ workdays, tasks }) =>
          Array.from({ length: tasks }, () => ({ workdays, tasks: 1 })),
        );
        expect(paceOf(oneByOne.reverse())).toEqual(paceOf(past));
      }),
      seed,
    );
  });

  it("follow the past by hand: of ten, four took more than the term, and of the six slow ones four", () => {
    const pace = paceOf([
      { workdays: 1, tasks: 4 },
      { workdays: 3, tasks: 2 },
      { workdays: 6, tasks: 4 },
    ]);
    expect(breakOdds(pace, { spent: 0, term: 5 })).toBeCloseTo(4.5 / 11);
    expect(breakOdds(pace, { spent: 3, term: 5 })).toBeCloseTo(4.5 / 7);
    expect(breakOdds(pace, { spent: 6, term: 5 })).toBe(1);
  });

  it("are even where nothing is known", () => {
    expect(breakOdds(paceOf([]), { spent: 0, term: 5 })).toBe(0.5);
  });
});

describe("the pace of a step", () => {
  it("knows its median and its slow tenth, and how many lasted", () => {
    const pace = paceOf(Array.from({ length: 10 }, (_, nth) => ({ workdays: nth + 1, tasks: 1 })));
    expect(within(pace, 0.5)).toBe(5);
    expect(within(pace, 0.9)).toBe(9);
    expect(lasting(pace, 8)).toBe(3);
    expect(within(paceOf([]), 0.5)).toBeUndefined();
  });

  it("is not counted below nothing", () => {
    expect(() => paceOf([{ workdays: 1, tasks: -1 }])).toThrow(RangeError);
  });
});

describe("a back-test", () => {
  const outcomes = [
    { odds: 0.1, broke: false },
    { odds: 0.1, broke: true },
    { odds: 1, broke: true },
  ];

  it("puts what was forecast beside what happened, by fifths", () => {
    const bins = calibrationOf(outcomes);
    expect(bins.map(({ tasks }) => tasks)).toEqual([2, 0, 0, 0, 1]);
    expect(bins[0]).toEqual({ from: 0, to: 20, tasks: 2, forecast: 0.1, observed: 0.5 });
    expect(bins[1]).toMatchObject({ forecast: null, observed: null });
  });

  it("is scored by the mean squared error, and not at all without a task", () => {
    expect(brierOf(outcomes)).toBeCloseTo((0.01 + 0.81 + 0) / 3);
    expect(brierOf([])).toBeUndefined();
  });
});
