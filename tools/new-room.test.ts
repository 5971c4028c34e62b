// A new room (新业务室) is made in a copy of the house: it passes what every room passes, and its own test.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testScratch } from "../server/testing-cluster.ts";

const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(testScratch(), "niangjia-new-room-"));
const modules = join(copy, "node_modules");
const patienceMs = 180_000;

/** Runs a program of the copy; answers how it ended and what it said. */
function run(...words: string[]) {
  const env = { ...process.env, NO_COLOR: "1", NIANGJIA_TEST_DATA: join(copy, ".postgres") };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: copy,
    encoding: "utf8",
    env,
  });
  return { status, said: stdout + stderr };
}

const ran = { status: 0, said: expect.any(String) };

beforeAll(() => {
  const kinds = ["foundation", "engine", "registers", "platforms", "server", "tools"];
  const isOwn = (path: string) => basename(path) !== "node_modules";
  for (const name of [
    ...kinds,
    "tsconfig.json",
    "biome.json",
    "package.json",
    "vitest.config.ts",
    ".gitignore",
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: isOwn });
  spawnSync("git", ["init", "--quiet"], { cwd: copy });
  mkdirSync(join(modules, "@niangjia"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@niangjia" && !name.startsWith(".")) {
      symlinkSync(join(root, "node_modules", name), join(modules, name));
    }
  }
  for (const kind of kinds) {
    if (existsSync(join(copy, kind, "package.json"))) {
      symlinkSync(join(copy, kind), join(modules, "@niangjia", kind));
    }
    const own = join(root, kind, "node_modules");
    if (existsSync(own)) symlinkSync(own, join(copy, kind, "node_modules"));
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("node tools/new-room.ts", () => {
  test(
    "makes a room that passes types and lint, and whose test passes",
    () => {
      expect(run("tools/new-room.ts", "headquarters", "field-notes", "蹲点记录")).toEqual(ran);
      const rooms = readFileSync(join(copy, "server/rooms.ts"), "utf8");
      expect(rooms).toContain('from "@niangjia/platforms/headquarters/field-notes"');

      const include = [
        "server/rooms.ts",
        "platforms/headquarters",
        "foundation/**/*.d.ts",
        "engine/**/*.d.ts",
      ];
      const settings = { extends: "./tsconfig.json", include };
      writeFileSync(join(copy, "tsconfig.room.json"), JSON.stringify(settings));
      expect(run("node_modules/ts7/bin/tsc", "-p", "tsconfig.room.json")).toEqual(ran);
      const made = ["platforms/headquarters", "server/rooms.ts"];
      const lint = ["ci", "--colors=off", "--diagnostic-level=warn", ...made];
      expect(run("node_modules/@biomejs/biome/bin/biome", ...lint)).toEqual(ran);
      const tests = run("node_modules/vitest/vitest.mjs", "run", "platforms/headquarters");
      expect(tests).toEqual(ran);
      expect(tests.said).toMatch(/Tests\D+2 passed/);
    },
    patienceMs,
  );

  test("names it after the catalogue's functions, and takes the next migration's number", () => {
    expect(run("tools/new-room.ts", "benefits", "coupons", "消费券")).toEqual(ran);
    const folder = join(copy, "platforms/benefits/coupons");
    expect(readFileSync(join(folder, "README.md"), "utf8")).toContain("| `coupons.claim`");
    expect(readdirSync(folder)).toContain("contract.ts");
    const numbers = ["headquarters/field-notes", "benefits/coupons"].map((room) =>
      Number(readdirSync(join(copy, "platforms", room, "migrations"))[0]?.slice(0, 4)),
    );
    expect(numbers[1]).toBe(numbers[0]! + 1);
  });

  test.each([
    ["gig", "proposals", "提案", /已经是 platforms\/grassroots\/proposals/],
    ["gig", "Coupons", "消费券", /用法/],
    ["coupons", "gig", "消费券", /用法/],
    ["gig", "coupons", "coupons", /用法/],
  ])("refuses %s %s %s, and leaves nothing", (platform, word, title, why) => {
    const before = readdirSync(join(copy, "platforms", "gig"));
    const { status, said } = run("tools/new-room.ts", platform, word, title);
    expect(status).toBe(1);
    expect(said).toMatch(why);
    expect(readdirSync(join(copy, "platforms", "gig"))).toEqual(before);
  });
});
