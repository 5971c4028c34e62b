// Child processes (子进程): what is measured runs apart from what loads and measures it, on its own processor and memory.
import { type ChildProcess, fork } from "node:child_process";
import type { Server } from "node:http";
import { join } from "node:path";

interface Started<Message> {
  /** The first thing it had to say. */
  readonly message: Message;
  readonly child: ChildProcess;
}

/** As `tools/bootstrap.mjs` starts the house. */
const execArgv = [...process.execArgv, "--max-semi-space-size=8"];

/** Starts a file of this folder and waits for what it says to its parent; throws when it ends without a word. */
export async function start<Message>(
  file: string,
  args: readonly string[],
): Promise<Started<Message>> {
  const child = fork(join(import.meta.dirname, file), args, {
    execArgv,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const message = await new Promise<Message>((resolve, reject) => {
    child.once("message", (said) => resolve(said as Message));
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} without a word`)));
  });
  return { message, child };
}

/** In the child: tells the parent, and ends when the parent does. */
export function tellParent<Message extends object>(message: Message): void {
  process.once("disconnect", () => process.exit());
  process.send?.(message);
}

interface Listening {
  readonly port: number;
}

/** In a child that serves: says where. */
export function tellListening(server: Server): void {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it listens on no port");
  tellParent<Listening>({ port: address.port });
}

export interface Served extends Disposable {
  /** Such as `http://127.0.0.1:20123`. */
  readonly origin: string;
}

/** Starts a file that ends in `tellListening`. */
export async function serve(file: string, args: readonly string[]): Promise<Served> {
  const { message, child } = await start<Listening>(file, args);
  const origin = `http://127.0.0.1:${message.port}`;
  return { origin, [Symbol.dispose]: () => child.disconnect() };
}
