// The operator's own database: with DATABASE_URL a house lives in somebody else's PostgreSQL and starts none itself.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseRoles, loginRole, startPostgres } from "@niangjia/foundation/postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PowerCutHouse } from "./power-cut.ts";

const database = "federation";
const owner = { name: "federation_owner", password: "p@ss/word:1" };

let folder: string;
let theirs: Awaited<ReturnType<typeof startPostgres>>;
let looking: pg.Client;
let house: PowerCutHouse;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "niangjia-own-database-"));
  theirs = await startPostgres({ folder: join(folder, "theirs"), settings: { fsync: "off" } });
  const admin = new pg.Client({ connectionString: theirs.url("postgres") });
  await admin.connect();
  await admin.query(`create role ${owner.name} login createrole password '${owner.password}'`);
  await admin.query(`create database ${database} owner ${owner.name}`);
  await admin.end();
  looking = new pg.Client({ connectionString: theirs.url(database) });
  await looking.connect();
  const secret = encodeURIComponent(owner.password);
  house = await PowerCutHouse.found(join(folder, "ours"), 20, {
    DATABASE_URL: `postgres://${owner.name}:${secret}@127.0.0.1:${theirs.port}/${database}`,
  });
});
afterAll(async () => {
  await house.stop();
  await looking.end();
  await theirs.stop();
  rmSync(folder, { recursive: true, force: true });
});

const namesOf = async (query: string): Promise<string[]> =>
  (await looking.query<{ name: string }>(query)).rows.map(({ name }) => name);

describe("a house on another PostgreSQL", () => {
  it("makes its roles and tables there, and no database of its own", async () => {
    const roles = await namesOf("select rolname as name from pg_roles");
    expect(roles).toEqual(expect.arrayContaining([...Object.values(databaseRoles), loginRole]));
    const migrations = await namesOf("select name from niangjia_migrations");
    expect(migrations.length).toBeGreaterThan(10);
    expect(readdirSync(join(folder, "ours"))).toContain("keys.json");
    expect(existsSync(join(folder, "ours", "postgres"))).toBe(false);
  });

  it("serves, signs in and answers, at the first start and at the second", async () => {
    for (let start = 0; start < 2; start += 1) {
      await house.start();
      const token = await house.signIn("firm-officer");
      const members = await house.call(token, "GET", "/members");
      expect(members.status).toBe(200);
      expect(members.body.total).toBeGreaterThan(0);
      const served = await namesOf(
        `select distinct usename as name from pg_stat_activity where datname = '${database}'`,
      );
      expect(served).toContain(loginRole);
      await house.stop();
    }
  });

  it("does not go on without its keys, since nothing sealed there could be read again", async () => {
    rmSync(join(folder, "ours", "keys.json"));
    await expect(house.command("migrate")).rejects.toThrow("ended with 1");
    expect(existsSync(join(folder, "ours", "keys.json"))).toBe(false);
  });
});
