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
    title: "types of the App",
    args: [bin("ts7/bin/tsc"), "-p", "ends/member/tsconfig.json"],
  },
  {
    title: "types of the mini-program",
    args: [bin("ts7/bin/tsc"), "-p", "ends/member/tsconfig.weapp.json"],
  },
  {
    title: "types of the checking pages",
    args: [bin("ts7/bin/tsc"), "-p", "ends/verify/tsconfig.json"],
  },
  {
    title: "lint",
    args: [bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "--diagnostic-level=warn", "."],
  },
  { title: "tidy", args: [join(root, "tools", "tidy.ts")] },
  { title: "boundaries", args: [join(root, "tools", "boundaries.ts")] },
  {
    title: "nothing unused",
    args: [
      bin("knip/bin/knip.js"),
      "--include=files,dependencies,unlisted,exports,types",
      "--no-progress",
    ],
  },
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

/** Only what has been built can be weighed. */
function weights(): readonly Check[] {
  const ends = { portal: "dist/portal/index.html", member: "dist/app/index.html" };
  return Object.entries(ends)
    .filter(([, built]) => existsSync(join(root, built)))
    .map(([end]) => ({
      title: `weight of the ${end} end`,
      args: [join(root, "ends", end, "budget.ts")],
    }));
}

/** Runs all checks; answers those that failed. Two at a time: the machines this runs on have two cores. */
export async function check(): Promise<readonly Result[]> {
  const typed = ["portal", "member"].every((end) =>
    existsSync(join(root, `ends/${end}/src/api.d.ts`)),
  );
  if (!typed) makeApiTypes();
  const waiting = [...checks, ...weights()];
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
