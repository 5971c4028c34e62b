// The back-test by hand: what is forecast at half of a term from the tasks before, beside what came.
import { day } from "@niangjia/foundation/day";
import { describe, expect, it } from "vitest";
import type { DecidedTask, StepCount } from "./durations-store.ts";
import { checkOf } from "./forecast-check.ts";

const step = { function: "sample.one", node: "review" };
const county = "/430000/430100/430121/";

const count = (workdays: number, tasks: number, changes: Partial<StepCount> = {}): StepCount => ({
  ...{ ...step, orgPath: null, workdays, tasks, late: 0 },
  ...changes,
});

const decided = (workdays: number, changes: Partial<DecidedTask> = {}): DecidedTask => ({
  ...{ ...step, orgPath: county, workdays, term: 4, late: workdays > 4 },
  openedAt: new Date("2026-10-12T01:00:00Z"),
  doneAt: new Date("2026-10-20T01:00:00Z"),
  ...changes,
});

const on = day("2026-11-21");

describe("the back-test of a forecast", () => {
  const past = [count(1, 10), count(3, 6), count(6, 4, { late: 4 })];

  it("forecasts from what lasted at least half of the term, and scores it beside the usual share", () => {
    const check = checkOf(on, [decided(3), decided(6)], past);
    const odds = 4.5 / 11;
    expect(check).toMatchObject({ tasks: 2, late: 1, from: "2026-10-20", to: "2026-10-20" });
    expect(check.brier).toBeCloseTo((odds ** 2 + (odds - 1) ** 2) / 2);
    expect(check.baseBrier).toBeCloseTo((0.2 ** 2 + 0.8 ** 2) / 2);
    expect(check.bins[2]).toMatchObject({ from: 40, tasks: 2, observed: 0.5 });
  });

  it("leaves out what was done before half of its term, and what had too little past", () => {
    const unknown = decided(6, { node: "approve" });
    expect(checkOf(on, [decided(1), unknown], past)).toMatchObject({ tasks: 0, brier: null });
    expect(checkOf(on, [decided(6)], [count(3, 9)])).toMatchObject({ tasks: 0 });
  });

  it("goes by the county once thirty of its tasks are known, not before", () => {
    const few = [...past, count(6, 29, { orgPath: county, late: 29 })];
    const enough = [...past, count(6, 30, { orgPath: county, late: 30 })];
    expect(checkOf(on, [decided(6)], few).bins[2]?.tasks).toBe(1);
    expect(checkOf(on, [decided(6)], enough).bins[4]?.forecast).toBeCloseTo(30.5 / 31);
  });

  it("is empty before anything was decided", () => {
    expect(checkOf(on, [], [])).toMatchObject({ from: null, to: null, tasks: 0, baseBrier: null });
  });
});
