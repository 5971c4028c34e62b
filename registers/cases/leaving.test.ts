// Leaving over HTTP: what lies with somebody who is gone goes on to somebody who is there.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { offersOf } from "./functions.ts";
import { leavingSweep } from "./leaving.ts";
import {
  agree,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

const postOf = async (house: TestHouse, { accountId }: Client): Promise<string> =>
  (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
    .rows[0].id;

async function openScene() {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const claimed = async (nth = 1) => {
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(nth) });
    const { id } = await fileSample(worker, "one", facts);
    expect((await give(officer, id, { kind: "claim", task: 1 })).status).toBe(200);
    return id;
  };
  const end = async (client: Client) => {
    const keeper = await house.signIn("system-admin", tree.province);
    const ended = await keeper.post(`/api/access/posts/${await postOf(house, client)}/end`);
    expect(ended.body).toEqual({ state: "ended" });
    await house.settle();
  };
  return { house, worker, officer, claimed, end };
}

const todo = async (client: Client) =>
  (await client.get("/api/desk")).body.rows.map((row: object) => row);

describe("when a post ends", () => {
  it("what its holder claimed goes back to whoever else has the post", async () => {
    const { house, officer, claimed, end } = await openScene();
    const colleague = await house.signIn("officer", tree.firm);
    const id = await claimed();
    expect(await todo(colleague)).toEqual([]);
    await end(officer);
    expect(await todo(colleague)).toMatchObject([{ id, task: 1, held: false }]);
    const { body } = await colleague.get(`/api/cases/${id}`);
    expect(body.history.at(-1)).toMatchObject({ kind: "hand-over", who: "系统" });
    expect((await agree(colleague, id)).body.status).toBe("approved");
  });

  it("what they were to do of their own application is for the post again, and never for them", async () => {
    const { house, officer, end } = await openScene();
    const colleague = await house.signIn("officer", tree.firm);
    const above = await house.signIn("chair", tree.xingsha);
    const { id } = await fileSample(officer, "report", await sampleFacts(house, tree.firm));
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    expect((await agree(colleague, id)).body.code).toBe("process.not-yours");
    await end(officer);
    expect(await todo(colleague)).toMatchObject([{ id, task: 1, held: false }]);
    await house.owner.query("update access.posts set state = 'held' where account_id = $1", [
      officer.accountId,
    ]);
    expect((await agree(officer, id)).body.code).toBe("process.own-case");
    expect((await agree(colleague, id)).body.status).toBe("running");
    expect((await agree(above, id, 2)).body.status).toBe("approved");
  });

  it("what whoever works above filed for a union stays theirs to do while they are there", async () => {
    const { house, officer, end } = await openScene();
    const above = await house.signIn("officer", tree.xingsha);
    const chair = await house.signIn("chair", tree.firm);
    const { id } = await fileSample(above, "report", await sampleFacts(house, tree.firm));
    await end(officer);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    expect(await todo(above)).toMatchObject([{ id, task: 1, held: true }]);
    await end(above);
    expect(await todo(chair)).toMatchObject([{ id, task: 2, held: true }]);
  });

  it("with nobody else there, it goes to who does that work above, who hears of it", async () => {
    const { house, officer, claimed, end } = await openScene();
    const above = await house.signIn("cadre", tree.changshaCounty);
    const id = await claimed();
    const unclaimed = await fileSample(
      await house.signIn("worker"),
      "one",
      await sampleFacts(house, tree.firm, { idNumber: idNumber(2) }),
    );
    await end(officer);
    const given = await todo(above);
    expect(given).toMatchObject([
      { id, task: 2, held: true },
      { id: unclaimed.id, task: 2, held: true },
    ]);
    const { rows } = (await above.get("/api/notices")).body;
    expect(rows[0].title).toBe("有一项待办交接给您");
    expect((await agree(above, id, 2)).body.status).toBe("approved");
  });

  it("with nobody up to the top, it waits at the post for whoever gets it", async () => {
    const { house, officer, claimed, end } = await openScene();
    const id = await claimed();
    await end(officer);
    const next = await house.signIn("officer", tree.firm);
    expect(await todo(next)).toMatchObject([{ id, task: 1, held: false }]);
  });

  it("because its last day has passed, the nightly round finds it", async () => {
    const { house, officer, claimed } = await openScene();
    const colleague = await house.signIn("officer", tree.firm);
    const id = await claimed();
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    await house.owner.query("update access.posts set to_day = '2026-11-16' where account_id = $1", [
      officer.accountId,
    ]);
    house.clock.set("2026-11-17T01:37:00+08:00");
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 1, left: 0 });
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    expect(await todo(colleague)).toMatchObject([{ id, task: 1 }]);
  });
});

const sweep = leavingSweep(offersOf([sampleRoom]));

describe("a seat whose last holder may not", () => {
  it("because they filed it and their colleague left, passes it to who does such work, once", async () => {
    const { house, officer, end } = await openScene();
    const colleague = await house.signIn("officer", tree.firm);
    const chair = await house.signIn("chair", tree.firm);
    const facts = await sampleFacts(house, tree.firm);
    const { id } = await fileSample(colleague, "one", facts);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    await end(officer);
    expect(await todo(chair)).toMatchObject([{ id, task: 2, held: true }]);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    const { history } = (await chair.get(`/api/cases/${id}`)).body;
    expect(history.slice(1)).toMatchObject([
      { kind: "hand-over", who: "系统", opinion: "岗位上的同志都须回避。" },
    ]);
    const { rows } = (await chair.get("/api/cases/hand-overs")).body;
    expect(rows).toMatchObject([
      { id, how: "barred", from: null, reason: "岗位上的同志都须回避。" },
    ]);
    expect((await agree(chair, id, 2)).body.status).toBe("approved");
  });

  it("because it turned out to be about them, is found by the nightly round", async () => {
    const { house, worker, officer } = await openScene();
    const above = await house.signIn("cadre", tree.changshaCounty);
    const facts = await sampleFacts(house, tree.firm);
    const { id } = await fileSample(worker, "one", facts);
    await house.owner.query("update business.cases set person_id = $1 where id = $2", [
      officer.personId,
      id,
    ]);
    expect((await agree(officer, id)).body.code).toBe("process.own-case");
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 1, left: 0 });
    expect(await todo(above)).toMatchObject([{ id, task: 2, held: true }]);
  });

  it("with nobody above who may, keeps it for whoever gets the post", async () => {
    const { house, officer } = await openScene();
    const { id } = await fileSample(officer, "one", await sampleFacts(house, tree.firm));
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 1 });
    const next = await house.signIn("officer", tree.firm);
    expect(await todo(next)).toMatchObject([{ id, task: 1, held: false }]);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
  });
});

describe("an application returned to who filed it from a post", () => {
  const returned = async () => {
    const scene = await openScene();
    const cadre = await scene.house.signIn("cadre", tree.changshaCounty);
    const facts = await sampleFacts(scene.house, tree.firm);
    const { id } = await fileSample(scene.officer, "move", facts);
    const command = { kind: "return", task: 1, opinion: "请补充说明" };
    expect((await give(cadre, id, command)).status).toBe(200);
    await scene.house.settle();
    return { ...scene, cadre, facts, id };
  };

  it("takes along what its applicant was asked and has not answered", async () => {
    const { house, officer, end } = await openScene();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const colleague = await house.signIn("officer", tree.firm);
    const { id } = await fileSample(officer, "move", await sampleFacts(house, tree.firm));
    await give(cadre, id, { kind: "ask", task: 1, opinion: "哪天去的医院？" });
    const command = { kind: "return", task: 1, opinion: "请补充说明", afterwards: "back" };
    expect((await give(cadre, id, command)).status).toBe(200);
    await end(officer);
    const both = (await todo(colleague)).map(({ step }: { step: string }) => step);
    expect(both.toSorted()).toEqual(["答复问题", "补正后重新提交"]);
    expect(await todo(officer)).toEqual([]);
    const answer = { kind: "answer", question: 1, opinion: "十一月三日" };
    expect((await give(colleague, id, answer)).status).toBe(200);
  });

  it("is for whoever follows there when they leave, who hears of it and hands it in again", async () => {
    const { house, officer, cadre, facts, id, end } = await returned();
    const colleague = await house.signIn("officer", tree.firm);
    const chair = await house.signIn("chair", tree.firm);
    expect(await todo(officer)).toMatchObject([{ id, step: "补正后重新提交" }]);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    await end(officer);
    expect(await todo(colleague)).toMatchObject([{ id, step: "补正后重新提交" }]);
    const { rows } = (await colleague.get("/api/notices")).body;
    expect(rows.map(({ title }: { title: string }) => title)).toEqual(["有一项申请交接给您补正"]);
    const { history } = (await colleague.get(`/api/cases/${id}`)).body;
    expect(history.at(-1)).toMatchObject({ kind: "hand-over", opinion: "原办理人已离岗。" });
    const kept = (await chair.get("/api/cases/hand-overs")).body.rows;
    expect(kept).toMatchObject([{ id, how: "left", step: "补正后重新提交" }]);
    const again = await give(colleague, id, { kind: "resubmit" }, { ...facts, reason: "已补充" });
    expect(again.body, JSON.stringify(again.body)).toMatchObject({ status: "running" });
    expect((await agree(cadre, id, 2)).body.status).toBe("approved");
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
  });

  it("goes up when nobody is left at the union, and waits while nobody is above", async () => {
    const { house, officer, id, end } = await returned();
    await house.owner.query("update access.posts set state = 'ended' where role = 'cadre'");
    await end(officer);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 1 });
    const above = await house.signIn("chair", tree.xingsha);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 1, left: 0 });
    expect(await todo(above)).toMatchObject([{ id, step: "补正后重新提交" }]);
  });

  it("stays theirs while another post lets them file it, and a worker's own stays theirs always", async () => {
    const { house, worker, officer, cadre, facts, id } = await returned();
    const own = { ...facts, idNumber: idNumber(2) };
    const filed = await fileSample(worker, "move", own);
    await give(cadre, filed.id, { kind: "return", task: 1, opinion: "请补充说明" });
    await house.signIn("chair", tree.firm);
    const { rows } = await house.owner.query(
      `insert into access.posts (id, account_id, role, org_id, org_path, title, state, from_day)
       select gen_random_uuid(), account_id, 'chair', org_id, org_path, '主席', 'held', from_day
       from access.posts where account_id = $1 returning id`,
      [officer.accountId],
    );
    expect(rows).toHaveLength(1);
    await house.owner.query(
      "update access.posts set state = 'ended' where account_id = $1 and role = 'officer'",
      [officer.accountId],
    );
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    expect((await give(worker, filed.id, { kind: "resubmit" }, own)).status).toBe(200);
    const row = await house.owner.query("select account_id from business.cases where id = $1", [
      id,
    ]);
    expect(row.rows).toEqual([{ account_id: officer.accountId }]);
  });
});

describe("handing over a desk", () => {
  it("goes to nobody outside the union of whoever orders it and the line above", async () => {
    const { house, officer, claimed } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const far = await house.signIn("officer", tree.furongFirm);
    const id = await claimed();
    const order = { from: await postOf(house, officer), reason: "长期病休" };
    const { body } = await chair.post("/api/cases/hand-over", {
      ...{ ...order, to: await postOf(house, far) },
    });
    expect(body.code).toBe("cases.no-such-post");
    expect(await todo(officer)).toMatchObject([{ id }]);
    const above = await house.signIn("officer", tree.xingsha);
    const up = { ...order, to: await postOf(house, above) };
    expect((await chair.post("/api/cases/hand-over", up)).body).toMatchObject({ handed: 1 });
  });

  it("goes to nobody who does not do such work", async () => {
    const { house, officer, claimed } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const mediator = await house.signIn("mediator", tree.firm);
    const id = await claimed();
    const order = { from: await postOf(house, officer), reason: "长期病休" };
    const { body } = await chair.post("/api/cases/hand-over", {
      ...{ ...order, to: await postOf(house, mediator) },
    });
    expect(body.code).toBe("cases.unfit-taker");
    expect(await todo(officer)).toMatchObject([{ id }]);
  });

  it("takes along what its holder was to do of an application of their own", async () => {
    const { house, officer } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const { id } = await fileSample(officer, "report", await sampleFacts(house, tree.firm));
    const order = { from: await postOf(house, officer), to: await postOf(house, chair) };
    const { body } = await chair.post("/api/cases/hand-over", { ...order, reason: "长期病休" });
    expect(body).toEqual({ handed: 1, left: 0, more: false });
    expect(await todo(chair)).toMatchObject([{ id, task: 2, held: true }]);
  });

  it("is ordered by the chair while its holder is still there, with a reason", async () => {
    const { house, officer, claimed } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const ids = [await claimed(1), await claimed(2)];
    const from = await postOf(house, officer);
    const to = await postOf(house, chair);
    const order = { from, to, reason: "长期病休" };
    const sibling = await house.signIn("chair", tree.otherFirm);
    expect((await sibling.post("/api/cases/hand-over", order)).body.code).toBe(
      "cases.no-such-holder",
    );
    expect((await officer.post("/api/cases/hand-over", order)).status).toBe(403);
    expect((await chair.post("/api/cases/hand-over", order)).body).toEqual({
      ...{ handed: 2, left: 0, more: false },
    });
    expect((await todo(chair)).map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(await todo(officer)).toEqual([]);
    const { history } = (await chair.get(`/api/cases/${ids[0]}`)).body;
    expect(history.at(-1).opinion).toMatch(/测试工会主席.*安排交接：长期病休/);
    const { rows } = await house.owner.query(
      "select holder_account from business.tasks where state = 'open' order by case_id",
    );
    expect(rows).toEqual([chair, chair].map(({ accountId }) => ({ holder_account: accountId })));
  });
});
