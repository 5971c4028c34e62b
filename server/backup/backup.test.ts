// Backup and restore: what goes in comes out, at one moment, and nothing damaged comes back.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../testing.ts";
import { backup } from "./backup.ts";
import { restore } from "./restore.ts";

const ownerUrl = (house: TestHouse): string => {
  const { host, port, user, password, database } = house.owner;
  // The embedded database is reached by the socket in a folder.
  return `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
};

async function backedUp(house: TestHouse): Promise<string> {
  const shelf = mkdtempSync(join(tmpdir(), "niangjia-backup-"));
  onTestFinished(() => rmSync(shelf, { recursive: true, force: true }));
  const folder = join(shelf, "backup");
  await backup({
    ownerUrl: ownerUrl(house),
    vault: house.vault,
    keyFingerprint: house.keys.fingerprint,
    version: "test",
    folder,
    now: new Date(),
  });
  return folder;
}

const restored = (house: TestHouse, folder: string, keyFingerprint = house.keys.fingerprint) =>
  restore({ ownerUrl: ownerUrl(house), vault: house.vault, keyFingerprint, folder });

const accountNames = async (house: TestHouse): Promise<string[]> => {
  const { rows } = await house.owner.query("select id from access.accounts order by 1");
  return rows.map((row) => row.id);
};

describe("backup and restore", () => {
  it("brings a changed store back to the moment of the backup, files included", async () => {
    const house = await openTestHouse();
    const officer = await house.signIn("officer", tree.firm);
    const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(20_000)]);
    const fileId = await officer.upload("证明.pdf", pdf);
    const before = await accountNames(house);
    const folder = await backedUp(house);
    await house.signIn("officer", tree.furong);
    await house.owner.query("delete from exchange.files");
    await restored(house, folder);
    expect(await accountNames(house)).toEqual(before);
    expect((await officer.get(`/api/files/${fileId}`)).bytes.equals(pdf)).toBe(true);
  });

  it("holds one moment while others write", async () => {
    const house = await openTestHouse();
    const writing = Promise.all(
      Array.from({ length: 30 }, () => house.signIn("officer", tree.firm)),
    );
    const folder = await backedUp(house);
    await writing;
    await restored(house, folder);
    const { rows } = await house.owner.query(`select
      (select count(*)::int from access.accounts) as accounts,
      (select count(*)::int from access.posts) as posts,
      (select count(*)::int from access.sessions) as sessions`);
    expect(rows[0].posts).toBe(rows[0].accounts);
    expect(rows[0].sessions).toBe(rows[0].accounts);
  });

  it("refuses a backup with one byte changed, in any part, and changes nothing", async () => {
    const house = await openTestHouse();
    await house.signIn("officer", tree.firm);
    const folder = await backedUp(house);
    await house.signIn("officer", tree.firm);
    const now = await accountNames(house);
    const parts = readdirSync(join(folder, "tables")).map((name) => join(folder, "tables", name));
    for (const part of [...parts, join(folder, "manifest.json")]) {
      const whole = readFileSync(part);
      const changed = Buffer.from(whole);
      const at = Math.floor(changed.length / 2);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(part, changed);
      await expect(restored(house, folder), part).rejects.toThrow("已损坏");
      writeFileSync(part, whole);
    }
    expect(await accountNames(house)).toEqual(now);
  });

  it("refuses a backup that needs another key file", async () => {
    const house = await openTestHouse();
    const folder = await backedUp(house);
    await expect(restored(house, folder, "0000000000000000")).rejects.toThrow("另一个密钥文件");
  });
});
