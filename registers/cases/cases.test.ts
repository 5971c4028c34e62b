// Cases over HTTP: filed, decided, given back, withdrawn; who sees what of them, and what stays
// sealed.
import { system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../server/testing.ts";
import { handOverCases } from "./index.ts";
import {
  agree,
  effectRefused,
  effects,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
} from "./testing.ts";

const rowOf = async (house: TestHouse, id: string) =>
  (await house.owner.query("select * from business.cases where id = $1", [id])).rows[0];

async function openScene() {
  const house = await openSampleHouse();
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const facts = await sampleFacts(house, tree.firm);
  return { house, worker, officer, facts };
}

describe("a case", () => {
  it("is filed, lies on the officer's desk, and takes effect with the approval", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id, number } = await fileSample(worker, "one", facts);
    expect(number).toMatch(/^20261121-\d{6}$/);
    const { body } = await officer.get(`/api/cases/${id}`);
    expect(body).toMatchObject({
      title: "疗养申请：林*满",
      status: "running",
      union: { name: "湘岚机械有限公司工会委员会" },
      clock: { due: "2026-11-24", workdaysLeft: 2, overdue: false },
      history: [{ kind: "submit", who: "申请人" }],
    });
    expect(body.stages.map(({ state }: { state: string }) => state)).toEqual([
      "done",
      "now",
      "ahead",
      "ahead",
    ]);
    expect((await agree(officer, id)).body.status).toBe("approved");
    const done = await worker.get(`/api/cases/${id}`);
    expect(done.body).toMatchObject({
      status: "approved",
      statusTitle: "办结",
      outcome: "请凭办件编号报到。",
      clock: null,
    });
    expect(done.body.history.at(-1).who).toMatch(/^测试工会干事（/);
    expect(await effects(house)).toBe(1);
  });

  it("goes from the officer to the chair, and the applicant hears of each step", async () => {
    const { house, worker, officer, facts } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const { id } = await fileSample(worker, "two", facts);
    await house.settle();
    expect((await officer.get("/api/notices")).body.rows).toMatchObject([
      {
        title: "您有新的待办",
        body: expect.stringContaining("2026年11月24日"),
        link: `/cases/${id}`,
      },
    ]);
    expect((await chair.get("/api/notices")).body.total).toBe(0);
    expect((await agree(chair, id)).body.code).toBe("process.not-yours");
    await agree(officer, id);
    await house.settle();
    expect((await worker.get("/api/notices")).body.rows[0].title).toBe("您的申请有了新进度");
    expect((await chair.get("/api/notices")).body.total).toBe(1);
    expect(await effects(house)).toBe(0);
    expect((await agree(chair, id, 2)).body.status).toBe("approved");
    expect(await effects(house)).toBe(1);
  });

  it("is given back with a reason, corrected without typing sealed numbers again, and filed anew", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", facts);
    expect((await give(officer, id, { kind: "return", task: 1 })).status).toBe(400);
    await give(officer, id, { kind: "return", task: 1, opinion: "请写明说明" });
    await house.settle();
    const told = await worker.get("/api/notices");
    expect(told.body.rows[0]).toMatchObject({
      title: "您的申请需要补正",
      body: expect.stringContaining("原因：请写明说明"),
    });
    const { body: shown } = await worker.get(`/api/cases/${id}`);
    expect(shown.answers).toMatchObject({ name: "林*满", phone: "138****8000" });
    expect((await officer.get(`/api/cases/${id}`)).body.answers).toBeNull();

    const answers = { ...shown.answers, phone: "13900139000", reason: "膝盖不好" };
    const again = await give(worker, id, { kind: "resubmit" }, answers);
    expect(again.body.status).toBe("running");
    const row = await rowOf(house, id);
    expect(row.facts).toMatchObject({ phone: "139****9000", reason: "膝盖不好" });
    const place = { field: "case.facts", row: id };
    expect(JSON.parse(house.keys.decrypt(place, row.facts_cipher))).toEqual({
      name: "林小满",
      idNumber: idNumber(1),
      phone: "13900139000",
    });
    expect((await agree(officer, id)).body.code).toBe("process.task-closed");
    expect((await agree(officer, id, 2)).body.status).toBe("approved");
  });

  it("is withdrawn by the applicant alone, and only until somebody decides", async () => {
    const { house, worker, officer, facts } = await openScene();
    await house.signIn("chair", tree.firm);
    const { id } = await fileSample(worker, "two", facts);
    expect((await give(officer, id, { kind: "withdraw" })).body.code).toBe("process.not-applicant");
    await agree(officer, id);
    expect((await give(worker, id, { kind: "withdraw" })).body.code).toBe("process.decided");
    const other = await fileSample(worker, "one", facts);
    expect((await give(worker, other.id, { kind: "withdraw" })).body.status).toBe("withdrawn");
    expect((await officer.get("/api/desk")).body.total).toBe(0);
  });

  it("is urged once a day, and the officer hears of it", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", facts);
    expect((await give(worker, id, { kind: "urge" })).status).toBe(200);
    expect((await give(worker, id, { kind: "urge" })).body.code).toBe("process.urged-today");
    await house.settle();
    const titles = (await officer.get("/api/notices")).body.rows.map(
      ({ title }: { title: string }) => title,
    );
    expect(titles).toContain("申请人催办");
    expect((await officer.get("/api/desk")).body.rows[0].urged).toBe(true);
  });
});

describe("an effect", () => {
  it("that breaks leaves nothing: no approval, no action, no effect", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", { ...facts, breaks: true });
    expect((await agree(officer, id)).status).toBe(500);
    expect(await rowOf(house, id)).toMatchObject({ status: "running", outcome: null });
    const { rowCount } = await house.owner.query("select from business.case_actions");
    expect(rowCount).toBe(1);
    expect(await effects(house)).toBe(0);
    expect((await officer.get("/api/desk")).body.total).toBe(1);
    await house.settle();
    expect((await worker.get("/api/notices")).body.total).toBe(0);
  });

  it("that refuses makes the approval a refusal in its own words", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", { ...facts, refuses: true });
    const refused = await agree(officer, id);
    expect(refused.body).toMatchObject({ status: 409, code: effectRefused.code });
    expect((await rowOf(house, id)).status).toBe("running");
    expect(await effects(house)).toBe(0);
  });

  it("that moves the very union of the case takes the case and its copies along", async () => {
    const { house, worker, officer, facts } = await openScene();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const moves = await house.unionId(tree.changshaCounty);
    const { id } = await fileSample(worker, "move", { ...facts, moves });
    expect((await agree(cadre, id)).body.status).toBe("approved");
    const { rows } = await house.owner.query(
      `select c.org_path as case, u.path as union, k.org_path as copy from business.cases c
         join organisation.unions u on u.id = c.org_id
         join business.case_copies k on k.case_id = c.id`,
    );
    expect(rows[0].case).not.toBe(tree.firm);
    expect(rows).toEqual([{ case: rows[0].union, union: rows[0].union, copy: rows[0].union }]);
    await expect.poll(async () => (await officer.get("/api/desk?list=copied")).body.total).toBe(1);
  });
});

describe("who sees a case", () => {
  it("is the applicant, the officers of its union and those above; to anyone else there is none", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", facts);
    const above = await house.signIn("cadre", tree.changshaCounty);
    const sibling = await house.signIn("officer", tree.otherFirm);
    const stranger = await house.signIn("worker");
    for (const client of [worker, officer, above]) {
      expect((await client.get(`/api/cases/${id}`)).status).toBe(200);
    }
    for (const client of [sibling, stranger]) {
      const command = { kind: "agree", task: 1 };
      const asked = [
        await client.get(`/api/cases/${id}`),
        await give(client, id, command),
        await client.get(`/api/cases/${newId()}`),
      ];
      for (const { body } of asked) expect(body.code).toBe("cases.not-found");
    }
    const unmask = { fields: ["phone"], purpose: "核对手机号" };
    expect((await sibling.post(`/api/cases/${id}/unmask`, unmask)).status).toBe(404);
  });

  it("does not let staff decide what they filed for another", async () => {
    const { house, officer, facts } = await openScene();
    const { id } = await fileSample(officer, "one", facts);
    expect((await agree(officer, id)).body.code).toBe("process.own-case");
    expect((await officer.get("/api/desk")).body.total).toBe(0);
    const colleague = await house.signIn("officer", tree.firm);
    expect((await agree(colleague, id)).status).toBe(200);
  });

  it("does not let anybody decide what turns out to be about themselves", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", facts);
    const merged = { from: worker.personId, to: officer.personId };
    await house.act(system("test"), (act) => handOverCases(act, merged));
    expect((await officer.get("/api/desk")).body.total).toBe(0);
    expect((await agree(officer, id)).body.code).toBe("process.own-case");
  });

  it("gets masks, and the whole only with a purpose that the person can read", async () => {
    const { house, worker, officer, facts } = await openScene();
    const { id } = await fileSample(worker, "one", facts);
    for (const client of [worker, officer]) {
      const { body } = await client.get(`/api/cases/${id}`);
      expect(JSON.stringify(body)).not.toMatch(/林小满|13800138000|4301211990/);
    }
    const stored = await house.owner.query(
      `select c::text || a.action::text || t::text as all from business.cases c
         join business.case_actions a on a.case_id = c.id join business.tasks t on t.case_id = c.id`,
    );
    expect(stored.rows[0].all).not.toMatch(/林小满|13800138000|4301211990/);
    const url = `/api/cases/${id}/unmask`;
    const asked = { fields: ["idNumber"], purpose: "核对身份证号" };
    expect((await officer.post(url, asked)).body).toEqual({ values: { idNumber: idNumber(1) } });
    const looks = await house.owner.query("select person_id, fields, purpose from audit.looks");
    expect(looks.rows).toEqual([
      { person_id: worker.personId, fields: ["idNumber"], purpose: "核对身份证号" },
    ]);
    const open = await officer.post(url, { ...asked, fields: ["union"] });
    expect(open.body.code).toBe("cases.nothing-hidden");
    expect((await worker.post(url, asked)).body.code).toBe("http.not-permitted");
  });
});

describe("a form", () => {
  it("is refused beside each faulty field, and for a union that is closed or unknown", async () => {
    const { house, worker, facts } = await openScene();
    const url = "/api/cases/functions/sample.one/file";
    const faulty = await worker.post(url, { facts: { ...facts, name: "", phone: "1", extra: 1 } });
    const paths = faulty.body.fields.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(["facts.extra", "facts.name", "facts.phone"]);
    await house.owner.query("update organisation.unions set state = 'closed' where path = $1", [
      tree.firm,
    ]);
    for (const union of [facts.union, newId()]) {
      const refused = await worker.post(url, { facts: { ...facts, union } });
      expect(refused.body.fields).toMatchObject([{ path: "facts.union" }]);
    }
  });

  it("is kept half filled in for its author alone, until it is filed", async () => {
    const { house, worker, facts } = await openScene();
    const url = "/api/cases/functions/sample.one";
    const typed = { name: "林", idNumber: "4301211990", extra: "x", reason: null };
    expect((await worker.put(`${url}/draft`, { facts: typed })).status).toBe(200);
    const { body } = await worker.get(url);
    expect(body.draft).toEqual({
      facts: { name: "林", idNumber: "4301211990" },
      savedAt: "2026-11-21T01:00:00.000Z",
    });
    const other = await house.signIn("worker");
    expect((await other.get(url)).body.draft).toBeNull();
    await fileSample(worker, "one", facts);
    expect((await worker.get(url)).body.draft).toBeNull();
    await worker.put(`${url}/draft`, { facts: typed });
    await worker.put(`${url}/draft`, { facts: { name: "" } });
    expect((await worker.get(url)).body.draft).toBeNull();
  });

  it("brings its files into reach of who decides", async () => {
    const { house, worker, officer, facts } = await openScene();
    const file = await worker.upload("证明.pdf", Buffer.from("%PDF-1.7\n%%EOF\n"));
    const wrong = await worker.upload("名单.csv", Buffer.from("a,b\n1,2\n"));
    expect((await officer.get(`/api/files/${file}`)).status).toBe(404);
    const url = "/api/cases/functions/sample.one/file";
    for (const papers of [[wrong], [newId()]]) {
      const refused = await worker.post(url, { facts: { ...facts, papers } });
      expect(refused.body.fields).toMatchObject([{ path: "facts.papers" }]);
    }
    const { id } = await fileSample(worker, "one", { ...facts, papers: [file] });
    expect((await officer.get(`/api/files/${file}`)).status).toBe(200);
    const { body } = await officer.get(`/api/cases/${id}`);
    expect(body.facts[0].lines.at(-1)).toMatchObject({ files: [{ id: file, name: "证明.pdf" }] });
    const stranger = await house.signIn("officer", tree.otherFirm);
    expect((await stranger.get(`/api/files/${file}`)).status).toBe(404);
  });
});
