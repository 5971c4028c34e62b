// One running PostgreSQL server of one data folder (数据库主进程): find it, start it, wait for it, stop
// it.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Runner } from "./binaries.ts";

export interface Cluster {
  /** PGDATA, a real absolute path. */
  data: string;
  /**
   * The same folder as PostgreSQL is told of it: `/proc/self/cwd` when its account cannot walk the
   * path.
   */
  dataAsSeen: string;
  log: string;
  runner: Runner;
}

export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

const POLL_MS = 5;
const RECOVERY_MS = 10 * 60_000;
const FAST_STOP_MS = 60_000;
const QUICK_STOP_MS = 2_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * The environment of PostgreSQL's programs: no PG* variables of the operator, messages in English
 * for the log.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/**
 * The server which postmaster.pid names, if it lives and really serves this folder. A pid file left
 * by kill -9 is ignored; where its number now belongs to a stranger (usual in containers) it is
 * removed, because PostgreSQL itself would take the stranger for a server and refuse to start.
 */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const file = join(cluster.data, "postmaster.pid");
  const lines = linesOf(file);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!serves(pid, cluster)) {
    if (isAlive(pid)) rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
}

/** A server that stops removes its pid file at any moment. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/**
 * A postmaster works inside its data folder, so on Linux its working directory is its proof. A
 * zombie has none, and that of another account's process cannot be read: it cannot be ours, because
 * a server runs as the owner of its data.
 */
function serves(pid: number, cluster: Cluster): boolean {
  if (process.platform !== "linux") return isAlive(pid) && isNamedPostgres(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster.data;
  } catch {
    return false;
  }
}

/**
 * Other systems do not tell a working directory: the program's name keeps us from signalling a
 * stranger.
 */
function isNamedPostgres(pid: number): boolean {
  const [program, ...args] =
    process.platform === "win32"
      ? ["tasklist", "/NH", "/FI", `PID eq ${pid}`]
      : ["ps", "-o", "comm=", "-p", `${pid}`];
  return spawnSync(program!, args, { encoding: "utf8" }).stdout?.includes("postgres") ?? false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** How a start that did not succeed ended, in PostgreSQL's own words. */
export interface FailedStart {
  failed: string;
}

/**
 * Starts the server in its own session, so that neither Ctrl-C nor the death of this process takes
 * it down in the middle of its work, and waits until it accepts connections (recovery after a crash
 * included).
 */
export async function spawnPostmaster(
  cluster: Cluster,
  program: string,
  args: string[],
): Promise<Postmaster | FailedStart> {
  const logFrom = rotateLog(cluster.log);
  const log = openSync(cluster.log, "a", 0o600);
  const { uid, gid } = cluster.runner;
  if (uid !== undefined && gid !== undefined) fchownSync(log, uid, gid);
  const child = spawn(program, args, {
    ...cluster.runner,
    cwd: cluster.data,
    detached: true,
    env: plainEnvironment(),
    stdio: ["ignore", log, log],
    windowsHide: true,
  });
  closeSync(log);
  let ended = "";
  child.once("exit", (code, signal) => {
    ended = `exit ${signal ?? code}`;
  });
  child.once("error", (error) => {
    ended = error.message;
  });
  child.unref();
  const ready = await until(RECOVERY_MS, () => {
    if (ended) return { failed: `${readFileSync(cluster.log).subarray(logFrom)}${ended}` };
    const found = findPostmaster(cluster);
    return found?.pid === child.pid && found?.status === "ready" ? found : undefined;
  });
  return ready ?? { failed: `not ready after ${RECOVERY_MS} ms` };
}

/** Waits while a server found running is still starting or stopping; undefined when it has gone. */
export async function settle(cluster: Cluster): Promise<Postmaster | undefined> {
  const settled = await until(RECOVERY_MS, () => {
    const found = findPostmaster(cluster);
    return found === undefined || found.status === "ready" ? { found } : undefined;
  });
  return settled?.found;
}

/**
 * Stops fast: transactions roll back, files are synced. A server that does not obey, or that did
 * not `answer` in the first place, is ended at once, which is safe too: the next start recovers.
 */
export async function stopPostmaster(cluster: Cluster, pid: number, answered = true) {
  const gone = () => !serves(pid, cluster) || undefined;
  const fast: [NodeJS.Signals, number][] = [["SIGINT", FAST_STOP_MS]];
  const signals: [NodeJS.Signals, number][] = [
    ...(answered ? fast : []),
    ["SIGQUIT", QUICK_STOP_MS],
    ["SIGKILL", QUICK_STOP_MS],
  ];
  for (const [signal, patience] of signals) {
    if (gone()) return forget(cluster);
    send(pid, signal);
    if (await until(patience, gone)) return forget(cluster);
  }
  throw new Error(`数据库进程 ${pid} 无法结束。请手动结束它，再重新启动。`);
}

/** A killed server leaves its pid file and, for a moment or as a zombie, its pid. */
function forget(cluster: Cluster): void {
  findPostmaster(cluster);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Calls `look` until it answers something; undefined when time is up. */
export async function until<T>(patienceMs: number, look: () => T | undefined) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = look();
    if (seen !== undefined || performance.now() > deadline) return seen;
    await pause(POLL_MS);
  }
}

/** Keeps one older log of limited size; returns where the next start begins to write. */
function rotateLog(log: string): number {
  const size = existsSync(log) ? statSync(log).size : 0;
  if (size < LOG_LIMIT_BYTES) return size;
  renameSync(log, `${log}.1`);
  return 0;
}
