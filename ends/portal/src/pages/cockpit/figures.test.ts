// Tests of the cockpit's figures (驾驶舱数字).
import { describe, expect, it } from "vitest";
import { byMonth, yearBefore } from "./figures.ts";
import { worstOf } from "./worst.ts";

describe("figures of the cockpit", () => {
  it("begins a year of twelve months with the first day of the eleventh month back", () => {
    expect(yearBefore("2026-11-21")).toBe("2025-12-01");
    expect(yearBefore("2026-01-31")).toBe("2025-02-01");
    expect(yearBefore("2026-12-01")).toBe("2026-01-01");
  });

  it("takes each month's number at its last day", () => {
    const days = [
      { day: "2026-10-30", amount: 3 },
      { day: "2026-10-31", amount: 5 },
      { day: "2026-11-01", amount: 4 },
    ];
    expect(byMonth(days)).toEqual([days[1], days[2]]);
  });

  it("names the place with the worst share, leaving out places too small to judge", () => {
    const place = (name: string, members: number, kept: number) => ({
      id: name,
      name,
      level: "county" as const,
      levelName: "县级",
      unions: 1,
      members,
      women: 0,
      gig: 0,
      kept,
    });
    const rows = [place("甲县", 100, 10), place("乙县", 100, 20), place("丙县", 3, 3)];
    expect(worstOf("members.kept", rows)).toEqual({ id: "乙县", words: "乙县 20.0%" });
    expect(worstOf("members.kept", [])).toBeUndefined();
  });
});
