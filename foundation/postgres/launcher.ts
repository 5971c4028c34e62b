// Starts the embedded PostgreSQL (内置数据库) of a data folder, or takes up the one running there.
//
// Layout: <folder>/cluster is PGDATA; beside it are password (of the superuser), port, server.log,
// the Unix socket and two locks. `turn.lock` lets one process at a time start or stop; `users.lock` is shared by
// all who use the server, so the last one to stop it knows. A server whose parent died by kill -9
// lives on and is taken up by the next start.
//
// Root: PostgreSQL refuses to run as root, so it runs as the owner of the cluster, as `postgres` or
// as 65534. That account may be unable to walk the path (a project under a mode-700 home). Its data
// stay where the operator put them all the same: it starts inside the folder and is told that its
// data are `/proc/self/cwd`, which the kernel resolves without walking the path.
import { createHmac, randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { type FileLock, inTurn, openLock } from "../turn.ts";
import { type Binaries, prepareBinaries } from "./binaries.ts";
import { clusterOf, handOver, makeCluster, requireSameMajor, SUPERUSER, save } from "./cluster.ts";
import { freePort, isFree, portTaken, requireFree } from "./port.ts";
import {
  type Cluster,
  type Postmaster,
  settle,
  spawnPostmaster,
  stopPostmaster,
} from "./postmaster.ts";

export interface StartOptions {
  /** Where the database lives; made when missing. Must be empty or made by an earlier start. */
  folder: string;
  /** Port on 127.0.0.1. Without it a free one is chosen and remembered in the folder. */
  port?: number;
  /**
   * PostgreSQL settings, such as `{ fsync: "off" }`.
   */
  settings?: Record<string, string | number | boolean>;
  /** Told in Chinese, one sentence a call, what takes time. */
  log?: (sentence: string) => void;
}

export interface Postgres {
  /**
   * Address of a database for a role. The password of every role but the superuser is derived from
   * the folder's own, so whoever creates a role reads its password from here: `new
   * URL(url(database, role)).password`.
   */
  url(database?: string, user?: string): string;
  folder: string;
  port: number;
  pid: number;
  /** Stops the server, unless another process still uses it. May be called twice. */
  stop(): Promise<void>;
}

/** One start in progress. */
interface Start {
  options: StartOptions;
  folder: string;
  cluster: Cluster;
  binaries: Binaries;
  password: string;
  users: FileLock;
  /** Whether to listen on a Unix socket too; some mounted folders take none. */
  socket: boolean;
}

/** Where a system has Unix sockets; PostgreSQL works inside PGDATA, so this is the folder around it. */
const hasSockets = process.platform !== "win32";
const socketFolderAsSeen = "..";

const socketOf = (folder: string, port: number): string => join(folder, `.s.PGSQL.${port}`);

/** What every system takes as the path of a socket, its ending 0 left out; macOS takes least. */
const socketPathBytesAtMost = 103;

const CRASHED_BACKENDS_MS = 15_000;
const GREETING_MS = 2_000;

/**
 * Starts or takes up the server of `options.folder`. A server found running is used as it is while
 * other processes use it; alone, one started otherwise (port, settings, version) is restarted.
 * Throws an Error in Chinese that says what to do when the port is taken, the folder is not ours,
 * the data are of another version or the server fails.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const folder = openFolder(options.folder);
  const turn = join(folder, "turn.lock");
  const users = openLock(join(folder, "users.lock"));
  try {
    return await inTurn(turn, async () => {
      const start = prepare(options, folder, users);
      const postmaster = (await adopt(start)) ?? (await launch(start));
      users.takeShared();
      return handle(start, postmaster);
    });
  } catch (error) {
    users.close();
    throw error;
  }
}

function openFolder(path: string): string {
  const folder = made(path);
  const names = readdirSync(folder);
  if (names.length > 0 && !names.includes("turn.lock")) {
    throw new Error(`${folder} 里有别的文件，不能作为数据库文件夹。请另选一个空文件夹。`);
  }
  return folder;
}

function made(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch (cause) {
    const next = "请换成文件夹的主人来启动，或另选数据文件夹。";
    throw new Error(`数据库文件夹 ${path} 不能建立或读写。${next}`, { cause });
  }
}

function prepare(options: StartOptions, folder: string, users: FileLock): Start {
  const cluster = clusterOf(folder);
  handOver(folder, cluster);
  const binaries = prepareBinaries(cluster.runner);
  const password = passwordOf(folder, cluster);
  if (!existsSync(cluster.data)) {
    options.log?.("正在初始化数据库……");
    makeCluster(cluster, binaries, options.settings?.fsync !== "off");
  }
  requireSameMajor(cluster, binaries);
  return { options, folder, cluster, binaries, password, users, socket: hasSockets };
}

function passwordOf(folder: string, { data, runner }: Cluster): string {
  const file = join(folder, "password");
  if (!existsSync(file)) {
    if (existsSync(data)) throw new Error(`缺少 ${file}，无法登录数据库。请从备份中恢复这个文件。`);
    save(file, runner, randomBytes(24).toString("base64url"));
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * Takes up the server already running, or stops it when it does not answer or was started
 * otherwise.
 */
async function adopt(start: Start): Promise<Postmaster | undefined> {
  const { cluster, options, users } = start;
  const running = await settle(cluster);
  if (!running) return undefined;
  const { pid, port } = running;
  const answered = await answers(start, port);
  const alone = users.takeAlone();
  users.release();
  if (alone) {
    if (answered && startedAs(start, port)) return running;
    options.log?.("正在停止上次留下的数据库……");
    await stopPostmaster(cluster, pid, answered);
    return undefined;
  }
  if (answered && port === (options.port ?? port)) return running;
  const state = answered ? "使用" : "使用，但它没有应答";
  throw new Error(`另一个进程正在端口 ${port} 上${state}这个数据库。请先停止那个进程，再启动。`);
}

/** Whether the running server was started by the very command this start would give. */
function startedAs(start: Start, port: number): boolean {
  if (start.options.port !== undefined && start.options.port !== port) return false;
  const given = readFileSync(join(start.cluster.data, "postmaster.opts"), "utf8").trim();
  const wanted = [start.binaries.postgres, ...commandLine(start, port).map((word) => `"${word}"`)];
  return given === wanted.join(" ");
}

function commandLine({ cluster, options, socket }: Start, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: socket ? socketFolderAsSeen : "",
    ...options.settings,
    port,
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster.dataAsSeen, ...words];
}

/**
 * Starts a server, without a Unix socket where the folder takes none. Two failures pass by themselves and are tried again: the port was taken between
 * looking and binding, and the children of a killed server have not all gone (they hold its shared
 * memory).
 */
async function launch(start: Start): Promise<Postmaster> {
  const { cluster, options, binaries, folder } = start;
  const deadline = Date.now() + CRASHED_BACKENDS_MS;
  for (;;) {
    const port = await choosePort(start);
    // Nobody serves this folder now, yet PostgreSQL would believe the pid of one killed or a stranger's.
    rmSync(`${socketOf(folder, port)}.lock`, { force: true });
    const outcome = await spawnPostmaster(cluster, binaries.postgres, commandLine(start, port));
    if (!("failed" in outcome)) return outcome;
    if (start.socket && outcome.failed.includes("could not create any Unix-domain sockets")) {
      start.socket = false;
      continue;
    }
    const taken = outcome.failed.includes("could not create any TCP/IP sockets");
    const crowded = outcome.failed.includes("pre-existing shared memory block");
    if (taken && options.port !== undefined) throw portTaken(options.port);
    if (!(taken || crowded) || Date.now() > deadline) {
      throw new Error(`数据库启动失败，原因记在 ${folder}/server.log：\n${outcome.failed}`);
    }
    await pause(20);
  }
}

async function choosePort({ options, folder, cluster }: Start): Promise<number> {
  if (options.port !== undefined) return requireFree(options.port);
  const file = join(folder, "port");
  const remembered = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (remembered > 0 && (await isFree(remembered))) return remembered;
  const port = await freePort();
  save(file, cluster.runner, `${port}\n`);
  return port;
}

/**
 * Whether the server lets us in. A full one does answer; one that rejects the folder's password is
 * an Error.
 */
async function answers(start: Start, port: number): Promise<boolean> {
  const connectionString = address(start, port, "postgres", SUPERUSER);
  const client = new Client({ connectionString, connectionTimeoutMillis: GREETING_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError)) return false;
    if (error.code === "28P01") {
      throw new Error(`${start.folder}/password 与数据库的口令不符。请恢复原来的 password 文件。`);
    }
    return error.code === "53300";
  } finally {
    await client.end().catch(() => {});
  }
}

function address(start: Start, port: number, database: string, user: string): string {
  const derived = () => createHmac("sha256", start.password).update(user).digest("base64url");
  const password = user === SUPERUSER ? start.password : derived();
  const name = encodeURIComponent;
  return `postgres://${name(user)}:${password}@127.0.0.1:${port}/${name(database)}`;
}

/**
 * The same address by the Unix socket of the folder, where there is one: writing to it costs about half as much as to
 * the port. Host and port stay in the address, for who can only go that way.
 */
function bySocket(url: string, folder: string, port: number): string {
  const socket = socketOf(folder, port);
  const reachable =
    statSync(socket, { throwIfNoEntry: false })?.isSocket() === true &&
    Buffer.byteLength(socket) <= socketPathBytesAtMost;
  return reachable ? `${url}?host=${encodeURIComponent(folder)}` : url;
}

function handle(start: Start, { pid, port }: Postmaster): Postgres {
  const { cluster, folder, users } = start;
  let stopped: Promise<void> | undefined;
  const stopIfLast = async () => {
    const last = users.takeAlone();
    users.release();
    if (last) await stopPostmaster(cluster, pid);
    users.close();
  };
  return {
    url: (database = "postgres", user = SUPERUSER) =>
      bySocket(address(start, port, database, user), folder, port),
    folder,
    port,
    pid,
    stop: () => {
      stopped ??= inTurn(join(folder, "turn.lock"), stopIfLast);
      return stopped;
    },
  };
}
