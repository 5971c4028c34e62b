// Tests of seeded chance (随机).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, tally, tallyOf, weigh } from "./random.ts";

const draws = (seed: string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe("seeded chance", () => {
  test("the same seed gives the same draws, another seed others", () => {
    expect(draws("a", 50)).toEqual(draws("a", 50));
    expect(draws("a", 50)).not.toEqual(draws("b", 50));
  });

  test("seeds that differ by one character share no run of draws", () => {
    const [one, other] = [draws("seed/1", 2000), new Set(draws("seed/2", 2000))];
    expect(one.filter((draw) => other.has(draw)).length).toBeLessThan(3);
  });

  test("fractions are spread evenly over [0, 1)", () => {
    const tenths = new Array<number>(10).fill(0);
    for (const draw of draws("spread", 20_000)) tenths[Math.floor(draw * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  test("whole numbers reach both ends and never leave them", () => {
    const random = createRandom("ends");
    const seen = new Set(Array.from({ length: 500 }, () => random.int(-2, 3)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
  });

  test("a weighted draw is as frequent as its weight, and a weight of 0 is never drawn", () => {
    const random = createRandom("weights");
    const table = weigh([
      ["often", 3],
      ["never", 0],
      ["seldom", 1],
    ]);
    const drawn = Array.from({ length: 8000 }, () => random.weighted(table));
    const often = drawn.filter((word) => word === "often").length;
    expect(drawn).not.toContain("never");
    expect(often / drawn.length).toBeGreaterThan(0.73);
    expect(often / drawn.length).toBeLessThan(0.77);
  });

  test("a shuffle keeps every entry and leaves the list as it was", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
        const before = [...list];
        const shuffled = createRandom(seed).shuffle(list);
        expect(list).toEqual(before);
        expect(shuffled.toSorted()).toEqual(before.toSorted());
      }),
      { seed: 20261101 },
    );
  });

  test("tables from text keep words and weights, and refuse a word outside the list", () => {
    expect(tally("钳工8 焊工0.5").entries).toEqual(["钳工", "焊工"]);
    expect([...tally("钳工8 焊工0.5").totals]).toEqual([8, 8.5]);
    expect(() => tallyOf(["男", "女"], "男1 好1")).toThrow("not in the list: 好");
    expect(() => weigh([["nothing", 0]])).toThrow("positive weight");
  });
});
