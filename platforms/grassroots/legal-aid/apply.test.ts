// Applying for legal aid, by the public door: the verdict with its reasons, who decides against it and why, and
// what stays in the store to be replayed.
import { replayDecision } from "@niangjia/engine/policy";
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { eligibility } from "./policy.ts";
import { advise, aidForm, assigningOf, decide, file, matterRow, openHouse } from "./testing.ts";

const openScene = async () => {
  const house = await openHouse();
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  return { house, cadre, worker: await house.signIn("worker") };
};

/** A city worker with an income above the threshold. */
const welloff = { migrant: false, kind: "severance", incomeFen: 800_000 };

describe("legal-aid.apply", () => {
  it("is decided by policy, with reasons that are shown, kept and replayed", async () => {
    const { house, cadre, worker } = await openScene();
    const facts = await aidForm(house);
    const advice: string = (await advise(worker, "apply", facts)).body.advice.join("\n");
    expect(advice).toContain("符合条件");
    expect(advice).toContain("不核查经济状况");
    expect(advice).toContain("2026年11月30日前答复");
    const filed = await file(worker, "apply", facts);
    await house.settle();
    expect(await matterRow(house, filed.body.id)).toMatchObject({ state: "filed" });

    expect((await decide(cadre, filed.body.id)).body.status).toBe("approved");
    const row = await matterRow(house, filed.body.id);
    expect(row).toMatchObject({
      ...{ state: "granted", verdict: "eligible", applicant_mask: "林*满", urgent: false },
      ...{ org_path: tree.changshaCounty, decided_by: cadre.accountId },
    });
    expect(row.claim_fen).toBe(3_280_000);
    expect(row.assign_due_day).toEqual(expect.stringContaining("2026-11-24"));
    expect(row.decision.reasons).toMatchObject([{ rule: "exempt-migrant" }]);
    expect(replayDecision(eligibility, row.decision, [])).toEqual([]);
    const shown = await worker.get(`/api/cases/${filed.body.id}`);
    expect(shown.body.outcome).toContain("不核查经济状况");
    const own = await worker.get("/api/legal-aid/own");
    expect(own.body.rows[0].reasons[0].citation).toBe("《法律援助法》第四十二条");
    await house.settle();
    expect(await matterRow(house, filed.body.id)).toMatchObject({ state: "granted" });
  });

  it("is weighed against what the county set, from its day on, and replays with it", async () => {
    const { house, cadre, worker } = await openScene();
    const chair = await house.signIn("chair", tree.changshaCounty);
    const paper = { document: "关于调整最低工资标准的通知", fromDay: "2026-11-23" };
    const set = { value: 230_000, ...paper };
    const { body } = await cadre.post("/api/rules/legal-aid/minimumWage", set);
    await chair.post(`/api/rules/values/${body.number}/decision`, { agree: true });
    const proof = [await worker.upload("收入证明.pdf", Buffer.from("%PDF-1.4\n%%EOF"))];
    const facts = await aidForm(house, { ...welloff, incomeFen: 200_000, proof });
    const said = async (): Promise<string> =>
      (await advise(worker, "apply", facts)).body.advice.join("\n");
    expect(await said()).toContain("不低于当地标准 ¥1,550.00");
    house.clock.set("2026-11-23T09:00:00+08:00");
    const client = await house.signIn("cadre", tree.changshaCounty);
    expect(await said()).toContain("低于当地标准 ¥2,300.00");
    const filed = await file(worker, "apply", facts);
    expect((await decide(client, filed.body.id)).body.status).toBe("approved");
    const { decision } = await matterRow(house, filed.body.id);
    expect(decision.reasons).toMatchObject([
      { rule: "means-low", citation: { document: "关于调整最低工资标准的通知" } },
    ]);
    const shown = await client.get(`/api/legal-aid/matters/${filed.body.id}`);
    expect(shown.body.replays).toBe(true);
  });

  it("begins the assigning of a lawyer, which is on the county's desk for three days", async () => {
    const { house, cadre, worker } = await openScene();
    const { body } = await file(worker, "apply", await aidForm(house));
    await decide(cadre, body.id);
    const desk = await cadre.get("/api/desk");
    const title = "律师指派：林*满与长沙县蓝天建筑有限公司";
    expect(desk.body.rows).toMatchObject([{ id: await assigningOf(house, body.id), title }]);
    const { rows } = await house.owner.query(
      "select due_day from business.tasks where state = 'open'",
    );
    expect(rows).toEqual([{ due_day: expect.stringContaining("2026-11-24") }]);
  });

  it("is granted against the policy only with a reason, and the reason stays", async () => {
    const { house, cadre, worker } = await openScene();
    const proof = [await worker.upload("证明.pdf", Buffer.from("%PDF-1.4\n%%EOF"))];
    const { body } = await file(worker, "apply", await aidForm(house, { ...welloff, proof }));
    const refused = await decide(cadre, body.id);
    expect(refused.body.code).toBe("legal-aid.needs-why");
    expect(JSON.stringify(refused.body)).toContain("家庭人均月收入 ¥8,000.00，不低于");
    await house.settle();
    expect(await matterRow(house, body.id)).toMatchObject({ state: "filed", decided_at: null });
    const opinion = "本人患重病，权益受到严重侵害";
    expect((await decide(cadre, body.id, "agree", { opinion })).body.status).toBe("approved");
    expect(await matterRow(house, body.id)).toMatchObject({
      ...{ state: "granted", verdict: "discretion", decided_why: opinion },
    });
  });

  it("asks for missing papers once, takes them in, and then decides", async () => {
    const { house, cadre, worker } = await openScene();
    const facts = await aidForm(house, { ...welloff, incomeFen: 120_000 });
    const { body } = await file(worker, "apply", facts);
    const opinion = "请补交经济状况证明";
    expect((await decide(cadre, body.id, "return", { opinion })).body.status).toBe("returned");
    await house.settle();
    expect(await matterRow(house, body.id)).toMatchObject({ state: "returned", verdict: "papers" });
    const proof = [await worker.upload("证明.pdf", Buffer.from("%PDF-1.4\n%%EOF"))];
    const again = await worker.post(`/api/cases/${body.id}/commands`, {
      ...{ command: { kind: "resubmit" }, facts: { ...facts, proof } },
    });
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    await house.settle();
    expect(await matterRow(house, body.id)).toMatchObject({ state: "filed", verdict: "eligible" });
    const twice = await decide(cadre, body.id, "return", { opinion });
    expect(twice.body.code).toBe("legal-aid.asked-once");
  });

  it("is refused by people alone, with the verdict beside their reason", async () => {
    const { house, cadre, worker } = await openScene();
    const { body } = await file(worker, "apply", await aidForm(house, { kind: "other" }));
    const opinion = "邻里纠纷，请找司法行政部门";
    expect((await decide(cadre, body.id, "reject", { opinion })).body.status).toBe("rejected");
    await house.settle();
    expect(await matterRow(house, body.id)).toMatchObject({
      ...{ state: "refused", verdict: "outside", decided_why: opinion },
    });
    expect((await house.owner.query("select from business.case_subs")).rowCount).toBe(0);
  });

  it("goes first where a limit ends within seven days, papers or not", async () => {
    const { house, cadre, worker } = await openScene();
    const soon = { ...welloff, limit: "soon" };
    const late = await file(
      worker,
      "apply",
      await aidForm(house, { ...soon, limitDay: "2026-11-28" }),
    );
    expect(late.body.fields).toMatchObject([{ path: "facts.limitDay" }]);
    const facts = await aidForm(house, { ...soon, limitDay: "2026-11-27" });
    const { body } = await file(worker, "apply", facts);
    const { rows } = await house.owner.query(
      "select node, due_day from business.tasks where state = 'open'",
    );
    expect(rows).toEqual([{ node: "urgent", due_day: expect.stringContaining("2026-11-23") }]);
    expect((await decide(cadre, body.id)).body.status).toBe("approved");
    expect(await matterRow(house, body.id)).toMatchObject({
      ...{ state: "granted", verdict: "provisional", urgent: true },
    });
    const shown = await worker.get(`/api/cases/${body.id}`);
    expect(shown.body.outcome).toContain("缺的材料请在律师办理时补交");
  });

  it("runs once for a worker and an employer, however the employer is written", async () => {
    const { house, worker } = await openScene();
    await file(worker, "apply", await aidForm(house));
    const twin = await aidForm(house, { respondent: "长沙县蓝天建筑（有限公司）" });
    expect((await file(worker, "apply", twin)).body.code).toBe("cases.already-running");
    const doubted = await file(worker, "apply", await aidForm(house, { promise: false }));
    expect(doubted.body.fields).toMatchObject([{ path: "facts.promise" }]);
  });
});
