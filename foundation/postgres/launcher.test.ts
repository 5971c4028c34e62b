// The embedded database starts, recovers, is shared and refuses as it should, on real processes.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { testScratch } from "../../server/testing-cluster.ts";
import { type Postgres, startPostgres } from "./launcher.ts";
import { until } from "./postmaster.ts";

const root = process.getuid?.() === 0;
const settings = { fsync: "off" };
const folders: string[] = [];
const servers: Postgres[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(testScratch(), "niangjia-launcher-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return join(folder, "database");
}

async function start(folder: string, more: Partial<Parameters<typeof startPostgres>[0]> = {}) {
  const server = await startPostgres({ folder, settings, ...more });
  servers.push(server);
  return server;
}

/** Starts the same folder in another process, which holds it until killed. */
async function startElsewhere(folder: string, account: { uid?: number; gid?: number } = {}) {
  const script = `
    import { startPostgres } from ${JSON.stringify(new URL("./launcher.ts", import.meta.url))};
    const { pid, port } = await startPostgres(${JSON.stringify({ folder, settings })});
    console.log(JSON.stringify({ pid, port }));
    setInterval(() => {}, 1000);`;
  const options = {
    ...account,
    stdio: ["ignore", "pipe", "inherit"] as ["ignore", "pipe", "inherit"],
  };
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], options);
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => text),
    once(child, "exit").then(() => Promise.reject(new Error("the other process could not start"))),
  ]);
  return { child, ...(JSON.parse(line) as { pid: number; port: number }) };
}

async function killNow(child: ChildProcess) {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function ask<T>(server: Postgres, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.[0] !== "Z";
  } catch {
    return false;
  }
};

describe("A database folder", () => {
  test("is made on the first start and keeps rows, port and password over a second", async () => {
    const folder = newFolder();
    const first = await start(folder);
    await ask(first, "create table roster as select 'A会员' as name");
    await first.stop();
    await expect.poll(() => isRunning(first.pid)).toBe(false);

    const second = await start(folder);
    expect(second.url()).toBe(first.url());
    expect(await ask(second, "select lower(name) as name from roster")).toEqual([
      { name: "a会员" },
    ]);
  });

  test("is UTF-8, checksummed, local and closed without its password", async () => {
    const server = await start(newFolder());
    const [facts] = await ask(
      server,
      `select current_setting('server_encoding') as encoding,
        current_setting('data_checksums') as sums,
        current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
        (select datlocale from pg_database where datname = 'template1') as locale`,
    );
    expect(facts).toEqual({
      encoding: "UTF8",
      sums: "on",
      listens: "127.0.0.1",
      fsync: "off",
      locale: "C.UTF-8",
    });
    const stranger = new Client({ connectionString: server.url().replace(/:[^:@]*@/, ":guess@") });
    await expect(stranger.connect()).rejects.toThrow("password authentication failed");
  });

  test("gives every role a password of its own", async () => {
    const server = await start(newFolder());
    const password = (role?: string) => new URL(server.url("postgres", role)).password;
    await ask(server, `create role app login password '${password("app")}'`);
    const app = new Client({ connectionString: server.url("postgres", "app") });
    await app.connect();
    await app.end();
    expect(new Set([password(), password("app"), password("other")]).size).toBe(3);
  });

  test("with other files in it is refused, and they are left alone", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "roster.xlsx"), "");
    await expect(start(folder)).rejects.toThrow("请另选一个空文件夹");
  });

  test("that lost its password file says so", async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    rmSync(join(folder, "password"));
    await expect(start(folder)).rejects.toThrow("请从备份中恢复这个文件");
  });
});

describe("After kill -9", () => {
  test("of the server the next start recovers what was committed", async () => {
    const folder = newFolder();
    const killed = await start(folder, { settings: {} });
    await ask(killed, "create table paid as select generate_series(1, 1000) as fen");
    process.kill(killed.pid, "SIGKILL");
    const again = await start(folder, { settings: {} });
    expect(again.pid).not.toBe(killed.pid);
    expect(await ask(again, "select sum(fen)::int from paid")).toEqual([{ sum: 500500 }]);
  });

  test("of the parent the server it left is taken up", async () => {
    const folder = newFolder();
    const { child, pid } = await startElsewhere(folder);
    await killNow(child);
    const taken = await start(folder);
    expect(taken.pid).toBe(pid);
    expect(await ask(taken, "select 1 as one")).toEqual([{ one: 1 }]);
    await taken.stop();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test("of the parent a server left with other settings is restarted", async () => {
    const folder = newFolder();
    const { child, pid } = await startElsewhere(folder);
    await killNow(child);
    const restarted = await start(folder, { settings: { ...settings, work_mem: "8MB" } });
    expect(restarted.pid).not.toBe(pid);
    expect(await ask(restarted, "show work_mem")).toEqual([{ work_mem: "8MB" }]);
  });

  test("of the parent a server that hangs is ended and started anew", async () => {
    const folder = newFolder();
    const { child, pid } = await startElsewhere(folder);
    await killNow(child);
    process.kill(pid, "SIGSTOP");
    const restarted = await start(folder);
    expect(restarted.pid).not.toBe(pid);
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test("a pid file that names a stranger neither stops the start nor harms him", async () => {
    const folder = newFolder();
    const killed = await start(folder);
    const file = join(folder, "cluster", "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    process.kill(killed.pid, "SIGKILL");
    await until(5000, () => !isRunning(killed.pid) || undefined);
    const stranger = spawn("sleep", ["60"]);
    writeFileSync(file, [stranger.pid, ...lines.slice(1)].join("\n"));
    const lock = join(folder, `.s.PGSQL.${killed.port}.lock`);
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, `${stranger.pid}`));
    const again = await start(folder);
    expect(await ask(again, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(stranger.kill()).toBe(true);
  });
});

describe("Several users of one folder", () => {
  test("who start at the same moment share one server, which the last one stops", async () => {
    const folder = newFolder();
    const [here, too, elsewhere] = await Promise.all([
      start(folder),
      start(folder),
      startElsewhere(folder),
    ]);
    expect([too.pid, elsewhere.pid]).toEqual([here.pid, here.pid]);
    await here.stop();
    expect(await ask(too, "select 1 as one")).toEqual([{ one: 1 }]);
    await too.stop();
    expect(isRunning(here.pid)).toBe(true);
    await killNow(elsewhere.child);
    await (await start(folder)).stop();
    await expect.poll(() => isRunning(here.pid)).toBe(false);
  });

  test("cannot move it to another port under each other's feet", async () => {
    const folder = newFolder();
    const { child, port } = await startElsewhere(folder);
    await expect(start(folder, { port: port + 1 })).rejects.toThrow(`正在端口 ${port} 上使用`);
    await killNow(child);
    expect((await start(folder)).port).toBe(port);
  });
});

describe("The Unix socket of a folder", () => {
  const came = "select inet_client_addr() is null as by_socket";

  test("is the way its address shows, and the port another", async () => {
    const server = await start(newFolder());
    const byPort = new URL(server.url());
    byPort.search = "";
    expect(await ask(server, came)).toEqual([{ by_socket: true }]);
    const client = new Client({ connectionString: byPort.href });
    await client.connect();
    expect((await client.query(came)).rows).toEqual([{ by_socket: false }]);
    await client.end();
  });

  test("is not used where its path is too long for the system, nor where the folder takes none", async () => {
    const deep = await start(join(newFolder(), "x".repeat(100)));
    expect(await ask(deep, came)).toEqual([{ by_socket: false }]);

    const folder = newFolder();
    const first = await start(folder);
    await first.stop();
    // What PostgreSQL cannot replace stands where its socket should.
    mkdirSync(join(folder, `.s.PGSQL.${first.port}`, "taken"), { recursive: true });
    expect(await ask(await start(folder), came)).toEqual([{ by_socket: false }]);
  });
});

describe("A taken port", () => {
  test("asked for by the operator is refused with the way on", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    await expect(start(newFolder(), { port })).rejects.toThrow(`端口 ${port} 已被别的程序占用`);
    other.close();
  });

  test("that was only remembered gives way to another", async () => {
    const folder = newFolder();
    const first = await start(folder);
    await first.stop();
    const other = createServer().listen(first.port, "127.0.0.1");
    await once(other, "listening");
    expect((await start(folder)).port).not.toBe(first.port);
    other.close();
  });
});

/** Whether another account can enter every folder above a file; a clone in a private folder keeps them out. */
function isReachable(file: string): boolean {
  const above = dirname(file);
  if ((statSync(above).mode & 0o001) === 0) return false;
  return above === dirname(above) || isReachable(above);
}
const othersCanRunUs = isReachable(process.execPath) && isReachable(import.meta.filename);

describe.runIf(root)("Started by root", () => {
  test("it serves data under a folder only root can enter, and recovers them there", async () => {
    const folder = newFolder(0o700);
    const killed = await start(folder, { settings: {} });
    await ask(killed, "create table kept as select 1 as one");
    process.kill(killed.pid, "SIGKILL");
    const again = await start(folder, { settings: {} });
    expect(await ask(again, "select one from kept")).toEqual([{ one: 1 }]);
  });

  // Skipped where this clone lies in a folder that other accounts cannot enter: they could not run it.
  test.runIf(othersCanRunUs)("what it made can be started by the account it runs as", async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    const { uid, gid } = statSync(folder);
    expect(uid).not.toBe(0);
    const { child } = await startElsewhere(folder, { uid, gid });
    await killNow(child);
    await start(folder);
  });

  // Skipped where this clone lies in a folder that other accounts cannot enter: they could not run it.
  test.runIf(othersCanRunUs)("an account that may not read the folder is told so", async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    const script = `
      import { startPostgres } from ${JSON.stringify(new URL("./launcher.ts", import.meta.url))};
      await startPostgres({ folder: ${JSON.stringify(folder)} });`;
    const stranger = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      uid: 1,
      gid: 1,
      encoding: "utf8",
    });
    expect(stranger.stderr).toContain("请换成文件夹的主人来启动");
  });

  // Skipped where this clone lies in a folder that other accounts cannot enter: they could not run it.
  test.runIf(othersCanRunUs)(
    "it runs as the ordinary user who made the data, who can start them again",
    async () => {
      const folder = newFolder();
      const clerk = { uid: 1, gid: 1 };
      chownSync(join(folder, ".."), clerk.uid, clerk.gid);
      const { child } = await startElsewhere(folder, clerk);
      await killNow(child);
      const asRoot = await start(folder, { settings: { ...settings, work_mem: "8MB" } });
      expect(readFileSync(`/proc/${asRoot.pid}/status`, "utf8")).toMatch(/^Uid:\s1\s/m);
      await asRoot.stop();
      const again = await startElsewhere(folder, clerk);
      await killNow(again.child);
      await start(folder);
    },
  );
});
