// The operator's own PostgreSQL: what will do, and what is refused with a sentence that keeps the password to itself.
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { faultsOf, lookAt } from "./own-server.ts";

const password = `geheim-${randomBytes(6).toString("hex")}`;
const role = `owner_${randomBytes(6).toString("hex")}`;
const database = `own_${randomBytes(6).toString("hex")}`;
let admin: pg.Client;

const addressOf = (changes: { user?: string; secret?: string; port?: number; name?: string }) => {
  const { user = role, secret = password, port, name = database } = changes;
  const { hostname, port: known } = new URL(inject("ownerUrl"));
  return `postgres://${user}:${secret}@${hostname}:${port ?? known}/${name}`;
};

const sayingOf = (address: string): Promise<string> =>
  lookAt(address).then(
    () => "",
    (error: Error) => error.message,
  );

beforeAll(async () => {
  const url = new URL(inject("ownerUrl"));
  url.pathname = "/postgres";
  admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create role ${role} login createrole password '${password}'`);
  await admin.query(`create database ${database} owner ${role} encoding 'UTF8' template template0`);
});
afterAll(async () => {
  await admin.query(`drop database ${database} with (force)`);
  await admin.query(`drop role ${role}`);
  await admin.end();
});

/** A port on which nobody listens. */
async function deafPort(): Promise<number> {
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

describe("a server of one's own", () => {
  it("will do when its user owns the database and may create roles", async () => {
    expect(await lookAt(addressOf({}))).toMatchObject({ furnished: false });
  });

  it("tells whether a house was made in it before, because then its keys must be here", async () => {
    expect(await lookAt(inject("ownerUrl"))).toMatchObject({ furnished: true });
  });

  it.each([
    ["a wrong password", () => addressOf({ secret: "falsch" }), "用户名或密码不对"],
    ["a user it does not know", () => addressOf({ user: "niemand" }), "用户名或密码不对"],
    ["a database it does not have", () => addressOf({ name: "nirgends" }), "请先在服务器上建立"],
  ])("is refused for %s, with what to do and without the password", async (_why, address, say) => {
    const said = await sayingOf(address());
    expect(said).toContain(say);
    expect(said).toMatch(/127\.0\.0\.1:\d+\//);
    for (const secret of [password, "falsch"]) expect(said).not.toContain(secret);
  });

  it("is refused when nobody answers there", async () => {
    const said = await sayingOf(addressOf({ port: await deafPort() }));
    expect(said).toContain("连接不上。请确认数据库已启动");
    expect(said).not.toContain(password);
  });

  it("is refused to a user who neither owns the database nor may create roles", async () => {
    await admin.query(`alter role ${role} nocreaterole`);
    await admin.query(`alter database ${database} owner to postgres`);
    const said = await sayingOf(addressOf({}));
    await admin.query(`alter role ${role} createrole`);
    await admin.query(`alter database ${database} owner to ${role}`);
    expect(said).toContain("owner to 用户名");
    expect(said).toContain("alter role 用户名 createrole");
  });

  it.each(["postgres", "postgres://", "postgres://localhost", "postgres://a:b@localhost:5432/"])(
    "is refused for an address that is not whole: %s",
    async (address) => expect(await sayingOf(address)).toContain("DATABASE_URL 写得不完整"),
  );
});

describe("what is looked at", () => {
  const good = { version: 160_000, encoding: "UTF8", owner: true, createsRoles: true };
  const looked = { ...good, furnished: false };

  it.each([
    [150_013, 1],
    [96_024, 1],
    [160_000, 0],
    [180_004, 0],
  ])("is the version: %i has %i fault", (version, count) => {
    expect(faultsOf({ ...looked, version })).toHaveLength(count);
  });

  it("says which version there is and which is needed", () => {
    expect(faultsOf({ ...looked, version: 150_013 })).toEqual([
      "是 PostgreSQL 15，需要 16 或更新的版本。请先升级数据库服务器。",
    ]);
  });

  it("is the encoding, in which a Chinese name must fit", () => {
    expect(faultsOf({ ...looked, encoding: "LATIN1" })).toEqual([
      expect.stringContaining("存不全汉字"),
    ]);
  });
});
