// Power cuts: the server or its database is killed at any moment; what was acknowledged stays, nothing is doubled.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { range, rowOf, sheetOf } from "../platforms/realname/roster/testing.ts";
import { createRandom } from "../server/demo/random.ts";
import { PowerCutHouse } from "./power-cut.ts";

/** A build takes twenty; POWER_CUTS=50 is the full proof. */
const rounds = Number(process.env.POWER_CUTS ?? 20);
const commandsARound = 6;
const seed = process.env.SEED ?? String(Date.now() % 1_000_000);
const random = createRandom(`power-cut/${seed}`);

let folder: string;
let house: PowerCutHouse;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "niangjia-power-cut-"));
  house = await PowerCutHouse.found(folder, 50);
  await house.start();
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function cut(): Promise<void> {
  await wait(random.int(0, 60));
  if (random.chance(0.5)) {
    await house.killServer();
    await house.start();
  } else {
    house.killDatabase();
  }
}

interface Command {
  readonly key: string;
  readonly phone: string;
}

let nth = 0;
const nextCommand = (): Command => {
  nth += 1;
  return { key: `power-cut-${seed}-${nth}`, phone: `137${String(nth).padStart(8, "0")}` };
};

/** Sends until an answer comes; a broken connection and “not now” are tried again with the same key. */
async function insist(token: string, orgId: string, command: Command): Promise<string> {
  const body = {
    ...{ name: "断电演练", phone: command.phone, orgId, role: "officer", title: "演练岗位" },
    fromDay: "2026-01-01",
  };
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    const answer = await house
      .call(token, "POST", "/access/posts", body, command.key)
      .catch(() => undefined);
    if (answer?.status === 200) return answer.body.id;
    // 409: the first try did commit half-seen; the same key will tell. 503 and 500: the database is away.
    await wait(400);
  }
  throw new Error("no answer within three minutes");
}

/** The import once nothing runs any more. */
// biome-ignore lint/suspicious/noExplicitAny: a story reads answers of many shapes.
async function settled(token: string, path: string): Promise<any> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const answer = await house.call(token, "GET", path).catch(() => undefined);
    if (answer?.status === 200 && !["waiting", "running"].includes(answer.body.state)) {
      return answer.body;
    }
    await wait(200);
  }
  throw new Error("the import did not end within two minutes");
}

describe("power cuts", () => {
  it(`lose nothing acknowledged and double nothing over ${rounds} rounds (seed ${seed})`, async () => {
    const token = await house.signIn("system-admin");
    const me = await house.call(token, "GET", "/me");
    const orgId = me.body.post.org.id;
    const acknowledged = new Map<string, string>();
    for (let round = 0; round < rounds; round += 1) {
      const commands = Array.from({ length: commandsARound }, nextCommand);
      const answers = Promise.all(commands.map((command) => insist(token, orgId, command)));
      await cut();
      const ids = await answers;
      commands.forEach((command, i) => {
        acknowledged.set(command.phone, ids[i] ?? "");
      });
    }
    await house.ready();
    const found = new Set<string>();
    for (let page = 1; ; page += 1) {
      const path = `/access/posts?name=${encodeURIComponent("断电演练")}&size=100&page=${page}`;
      const { body } = await house.call(token, "GET", path);
      for (const row of body.rows) found.add(row.id);
      if (body.rows.length < 100) {
        expect(body.total).toBe(rounds * commandsARound);
        break;
      }
    }
    expect(found).toEqual(new Set(acknowledged.values()));
  }, 600_000);

  it("neither lose nor double a person of a roster whose import is cut again and again", async () => {
    const people = 6_000;
    const token = await house.signIn("firm-officer");
    const { body: me } = await house.call(token, "GET", "/me");
    const before = (await house.call(token, "GET", "/members")).body.total;
    const bytes = await sheetOf(range(people).map(rowOf));
    const fileId = await house.upload(token, "名册.xlsx", bytes);
    const opened = await house.call(token, "POST", "/roster/imports", {
      fileId,
      unionId: me.post.org.id,
    });
    const path = `/roster/imports/${opened.body.id}`;
    await house.call(token, "POST", `${path}/start`);
    const cuts = Math.min(8, rounds);
    for (let round = 0; round < cuts; round += 1) {
      await wait(random.int(200, 900));
      await cut();
      await house.ready();
    }
    const shown = await settled(token, path);
    expect(shown.state).toBe("done");
    expect(shown.enrolled + shown.unchanged + shown.updated).toBe(people);
    const after = (await house.call(token, "GET", "/members")).body.total;
    expect(after - before).toBe(people);
  }, 300_000);

  it("leave a record that proves itself whole", async () => {
    await house.stop();
    await house.command("doctor");
  });
});
