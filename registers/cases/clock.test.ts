// The clock: what happens to a task after its last day, once, for all cases or for one.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { clockSweep } from "./clock.ts";
import { offersOf } from "./functions.ts";
import {
  agree,
  effects,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

const sweep = clockSweep(offersOf([sampleRoom]));
const look = (house: TestHouse, caseId?: string) => house.worker.sweep(sweep, caseId);

const titles = async (client: Client): Promise<string[]> =>
  (await client.get("/api/notices")).body.rows.map(({ title }: { title: string }) => title);

/** Filed on a Monday: two working days end on Wednesday the 18th. */
async function openScene(word: string, changes = {}) {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const facts = await sampleFacts(house, tree.firm, changes);
  const { id } = await fileSample(worker, word, facts);
  await house.settle();
  return { house, worker, officer, id };
}

describe("cases.clock", () => {
  it("leaves alone what is in time, on its last day too", async () => {
    const { house } = await openScene("one");
    house.clock.set("2026-11-18T23:59:00+08:00");
    expect(await look(house)).toEqual({ looked: 0 });
  });

  it("reminds whoever holds the post, once each working day", async () => {
    const { house, officer, id } = await openScene("one");
    house.clock.set("2026-11-19T00:01:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, reminded: 1 });
    expect(await look(house)).toEqual({ looked: 0 });
    await house.settle();
    expect(await titles(officer)).toEqual(["待办已逾期", "您有新的待办"]);
    house.clock.set("2026-11-21T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, reminded: 1 });
    house.clock.set("2026-11-23T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 0 });
    expect((await officer.get("/api/desk")).body.rows[0].clock.workdaysLeft).toBe(-3);
    expect((await agree(officer, id)).body.status).toBe("approved");
  });

  it("agrees in its own name where the flow says so, with the effect", async () => {
    const { house, worker, id } = await openScene("pass");
    house.clock.set("2026-11-19T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, passed: 1 });
    const { body } = await worker.get(`/api/cases/${id}`);
    expect(body).toMatchObject({ status: "approved" });
    expect(body.history.at(-1)).toMatchObject({ kind: "pass", who: "系统" });
    expect(await effects(house)).toBe(1);
    expect(await look(house)).toEqual({ looked: 0 });
  });

  it("leaves a task as it is when the effect refuses, and goes on with the next", async () => {
    const { house, worker, officer, id } = await openScene("pass", { refuses: true });
    const other = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const second = await fileSample(worker, "pass", other);
    house.clock.set("2026-11-19T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 2, refused: 1, passed: 1 });
    expect((await worker.get(`/api/cases/${id}`)).body.status).toBe("running");
    expect((await worker.get(`/api/cases/${second.id}`)).body.status).toBe("approved");
    await house.settle();
    const [notice] = (await officer.get("/api/notices")).body.rows;
    expect(notice.body).toContain("到期后没能自动办下去：");
    expect(await look(house)).toEqual({ looked: 0 });
    house.clock.set("2026-11-21T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, refused: 1 });
  });

  it("tells who deals with a notice why the case did not go on after it", async () => {
    const { house, worker, officer, id } = await openScene("posted", { refuses: true });
    await agree(officer, id);
    house.clock.set("2026-11-20T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, refused: 1 });
    await house.settle();
    const [notice] = (await officer.get("/api/notices")).body.rows;
    expect(notice).toMatchObject({
      title: "办件逾期报告",
      body: expect.stringContaining("到期后没能自动办下去："),
    });
    expect((await worker.get(`/api/cases/${id}`)).body.status).toBe("running");
    house.clock.set("2026-11-24T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, refused: 1 });
  });

  it("goes on with the next where an effect fails, and fails itself only in the end", async () => {
    const { house, worker, id } = await openScene("pass", { breaks: true });
    const other = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const second = await fileSample(worker, "pass", other);
    house.clock.set("2026-11-19T09:00:00+08:00");
    await expect(look(house)).rejects.toThrow(`1 件没有巡查成：${id}`);
    expect((await worker.get(`/api/cases/${id}`)).body.status).toBe("running");
    expect((await worker.get(`/api/cases/${second.id}`)).body.status).toBe("approved");
  });

  it("raises a task to the same role one union up, with a new term", async () => {
    const { house, officer, id } = await openScene("raise");
    const above = await house.signIn("officer", tree.xingsha);
    house.clock.set("2026-11-19T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, raised: 1 });
    await house.settle();
    expect(await titles(above)).toEqual(["您有新的待办"]);
    expect((await officer.get("/api/desk")).body.total).toBe(0);
    expect((await above.get("/api/desk")).body.rows).toMatchObject([
      { id, task: 2, clock: { due: "2026-11-23" } },
    ]);
    expect((await agree(above, id, 2)).body.status).toBe("approved");
  });

  it("raises a task past the unions where nobody does such work, and is reminding where none does", async () => {
    const { house, officer, id } = await openScene("raise");
    house.clock.set("2026-11-19T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, reminded: 1 });
    expect((await officer.get("/api/desk")).body.total).toBe(1);
    const chief = await house.signIn("chair", tree.changsha);
    house.clock.set("2026-11-23T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 1, raised: 1 });
    await house.settle();
    expect(await titles(chief)).toEqual(["您有新的待办"]);
    expect((await agree(chief, id, 2)).body.status).toBe("approved");
  });

  it("can be run for one case alone", async () => {
    const { house, worker, id } = await openScene("one");
    const other = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    await fileSample(worker, "one", other);
    house.clock.set("2026-11-19T09:00:00+08:00");
    expect(await look(house, id)).toEqual({ looked: 1, reminded: 1 });
    expect(await look(house)).toEqual({ looked: 1, reminded: 1 });
  });

  it("does not count the time a case lies with its applicant", async () => {
    const { house, worker, officer, id } = await openScene("one");
    await give(officer, id, { kind: "return", task: 1, opinion: "请补正" });
    house.clock.set("2026-11-27T09:00:00+08:00");
    expect(await look(house)).toEqual({ looked: 0 });
    await give(worker, id, { kind: "resubmit" });
    expect((await officer.get("/api/desk")).body.rows[0].clock.due).toBe("2026-12-01");
  });
});

describe("the term of a whole case", () => {
  it("is that of each step without its own, and stands still with the case", async () => {
    const { house, worker, officer, id } = await openScene("whole");
    const dueOf = async (client: Client) => (await client.get("/api/desk")).body.rows[0]?.clock.due;
    const listed = async (clock: string): Promise<number> =>
      (await officer.get(`/api/cases?clock=${clock}`)).body.total;
    expect(await dueOf(officer)).toBe("2026-11-19");
    await give(officer, id, { kind: "return", task: 1, opinion: "请补正" });
    expect(await listed("paused")).toBe(1);
    expect((await worker.get(`/api/cases/${id}`)).body.clock).toBeNull();
    house.clock.set("2026-11-18T09:00:00+08:00");
    await give(worker, id, { kind: "resubmit" });
    expect(await dueOf(officer)).toBe("2026-11-23");
    await agree(officer, id, 2);
    const chair = await house.signIn("chair", tree.firm);
    expect(await dueOf(chair)).toBe("2026-11-23");
    expect((await worker.get(`/api/cases/${id}`)).body.clock.due).toBe("2026-11-23");
    house.clock.set("2026-11-24T09:00:00+08:00");
    expect([await listed("red"), await listed("none")]).toEqual([1, 0]);
  });

  it("that is over stays as far over while the applicant mends, and after", async () => {
    const { house, worker, officer, id } = await openScene("whole");
    const lineOf = async (client: Client) => (await client.get("/api/desk")).body.rows[0]?.clock;
    house.clock.set("2026-11-26T09:00:00+08:00");
    expect(await lineOf(officer)).toMatchObject({ due: "2026-11-19", workdaysLeft: -5 });
    await give(officer, id, { kind: "return", task: 1, opinion: "请补正" });
    const { term } = (await officer.get(`/api/cases/${id}`)).body;
    expect(term).toMatchObject({ due: null, workdaysLeft: -5, overdue: true, state: "paused" });
    house.clock.set("2026-11-28T09:00:00+08:00");
    await give(worker, id, { kind: "resubmit" });
    expect(await lineOf(officer)).toMatchObject({ due: "2026-11-23", overdue: true, state: "red" });
    house.clock.set("2026-11-30T09:00:00+08:00");
    expect(await lineOf(officer)).toMatchObject({ due: "2026-11-23", workdaysLeft: -5 });
    expect((await officer.get("/api/desk/counts")).body).toMatchObject({ todo: 1, late: 1 });
  });
});
