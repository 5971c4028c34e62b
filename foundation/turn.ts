// Locks between processes (进程锁) which the kernel drops by itself when their holder dies, even by kill -9.
// Node has no flock; SQLite, which Node carries, takes and releases file locks correctly on every platform.
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 10 * 60_000;

export interface FileLock {
  /** True when nobody else holds the lock in either way. */
  takeAlone(): boolean;
  /** Held together with other sharers; refuses with an Error when someone holds it alone. */
  takeShared(): void;
  release(): void;
  close(): void;
}

/** Opens (and creates) a lock file. Throws an Error in Chinese when the file may not be written. */
export function openLock(path: string): FileLock {
  const database = openDatabase(path);
  const release = () => {
    if (database.isTransaction) database.exec("rollback");
  };
  return {
    takeAlone() {
      release();
      return begins(database, "begin exclusive");
    },
    takeShared() {
      release();
      database.exec("begin; select count(*) from sqlite_schema");
    },
    release,
    close: () => database.close(),
  };
}

/** Runs `work` while no other process runs work under the same lock file. */
export async function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = openLock(path);
  try {
    const deadline = Date.now() + PATIENCE_MS;
    while (!lock.takeAlone()) {
      if (Date.now() > deadline) {
        throw new Error(`另一个进程占用 ${path} 已超过十分钟。请结束那个进程后再试。`);
      }
      await pause(10);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function openDatabase(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path);
  } catch (cause) {
    throw new Error(`没有权限写入 ${path}。请换成文件夹的主人来启动，或另选数据文件夹。`, {
      cause,
    });
  }
}

function begins(database: DatabaseSync, statement: string): boolean {
  try {
    database.exec(statement);
    return true;
  } catch (error) {
    const busy = 5;
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw error;
  }
}
