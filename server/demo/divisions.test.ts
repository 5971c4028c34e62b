// Tests of the demo's divisions (行政区划).
import { describe, expect, test } from "vitest";
import { allDivisions, divisionOf, divisionsAt, identityCodeOf } from "./divisions.ts";

describe("divisions of Hunan", () => {
  test("there are 1 province, 14 cities, 122 counties and 14 zones, and 2,008 towns", () => {
    expect(divisionsAt("province")).toHaveLength(1);
    expect(divisionsAt("city")).toHaveLength(14);
    const counties = divisionsAt("county");
    expect(counties.filter((county) => !county.zone)).toHaveLength(122);
    expect(counties.filter((county) => county.zone)).toHaveLength(14);
    expect(divisionsAt("town")).toHaveLength(2008);
  });

  test("each stands after the one above it, whose code it begins with", () => {
    const seen = new Set<string>();
    for (const { code, parentCode, level } of allDivisions) {
      if (level !== "province") {
        expect(seen).toContain(parentCode);
        expect(code.startsWith(parentCode!.replace(/(00)+$/, ""))).toBe(true);
      }
      seen.add(code);
    }
    expect(seen.size).toBe(allDivisions.length);
  });

  test("the full name reads from the province down", () => {
    expect(divisionOf("430121001").fullName).toBe("湖南省长沙市长沙县星沙街道");
    expect(divisionOf("433123").fullName).toBe("湖南省湘西土家族苗族自治州凤凰县");
  });

  test("a code outside Hunan is a bug of the caller", () => {
    expect(() => divisionOf("110101")).toThrow("110101");
  });

  test("people of a renumbered county bear its old code", () => {
    expect(identityCodeOf(divisionOf("431181"))).toBe("431121");
    expect(identityCodeOf(divisionOf("430121"))).toBe("430121");
  });
});
