// Questions of workers by their public door: answered by the chair or a department, archived, open as the asker said.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import { act, agree, file, memberAt, openScene, postOf, type Scene } from "./testing.ts";

const asked = async ({ house, proposer }: Scene, changes: object = {}) => {
  const { status, body } = await file(proposer, "proposals.ask", {
    ...{ union: await house.unionId(tree.firm), title: "年终奖怎样算", open: true },
    ...{ question: "今年年终奖的比例和去年不同，依据是什么？", to: "chair", ...changes },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  await house.settle();
  return body.id as string;
};

describe("proposals.ask", () => {
  it("keeps the chair's answer in the archive, open to the union's members without a name", async () => {
    const scene = await openScene();
    const { house, proposer, chair, colleagues } = scene;
    const id = await asked(scene);
    const { body: shown } = await chair.get(`/api/cases/${id}`);
    expect(shown.clock.due).toBe("2026-12-07");
    expect((await agree(scene, chair, id)).body.fields).toMatchObject([{ path: "facts.answer" }]);
    const answer = "依据经职代会通过的《年度绩效方案》第五条。";
    expect((await agree(scene, chair, id, { answer })).body.status).toBe("approved");
    const { rows } = await house.owner.query("select * from business.proposals_questions");
    expect(rows).toMatchObject([
      { number: "Z2026-001", answered_by: "工会主席", answer, answered_day: "2026-11-23" },
    ]);
    const { body } = await colleagues[0]!.get("/api/proposals/questions");
    expect(body.rows).toMatchObject([{ number: "Z2026-001", answer }]);
    expect(JSON.stringify(body)).not.toContain(proposer.personId);
    const outsider = await memberAt(house, tree.otherFirm, 4);
    expect((await outsider.get("/api/proposals/questions")).body.total).toBe(0);
  });

  it("goes to the department the officer names, and stays with the asker when they want it so", async () => {
    const scene = await openScene();
    const { house, officer, colleagues, proposer } = scene;
    const office = await house.signIn("officer", tree.firm);
    const id = await asked(scene, { to: "department", open: false });
    const half = await agree(scene, officer, id, { department: "财务部" });
    expect(half.body.fields).toEqual([{ path: "facts.handler", say: "请选择承办人。" }]);
    const handler = await postOf(house, office);
    await agree(scene, officer, id, { department: "财务部", handler });
    await agree(scene, office, id, { answer: "请见工资条附注。" });
    const { rows } = await house.owner.query(
      "select answered_by from business.proposals_questions",
    );
    expect(rows).toEqual([{ answered_by: "财务部" }]);
    expect((await colleagues[0]!.get("/api/proposals/questions")).body.total).toBe(0);
    expect((await proposer.get("/api/proposals/questions")).body.total).toBe(1);
    expect((await officer.get("/api/proposals/questions")).body.total).toBe(1);
  });

  it("hears who is asked beside its steps, without asking them for the answer", async () => {
    const scene = await openScene();
    const { house, officer, chair } = scene;
    const helper = await house.signIn("officer", tree.firm);
    const helped = await postOf(house, helper);
    const advised = async (who: Client, id: string, command: object) => {
      expect((await act(scene, who, { id, command })).status).toBe(200);
      expect((await agree(scene, helper, id)).status).toBe(200);
    };
    const id = await asked(scene, { to: "department" });
    await advised(officer, id, { kind: "add-sign", when: "before", posts: [helped] });
    const handler = await postOf(house, officer);
    await agree(scene, officer, id, { department: "财务部", handler });
    await advised(officer, id, { kind: "delegate", to: helped });
    expect((await agree(scene, officer, id)).body.fields).toMatchObject([{ path: "facts.answer" }]);
    const chairs = await asked(scene);
    await advised(chair, chairs, { kind: "delegate", to: helped });
    expect((await agree(scene, chair, chairs, { answer: "见《绩效方案》。" })).status).toBe(200);
  });
});
