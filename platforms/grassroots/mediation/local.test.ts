// A county's own flow of disputes (本地流程): a cadre reads what the mediator brought about before the worker signs it, and
// is as free of either side as whoever mediates.
import { expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { accepted, agree, agreedFacts, give, openScene, paper, rowsOf } from "./testing.ts";

const flow = "/api/cases/flows/mediation.apply";
const changes = { adds: [{ after: "mediate", role: "cadre", at: "union.federation", within: 1 }] };

async function openLocal() {
  const scene = await openScene();
  const chair = await scene.house.signIn("chair", tree.changshaCounty);
  const proposed = await scene.cadre.post(`${flow}/variants`, { changes, fromDay: "2026-11-23" });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  const decision = `/api/cases/flows/variants/${proposed.body.number}/decision`;
  expect((await chair.post(decision, { agree: true })).body.state).toBe("agreed");
  return scene;
}

const running = ({ body }: { body: object }) =>
  expect(body, JSON.stringify(body)).toMatchObject({ status: "running" });

it("a draft that the county reads goes back to the mediator, or on to the worker and to the seal", async () => {
  const scene = await openLocal();
  const { house, worker, mediator, cadre } = scene;
  const id = await accepted(scene);
  running(await agree(mediator, id, agreedFacts));
  expect((await worker.get(`/api/cases/${id}`)).body.can).not.toContainEqual(
    expect.objectContaining({ command: "agree", open: true }),
  );
  running(await give(cadre, id, "return", { to: "mediate", opinion: "请写明分几期支付" }));
  running(await agree(mediator, id, agreedFacts));
  running(await agree(cadre, id));
  running(await agree(worker, id));
  const sealed = { signer: "周明远", joint: false, signedPaper: [await paper(mediator)] };
  const done = await agree(mediator, id, sealed);
  expect(done.body, JSON.stringify(done.body)).toMatchObject({ status: "approved" });
  await house.settle();
  expect(await rowsOf(house, "disputes")).toMatchObject([{ state: "agreed" }]);
});

it("nobody who has to do with a side reads the draft for the county", async () => {
  const scene = await openLocal();
  const { house, mediator, cadre } = scene;
  const id = await accepted(scene);
  running(await agree(mediator, id, agreedFacts));
  // The employer's contact bears this name.
  const named = "update access.accounts set name = '周明远' where id = $1";
  await house.owner.query(named, [cadre.accountId]);
  expect((await agree(cadre, id)).body.code).toBe("mediation.conflict");
  const free = await house.signIn("cadre", tree.changshaCounty);
  running(await agree(free, id));
});
