// Tests of the record's filters (操作记录筛选).
import { describe, expect, it } from "vitest";
import { instantOf } from "./record.ts";

describe("a day of the record's filter", () => {
  it("begins at midnight in China, wherever the reader is", () => {
    expect(instantOf("2026-11-21")).toBe("2026-11-20T16:00:00.000Z");
  });

  it("as an end takes its whole day in", () => {
    expect(instantOf("2026-11-21", 1)).toBe("2026-11-21T16:00:00.000Z");
  });

  it("is left out when it is none", () => {
    expect(instantOf(undefined)).toBeUndefined();
    expect(instantOf("昨天")).toBeUndefined();
  });
});
