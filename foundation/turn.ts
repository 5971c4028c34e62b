// Locks between processes (进程锁) which the kernel drops by itself when their holder dies, even by
// kill -9. Node has no flock; SQLite, which Node carries, takes and releases file locks correctly
// on every platform.
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 10 * 60_000;
const SQLITE_BUSY = 5;

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
      try {
        database.exec("begin exclusive");
        return true;
      } catch (error) {
        if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
        throw notWritable(path, error);
      }
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
    throw notWritable(path, cause);
  }
}

function notWritable(path: string, cause: unknown): Error {
  return new Error(`不能写入锁文件 ${path}。请换成它的主人来运行，或检查磁盘。`, { cause });
}
