// A house of its own processes (断电演练): started as an operator starts it, killed as a power cut would.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { generateSync } from "otplib";
import pg from "pg";
import { openGround, openWhole } from "../cli/open.ts";
import type { House } from "../server/app.ts";
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

/** The same house opened in this process, with a connection past all scopes. */
export interface Inside {
  readonly house: House;
  readonly owner: pg.Client;
  close(): Promise<void>;
}

/** The processes that `pid` has started and that still run; none when it has gone itself. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

type Asked = [
  token: string,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: object,
  key?: string,
];

export class PowerCutHouse {
  readonly folder: string;
  readonly #port: number;
  readonly #environment: Readonly<Record<string, string>>;
  #server: ChildProcess | undefined;

  private constructor(folder: string, port: number, environment: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#port = port;
    this.#environment = environment;
  }

  /** Loads a small demo into `folder`. */
  static async found(
    folder: string,
    members: number,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<PowerCutHouse> {
    const house = new PowerCutHouse(folder, await freePort(), environment);
    await house.#run(["demo", "--members", String(members)]);
    return house;
  }

  #spawn(args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [main, ...args], {
      cwd: root,
      env: {
        ...process.env,
        ...this.#environment,
        NIANGJIA_DATA: this.folder,
        LOG_LEVEL: "error",
      },
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

  /**
   * kill -9 of the database, alone or with all its children at once; the server lives on and starts it again.
   */
  killDatabase(how: "alone" | "with its children"): void {
    const file = join(this.folder, "postgres", "cluster", "postmaster.pid");
    const postmaster = Number(readFileSync(file, "utf8").split("\n")[0]);
    const children = how === "alone" ? [] : childrenOf(postmaster);
    for (const pid of [postmaster, ...children]) kill(pid);
  }

  /** Opens the house in this process too, for looking into the store and for doing what the clock would. */
  async open(): Promise<Inside> {
    const ground = await openGround({ dataFolder: this.folder });
    const house = await openWhole(ground);
    const owner = new pg.Client({ connectionString: ground.store.ownerUrl });
    await owner.connect();
    const close = async (): Promise<void> => {
      await owner.end();
      await house.close();
      await ground.store.stop();
    };
    return { house, owner, close };
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
    const { body } = await this.insist("", "POST", "/access/sign-in", { phone, password, totp });
    return body.token;
  }

  /** Asks again as a client does while the house says that it is starting, or breaks off. */
  async #patiently(ask: () => Promise<Answer>): Promise<Answer> {
    const until = Date.now() + secondsToStart * 1000;
    while (Date.now() < until) {
      await this.ready();
      const answer = await ask().catch(() => undefined);
      if (answer && answer.status !== 503) return answer;
    }
    throw new Error(`no answer within ${secondsToStart} s`);
  }

  /** Uploads a file; answers its id. */
  async upload(token: string, name: string, bytes: Uint8Array): Promise<string> {
    const key = crypto.randomUUID();
    const { body } = await this.#patiently(async () => {
      const form = new FormData();
      form.append("file", new Blob([Buffer.from(bytes)]), name);
      const reply = await fetch(`http://127.0.0.1:${this.#port}/api/files`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "idempotency-key": key },
        body: form,
      });
      return { status: reply.status, body: await reply.json() };
    });
    return body.id;
  }

  /** One request under one key, however often it has to be asked. */
  insist(...[token, method, path, body]: Asked): Promise<Answer> {
    const key = crypto.randomUUID();
    return this.#patiently(() => this.call(token, method, path, body, key));
  }

  /** One request; throws when the connection breaks before an answer. */
  async call(...[token, method, path, body, key = crypto.randomUUID()]: Asked): Promise<Answer> {
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
