// npm run check (检查): types, lint, boundaries and tidiness, side by side; prints only what is wrong.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeApiTypes } from "./build.ts";

const root = join(import.meta.dirname, "..");
const bin = (path: string): string => join(root, "node_modules", path);

interface Check {
  readonly title: string;
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  { title: "types", args: [bin("ts7/bin/tsc"), "-p", "tsconfig.json"] },
  { title: "types of the portal", args: [bin("ts7/bin/tsc"), "-p", "ends/portal/tsconfig.json"] },
  {
    title: "lint",
    args: [bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "--diagnostic-level=warn", "."],
  },
  { title: "tidy", args: [join(root, "tools", "tidy.ts")] },
  { title: "boundaries", args: [join(root, "tools", "boundaries.ts")] },
];

interface Result {
  readonly title: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

function run({ title, args }: Check): Promise<Result> {
  const since = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], { cwd: root });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", (code) => {
      const seconds = (performance.now() - since) / 1000;
      resolve({ title, ok: code === 0, output: Buffer.concat(chunks).toString(), seconds });
    });
  });
}

/** Runs all checks; answers those that failed. Two at a time: the machines this runs on have two cores. */
export async function check(): Promise<readonly Result[]> {
  if (!existsSync(join(root, "ends/portal/src/api.d.ts"))) makeApiTypes();
  const weight = { title: "weight of the portal", args: [join(root, "ends/portal/budget.ts")] };
  const built = existsSync(join(root, "dist/portal/index.html"));
  const waiting = built ? [...checks, weight] : [...checks];
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await run(next);
      console.log(
        `  ${result.ok ? "ok    " : "FAILED"} ${result.title} ${result.seconds.toFixed(1)} s`,
      );
      if (!result.ok) console.log(result.output);
      results.push(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

if (import.meta.main) {
  const results = await check();
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}
