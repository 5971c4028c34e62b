// Assigning a lawyer, by the public door: how candidates rank, whom a conflict bars, and whose hands a matter is in.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import {
  aided,
  aidForm,
  assigned,
  assigningOf,
  decide,
  file,
  lawyerAt,
  matterRow,
  openHouse,
} from "./testing.ts";

const openScene = async () => {
  const house = await openHouse();
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  return { house, cadre, worker: await house.signIn("worker") };
};

async function granted(house: TestHouse, worker: Client, cadre: Client, changes: object = {}) {
  const { body } = await file(worker, "apply", await aidForm(house, changes));
  await decide(cadre, body.id);
  return { matter: body.id as string, assigning: await assigningOf(house, body.id) };
}

const declare = (client: Client, post: string, body: object) =>
  client.post(`/api/legal-aid/lawyers/${post}/interests`, body);

describe("legal-aid.assign", () => {
  it("puts a matter into the hands of the lawyer chosen, and tells the worker who it is", async () => {
    const { house, cadre, worker } = await openScene();
    const lawyer = await lawyerAt(house, cadre);
    const { matter, assigning } = await granted(house, worker, cadre);
    const nobody = await decide(cadre, assigning);
    expect(nobody.body.fields).toEqual([{ path: "facts.lawyer", say: "请选择承办律师。" }]);
    await decide(cadre, assigning, "agree", { facts: { lawyer: lawyer.post } });
    expect(await matterRow(house, matter)).toMatchObject({ state: "granted", lawyer: null });
    const waiting = await cadre.get(`/api/legal-aid/matters/${matter}`);
    expect(waiting.body).toMatchObject({ assigning: null, asked: "周正（律师）" });
    expect((await decide(lawyer.client, assigning)).body.status).toBe("approved");

    expect(await matterRow(house, matter)).toMatchObject({
      ...{ state: "assigned", lawyer: "周正", lawyer_post: lawyer.post },
      lawyer_account: lawyer.client.accountId,
    });
    const { rows } = await house.owner.query(
      "select matter_id, post_id, rank, decision from business.legal_aid_assignments",
    );
    expect(rows).toMatchObject([
      {
        ...{ matter_id: matter, post_id: lawyer.post, decision: { verdict: "clear" } },
        rank: "擅长“拖欠工资”；服务全县；手上没有在办的援助",
      },
    ]);
    const notices = await worker.get("/api/notices");
    expect(JSON.stringify(notices.body)).toContain("已为您指派律师");
  });

  it("ranks by speciality, then place, then load, and says why; who is barred stands last", async () => {
    const { house, cadre, worker } = await openScene();
    const xingsha = await house.unionId(tree.xingsha);
    const busy = await lawyerAt(house, cadre, { name: "忙律师" });
    await aided(house, { worker, cadre, lawyer: busy }, { respondent: "另一家公司" });
    const free = await lawyerAt(house, cadre, { name: "闲律师" });
    await lawyerAt(house, cadre, { name: "近律师", serves: xingsha });
    await lawyerAt(house, cadre, { name: "外行律师", specialities: ["women"] });
    const barred = await lawyerAt(house, cadre, { name: "顾问律师", serves: xingsha });
    await declare(barred.client, barred.post, { kind: "adviser", name: "蓝天建筑有限公司" });
    const { matter, assigning } = await granted(house, worker, cadre);

    const { body } = await cadre.get(`/api/legal-aid/matters/${matter}/candidates`);
    expect(body.rows.map(({ name }: { name: string }) => name)).toEqual([
      ...["近律师", "闲律师", "忙律师", "外行律师", "顾问律师"],
    ]);
    expect(body.rows[2].words).toBe("擅长“拖欠工资”；服务全县；在办 1 件");
    expect(body.rows[4]).toMatchObject({ barred: true });
    expect(body.rows[4].words).toContain("是它的法律顾问");
    const shown = await cadre.get(`/api/legal-aid/matters/${matter}`);
    expect(shown.body.assigning).toEqual({ case: assigning, task: 1 });
    expect(free.post).toBe(body.rows[1].post);
  });

  it("does not let a lawyer with a conflict of interest be assigned, whoever declared it", async () => {
    const { house, cadre, worker } = await openScene();
    const office = { firm: "湖南天平律师事务所" };
    const acted = await lawyerAt(house, cadre, { name: "甲" });
    const colleague = await lawyerAt(house, cadre, { ...office, name: "乙" });
    const atOffice = await lawyerAt(house, cadre, { ...office, name: "丙" });
    const related = await lawyerAt(house, cadre, { name: "丁" });
    const respondent = "长沙县蓝天建筑有限公司";
    await declare(acted.client, acted.post, { kind: "client", name: respondent });
    await declare(colleague.client, colleague.post, { kind: "client", name: respondent });
    await declare(cadre, related.post, { kind: "relative", name: "赵经理" });
    const { matter, assigning } = await granted(house, worker, cadre, { contact: "赵经理" });
    for (const [{ post }, why] of [
      [acted, "代理过它"],
      [atOffice, "律师事务所"],
      [related, "近亲属"],
    ] as const) {
      const refused = await decide(cadre, assigning, "agree", { facts: { lawyer: post } });
      expect(refused.body.code).toBe("legal-aid.conflict");
      expect(JSON.stringify(refused.body)).toContain(why);
    }
    expect(await matterRow(house, matter)).toMatchObject({ state: "granted" });
    expect((await house.owner.query("select from business.legal_aid_assignments")).rowCount).toBe(
      0,
    );
  });

  it("looks again when the lawyer takes it on: what was declared meanwhile bars", async () => {
    const { house, cadre, worker } = await openScene();
    const lawyer = await lawyerAt(house, cadre);
    const { assigning } = await granted(house, worker, cadre);
    await decide(cadre, assigning, "agree", { facts: { lawyer: lawyer.post } });
    const own = { kind: "shareholder", name: "长沙县蓝天建筑有限公司" };
    const { body } = await declare(lawyer.client, lawyer.post, own);
    expect((await decide(lawyer.client, assigning)).body.code).toBe("legal-aid.conflict");
    await lawyer.client.post(`/api/legal-aid/interests/${body.id}/end`);
    expect((await decide(lawyer.client, assigning)).body.status).toBe("approved");
  });

  it("comes back to the county from a lawyer who cannot take it, and never to the worker", async () => {
    const { house, cadre, worker } = await openScene();
    const first = await lawyerAt(house, cadre);
    const second = await lawyerAt(house, cadre, { name: "何必达" });
    const { matter, assigning } = await granted(house, worker, cadre);
    await decide(cadre, assigning, "agree", { facts: { lawyer: first.post } });
    const opinion = "手上案子太多，办不过来";
    for (const more of [{ kind: "reject" }, { kind: "return" }]) {
      const refused = await decide(first.client, assigning, more.kind, { opinion });
      expect(refused.body.code).toBe("legal-aid.may-only-return");
    }
    const { can } = (await first.client.get(`/api/cases/${assigning}`)).body;
    const open = can.flatMap((door: { open: boolean; command: string }) =>
      door.open ? door.command : [],
    );
    expect(open).toEqual(expect.arrayContaining(["agree", "return"]));
    for (const shut of ["reject", "transfer", "delegate", "add-sign"]) {
      expect(open).not.toContain(shut);
    }
    const back = await decide(first.client, assigning, "return", { opinion, to: "assign" });
    expect(back.body.status, JSON.stringify(back.body)).toBe("running");
    const stopped = await decide(cadre, assigning, "reject", { opinion });
    expect(stopped.body.code).toBe("legal-aid.must-assign");
    await decide(cadre, assigning, "agree", { facts: { lawyer: second.post } });
    expect((await decide(second.client, assigning)).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({ lawyer: "何必达" });
  });

  it("is taken on by nobody but the lawyer chosen: another to whom it came gives it back", async () => {
    const { house, cadre, worker } = await openScene();
    const chosen = await lawyerAt(house, cadre);
    const other = await lawyerAt(house, cadre, { name: "何必达" });
    const { matter, assigning } = await granted(house, worker, cadre);
    await decide(cadre, assigning, "agree", { facts: { lawyer: chosen.post } });
    const order = { items: [{ id: assigning, task: 2 }], to: other.post, reason: "近期件多" };
    expect((await cadre.post("/api/cases/workload/give", order)).body.given).toBe(1);
    expect((await decide(other.client, assigning)).body.code).toBe("legal-aid.not-chosen");
    expect(await matterRow(house, matter)).toMatchObject({ state: "granted", lawyer: null });
    const back = { to: "assign", opinion: "指派的不是我" };
    expect((await decide(other.client, assigning, "return", back)).body.status).toBe("running");
    await decide(cadre, assigning, "agree", { facts: { lawyer: other.post } });
    expect((await decide(other.client, assigning)).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({ lawyer: "何必达" });
  });

  it("changes the lawyer of a running matter with two pairs of eyes, and keeps who it was", async () => {
    const house = await openHouse();
    const { cadre, matter } = await assigned(house);
    const second = await lawyerAt(house, cadre, { name: "何必达" });
    const { number } = await matterRow(house, matter);
    const union = await house.unionId(tree.changshaCounty);
    const facts = { union, reason: "change", aid: number, why: "原来的律师调走了" };
    const wrong = await file(cadre, "assign", { ...facts, aid: "20260101-000009" });
    expect(wrong.body.fields).toMatchObject([{ path: "facts.aid" }]);
    const filed = await file(cadre, "assign", facts);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const reviewer = await house.signIn("cadre", tree.changshaCounty);
    await decide(reviewer, filed.body.id, "agree", { facts: { lawyer: second.post } });
    expect((await decide(second.client, filed.body.id)).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({ lawyer: "何必达", state: "assigned" });
    const { rows } = await house.owner.query(
      "select lawyer from business.legal_aid_assignments order by at, id",
    );
    expect(rows).toEqual([{ lawyer: "周正" }, { lawyer: "何必达" }]);
  });

  it("registers only who holds a post as a lawyer, once, in one's own county", async () => {
    const { house, cadre } = await openScene();
    const lawyer = await lawyerAt(house, cadre);
    const facts = { firm: "湖南某律师事务所", specialities: ["pay"] };
    const register = (client: Client, post: string) =>
      client.post("/api/legal-aid/lawyers", {
        ...{ ...facts, post, practiceNumber: "14301201810999999" },
      });
    expect((await register(cadre, lawyer.post)).body.code).toBe("legal-aid.already-registered");
    const officer = await house.signIn("officer", tree.xingsha);
    const { rows } = await house.owner.query("select id from access.posts where account_id = $1", [
      officer.accountId,
    ]);
    expect((await register(cadre, rows[0].id)).body.code).toBe("legal-aid.not-lawyer");
    const furong = await house.signIn("cadre", tree.furong);
    expect((await register(furong, lawyer.post)).body.code).toBe("legal-aid.not-lawyer");
    expect((await furong.get("/api/legal-aid/lawyers")).body.total).toBe(0);
    const changed = { ...facts, practiceNumber: "14301201810999999", active: false };
    await cadre.put(`/api/legal-aid/lawyers/${lawyer.post}`, changed);
    const { body } = await cadre.get("/api/legal-aid/lawyers?active=true");
    expect(body.total).toBe(0);
  });
});
