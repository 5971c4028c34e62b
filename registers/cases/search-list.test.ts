// The case list over HTTP: every way of narrowing it, alone and together, within reach, on a page and in a file.
import { readSheet } from "@niangjia/foundation/excel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { offersOf } from "./functions.ts";
import { wordsSweep } from "./search-words.ts";
import {
  agree,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

type Filed = Awaited<ReturnType<typeof fileSample>>;

const list = (client: Client, filter: Record<string, string> = {}) =>
  client.get(`/api/cases?${new URLSearchParams(filter)}`);

async function sheetOf(bytes: Buffer): Promise<unknown[]> {
  const rows = [];
  for await (const { cells } of await readSheet(bytes)) rows.push(cells);
  return rows;
}

const numbers = async (client: Client, filter: Record<string, string> = {}): Promise<string[]> =>
  (await list(client, filter)).body.rows.map(({ number }: { number: string }) => number);

describe("the case list", () => {
  let house: TestHouse;
  let worker: Client;
  let officer: Client;
  let county: Client;
  const cases: Record<"ended" | "returned" | "running" | "elsewhere", Filed> = {} as never;

  const file = async (path: string, sequence: number, changes: object) =>
    fileSample(worker, "two", {
      ...(await sampleFacts(house, path, { idNumber: idNumber(sequence), ...changes })),
    });

  beforeAll(async () => {
    house = await openSampleHouse({ closeAfter: "caller", now: "2026-11-16T09:00:00+08:00" });
    worker = await house.signIn("worker");
    officer = await house.signIn("officer", tree.firm);
    county = await house.signIn("cadre", tree.changshaCounty);
    await house.signIn("officer", tree.otherFirm);
    cases.ended = await fileSample(
      worker,
      "one",
      await sampleFacts(house, tree.firm, { reason: "高温作业满十年" }),
    );
    await agree(officer, cases.ended.id);
    house.clock.set("2026-11-17T09:00:00+08:00");
    const returned = { name: "周大雪", phone: "13900139000", reason: "腰伤，想去 A 疗养院" };
    cases.returned = await file(tree.firm, 2, returned);
    await give(officer, cases.returned.id, { kind: "return", task: 1, opinion: "请补正" });
    house.clock.set("2026-11-18T09:00:00+08:00");
    cases.running = await file(tree.firm, 3, { name: "吴立春", reason: "高温作业满五年" });
    cases.elsewhere = await file(tree.otherFirm, 4, { name: "林小满" });
    await house.settle();
  });
  afterAll(() => house.close());

  it("shows what was filed at one's union and below, newest first, with whom it waits for", async () => {
    const { body } = await list(officer);
    expect(body).toMatchObject({ total: 3, capped: false, page: 1 });
    expect(body.rows[0]).toMatchObject({
      number: cases.running.number,
      functionTitle: "疗养申请",
      status: "running",
      steps: [{ role: "officer", roleTitle: "工会干事" }],
      clock: { due: "2026-11-20", workdaysLeft: 2, overdue: false },
    });
    expect(await numbers(county)).toHaveLength(4);
    expect((await list(worker)).status).toBe(403);
  });

  it("is found by open words of title and form, each of several, and by no word that is sealed", async () => {
    expect(await numbers(officer, { q: "高温作业" })).toEqual([
      cases.running.number,
      cases.ended.number,
    ]);
    expect(await numbers(officer, { q: "高温作业 十年" })).toEqual([cases.ended.number]);
    expect(await numbers(officer, { q: "ａ 疗养院" })).toEqual([cases.returned.number]);
    expect(await numbers(officer, { q: "高温年" })).toEqual([]);
    expect(await numbers(officer, { q: "13900139000" })).toEqual([]);
  });

  it("is found by a whole name, and by the number of an identity card or a phone", async () => {
    expect(await numbers(county, { q: "林小满" })).toEqual([
      cases.elsewhere.number,
      cases.ended.number,
    ]);
    for (const number of [idNumber(2), "139 0013 9000"]) {
      const { body } = await officer.post("/api/cases/who", { number });
      expect(body.mask).toContain("*");
      expect(await numbers(officer, { who: body.who })).toEqual([cases.returned.number]);
      expect(await numbers(officer, { who: body.who, q: "高温作业" })).toEqual([]);
    }
    const typo = await officer.post("/api/cases/who", { number: "430121199001010011" });
    expect(typo.body.code).toBe("cases.number-unreadable");
  });

  it("finds nobody by a code that no number gave", async () => {
    expect(await numbers(officer, { who: "x" })).toEqual([]);
  });

  it("is narrowed by number, state, function, day, union and who has to decide", async () => {
    const day = cases.running.number.slice(0, 8);
    expect(await numbers(officer, { q: day })).toEqual([cases.running.number]);
    expect(await numbers(officer, { status: "approved,returned" })).toEqual([
      cases.returned.number,
      cases.ended.number,
    ]);
    expect(await numbers(officer, { function: "sample.one" })).toEqual([cases.ended.number]);
    const one = { filedFrom: "2026-11-17", filedTo: "2026-11-17" };
    expect(await numbers(officer, one)).toEqual([cases.returned.number]);
    const unionId = await house.unionId(tree.otherFirm);
    expect(await numbers(county, { unionId })).toEqual([cases.elsewhere.number]);
    expect(await numbers(county, { seatUnionId: unionId })).toEqual([cases.elsewhere.number]);
    expect(await numbers(officer, { role: "officer" })).toEqual([cases.running.number]);
    expect(await numbers(officer, { role: "chair" })).toEqual([]);
    const { body } = await list(officer, { unionId });
    expect(body.code).toBe("cases.union-not-found");
  });

  it("is narrowed by the clock: in time, due, overdue, paused", async () => {
    const at = async (now: string, clock: string) => {
      house.clock.set(now);
      return numbers(officer, { clock });
    };
    expect(await at("2026-11-18T10:00:00+08:00", "ok")).toEqual([cases.running.number]);
    expect(await at("2026-11-19T10:00:00+08:00", "ok")).toEqual([]);
    expect(await at("2026-11-19T10:00:00+08:00", "amber")).toEqual([cases.running.number]);
    expect(await at("2026-11-20T10:00:00+08:00", "red")).toEqual([]);
    expect(await at("2026-11-21T10:00:00+08:00", "red")).toEqual([cases.running.number]);
    expect(await at("2026-11-21T10:00:00+08:00", "paused")).toEqual([cases.returned.number]);
    expect(await at("2026-11-18T10:00:00+08:00", "none")).toEqual([]);
  });

  it("is sorted and paged, and by due day holds running cases only", async () => {
    expect(await numbers(officer, { sort: "filed", size: "1", page: "2" })).toEqual([
      cases.returned.number,
    ]);
    expect((await numbers(officer, { sort: "due" }))[0]).toBe(cases.running.number);
    expect(await numbers(officer, { sort: "due" })).not.toContain(cases.ended.number);
    const far = await list(officer, { page: "200", size: "100" });
    expect(far.body.code).toBe("cases.too-far");
  });

  it("refuses a state, a clock or a day that there is not, and a single character", async () => {
    const wrongs: Record<string, string>[] = [
      { status: "draft" },
      { clock: "blue" },
      { filedFrom: "2026-02-30" },
      { q: "高" },
    ];
    for (const wrong of wrongs) {
      expect((await list(officer, wrong)).status).toBe(400);
    }
  });

  it("is taken out as a sheet with people masked", async () => {
    const { bytes, status } = await county.get("/api/cases/export?function=sample.two");
    expect(status).toBe(200);
    const text = JSON.stringify(await sheetOf(bytes));
    expect(text).toContain(cases.elsewhere.number);
    expect(text).not.toContain(cases.ended.number);
    expect(text).not.toContain("周大雪");
  });

  it("finds what was handed in again by its new words, and what was owed once the sweep came", async () => {
    const { id, number } = cases.returned;
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(2), reason: "膝伤" });
    await give(worker, id, { kind: "resubmit" }, facts);
    await house.settle();
    expect(await numbers(officer, { q: "膝伤" })).toEqual([number]);
    expect(await numbers(officer, { q: "疗养院" })).toEqual([]);
    await house.owner.query("update business.case_words set made = 0, words = '空白'");
    expect(await numbers(officer, { q: "膝伤" })).toEqual([]);
    await house.worker.sweep(wordsSweep(offersOf([sampleRoom])));
    expect(await numbers(officer, { q: "膝伤" })).toEqual([number]);
  });

  it("keeps no name, number or phone where words are kept", async () => {
    const { rows } = await house.owner.query("select words from business.case_words");
    const kept = JSON.stringify(rows);
    for (const secret of ["林小满", "周大雪", "13900139000", idNumber(2)]) {
      expect(kept).not.toContain(secret);
    }
  });
});
