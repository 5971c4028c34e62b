// A county's own flows of proposals and questions (本地流程): without the chair's look at an answer to a proposal it stands
// once it is the proposer's to rate; with one at an answer to a question it stands once the chair agreed.
import { expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  agree,
  file,
  filing,
  openScene,
  postOf,
  propose,
  rowOf,
  type Scene,
  secondAll,
} from "./testing.ts";

/** The county changes a flow from today. */
async function change({ house }: Scene, id: string, changes: object): Promise<void> {
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const chair = await house.signIn("chair", tree.changshaCounty);
  const proposed = await cadre.post(`/api/cases/flows/${id}/variants`, {
    ...{ changes, fromDay: "2026-11-23" },
  });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  const decision = `/api/cases/flows/variants/${proposed.body.number}/decision`;
  expect((await chair.post(decision, { agree: true })).body.state).toBe("agreed");
}

it("an answer that no chair has to look at is kept as it is given, and rated", async () => {
  const scene = await openScene();
  const { house, officer, proposer } = scene;
  await change(scene, "proposals.submit", { drops: ["approve"] });

  const id = await propose(scene);
  await secondAll(scene, id);
  await agree(scene, officer, id, await filing(scene, officer));
  await agree(scene, officer, id, { result: "done", answer: "食堂十二月起供应夜班热饭。" });
  expect((await rowOf(house, id)).state).toBe("rating");
  const { rows } = await house.owner.query("select * from business.proposals_answers");
  expect(rows).toMatchObject([{ case_id: id, round: 1, approved_day: "2026-11-23" }]);
  const rated = await agree(scene, proposer, id, { satisfaction: "good" });
  expect(rated.body, JSON.stringify(rated.body)).toMatchObject({ status: "approved" });
});

it("a department's answer to a question is looked at by the chair, who sends it back and does not refuse it", async () => {
  const scene = await openScene();
  const { house, officer, chair, proposer } = scene;
  const adds = [{ after: "department-answer", role: "chair", at: "union", within: 2 }];
  await change(scene, "proposals.ask", { adds });
  const asked = await file(proposer, "proposals.ask", {
    ...{ union: await house.unionId(tree.firm), title: "年终奖怎样算", open: true },
    ...{ question: "今年年终奖的比例和去年不同，依据是什么？", to: "department" },
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  const { id } = asked.body;
  const handler = await postOf(house, officer);
  await agree(scene, officer, id, { department: "财务部", handler });
  const answer = "见工资条附注。";
  expect((await agree(scene, officer, id, { answer })).body.status).toBe("running");
  const { can } = (await chair.get(`/api/cases/${id}`)).body;
  expect(can).toContainEqual(expect.objectContaining({ command: "reject", open: false }));
  expect((await agree(scene, chair, id)).body.status).toBe("approved");
  const { rows } = await house.owner.query(
    "select answer, answered_by from business.proposals_questions",
  );
  expect(rows).toEqual([{ answer, answered_by: "财务部" }]);
});
