// Figures of the joining rate: whose headcount holds, and that nobody is counted against a number that is not about them.
import { describe, expect, it } from "vitest";
import { figuresOf, figuresOfAll, headsAt } from "./rate-figures.ts";

const head = (path: string, workers: number, trade = "02") => ({ path, trade, workers });
const of = (path: string, members: number, trade = "02") => ({ path, trade, members });

const heads = [head("/43/01/21/", 1_000), head("/43/01/02/", 500), head("/43/02/", 800)];
const members = [
  of("/43/01/21/", 400),
  of("/43/01/02/", 100),
  of("/43/02/02/", 80),
  of("/43/01/11/", 70),
];
const known = { heads, members };

describe("the headcount that holds", () => {
  it("is a federation's own before those below it", () => {
    const own = [...heads, head("/43/01/", 2_000)];
    expect(headsAt(own, "/43/01/", "02").map(({ workers }) => workers)).toEqual([2_000]);
    expect(headsAt(own, "/43/01/21/", "02").map(({ workers }) => workers)).toEqual([1_000]);
    expect(headsAt(own, "/43/", "02").map(({ workers }) => workers)).toEqual([800, 2_000]);
  });

  it("is of the trade asked for, and none where nobody reported", () => {
    expect(headsAt(heads, "/43/", "06")).toEqual([]);
    expect(headsAt(heads, "/43/03/", "02")).toEqual([]);
  });
});

describe("the rate", () => {
  it.each([
    ["of a county with its own number", "/43/01/21/", 400, 400, 1_000, 0.4],
    [
      "of a city leaves out members of a county that reported nothing",
      "/43/01/",
      570,
      500,
      1_500,
      0.3333,
    ],
    ["of a province adds up", "/43/", 650, 580, 2_300, 0.2522],
    ["is unknown where nobody reported", "/43/01/11/", 70, 0, null, null],
  ])("%s", (_what, path, all, covered, workers, rate) => {
    expect(figuresOf(known, path, "02")).toEqual({ members: all, covered, workers, rate });
  });

  it("of all trades counts only trades that have a headcount, and is unknown where nobody works", () => {
    const courier = figuresOf(known, "/43/01/", "02");
    const rider = figuresOf({ heads, members: [of("/43/01/", 30, "06")] }, "/43/01/", "06");
    expect(figuresOfAll([courier, rider], 610)).toEqual({
      ...{ members: 610, covered: 500, workers: 1_500, rate: 0.3333 },
    });
    expect(figuresOf({ heads: [head("/43/", 0)], members: [] }, "/43/", "02").rate).toBeNull();
  });
});
