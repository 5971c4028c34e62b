// A county's own flow of proposals (本地流程): without the chair's look at an answer, it stands once it is the proposer's to rate.
import { expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { agree, filing, openScene, propose, rowOf, secondAll } from "./testing.ts";

const flow = "/api/cases/flows/proposals.submit";

it("an answer that no chair has to look at is kept as it is given, and rated", async () => {
  const scene = await openScene();
  const { house, officer, proposer } = scene;
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const chair = await house.signIn("chair", tree.changshaCounty);
  const proposed = await cadre.post(`${flow}/variants`, {
    ...{ changes: { drops: ["approve"] }, fromDay: "2026-11-23" },
  });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  await chair.post(`/api/cases/flows/variants/${proposed.body.number}/decision`, { agree: true });

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
