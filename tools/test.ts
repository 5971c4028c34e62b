// npm test (全部测试): check, unit, room and property tests, then the journeys; the last line counts them all.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { forgetTestCluster } from "../server/testing-cluster.ts";
import { buildApp, buildMiniprogram, buildPortal } from "./build.ts";
import { check } from "./check.ts";

const root = join(import.meta.dirname, "..");
const scratch = join(root, "node_modules", ".cache", "test-results");

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Timed {
  readonly title: string;
  readonly ms: number;
}

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const times: Timed[] = [];

function heading(title: string): void {
  console.log(`\n── ${title} ──`);
}

/** Programs of the system the tests use as a person would. Root installs what is missing; others are told. */
function ensurePrograms(): void {
  const wanted: readonly [program: string, ...packages: string[]][] = [
    ["/usr/bin/chromium", "chromium", "fonts-noto-cjk"],
    ["/usr/bin/soffice", "libreoffice-calc"],
  ];
  const missing = wanted.filter(([program]) => !existsSync(program)).flatMap(([, ...rest]) => rest);
  if (missing.length === 0 || process.platform !== "linux") return;
  if (process.getuid?.() !== 0) {
    console.log(`缺少 ${missing.join("、")}，相关测试会说明原因后跳过。请由管理员安装。`);
    return;
  }
  console.log(`安装 ${missing.join(" ")} ……`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { env, stdio: "ignore" } as const;
  spawnSync("apt-get", ["update"], quiet);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], quiet);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly duration?: number }[];
  }[];
}

function readReport(file: string): VitestReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as VitestReport) : undefined;
}

function count(report: VitestReport | undefined, exitCode: number): void {
  if (!report) {
    tally.failed += 1;
    return;
  }
  tally.passed += report.numPassedTests;
  tally.failed += report.numFailedTests;
  tally.skipped += report.numPendingTests;
  // A file that does not load fails without a failed test in it.
  if (report.numFailedTests === 0 && exitCode !== 0) tally.failed += 1;
  for (const { assertionResults } of report.testResults) {
    for (const { fullName, duration = 0 } of assertionResults) {
      times.push({ title: fullName, ms: duration });
    }
  }
}

async function runVitest(project: string, filters: readonly string[]): Promise<void> {
  const file = join(scratch, `${project}.json`);
  rmSync(file, { force: true });
  const args = [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    `--project=${project}`,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
    "--passWithNoTests",
    ...filters,
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  const code = await new Promise<number>((resolve) => {
    child.on("exit", (exit) => resolve(exit ?? 1));
  });
  count(readReport(file), code);
}

function sayTimes(): void {
  heading("最慢的十个");
  const slowest = times.sort((a, b) => b.ms - a.ms).slice(0, 10);
  for (const { title, ms } of slowest) console.log(`  ${(ms / 1000).toFixed(2)} s  ${title}`);
}

async function main(): Promise<void> {
  const filters = process.argv.slice(2);
  mkdirSync(scratch, { recursive: true });
  ensurePrograms();
  if (filters.length === 0) {
    heading("构建");
    const ends = { 门户: buildPortal, 职工端: buildApp, 小程序: buildMiniprogram };
    for (const [name, build] of Object.entries(ends)) {
      console.log(`  ${name}${build() ? "已构建" : "已是最新"}`);
    }
    heading("检查");
    const results = await check();
    for (const { ok } of results) tally[ok ? "passed" : "failed"] += 1;
  }
  heading("测试");
  await runVitest("house", filters);
  heading("故事");
  await runVitest("journeys", filters);
  forgetTestCluster();
  sayTimes();
}

try {
  await main();
} catch (error) {
  console.error(error);
  tally.failed += 1;
}
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
process.exitCode = tally.failed > 0 ? 1 : 0;
