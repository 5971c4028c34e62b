// The embedded database as long as the house stands (内置数据库守护): started, and started again if it is killed.
import { setTimeout as pause } from "node:timers/promises";
import { startPostgres } from "@niangjia/foundation/postgres";

type Postgres = Awaited<ReturnType<typeof startPostgres>>;

export interface Guarded {
  /** The server as it runs now; its port stays the same over restarts. */
  readonly url: Postgres["url"];
  stop(): Promise<void>;
}

const lookEveryMs = 500;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process is there, though we may not signal it.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Starts PostgreSQL in `folder` and keeps it running until stopped. What it said committed is there after any kill. */
export async function guardPostgres(
  folder: string,
  log: (sentence: string) => void,
): Promise<Guarded> {
  let postgres = await startPostgres({ folder, log });
  const stopping = new AbortController();
  const revive = async (): Promise<void> => {
    log("数据库意外停止，正在重新启动……");
    const { port } = postgres;
    await postgres.stop();
    postgres = await startPostgres({ folder, port, log });
  };
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await pause(lookEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => 0);
      if (stopping.signal.aborted || isAlive(postgres.pid)) continue;
      await revive().catch((error: Error) => log(error.message));
    }
  };
  const watching = watch();
  return {
    url: (database, user) => postgres.url(database, user),
    async stop() {
      stopping.abort();
      await watching;
      await postgres.stop();
    },
  };
}
