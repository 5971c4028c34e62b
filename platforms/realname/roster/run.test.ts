// Running an import: stopped, killed, taken over or broken off at any batch, it is whole in the end and never doubled.
import { writeFileSync } from "node:fs";
import { system } from "@niangjia/foundation/act";
import type { Step } from "@niangjia/foundation/worker";
import { describe, expect, test } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { resumeSweep } from "./resume.ts";
import { runImport } from "./run.ts";
import { countOf, openFor, range, rowOf, sheetOf } from "./testing.ts";

/** Three batches: two full ones and a rest, sealed on a thread of their own; every hundredth row is faulty. */
const people = 4_200;
const faultyRows = 42;
const good = people - faultyRows;
const bytes = sheetOf(
  range(people).map((index) => (index % 100 === 7 ? rowOf(index).with(2, "12") : rowOf(index))),
);
const never = new AbortController().signal;

interface Waiting {
  readonly house: TestHouse;
  readonly client: Client;
  readonly id: string;
}

/** An import that was started, with nobody working on it yet. */
async function started(): Promise<Waiting> {
  const house = await openTestHouse();
  const client = await house.signIn("officer", tree.firm);
  const { id } = await openFor(house, { client, path: tree.firm, bytes: await bytes });
  await client.post(`/api/roster/imports/${id}/start`);
  return { house, client, id };
}

const show = async ({ client, id }: Waiting) =>
  (await client.get(`/api/roster/imports/${id}`)).body;

const rowsRead = async ({ house, id }: Waiting): Promise<number> =>
  (await house.owner.query("select rows_read from business.roster_imports where id = $1", [id]))
    .rows[0].rows_read;

const plainStep =
  ({ house }: Waiting): Step =>
  (work) =>
    house.act(system("test"), work);

/** A step after which `then` happens once the first batch is in. */
function afterFirstBatch(waiting: Waiting, then: () => unknown): Step {
  let happened = false;
  return async (work) => {
    const result = await plainStep(waiting)(work);
    if (!happened && (await rowsRead(waiting)) > 0) {
      happened = true;
      await then();
    }
    return result;
  };
}

/** Everything is in once: members, their traces, the counts, the faults. */
async function expectWhole(waiting: Waiting): Promise<void> {
  const { house } = waiting;
  expect(await show(waiting)).toMatchObject({
    state: "done",
    rowsRead: people,
    enrolled: good,
    updated: 0,
    unchanged: 0,
    faulty: faultyRows,
  });
  for (const table of ["persons", "identities", "memberships", "changes", "statements"]) {
    expect(await countOf(house, `member.${table}`), table).toBe(good);
  }
  expect(await countOf(house, "business.roster_import_faults")).toBe(faultyRows);
  const { rows } = await house.owner.query(
    "select sum(amount)::int as n from organisation.deltas where measure = 'members'",
  );
  expect(rows[0].n).toBe(good);
}

class Killed extends Error {}

describe("an import is whole in the end", () => {
  test("when the server is stopped in good order between batches, and another goes on at once", async () => {
    const waiting = await started();
    const stopping = new AbortController();
    const step = afterFirstBatch(waiting, () => stopping.abort());
    await runImport(step, waiting.id, stopping.signal);
    const read = await rowsRead(waiting);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(people);
    expect((await show(waiting)).state).toBe("waiting");
    await waiting.house.settle();
    await expectWhole(waiting);
  });

  test("when the server dies after a batch, and the sweep finds it silent", async () => {
    const waiting = await started();
    const { house } = waiting;
    let dead = false;
    const step = afterFirstBatch(waiting, () => {
      dead = true;
    });
    const mortal: Step = (work) => (dead ? Promise.reject(new Killed()) : step(work));
    await expect(runImport(mortal, waiting.id, never)).rejects.toThrow(Killed);
    expect((await show(waiting)).state).toBe("running");
    expect(await house.worker.sweep(resumeSweep)).toEqual({ resumed: 0 });
    house.clock.advance(60_000);
    expect(await house.worker.sweep(resumeSweep)).toEqual({ resumed: 1 });
    await house.settle();
    await expectWhole(waiting);
  });

  test("when a batch is torn in the middle of its transaction: nothing of it stays", async () => {
    const waiting = await started();
    let steps = 0;
    const torn: Step = (work) =>
      waiting.house.act(system("test"), async (act) => {
        const result = await work(act);
        steps += 1;
        // The first step takes the import, the second writes the first batch.
        if (steps === 3) throw new Killed();
        return result;
      });
    await expect(runImport(torn, waiting.id, never)).rejects.toThrow(Killed);
    expect(await rowsRead(waiting)).toBe(2_000);
    expect(await countOf(waiting.house, "member.persons")).toBe(1_980);
    await waiting.house.settle();
    await expectWhole(waiting);
  });

  test("when two workers run it at once: the later takes over, the earlier stops", async () => {
    const waiting = await started();
    const second = () => runImport(plainStep(waiting), waiting.id, never);
    await runImport(afterFirstBatch(waiting, second), waiting.id, never);
    await expectWhole(waiting);
  });

  test("when its event is delivered again afterwards: nothing happens", async () => {
    const waiting = await started();
    await waiting.house.settle();
    await runImport(plainStep(waiting), waiting.id, never);
    await expectWhole(waiting);
  });
});

describe("an officer", () => {
  test("stops an import: who is in stays, nothing more comes, and it can go on later", async () => {
    const waiting = await started();
    const { client, id, house } = waiting;
    const url = `/api/roster/imports/${id}`;
    const cancel = async () => {
      const { body } = await client.post(`${url}/cancel`);
      expect(body.state).toBe("cancelled");
    };
    await runImport(afterFirstBatch(waiting, cancel), id, never);
    const stopped = await show(waiting);
    expect(stopped).toMatchObject({
      state: "cancelled",
      rowsRead: 2_000,
      enrolled: 1_980,
      can: { start: true, cancel: false, map: false, faulty: true },
    });
    expect(stopped.says).toBe(
      "已停止：新入库 1980 人，更新 0 人，没有变化 0 人，有错 20 行。已入库的保留，其余没有导入；可以继续导入剩下的行。",
    );
    expect(await countOf(house, "member.persons")).toBe(1_980);
    expect((await client.post(`${url}/cancel`)).body.code).toBe("roster.import-already-running");
    await client.post(`${url}/start`);
    await house.settle();
    await expectWhole(waiting);
    expect((await client.post(`${url}/start`)).status).toBe(409);
  });

  test("is told when it is done", async () => {
    const waiting = await started();
    await waiting.house.settle();
    const { body } = await waiting.client.get("/api/notices");
    expect(body.rows).toEqual([
      expect.objectContaining({
        title: "名册“名册.xlsx”导入完成",
        body: expect.stringContaining(`新入库 ${good} 人`),
        link: `/realname/roster/imports/${waiting.id}`,
      }),
    ]);
  });

  test("is told why when the file can no longer be read, and may start again", async () => {
    const waiting = await started();
    const { client, house, id } = waiting;
    const { rows } = await house.owner.query("select sha256 from business.roster_imports");
    const whole = await bytes;
    writeFileSync(house.vault.path(rows[0].sha256), whole.subarray(0, whole.length / 2));
    await house.settle();
    const broken = await show(waiting);
    expect(broken).toMatchObject({ state: "failed", rowsRead: 0, can: { start: true } });
    expect(broken.says).toMatch(/^导入中断：这个文件不完整或已损坏/);
    expect((await client.get("/api/notices")).body.rows[0].title).toContain("导入中断");
    writeFileSync(house.vault.path(rows[0].sha256), whole);
    await client.post(`/api/roster/imports/${id}/start`);
    await house.settle();
    await expectWhole(waiting);
  });
});
