// The files of one database folder (数据文件夹): whose they are, the password, the port, the first
// initdb.
import { spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Binaries, Runner } from "./binaries.ts";
import { type Cluster, plainEnvironment } from "./postmaster.ts";

export const SUPERUSER = "postgres";
const NOBODY = 65534;

/** Describes the cluster of a folder; makes nothing. `folder` is a real absolute path. */
export function clusterOf(folder: string): Cluster {
  const data = join(folder, "cluster");
  const runner = runnerFor(data);
  return {
    data,
    dataAsSeen: asSeen(data, folder, runner),
    log: join(folder, "server.log"),
    runner,
  };
}

/**
 * Root hands over to the account that owns the data already, else to `postgres`, else to nobody.
 */
function runnerFor(data: string): Runner {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(data) ? statSync(data) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid ?? NOBODY), gid: Number(gid ?? NOBODY) };
}

function asSeen(data: string, folder: string, runner: Runner): string {
  if (runner.uid === undefined || canWalk(dirname(folder), runner)) return data;
  if (process.platform === "linux") return "/proc/self/cwd";
  throw new Error(
    `数据库不能以 root 运行，而普通用户进不了 ${dirname(folder)}。请改用普通用户启动，或另选数据文件夹。`,
  );
}

function canWalk(path: string, { uid, gid }: Runner): boolean {
  const { uid: owner, gid: group, mode } = statSync(path);
  const search = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & search) === 0) return false;
  return dirname(path) === path || canWalk(dirname(path), { uid, gid });
}

/**
 * Gives the folder and, when a restored copy belongs to root, all its files to the account that
 * runs the server.
 */
export function handOver(folder: string, cluster: Cluster): void {
  const { uid, gid } = cluster.runner;
  if (uid === undefined || gid === undefined) return;
  chownSync(folder, uid, gid);
  for (const name of ["turn.lock", "users.lock"]) chownSync(join(folder, name), uid, gid);
  if (!existsSync(cluster.data) || statSync(cluster.data).uid === uid) return;
  for (const entry of readdirSync(cluster.data, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, gid);
  }
  chownSync(cluster.data, uid, gid);
}

/** Writes a small private file whole, for the server's account only. */
export function save(path: string, { uid, gid }: Runner, text: string): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  if (uid !== undefined && gid !== undefined) chownSync(draft, uid, gid);
  renameSync(draft, path);
}

/**
 * Makes the cluster in a draft folder which takes its name only when whole, so that a killed initdb
 * leaves nothing. `durable` false skips syncing to disk, for tests.
 */
export function makeCluster(cluster: Cluster, binaries: Binaries, durable: boolean): void {
  const draft = `${cluster.data}.draft`;
  const seen = cluster.dataAsSeen === cluster.data ? draft : cluster.dataAsSeen;
  const { uid, gid } = cluster.runner;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(draft, uid, gid);
  const args = [
    `--pgdata=${seen}`,
    `--pwfile=${seen}/../password`,
    `--username=${SUPERUSER}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const made = spawnSync(binaries.initdb, args, {
    ...cluster.runner,
    cwd: draft,
    env: plainEnvironment(),
    encoding: "utf8",
  });
  if (made.status !== 0) throw whyNotMade(draft, made.stderr || String(made.error));
  renameSync(draft, cluster.data);
  syncFolder(dirname(cluster.data));
}

function whyNotMade(draft: string, reason: string): Error {
  const nameless = /effective user ID (\d+): user does not exist/.exec(reason);
  if (nameless) {
    return new Error(
      `系统里没有编号为 ${nameless[1]} 的用户，数据库无法初始化。` +
        "请用 /etc/passwd 里有的用户启动，或设置环境变量 DATABASE_URL。",
    );
  }
  return new Error(
    `数据库初始化失败。请检查磁盘空间和 ${dirname(draft)} 的权限后再试。\n${reason}`,
  );
}

/** Makes a rename durable; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

export function requireSameMajor(cluster: Cluster, binaries: Binaries): void {
  const kept = readFileSync(join(cluster.data, "PG_VERSION"), "utf8").trim();
  const [major] = binaries.version.split(".");
  if (kept === major) return;
  throw new Error(
    `${cluster.data} 是 PostgreSQL ${kept} 的数据，内置的是 ${major}。` +
      "请先用原来的版本备份（niangjia backup），再换空文件夹恢复（niangjia restore）。",
  );
}
