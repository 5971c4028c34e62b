// Retirement age: rows of the table annexed to the decision of 2024-09-13, and the last birth day that has reached it.
import { addCalendarDays, day } from "@niangjia/foundation/day";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastRetiredBirthDay, retirementDay } from "./retirement.ts";

const today = day("2026-11-21");

describe("the day of retirement", () => {
  test.each([
    ["men", "1964-12-15", "2024-12-15"],
    ["men", "1965-01-15", "2025-02-15"],
    ["men", "1965-04-15", "2025-05-15"],
    ["men", "1965-05-15", "2025-07-15"],
    ["men", "1976-08-15", "2039-07-15"],
    ["men", "1976-09-15", "2039-09-15"],
    ["men", "1990-01-15", "2053-01-15"],
    ["women", "1969-12-15", "2024-12-15"],
    ["women", "1970-01-15", "2025-02-15"],
    ["women", "1981-09-15", "2039-09-15"],
  ] as const)("of %s born on %s is %s", (line, birthDay, retires) => {
    expect(retirementDay(day(birthDay), line, today)).toBe(retires);
  });

  test("was the former age for whoever asked before 2025", () => {
    expect(retirementDay(day("1965-01-15"), "men", day("2024-06-01"))).toBe("2025-01-15");
  });
});

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

test(`parts those who have reached the age from those who have not (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom("men", "women"), (n, line) => {
      const on = addCalendarDays(day("2024-01-01"), n);
      const last = lastRetiredBirthDay(line as "men", on);
      expect(retirementDay(last, line as "men", on) <= on).toBe(true);
      expect(retirementDay(addCalendarDays(last, 1), line as "men", on) > on).toBe(true);
    }),
    { seed, numRuns: 200 },
  );
});
