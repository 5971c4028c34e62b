// Tests of scores over time (走势).
import { describe, expect, it } from "vitest";
import { overTime } from "./over-time.ts";
import type { TrendPoint } from "./scores.ts";

const at = (day: string, score: number): TrendPoint => ({
  ...{ day, score, people: 1 },
  percents: {
    completeness: null,
    validity: null,
    uniqueness: null,
    consistency: null,
    timeliness: null,
  },
});
const drawn = (points: TrendPoint[], today: string) =>
  overTime(points, today).map(({ name, point }) => [name, point.score]);

describe("scores over time", () => {
  it("hold each day until the next one is counted", () => {
    expect(drawn([at("2026-11-18", 90), at("2026-11-20", 95)], "2026-11-21")).toEqual([
      ["2026-11-18", 90],
      ["2026-11-19", 90],
      ["2026-11-20", 95],
      ["2026-11-21", 95],
    ]);
  });

  it("are drawn by month's end when the time is long", () => {
    const points = [at("2026-08-10", 80), at("2026-08-31", 82), at("2026-11-02", 97)];
    expect(drawn(points, "2026-11-21")).toEqual([
      ["2026-08", 82],
      ["2026-09", 82],
      ["2026-10", 82],
      ["2026-11", 97],
    ]);
  });

  it("draw nothing before anything was counted", () => {
    expect(drawn([], "2026-11-21")).toEqual([]);
  });
});
