// Returned applications over HTTP: whoever they pass to can mend them, and none stands in the way for ever.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { offersOf } from "./functions.ts";
import { leavingSweep } from "./leaving.ts";
import { mendingSweep } from "./mending.ts";
import { agree, fileSample, give, openSampleHouse, sampleFacts, sampleRoom } from "./testing.ts";

const sweep = leavingSweep(offersOf([sampleRoom]));
const waiting = mendingSweep(offersOf([sampleRoom]));

const postOf = async (house: TestHouse, { accountId }: Client): Promise<string> =>
  (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
    .rows[0].id;

const todo = async (client: Client) => (await client.get("/api/desk")).body.rows;

const mending = "补正后重新提交";

async function openScene(word = "move", by: "officer" | "mediator" | "worker" = "officer") {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const filer = by === "worker" ? await house.signIn(by) : await house.signIn(by, tree.firm);
  const facts = await sampleFacts(house, tree.firm);
  const { id, number } = await fileSample(filer, word, facts);
  await give(cadre, id, { kind: "return", task: 1, opinion: "请补充说明" });
  await house.settle();
  const end = async (client: Client) => {
    const keeper = await house.signIn("system-admin", tree.province);
    await keeper.post(`/api/access/posts/${await postOf(house, client)}/end`);
    await house.settle();
  };
  return { house, cadre, filer, facts, id, number, end };
}

describe("the form of a returned application", () => {
  it("opens to whoever it passed to, though they may not file such cases", async () => {
    const { house, cadre, filer, facts, id, end } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    await end(filer);
    const form = "/api/cases/functions/sample.move";
    expect((await chair.get(form)).body.code).toBe("cases.not-for-you");
    const { status, body } = await chair.get(`${form}?case=${id}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ closed: null, prefill: {}, draft: null });
    const asked = body.form.groups.flatMap(({ fields }: { fields: { name: string }[] }) => fields);
    expect(asked.map(({ name }: { name: string }) => name)).toContain("reason");
    const again = await give(chair, id, { kind: "resubmit" }, { ...facts, reason: "已补充" });
    expect(again.body).toMatchObject({ status: "running" });
    expect((await agree(cadre, id, 2)).body.status).toBe("approved");
  });

  it("opens to nobody else by that case, nor as the form of another function", async () => {
    const { house, filer, cadre, id } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const stranger = await house.signIn("worker");
    const form = `/api/cases/functions/sample.move?case=${id}`;
    for (const client of [chair, cadre]) {
      expect((await client.get(form)).body.code).toBe("cases.not-for-you");
    }
    expect((await stranger.get(form)).body.code).toBe("cases.not-found");
    const other = await filer.get(`/api/cases/functions/sample.refer?case=${id}`);
    expect(other.body.code).toBe("cases.not-for-you");
    expect((await filer.get(form)).status).toBe(200);
  });
});

describe("an application returned to whoever filed it as a helper", () => {
  it("is theirs to read and mend, and another's of their craft when they leave", async () => {
    const { house, cadre, filer, facts, id, end } = await openScene("refer", "mediator");
    expect(await todo(filer)).toMatchObject([{ id, step: mending }]);
    expect((await filer.get(`/api/cases/${id}`)).body.answers).toMatchObject({ name: "林*满" });
    const chair = await house.signIn("chair", tree.firm);
    const above = await house.signIn("mediator", tree.changshaCounty);
    expect(await house.worker.sweep(sweep)).toEqual({ handed: 0, left: 0 });
    await end(filer);
    expect(await todo(chair)).toEqual([]);
    expect(await todo(above)).toMatchObject([{ id, step: mending }]);
    expect((await above.get(`/api/cases/${id}`)).body.status).toBe("returned");
    const again = await give(above, id, { kind: "resubmit" }, { ...facts, reason: "已补充" });
    expect(again.body).toMatchObject({ status: "running" });
    expect((await agree(cadre, id, 2)).body.status).toBe("approved");
  });
});

describe("an application returned to somebody who is away", () => {
  it("is seen before a hand-over, and goes along with it to whom the chair names", async () => {
    const { house, filer, facts, id } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const from = await postOf(house, filer);
    const seen = () => chair.get(`/api/cases/hand-over?from=${from}`);
    expect((await seen()).body).toMatchObject({ held: 0, toMend: 1 });
    const order = { from, to: await postOf(house, chair), reason: "长期病休" };
    const { body } = await chair.post("/api/cases/hand-over", order);
    expect(body).toEqual({ handed: 1, left: 0, more: false });
    expect((await seen()).body).toMatchObject({ held: 0, toMend: 0 });
    expect(await todo(filer)).toEqual([]);
    expect(await todo(chair)).toMatchObject([{ id, step: mending }]);
    const { rows } = (await chair.get("/api/cases/hand-overs")).body;
    expect(rows).toMatchObject([{ id, how: "ordered", step: mending, reason: "长期病休" }]);
    const again = await give(chair, id, { kind: "resubmit" }, { ...facts, reason: "已补充" });
    expect(again.body).toMatchObject({ status: "running" });
  });

  it("goes to who follows at the desk when nobody is named, and stays where nobody does", async () => {
    const { house, filer, id } = await openScene();
    const keeper = await house.signIn("security-admin", tree.province);
    await house.owner.query("update access.posts set state = 'ended' where role = 'cadre'");
    const order = { from: await postOf(house, filer), reason: "长期病休" };
    const hand = async () => (await keeper.post("/api/cases/hand-over", order)).body;
    expect(await hand()).toEqual({ handed: 0, left: 1, more: false });
    expect(await todo(filer)).toMatchObject([{ id }]);
    const colleague = await house.signIn("officer", tree.firm);
    expect(await hand()).toEqual({ handed: 1, left: 0, more: false });
    expect(await todo(colleague)).toMatchObject([{ id, step: mending }]);
  });
});

describe("an application that nobody mends", () => {
  it("is withdrawn after its applicant was told by when, and another may be filed", async () => {
    const { house, filer, facts, id } = await openScene("move", "worker");
    const officer = await house.signIn("officer", tree.firm);
    const file = () => officer.post("/api/cases/functions/sample.move/file", { facts });
    const told = async () =>
      (await filer.get("/api/notices")).body.rows.map(({ title }: { title: string }) => title);
    house.clock.set("2026-12-14T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toEqual({ reminded: 0, withdrawn: 0, refused: 0 });
    expect((await file()).body.code).toBe("cases.already-running");
    house.clock.set("2026-12-15T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 1, withdrawn: 0 });
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 0, withdrawn: 0 });
    expect((await told())[0]).toBe("您的申请还在等您补正");
    house.clock.set("2026-12-29T23:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 0, withdrawn: 0 });
    house.clock.set("2026-12-30T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 0, withdrawn: 1 });
    await house.settle();
    const { body } = await filer.get(`/api/cases/${id}`);
    expect(body.status).toBe("withdrawn");
    expect(body.history.at(-1)).toMatchObject({ kind: "withdraw", who: "系统" });
    expect((await told())[0]).toBe("您的申请已撤回");
    expect((await file()).status).toBe(200);
  });

  it("waits anew once it was handed in again and returned, or passed to another", async () => {
    const { house, cadre, filer, facts, id } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    house.clock.set("2026-12-15T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 1 });
    await give(filer, id, { kind: "resubmit" }, { ...facts, reason: "已补充" });
    await give(cadre, id, { kind: "return", task: 2, opinion: "还差一份" });
    house.clock.set("2027-01-05T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 0, withdrawn: 0 });
    house.clock.set("2027-01-20T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 1 });
    const order = { from: await postOf(house, filer), to: await postOf(house, chair) };
    await chair.post("/api/cases/hand-over", { ...order, reason: "长期病休" });
    house.clock.set("2027-02-05T01:47:00+08:00");
    expect(await house.worker.sweep(waiting)).toMatchObject({ reminded: 0, withdrawn: 0 });
  });
});
