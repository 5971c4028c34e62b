// Public notices over HTTP: who reads one, objecting without seeing the case, and a term that stands still meanwhile.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { clockSweep } from "./clock.ts";
import { offersOf } from "./functions.ts";
import { agree, fileSample, give, openSampleHouse, sampleFacts, sampleRoom } from "./testing.ts";

/** Somebody who belongs to a union, without the rooms through which people come to. */
async function member(house: TestHouse, path: string): Promise<Client> {
  const client = await house.signIn("member");
  await house.owner.query(
    `insert into member.memberships
       (id, person_id, org_path, union_id, number, state, joined_day, updated_at)
     values (gen_random_uuid(), $1, $2, $3, '1', 'active', '2026-01-01', now())`,
    [client.personId, path, await house.unionId(path)],
  );
  return client;
}

async function openScene() {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const { id } = await fileSample(worker, "notice", await sampleFacts(house, tree.firm));
  expect((await agree(officer, id)).body.status).toBe("running");
  const url = `/api/cases/${id}/notices/2`;
  return { house, worker, officer, chair, id, url };
}

const listed = async (client: Client, query = "") =>
  (await client.get(`/api/cases/notices${query}`)).body.rows;

describe("a public notice", () => {
  it("is read by the people of its union and those above, and says nothing that is sealed", async () => {
    const { house, worker, officer, id } = await openScene();
    const colleague = await member(house, tree.firm);
    const above = await house.signIn("cadre", tree.changshaCounty);
    for (const client of [worker, officer, colleague, above]) {
      expect(await listed(client)).toMatchObject([
        {
          ...{ caseId: id, token: 2, title: "疗养申请公示", words: "林*满", state: "running" },
          ...{ unionName: "湘岚机械有限公司工会委员会", fromDay: "2026-11-16" },
          ...{ dueDay: "2026-11-19", workdaysLeft: 3 },
        },
      ]);
    }
    const elsewhere = await member(house, tree.otherFirm);
    const stranger = await house.signIn("worker");
    const sibling = await house.signIn("officer", tree.otherFirm);
    for (const client of [elsewhere, stranger, sibling]) expect(await listed(client)).toEqual([]);
    expect((await colleague.get(`/api/cases/${id}`)).status).toBe(404);
  });

  it("ends after its last day, and the case goes on", async () => {
    const { house, worker, officer, chair, id, url } = await openScene();
    house.clock.set("2026-11-20T09:00:00+08:00");
    expect(await house.worker.sweep(clockSweep(offersOf([sampleRoom])))).toMatchObject({
      elapsed: 1,
    });
    expect(await listed(officer)).toEqual([]);
    expect(await listed(officer, "?ended=true")).toMatchObject([{ caseId: id, state: "ended" }]);
    expect((await officer.get(url)).body.objection.open).toBe(false);
    await house.settle();
    const { body } = await worker.get("/api/notices");
    expect(body.rows[0].body).toContain("期满");
    expect((await agree(chair, id, 2)).body.status).toBe("approved");
  });

  it("is objected to by a colleague who does not see the case; its term stands still meanwhile", async () => {
    const { house, officer, id, url } = await openScene();
    const colleague = await member(house, tree.firm);
    expect((await colleague.get(url)).body.objection.open).toBe(true);
    const objected = await colleague.post(`${url}/object`, { reason: "他上个月已经去过" });
    expect(objected.body).toEqual({ received: true });
    expect((await colleague.get(url)).body).toMatchObject({
      ...{ state: "paused", dueDay: null },
      objection: { open: false },
    });
    const again = await colleague.post(`${url}/object`, { reason: "再说一次" });
    expect(again.body.code).toBe("process.objected-before");
    const stranger = await house.signIn("worker");
    const outside = await stranger.post(`${url}/object`, { reason: "我也反对" });
    expect(outside.body.code).toBe("cases.no-such-notice");
    await house.settle();
    expect((await officer.get("/api/notices")).body.rows[0].title).toContain("提出异议");

    house.clock.set("2026-11-18T09:00:00+08:00");
    expect((await officer.get(`/api/cases/${id}`)).body.tasks).toMatchObject([
      { task: 2, beside: "objection", said: "他上个月已经去过" },
    ]);
    const opinion = "查过记录，没有去过";
    await give(officer, id, { kind: "agree", task: 2, opinion });
    expect(await listed(officer)).toMatchObject([{ state: "running", dueDay: "2026-11-23" }]);
    await house.settle();
    expect((await colleague.get("/api/notices")).body.rows[0]).toMatchObject({
      title: "您提出的异议已处理",
      body: expect.stringContaining(opinion),
    });
  });

  it("is taken down when an objection ends the case", async () => {
    const { house, officer, chair, id, url } = await openScene();
    await give(chair, id, { kind: "object", token: 2, opinion: "材料有误" });
    await give(officer, id, { kind: "reject", task: 2, opinion: "材料有误" });
    expect((await officer.get(url)).body.state).toBe("ended");
    const { rows } = await house.owner.query("select ended_at from business.case_notices");
    expect(rows).toEqual([{ ended_at: expect.any(Date) }]);
  });
});
