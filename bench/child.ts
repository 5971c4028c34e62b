// Child processes (子进程): servers that run apart from what loads them, so that neither takes the other's processor time.
import { fork } from "node:child_process";
import type { Server } from "node:http";
import { join } from "node:path";

interface Listening {
  readonly port: number;
}

/** In the child: says that the server answers, and ends with its parent. */
export function listening(server: Server): void {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it listens on no port");
  process.send?.({ port: address.port } satisfies Listening);
  process.once("disconnect", () => process.exit());
}

export interface Served extends Disposable {
  /** Such as `http://127.0.0.1:20123`. */
  readonly origin: string;
}

/** Starts a file of this folder that ends in `listening`; throws when it dies before. */
export async function serve(
  file: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<Served> {
  const env = { ...process.env, NODE_ENV: "production" };
  const child = fork(join(import.meta.dirname, file), args, {
    env,
    execArgv: [...nodeOptions],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { port } = await new Promise<Listening>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Listening));
    child.once("exit", (code) =>
      reject(new Error(`${file} ended with ${code} before it listened`)),
    );
  });
  return { origin: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void child.disconnect() };
}
