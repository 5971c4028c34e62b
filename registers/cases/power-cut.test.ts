// Whole or nothing: the line to the database is cut before, and after, each statement of a command in turn; the store
// is then as it was, or as it would have been.
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@niangjia/foundation/ids";
import { createLog } from "@niangjia/foundation/log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse } from "../../server/app.ts";
import { rooms } from "../../server/rooms.ts";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { casesRoom } from "./index.ts";
import { fileSample, idNumber, openSampleHouse, sampleFacts, sampleRoom } from "./testing.ts";

type When = "before" | "after";

/** A line to the database that can be cut at the nth statement from now on, before it arrives or after. */
class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #left = Number.POSITIVE_INFINITY;
  #when: When = "before";

  constructor(port: number) {
    this.#server = createServer((near) => this.#join(near, connect(port, "127.0.0.1")));
  }

  async listen(): Promise<number> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return (this.#server.address() as { port: number }).port;
  }

  arm(nth: number, when: When): void {
    this.#left = nth;
    this.#when = when;
  }

  #join(near: Socket, far: Socket): void {
    let rest = Buffer.alloc(0);
    let greeted = false;
    for (const socket of [near, far]) {
      socket.setNoDelay();
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => this.#sockets.delete(socket));
    }
    far.pipe(near);
    near.on("close", () => far.destroy());
    near.on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (;;) {
        const size = sizeOf(rest, greeted);
        if (size === undefined) return;
        const message = rest.subarray(0, size);
        rest = rest.subarray(size);
        if (greeted && this.#cuts(message)) return this.#cut({ near, far, message });
        greeted = true;
        far.write(message);
      }
    });
  }

  /** Execute is sent once for each statement. */
  #cuts(message: Buffer): boolean {
    if (message[0] !== "E".charCodeAt(0)) return false;
    this.#left -= 1;
    return this.#left === 0;
  }

  /** A statement that arrives is one whose end arrives too: a sync makes the server take it up. */
  #cut({ near, far, message }: { near: Socket; far: Socket; message: Buffer }): void {
    near.destroy();
    if (this.#when === "after") far.end(Buffer.concat([message, sync]));
    else far.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }
}

const sync = Buffer.from([83, 0, 0, 0, 4]);

/** Length of the first message; undefined while it has not come whole. The greeting has no letter. */
function sizeOf(bytes: Buffer, greeted: boolean): number | undefined {
  const head = greeted ? 1 : 0;
  if (bytes.length < head + 4) return undefined;
  const size = head + bytes.readInt32BE(head);
  return bytes.length >= size ? size : undefined;
}

const tables = [
  ...["business.cases", "business.case_actions", "business.tasks", "business.case_copies"],
  ...["business.case_subs", "business.cases_running", "business.notices", "audit.entries"],
  ...["outbox.events", "outbox.waiting", "access.receipts"],
];

let house: TestHouse;
let line: Line;
let cutHouse: House;
let worker: Client;
let officer: Client;
const scratch = mkdtempSync(join(tmpdir(), "niangjia-cut-"));

beforeAll(async () => {
  house = await openSampleHouse({ closeAfter: "caller" });
  worker = await house.signIn("worker");
  officer = await house.signIn("officer", tree.firm);
  await house.signIn("chair", tree.firm);
  const address = new URL(house.url);
  // By TCP, where a line can be put between, and not by the socket of a folder.
  address.search = "";
  line = new Line(Number(address.port));
  address.port = String(await line.listen());
  cutHouse = await openHouse({
    databaseUrl: address.href,
    keys: house.keys,
    vaultFolder: scratch,
    rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([sampleRoom])],
    messages: { send: async ({ id }) => id },
    log: createLog("silent"),
    clock: () => new Date("2026-11-21T09:00:00+08:00"),
    callsAMinute: 1_000_000,
    version: "test",
  });
});
afterAll(async () => {
  await line.close();
  await cutHouse.close();
  await house.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** How many rows there are, and every state: what a command changes shows in one or the other. */
async function store(): Promise<string> {
  const counts = await house.owner.query(
    tables.map((name) => `select count(*)::int as n from ${name}`).join(" union all "),
  );
  const states = await house.owner.query(
    `select (select string_agg(status || state::text, '' order by id) from business.cases) as cases,
       (select string_agg(state || number, '' order by case_id, number) from business.tasks) as tasks`,
  );
  return JSON.stringify([counts.rows, states.rows]);
}

async function agreeThrough(id: string): Promise<number> {
  const reply = await cutHouse.app.inject({
    method: "POST",
    url: `/api/cases/${id}/commands`,
    headers: { authorization: `Bearer ${officer.token}`, "idempotency-key": newId() },
    payload: { command: { kind: "agree", task: 1 } },
  });
  return reply.statusCode;
}

/** What there is of the command: nothing, everything, or (never) some. */
async function found(id: string): Promise<unknown> {
  const { rows } = await house.owner.query(
    `select (select count(*)::int from business.case_actions where case_id = $1) as actions,
       (select state from business.tasks where case_id = $1 and number = 1) as task,
       (select count(*)::int from business.case_subs where parent_id = $1) as subs,
       (select count(*)::int from business.cases s join business.case_subs b on b.case_id = s.id
        where b.parent_id = $1) as begun,
       (select count(*)::int from audit.entries where subject = 'case:' || $1::text
          and action = 'sample.part.agree') as entries`,
    [id],
  );
  return rows[0];
}

const nothing = { actions: 1, task: "open", subs: 0, begun: 0, entries: 0 };
const everything = { actions: 2, task: "done", subs: 1, begun: 1, entries: 1 };

async function fileOne(): Promise<string> {
  filed += 1;
  const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(filed) });
  return (await fileSample(worker, "part", facts)).id;
}
let filed = 0;

describe.each(["before", "after"] as const)("a line cut %s each statement of a command", (when) => {
  it("leaves all of the command in the store or nothing, and it can be given again", async () => {
    let id = await fileOne();
    let before = await store();
    const kept: number[] = [];
    let nth = 1;
    for (; ; nth += 1) {
      line.arm(nth, when);
      const status = await agreeThrough(id);
      line.arm(Number.POSITIVE_INFINITY, when);
      if (status === 200) break;
      // What was cut after it had arrived may still be on its way into the store, or out of it.
      const wholes = [JSON.stringify(nothing), JSON.stringify(everything)];
      await expect.poll(async () => JSON.stringify(await found(id))).toBeOneOf(wholes);
      if (JSON.stringify(await found(id)) === wholes[1]) {
        kept.push(nth);
        id = await fileOne();
        before = await store();
      } else expect(await store(), `cut ${when} statement ${nth}`).toBe(before);
    }
    expect(await found(id)).toEqual(everything);
    expect(nth).toBeGreaterThan(20);
    // The commit is the last statement: only what was cut after it was kept.
    expect(kept).toEqual(when === "before" ? [] : [nth - 1]);
    console.info(`cut ${when} each of ${nth - 1} statements`);
  });
});
