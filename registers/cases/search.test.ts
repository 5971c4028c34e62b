// Finding cases over HTTP: by number, words or a name, running and ended, and nobody else's; what a
// list of the desk can be narrowed down to.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

interface Found {
  readonly id: string;
  readonly statusTitle: string;
}

const search = async (client: Client, words: string): Promise<Found[]> =>
  (await client.get(`/api/cases/search?q=${encodeURIComponent(words)}`)).body.rows;

const ids = (found: readonly Found[]): string[] => found.map(({ id }) => id);

describe("cases in reach", () => {
  let house: TestHouse;
  let worker: Client;
  let officer: Client;
  let ended: { id: string; number: string };
  let running: { id: string; number: string };
  beforeAll(async () => {
    house = await openSampleHouse({ closeAfter: "caller" });
    worker = await house.signIn("worker");
    officer = await house.signIn("officer", tree.firm);
    ended = await fileSample(worker, "one", await sampleFacts(house, tree.firm));
    await agree(officer, ended.id);
    house.clock.set("2026-11-24T09:00:00+08:00");
    const changes = { name: "周大雪", idNumber: idNumber(2) };
    running = await fileSample(worker, "two", await sampleFacts(house, tree.firm, changes));
    await house.settle();
  });
  afterAll(() => house.close());

  it("are found by number and by words of the title, ended ones with their end, newest first", async () => {
    expect(await search(officer, ended.number)).toMatchObject([
      { id: ended.id, number: ended.number, status: "approved", statusTitle: "办结" },
    ]);
    expect(ids(await search(officer, "疗养申请"))).toEqual([running.id, ended.id]);
    expect(await search(officer, "%%")).toEqual([]);
  });

  it("are found by a name typed whole, though they show it masked", async () => {
    expect(ids(await search(officer, "林小满"))).toEqual([ended.id]);
    expect(JSON.stringify(await search(officer, "林小满"))).not.toContain("林小满");
  });

  it("are found by their union, by those above it and by the applicant, and by nobody else", async () => {
    const above = await house.signIn("cadre", tree.changshaCounty);
    const beside = await house.signIn("officer", tree.otherFirm);
    for (const client of [above, worker]) {
      expect(ids(await search(client, ended.number))).toEqual([ended.id]);
    }
    for (const client of [beside, await house.signIn("worker")]) {
      expect(await search(client, ended.number)).toEqual([]);
      expect(await search(client, "林小满")).toEqual([]);
    }
  });

  it("are not looked for by a single character", async () => {
    const { status, body } = await officer.get("/api/cases/search?q=1");
    expect(status).toBe(400);
    expect(body.fields[0].say).toBe("请至少输入 2 个字");
  });

  it("tell which functions a list of the desk holds, beyond the page that is looked at", async () => {
    const changes = { name: "吴立春", idNumber: idNumber(3) };
    await fileSample(worker, "two", await sampleFacts(house, tree.firm, changes));
    const functions = async (list: string) =>
      (await officer.get(`/api/desk/functions?list=${list}`)).body.rows;
    expect((await officer.get("/api/desk?size=1")).body.rows).toHaveLength(1);
    expect(await functions("todo")).toEqual([{ id: "sample.two", title: "疗养申请", count: 2 }]);
    expect(await functions("done")).toEqual([{ id: "sample.one", title: "疗养申请", count: 1 }]);
    expect(await functions("mine")).toEqual([]);
  });

  it.each([
    ["请补正", "已退回。原因：请补正。请改好后重新提交。"],
    ["请核对号码。", "已退回。原因：请核对号码。请改好后重新提交。"],
  ])("tell the applicant why they came back, “%s”, in whole sentences", async (opinion, told) => {
    const sequence = opinion.length + 10;
    const changes = { idNumber: idNumber(sequence) };
    const { id } = await fileSample(worker, "one", await sampleFacts(house, tree.firm, changes));
    await give(officer, id, { kind: "return", task: 1, opinion });
    await house.settle();
    const { body } = await worker.get("/api/notices");
    expect(body.rows[0].body.endsWith(told)).toBe(true);
  });

  it("have their acts named in words for who audits, and for nobody else", async () => {
    const auditor = await house.signIn("audit-admin", tree.province);
    const { rows } = (await auditor.get("/api/cases/acts")).body;
    expect(rows).toContainEqual({ id: "sample.one.reject", title: "疗养申请：不予通过" });
    expect((await officer.get("/api/cases/acts")).status).toBe(403);
  });
});
