// Applying and acceptance by their public doors: what is filed, who may mediate, what the store holds.

import { casesOf, decide, replayDecision } from "@niangjia/engine/policy";
import { allNodes, isDecision } from "@niangjia/engine/process";
import { day } from "@niangjia/foundation/day";
import { describe, expect, it, test } from "vitest";
import { tree } from "../../../server/testing.ts";
import { apply } from "./apply.ts";
import { conflict } from "./policy.ts";
import {
  accepted,
  advice,
  agree,
  agreedFacts,
  file,
  filed,
  formOf,
  give,
  openScene,
  postOf,
  respondent,
  rowsOf,
} from "./testing.ts";

describe("mediation.apply", () => {
  it("keeps a dispute with its claims and evidence at the county of the employer", async () => {
    const scene = await openScene();
    const { house, worker } = scene;
    const evidence = await worker.upload("工资条.pdf", Buffer.from("%PDF-1.4\n1\n%%EOF"));
    const id = await filed(scene, {
      union: await house.unionId(tree.firm),
      evidence: [evidence],
    });
    expect(await rowsOf(house, "disputes")).toMatchObject([
      {
        ...{ case_id: id, org_path: tree.changshaCounty, person_id: worker.personId },
        ...{ applicant_mask: "林*满", respondent, people: 1, claimed_fen: 1_550_000 },
        ...{ state: "filed", oral: false, wants_confirmation: true },
        ...{ accept_due_day: "2026-11-24", due_day: "2026-11-30" },
      },
    ]);
    expect(await rowsOf(house, "claims")).toMatchObject([
      { line: 1, kind: "wages", amount_fen: 1_200_000 },
      { line: 2, kind: "overtime", amount_fen: 350_000 },
    ]);
    expect(await rowsOf(house, "evidence")).toMatchObject([{ case_id: id, name: "工资条.pdf" }]);
  });

  it("is seen by the county and not by the employer's own union or another county", async () => {
    const scene = await openScene();
    const id = await filed(scene, { union: await scene.house.unionId(tree.firm) });
    const firm = await scene.house.signIn("officer", tree.firm);
    const furong = await scene.house.signIn("cadre", tree.furong);
    expect((await scene.cadre.get(`/api/mediation/disputes/${id}`)).status).toBe(200);
    expect((await firm.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await furong.get(`/api/mediation/disputes/${id}`)).status).toBe(404);
  });

  it("tells the clocks and the year for arbitration before it is filed", async () => {
    const { house, worker } = await openScene();
    const facts = await formOf(house, { employed: false, knownDay: "2025-11-30" });
    const told = await advice(worker, facts);
    expect(told).toContain("2026年11月24日前答复");
    expect(told).toContain("2026年11月30日前办结");
    expect(told).toContain("还有 7 天");
    expect(await advice(worker, await formOf(house, { knownDay: "2024-01-05" }))).not.toContain(
      "时效",
    );
  });

  it("lets ten or more choose representatives and fewer not", async () => {
    const { house, worker } = await openScene();
    const group = {
      ...{ isGroup: true, people: 9 },
      representatives: [{ name: "王一帆", phone: "13900139001" }],
    };
    const few = await file(worker, "apply", await formOf(house, group));
    expect(few.body).toMatchObject({ fields: [{ path: "facts.representatives" }] });
    const enough = await file(worker, "apply", await formOf(house, { ...group, people: 10 }));
    expect(enough.status, JSON.stringify(enough.body)).toBe(200);
  });

  it("is recorded by an officer for a worker who asks by mouth", async () => {
    const scene = await openScene();
    const officer = await scene.house.signIn("officer", tree.xingsha);
    const made = await file(officer, "apply", await formOf(scene.house));
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    await scene.house.settle();
    expect(await rowsOf(scene.house, "disputes")).toMatchObject([{ oral: true, person_id: null }]);
  });

  it("has terms that its room's rules set", () => {
    expect(apply.flow.within).toEqual({ rule: "closeWithin" });
    const accept = allNodes(apply.flow).find(({ id }) => id === "accept")!;
    expect(isDecision(accept) && accept.within).toEqual({ rule: "acceptWithin" });
  });
});

describe("mediation.accept", () => {
  it("puts a mediator without conflict to the dispute, with the decision why, that can be replayed", async () => {
    const scene = await openScene();
    const id = await accepted(scene);
    const [dispute] = await rowsOf(scene.house, "disputes");
    expect(dispute).toMatchObject({
      ...{ state: "accepted", mediator_account: scene.mediator.accountId },
      mediator_post: scene.mediatorPost,
    });
    const [assignment] = await rowsOf(scene.house, "assignments");
    expect(assignment).toMatchObject({ case_id: id, decision: { verdict: "clear" } });
    expect(replayDecision(conflict, assignment.decision)).toEqual([]);
    const { body } = await scene.mediator.get("/api/desk");
    expect(body.rows.map((row: { id: string }) => row.id)).toContain(id);
  });

  it("offers the county's mediators to whoever accepts, also where a union below was chosen", async () => {
    const scene = await openScene();
    const id = await filed(scene, { union: await scene.house.unionId(tree.firm) });
    for (const handler of [scene.mediator, scene.cadre]) {
      const { body } = await handler.get(
        `/api/cases/functions/mediation.apply/posts?field=mediator&case=${id}`,
      );
      expect(body.rows, JSON.stringify(body)).toMatchObject([{ id: scene.mediatorPost }]);
    }
  });

  it("tells where to go when it is not for mediation", async () => {
    const scene = await openScene();
    const id = await filed(scene);
    const reply = await agree(scene.mediator, id, {
      decision: "redirect",
      redirectTo: "长沙县劳动人事争议仲裁院（星沙大道 1 号）",
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    await scene.house.settle();
    expect(await rowsOf(scene.house, "disputes")).toMatchObject([{ state: "redirected" }]);
    const { body } = await scene.worker.get(`/api/cases/${id}`);
    expect(body.outcome).toContain("星沙大道 1 号");
  });

  it("refuses to be passed without an opinion, or without a mediator", async () => {
    const scene = await openScene();
    const id = await filed(scene);
    expect((await agree(scene.cadre, id)).body.fields).toMatchObject([{ path: "facts.decision" }]);
    const unnamed = await agree(scene.cadre, id, { decision: "accept" });
    expect(unnamed.body.fields).toEqual([{ path: "facts.mediator", say: "请选择调解员。" }]);
  });

  it("refuses a mediator who declared the employer, whoever tries to put them there", async () => {
    const scene = await openScene();
    const { house, mediator, cadre, mediatorPost } = scene;
    const other = await house.signIn("mediator", tree.changshaCounty);
    const interest = { kind: "represented", name: "湘岚机械有限公司" };
    expect((await other.post("/api/mediation/interests", interest)).status).toBe(200);
    const id = await filed(scene);
    const otherPost = await postOf(house, other);
    const refused = await agree(cadre, id, { decision: "accept", mediator: otherPost });
    expect(refused.body).toMatchObject({ code: "mediation.conflict" });
    expect(JSON.stringify(refused.body)).toContain("曾代理其中一方");
    expect(await rowsOf(house, "assignments")).toEqual([]);

    await agree(cadre, id, { decision: "accept", mediator: mediatorPost });
    const handed = await give(mediator, id, "transfer", { to: otherPost });
    expect(handed.body).toMatchObject({ code: "mediation.conflict" });
    await house.settle();
    expect(await rowsOf(house, "disputes")).toMatchObject([
      { mediator_account: mediator.accountId },
    ]);
  });

  it("refuses a mediator with a conflict also when the work is shared out, or nobody has it", async () => {
    const scene = await openScene();
    const { house, cadre, mediatorPost } = scene;
    const other = await house.signIn("mediator", tree.changshaCounty);
    const interest = { kind: "represented", name: "湘岚机械有限公司" };
    await other.post("/api/mediation/interests", interest);
    const id = await accepted(scene);
    const [{ task }] = (await cadre.get(`/api/cases/${id}`)).body.tasks;
    const to = await postOf(house, other);
    const order = { items: [{ id, task }], to, reason: "近期件多" };
    const { body } = await cadre.post("/api/cases/workload/give", order);
    expect(body).toMatchObject({ given: 0, rows: [{ code: "mediation.conflict" }] });

    const leaves = { from: mediatorPost, reason: "长期病休" };
    expect((await cadre.post("/api/cases/hand-over", leaves)).body).toMatchObject({ handed: 1 });
    expect((await give(other, id, "claim")).body).toMatchObject({ code: "mediation.conflict" });
    await house.settle();
    expect(await rowsOf(house, "disputes")).not.toMatchObject([
      { mediator_account: other.accountId },
    ]);
  });

  it("puts down who was put to a dispute, however it came to them, with the decision", async () => {
    const scene = await openScene();
    const { house, cadre, mediator, mediatorPost } = scene;
    const other = await house.signIn("mediator", tree.changshaCounty);
    const otherPost = await postOf(house, other);
    const id = await accepted(scene);
    const leaves = { from: mediatorPost, to: otherPost, reason: "长期病休" };
    expect((await cadre.post("/api/cases/hand-over", leaves)).body).toMatchObject({ handed: 1 });
    await give(other, id, "transfer", { to: mediatorPost });
    await house.settle();
    const put = (await rowsOf(house, "assignments")).toSorted((one, next) =>
      one.id < next.id ? -1 : 1,
    );
    expect(put).toMatchObject([
      { account_id: mediator.accountId, by_account: cadre.accountId },
      { account_id: other.accountId, by_account: null, decision: { verdict: "clear" } },
      { account_id: mediator.accountId, by_account: other.accountId },
    ]);
    const shown = await cadre.get(`/api/mediation/disputes/${id}`);
    expect(shown.body.assignments).toHaveLength(3);
  });

  it("is given to the city's mediator where the county's only one has to do with a side", async () => {
    const scene = await openScene();
    const { house, mediator, cadre, mediatorPost } = scene;
    const above = await house.signIn("mediator", tree.changsha);
    const post = await postOf(house, above);
    const interest = { kind: "represented", name: "湘岚机械有限公司" };
    expect((await mediator.post("/api/mediation/interests", interest)).status).toBe(200);
    const id = await filed(scene);
    const choices = `/api/cases/functions/mediation.apply/posts?field=mediator&case=${id}`;
    expect((await cadre.get(choices)).body.rows).toMatchObject([
      { id: mediatorPost },
      { id: post },
    ]);
    const chosen = await agree(cadre, id, { decision: "accept", mediator: post });
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
    await house.settle();
    expect((await above.get(`/api/mediation/disputes/${id}`)).body).toMatchObject({ mine: true });
    expect((await agree(above, id, agreedFacts)).status).toBe(200);
  });

  it("refuses somebody who is no mediator of the county", async () => {
    const scene = await openScene();
    const id = await filed(scene);
    const cadrePost = await postOf(scene.house, scene.cadre);
    const facts = { decision: "accept", mediator: cadrePost };
    expect((await agree(scene.mediator, id, facts)).status).toBe(422);
    const far = await scene.house.signIn("mediator", tree.furong);
    const away = { decision: "accept", mediator: await postOf(scene.house, far) };
    expect((await agree(scene.mediator, id, away)).status).toBe(422);
  });

  it("lets a mediator see what waits and their own, and not those of others", async () => {
    const scene = await openScene();
    const id = await accepted(scene);
    const other = await scene.house.signIn("mediator", tree.changshaCounty);
    expect((await other.get("/api/mediation/disputes")).body.rows).toEqual([]);
    expect((await other.get(`/api/mediation/disputes/${id}`)).status).toBe(404);
    expect((await scene.mediator.get("/api/mediation/disputes")).body.rows).toMatchObject([
      { id, mine: true, applicant: "林*满" },
    ]);
  });

  it("takes back a declaration that no longer holds", async () => {
    const { mediator } = await openScene();
    const { body } = await mediator.post("/api/mediation/interests", {
      kind: "relative",
      name: "周明远",
    });
    expect((await mediator.get("/api/mediation/interests")).body.rows).toHaveLength(1);
    const end = () => mediator.post(`/api/mediation/interests/${body.id}/end`);
    expect((await end()).status).toBe(200);
    expect((await end()).status).toBe(404);
    expect((await mediator.get("/api/mediation/interests")).body.rows).toEqual([]);
  });
});

describe("who may mediate", () => {
  const file = new URL("./policy.cases.yaml", import.meta.url);
  test.each(casesOf(file, conflict))("$title", ({ run, wanted }) => expect(run()).toEqual(wanted));

  it("is decided by what is known and not by names", () => {
    const facts = { party: true, sameEmployer: true, sameUnion: false, declared: [] };
    const found = decide(conflict, { day: day("2026-11-23"), place: "430121", facts });
    expect(found.reasons.map(({ rule }) => rule)).toEqual(["party", "employer"]);
  });
});
