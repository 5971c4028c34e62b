// The benchmarks run as their user runs them, on a small store: names and sense of the figures, not how fast this machine is.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { browserAt } from "../journeys/chromium.ts";

const program = join(import.meta.dirname, "main.ts");
const patienceMs = 300_000;
const scratch = mkdtempSync(join(tmpdir(), "niangjia-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (...words: string[]): string =>
  execFileSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    stdio: "pipe",
    // The installer of the peers keeps a cache where it finds a folder for it.
    env: { ...process.env, TMPDIR: scratch, NODE_DISABLE_COMPILE_CACHE: "1" },
  });

describe("npm run bench", () => {
  test(
    "tells the figures of each benchmark in a line of its own, and leaves nothing behind",
    () => {
      const said = run("find", "rollup", "--members", "2000", "--rounds", "1", "--json");
      const lines = said.trimEnd().split("\n").slice(-2);
      const [find, rollup] = lines.map((line) => JSON.parse(line));
      expect(find).toEqual({ bench: "find", figures: { rls_cost: expect.any(Number) } });
      expect(find.figures.rls_cost).toBeGreaterThan(0.1);
      const figures = { vs_count: expect.any(Number), equal: 1 };
      expect(rollup).toEqual({ bench: "rollup", figures });
      expect(rollup.figures.vs_count).toBeGreaterThan(0);
      expect(readdirSync(scratch)).toEqual([]);
    },
    patienceMs,
  );

  test(
    "takes cases from start to end beside other engines, in a full store, on a desk and in memory",
    () => {
      const size = ["--cases", "400", "--cases-per-round", "8", "--rounds", "1"];
      const { bench, figures } = JSON.parse(
        run("desk", ...size, "--json")
          .trimEnd()
          .split("\n")
          .at(-1) ?? "",
      );
      const names = [
        ...["vs_bpmn_engine", "vs_dbos", "full_store"],
        ...["my_tasks_vs_point", "step_vs_xstate"],
      ];
      expect([bench, Object.keys(figures)]).toEqual(["desk", names]);
      for (const name of names) expect(figures[name], name).toBeGreaterThan(0.01);
      expect(readdirSync(scratch)).toEqual([]);
    },
    patienceMs,
  );

  test.skipIf(!browserAt)(
    "opens the App on a slow phone and weighs the packages of the mini-program",
    () => {
      const said = run("app", "--rounds", "1", "--json");
      const { bench, figures } = JSON.parse(said.trimEnd().split("\n").at(-1) ?? "");
      expect(bench).toBe("app");
      expect(figures.interactive_ms).toBeGreaterThan(300);
      for (const size of ["script_kb", "main_kb", "largest_subpackage_kb"]) {
        expect(figures[size], size).toBeGreaterThan(50);
      }
      expect(figures.script_kb).toBeLessThanOrEqual(300);
      expect(figures.main_kb).toBeLessThanOrEqual(2000);
      expect(figures.largest_subpackage_kb).toBeLessThanOrEqual(2000);
      // Building an end, where it is not built yet, leaves a cache of its own.
      expect(readdirSync(scratch).filter((name) => name !== "jiti")).toEqual([]);
    },
    patienceMs,
  );

  test("refuses a name no benchmark bears and a size that is none, and says how it is used", () => {
    expect(() => run("findd")).toThrow(/没有名为“findd”的基准测试[\s\S]*用法/);
    expect(() => run("find", "--members", "many")).toThrow(/--members 应是 1 到 \d+ 的整数/);
  });
});
