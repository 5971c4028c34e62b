// The clock while the applicant mends, by the public doors: it stands still, and nobody is late meanwhile.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clockSweep } from "./clock.ts";
import { accepted, agree, filed, formOf, give, openScene, rowsOf, type Scene } from "./testing.ts";

const repair = readFileSync(
  new URL("./migrations/0098_mediation_returned_by_any_owner.sql", import.meta.url),
  "utf8",
);

const done = ({ status, body }: { status: number; body: unknown }): void =>
  expect(status, JSON.stringify(body)).toBe(200);

const opinion = "请写清楚拖欠的是哪几个月";

async function mend({ house, worker }: Scene, id: string): Promise<void> {
  const facts = await formOf(house, { story: "八月、九月、十月的工资没有发。" });
  done(await worker.post(`/api/cases/${id}/commands`, { command: { kind: "resubmit" }, facts }));
  await house.settle();
}

const figures = async ({ cadre }: Scene) => (await cadre.get("/api/mediation/rate")).body.whole;
const listed = async ({ cadre }: Scene, query = "") =>
  (await cadre.get(`/api/mediation/disputes${query}`)).body;

describe("mediation.clock, while the applicant mends", () => {
  it("stands still: a dispute that lies with the worker is not late, and counts on from there", async () => {
    const scene = await openScene();
    const { house, cadre, mediatorPost } = scene;
    const id = await filed(scene);
    done(await give(cadre, id, "return", { opinion }));
    await house.settle();
    expect(await rowsOf(house, "disputes")).toMatchObject([{ state: "returned" }]);

    house.clock.set("2026-12-03T09:00:00+08:00");
    await house.worker.sweep(clockSweep);
    expect(await rowsOf(house, "warnings")).toEqual([]);
    expect(await figures(scene)).toMatchObject({ filed: 1, answered: 0, late: 0, due: 0 });
    expect(await listed(scene, "?late=true")).toMatchObject({ total: 0 });
    expect((await listed(scene, "?state=returned")).rows).toMatchObject([
      { id, colour: "ok", stateName: "等待补正" },
    ]);

    await mend(scene, id);
    expect(await rowsOf(house, "disputes")).toMatchObject([
      { state: "filed", accept_due_day: "2026-12-04", due_day: "2026-12-10" },
    ]);
    house.clock.set("2026-12-04T09:00:00+08:00");
    done(await agree(cadre, id, { decision: "accept", mediator: mediatorPost }));
    await house.settle();
    expect(await figures(scene)).toMatchObject({ answered: 1, acceptedInTime: 1, late: 0 });
  });

  it("counts in time what was closed by the day that mending moved, also when told of it at once", async () => {
    const scene = await openScene();
    const { house, mediator } = scene;
    const id = await accepted(scene);
    done(await give(mediator, id, "return", { opinion, afterwards: "back" }));
    await house.settle();
    house.clock.set("2026-12-03T09:00:00+08:00");
    expect(await figures(scene)).toMatchObject({ accepted: 1, due: 0, late: 0 });
    const facts = await formOf(house);
    const { worker } = scene;
    done(await worker.post(`/api/cases/${id}/commands`, { command: { kind: "resubmit" }, facts }));
    house.clock.set("2026-12-10T09:00:00+08:00");
    done(await agree(mediator, id, { result: "failed", failure: "双方分歧太大" }));
    await house.settle();
    expect(await rowsOf(house, "disputes")).toMatchObject([
      { state: "failed", accept_due_day: "2026-11-24", due_day: "2026-12-10" },
    ]);
    expect(await figures(scene)).toMatchObject({ due: 1, closedInTime: 1, late: 0 });
  });

  it("counts five working days from the application, and not from when it was accepted", async () => {
    const scene = await openScene();
    const { house, cadre, mediator, mediatorPost } = scene;
    const ids = [await filed(scene), await filed(scene, { respondent: "星禾食品有限公司" })];
    house.clock.set("2026-11-24T16:00:00+08:00");
    for (const id of ids) {
      done(await agree(cadre, id, { decision: "accept", mediator: mediatorPost }));
    }
    const failed = { result: "failed", failure: "双方分歧太大" };
    house.clock.set("2026-11-30T16:00:00+08:00");
    done(await agree(mediator, ids[0]!, failed));
    house.clock.set("2026-12-01T09:00:00+08:00");
    done(await agree(mediator, ids[1]!, failed));
    await house.settle();
    expect(await figures(scene)).toMatchObject({ acceptedInTime: 2, due: 2, closedInTime: 1 });
    const { body } = await cadre.get("/api/mediation/rate");
    expect(body.terms).toMatchObject([
      { title: "收到调解申请后多久内受理或者告知去向" },
      { title: "收到调解申请后多久内办结", words: "5 个工作日" },
    ]);
  });

  it("is told apart in a store of before, whoever owns its tables", async () => {
    const scene = await openScene();
    const { house, cadre } = scene;
    done(await give(cadre, await filed(scene), "return", { opinion }));
    await house.settle();
    await house.owner.query(`update business.mediation_disputes set state = 'filed';
      grant usage on schema business to niangjia_door;
      alter table business.mediation_disputes owner to niangjia_door;
      alter table business.cases owner to niangjia_door`);
    await house.owner.query(`begin; set local role niangjia_door; ${repair}; commit`);
    expect(await rowsOf(house, "disputes")).toMatchObject([{ state: "returned" }]);
  });
});
