// Power cuts: the server or its database is killed at any moment; what was acknowledged stays, nothing is doubled.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { range, rowOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { createRandom } from "../server/demo/random.ts";
import { type Inside, PowerCutHouse } from "./power-cut.ts";
import * as proof from "./power-cut-proof.ts";
import { settled, Work } from "./power-cut-work.ts";

/** A build takes ten, two seconds each; POWER_CUTS=50 is the full proof. */
const rounds = Number(process.env.POWER_CUTS ?? 10);
const seed = process.env.SEED ?? String(Date.now() % 1_000_000);
const random = createRandom(`power-cut/${seed}`);
/** About as long as a round's work takes when nothing is cut. */
const roundMs = 500;

let folder: string;
let house: PowerCutHouse;
let work: Work;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "niangjia-power-cut-"));
  house = await PowerCutHouse.found(folder, 50);
  await house.start();
  work = new Work(house, seed, createRandom(`power-cut/commands/${seed}`));
  await work.prepare(rounds);
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The server, the database, its postmaster alone, or all of it at once. */
async function cut(withinMs: number): Promise<void> {
  await wait(random.int(0, withinMs));
  const what = random.pick(["server", "postmaster", "database", "all"] as const);
  if (what === "postmaster") house.killDatabase("alone");
  if (what === "database" || what === "all") house.killDatabase("with its children");
  if (what === "server" || what === "all") {
    await house.killServer();
    await house.start();
  }
}

async function looking<T>(look: (inside: Inside) => Promise<T>): Promise<T> {
  const inside = await house.open();
  try {
    return await look(inside);
  } finally {
    await inside.close();
  }
}

describe("power cuts", () => {
  it(`leave every command whole or undone over ${rounds} rounds (seed ${seed})`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const answered = work.round();
      await cut(roundMs);
      await answered;
      await house.ready();
    }
    console.log(`${work.sent} commands, ${work.cutOff} of them cut off, seed ${seed}`);
    expect(work.cutOff).toBeGreaterThan(rounds / 2);
  }, 900_000);

  it("neither lose nor double a person of a roster whose import is cut again and again", async () => {
    const people = 6_000;
    const token = await house.signIn("firm-officer");
    const { body: me } = await house.insist(token, "GET", "/me");
    const before = (await house.insist(token, "GET", "/members")).body.total;
    const bytes = await sheetOf(range(people).map(rowOf));
    const fileId = await house.upload(token, "名册.xlsx", bytes);
    const opened = await house.insist(token, "POST", "/roster/imports", {
      fileId,
      unionId: me.post.org.id,
    });
    const path = `/roster/imports/${opened.body.id}`;
    await house.insist(token, "POST", `${path}/start`);
    for (let round = 0; round < Math.min(8, rounds); round += 1) {
      await wait(200);
      await cut(700);
      await house.ready();
    }
    const shown = await settled(house, token, path);
    expect(shown.state).toBe("done");
    expect(shown.enrolled + shown.unchanged + shown.updated).toBe(people);
    const after = (await house.insist(token, "GET", "/members")).body.total;
    expect(after - before).toBe(people);
  }, 300_000);

  it("leave no event without its reactions", async () => {
    await house.ready();
    await looking((inside) => proof.quiet(inside, 120_000));
  });

  it("lose no post that was acknowledged and double none", async () => {
    const held = await looking(proof.postsHeld);
    for (const [title, id] of work.posts) {
      const found = held.get(title) ?? [];
      if (id !== null) expect(found, title).toEqual([id]);
      expect(found.length, title).toBeLessThanOrEqual(1);
    }
  });

  it("leave each approval with membership, change, event, copy and notice, or with nothing", async () => {
    const found = await looking(proof.applicationsFound);
    expect([...found.keys()].toSorted()).toEqual(work.applications.map(({ id }) => id).toSorted());
    for (const application of work.applications) {
      expect(proof.mayBeOf(application)).toContain(found.get(application.id));
    }
    const acknowledged = work.applications.filter(({ agreed }) => agreed === "acknowledged");
    expect(acknowledged.length).toBeGreaterThan(rounds);
  });

  it("leave each pair apart, merged or parted, as was said", async () => {
    const found = await looking(proof.pairsFound);
    for (const pair of work.pairs)
      expect(proof.mayBeOfPair(pair)).toContain(found.get(pair.suspectId));
    expect(work.pairs.filter(({ merged }) => merged === "acknowledged").length).toBeGreaterThan(0);
    expect(work.pairs.filter(({ parted }) => parted === "acknowledged").length).toBeGreaterThan(0);
  });

  it("leave the numbers of every union equal to a full count", async () => {
    const { rolled, counted } = await looking(proof.numbersBothWays);
    expect(rolled).toEqual(counted);
    expect(rolled["/430000/ members"]).toBeGreaterThan(6_000);
  });

  it("leave a record that proves itself whole", async () => {
    await house.stop();
    await house.command("doctor");
  });
});
