// A house of its own processes (断电演练): started as an operator starts it, killed as a power cut would.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { generateSync } from "otplib";
import { type ShownAccount, shownAccounts } from "../server/demo/accounts.ts";

const root = join(import.meta.dirname, "..");
const main = join(root, "cli", "main.ts");
const secondsToStart = 40;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === "object" && address ? address.port : 0;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a story reads answers of many shapes.
  readonly body: any;
}

export class PowerCutHouse {
  readonly folder: string;
  readonly #port: number;
  #server: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.#port = port;
  }

  /** Loads a small demo into `folder`. */
  static async found(folder: string, members: number): Promise<PowerCutHouse> {
    const house = new PowerCutHouse(folder, await freePort());
    await house.#run(["demo", "--members", String(members)]);
    return house;
  }

  #spawn(args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [main, ...args], {
      cwd: root,
      env: { ...process.env, NIANGJIA_DATA: this.folder, LOG_LEVEL: "error" },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  async #run(args: readonly string[]): Promise<void> {
    const child = this.#spawn(args);
    const code = await new Promise((resolve) => child.on("exit", resolve));
    if (code !== 0) throw new Error(`niangjia ${args.join(" ")} ended with ${code}`);
  }

  /** Runs a command of the house's command line while nothing serves. */
  async command(...args: string[]): Promise<void> {
    await this.#run(args);
  }

  async start(): Promise<void> {
    this.#server = this.#spawn(["serve", "--port", String(this.#port)]);
    await this.ready();
  }

  /** Waits until the house answers and its database does. */
  async ready(): Promise<void> {
    const until = Date.now() + secondsToStart * 1000;
    while (Date.now() < until) {
      const ok = await fetch(`http://127.0.0.1:${this.#port}/readyz`)
        .then((reply) => reply.ok)
        .catch(() => false);
      if (ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the house did not answer within ${secondsToStart} s`);
  }

  /** kill -9 of the server; its database lives on as an orphan. */
  async killServer(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server.on("exit", resolve));
    server.kill("SIGKILL");
    await gone;
  }

  /** kill -9 of the database; the server lives on and starts it again. */
  killDatabase(): void {
    const file = join(this.folder, "postgres", "cluster", "postmaster.pid");
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server.on("exit", resolve));
    server.kill("SIGINT");
    await gone;
  }

  async signIn(kind: ShownAccount["kind"]): Promise<string> {
    const account = shownAccounts().find((one) => one.kind === kind);
    if (!account?.password || !account.totpSecret) throw new Error(`no account of kind ${kind}`);
    const totp = generateSync({ secret: account.totpSecret });
    const { phone, password } = account;
    const { body } = await this.call("", "POST", "/access/sign-in", { phone, password, totp });
    return body.token;
  }

  /** Uploads a file; answers its id. */
  async upload(token: string, name: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.append("file", new Blob([Buffer.from(bytes)]), name);
    const reply = await fetch(`http://127.0.0.1:${this.#port}/api/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "idempotency-key": crypto.randomUUID() },
      body: form,
    });
    return ((await reply.json()) as { id: string }).id;
  }

  /** One request; throws when the connection breaks before an answer. */
  async call(
    token: string,
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: object,
    key: string = crypto.randomUUID(),
  ): Promise<Answer> {
    const reply = await fetch(`http://127.0.0.1:${this.#port}/api${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { "content-type": "application/json" } : {}),
        "idempotency-key": key,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: reply.status, body: await reply.json() };
  }
}
