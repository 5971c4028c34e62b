// Parameters: the value of the day, with its document; a file with a slip does not load.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { day } from "./day.ts";
import { readParameters } from "./parameters.ts";

const folder = mkdtempSync(join(tmpdir(), "niangjia-parameters-"));
let nth = 0;

function file(text: string): URL {
  nth += 1;
  const path = join(folder, `${nth}.yaml`);
  writeFileSync(path, text);
  return pathToFileURL(path);
}

const value = (from: string, number: number) =>
  `    - { from: ${from}, value: ${number}, document: 某文件〔${number}〕1号 }\n`;
const fee = `fee:\n  title: 费用\n  unit: 分\n  values:\n`;

describe("a parameter", () => {
  const parameters = readParameters(
    file(fee + value("2024-01-01", 100) + value("2026-01-01", 150)),
    ["fee"],
  );

  test("has the value that began last on or before the day", () => {
    expect(parameters.on(day("2025-12-31"), "fee")).toBe(100);
    expect(parameters.on(day("2026-01-01"), "fee")).toBe(150);
    expect(parameters.stated(day("2026-11-21"), "fee")).toEqual({
      title: "费用",
      unit: "分",
      value: 150,
      from: "2026-01-01",
      document: "某文件〔150〕1号",
    });
  });

  test("has none before its first day", () => {
    expect(() => parameters.on(day("2023-12-31"), "fee")).toThrow("no value");
  });
});

describe("a file of parameters", () => {
  test.each([
    ["missing", fee + value("2024-01-01", 1), ["fee", "rate"]],
    ["strange", fee + value("2024-01-01", 1), []],
    ["unsorted", fee + value("2026-01-01", 1) + value("2024-01-01", 2), ["fee"]],
    [
      "document",
      `fee:\n  title: 费\n  unit: 分\n  values:\n    - { from: 2024-01-01, value: 1 }\n`,
      ["fee"],
    ],
  ])("does not load when something is %s", (what, text, names) => {
    expect(() => readParameters(file(text), names)).toThrow(what);
  });
});
