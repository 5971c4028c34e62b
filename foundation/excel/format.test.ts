// Number formats: what a cell shows, and which cells are days.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfSerial, showOf } from "./format.ts";

const seed = 20_260_104;

describe("the day of a date number", () => {
  it.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [32_874, false, "1990-01-01"],
    [45_351.999, false, "2024-02-29"],
    [2_958_465, false, "9999-12-31"],
    [0, true, "1904-01-01"],
    [31_412, true, "1990-01-01"],
    [0.5, false, null],
    [-1, true, null],
    [2_958_466, false, null],
    [Number.NaN, false, null],
  ])("%d (1904: %j) is %s", (serial, date1904, day) => {
    expect(dayOfSerial(serial, date1904)).toBe(day);
  });

  it(`rises by a day with each number (seed ${seed})`, () => {
    const property = fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
      const [today, tomorrow] = [serial, serial + 1].map((each) => dayOfSerial(each, false)!);
      expect(Date.parse(tomorrow!) - Date.parse(today!)).toBe(86_400_000);
    });
    fc.assert(property, { seed, numRuns: 300 });
  });
});

describe("a number", () => {
  const show = (number: number, code = "General", literal?: string) =>
    showOf(164, code, false)(number, literal);

  it.each([
    [13_800_001_234, "General", "13800001234"],
    [430_102_910_203_123, "General", "430102910203123"],
    [4.3010219910203123e17, "General", "4.30102199102031E+17"],
    [5.1e17, "General", "5.1E+17"],
    [4.3010219910203123e17, "0", "430102199102031000"],
    [4.3010219910203123e17, "0.00E+00", "4.30E+17"],
    [0.1, "General", "0.1"],
    [-12, "General", "-12"],
    [7, "000", "007"],
    [12, "G/通用格式", "12"],
    [12, "@", "12"],
    [1234.5, "#,##0.00_ ", "1,234.50"],
    [0.25, "0%", "25%"],
  ])("%d under %s shows as %s", (number, code, text) => {
    expect(show(number, code)).toMatchObject({ kind: "number", text, number });
  });

  it("in full in the file keeps every digit", () => {
    const literal = "430102199102031234";
    expect(show(Number(literal), "General", literal).text).toBe(literal);
  });

  it("that no calendar reaches is given as it is, though formatted as a date", () => {
    expect(show(19_900_101, "yyyy-mm-dd")).toMatchObject({ kind: "number", text: "19900101" });
    expect(show(-5, "yyyy-mm-dd")).toMatchObject({ kind: "number", text: "-5" });
  });

  it("formatted as a time has no day", () => {
    expect(show(0.5, "h:mm")).toMatchObject({ kind: "date", text: "12:00", day: null });
  });
});
