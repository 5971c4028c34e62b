// Local flows over HTTP: proposed by one, agreed to by another, taken by cases filed from that day on.
import { system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../server/testing.ts";
import { mergePersons } from "../members/index.ts";
import { enrolAt, facts as personFacts } from "../members/testing.ts";
import { agree, fileSample, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const flow = "/api/cases/flows/sample.local";
const changes = {
  drops: ["approve"],
  within: { review: 4 },
  adds: [{ after: "review", role: "cadre", at: "union.federation", within: 2 }],
};

async function openScene() {
  const house = await openSampleHouse();
  const chair = await house.signIn("chair", tree.changshaCounty);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  return { house, chair, cadre };
}

const file = async (house: TestHouse, path: string, sequence: number) => {
  const worker = await house.signIn("worker");
  const facts = await sampleFacts(house, path, { idNumber: idNumber(sequence) });
  return { worker, ...(await fileSample(worker, "local", facts)) };
};

const stepsOf = (body: { stages: { title: string }[] }) => body.stages.map(({ title }) => title);

describe("a local flow", () => {
  it("is shown with what may be changed, and previewed before anybody proposes it", async () => {
    const { cadre } = await openScene();
    const { body: list } = await cadre.get("/api/cases/flows");
    expect(list.rows).toEqual([
      { id: "sample.local", title: "疗养申请", waits: false, changed: false },
    ]);
    const { body } = await cadre.get(flow);
    expect(body.steps).toMatchObject([
      {
        id: "review",
        drop: false,
        within: { now: 2, shortest: 1, longest: 5, unit: "个工作日" },
        roles: [{ id: "chair" }],
        addAfter: [{ id: "cadre" }],
      },
      { id: "approve", drop: true, within: null },
    ]);
    const { body: preview } = await cadre.post(`${flow}/preview`, { changes });
    expect(preview.faults).toEqual([]);
    expect(stepsOf(preview)[2]).toContain("（本地增加）");
    expect(preview.changes).toEqual([
      "省去“所在工会审批”",
      "“所在工会审核”的期限改为 4 个工作日",
      "在“所在工会审核”之后增加县级以上总工会干部审核，2 个工作日",
    ]);
    const { body: wrong } = await cadre.post(`${flow}/preview`, {
      changes: { within: { review: 9 } },
    });
    expect(wrong).toMatchObject({ stages: null, faults: [expect.stringContaining("1 到 5")] });
  });

  it("needs another pair of eyes, and then holds for new cases of that federation alone", async () => {
    const { house, chair, cadre } = await openScene();
    const officer = await house.signIn("officer", tree.firm);
    const before = await file(house, tree.firm, 1);
    const proposed = await cadre.post(`${flow}/variants`, { changes, fromDay: "2026-11-21" });
    expect(proposed.status).toBe(200);
    const decision = `/api/cases/flows/variants/${proposed.body.number}/decision`;
    const twice = await chair.post(`${flow}/variants`, { changes, fromDay: "2026-11-22" });
    expect(twice.body.code).toBe("cases.variant-waits");
    expect((await cadre.post(decision, { agree: true })).body.code).toBe("cases.variant-own");
    const stranger = await house.signIn("chair", tree.furong);
    expect((await stranger.post(decision, { agree: true })).status).toBe(404);
    const between = await file(house, tree.firm, 2);
    expect((await chair.post(decision, { agree: true })).body.state).toBe("agreed");

    const after = await file(house, tree.firm, 3);
    const elsewhere = await file(house, tree.furongFirm, 4);
    const steps = async (id: string) => stepsOf((await officer.get(`/api/cases/${id}`)).body);
    expect(await steps(before.id)).toEqual(await steps(between.id));
    expect((await steps(before.id))[2]).toBe("所在工会审批");
    expect((await steps(after.id))[2]).toBe("县级以上总工会审核（本地增加）");
    const { body: far } = await elsewhere.worker.get(`/api/cases/${elsewhere.id}`);
    expect(stepsOf(far)[2]).toBe("所在工会审批");

    await agree(officer, after.id);
    expect((await agree(cadre, after.id, 2)).body.status).toBe("approved");
    expect((await chair.get(flow)).body.variants).toMatchObject([
      { state: "agreed", current: true, mayDecide: false },
    ]);
  });

  it("has its added look by the nearest federation, also where no county is in between", async () => {
    const house = await openSampleHouse();
    const chair = await house.signIn("chair", tree.changsha);
    const cadre = await house.signIn("cadre", tree.changsha);
    const officer = await house.signIn("officer", tree.changsha);
    const { body } = await cadre.post(`${flow}/variants`, { changes, fromDay: "2026-11-21" });
    await chair.post(`/api/cases/flows/variants/${body.number}/decision`, { agree: true });
    const { id } = await file(house, tree.changsha, 1);
    await agree(officer, id);
    expect((await agree(cadre, id, 2)).body.status).toBe("approved");
  });

  it("is not agreed to by whoever proposed it, through another of their accounts", async () => {
    const { house, chair, cadre } = await openScene();
    const [survivorId, absorbedId] = await enrolAt(house, tree.firm, [
      personFacts(1),
      personFacts(2),
    ]);
    for (const [client, personId] of [
      [chair, survivorId],
      [cadre, absorbedId],
    ] as const) {
      const row = [client.accountId, personId];
      await house.owner.query("update access.accounts set person_id = $2 where id = $1", row);
    }
    const { body } = await cadre.post(`${flow}/variants`, { changes, fromDay: "2026-11-21" });
    const mayDecide = async () => (await chair.get(flow)).body.variants[0].mayDecide;
    expect(await mayDecide()).toBe(true);
    const wish = { mergeId: newId(), survivorId: survivorId!, absorbedId: absorbedId!, take: [] };
    await house.act(system("test"), (act) => mergePersons(act, wish));
    expect(await mayDecide()).toBe(false);
    const decision = `/api/cases/flows/variants/${body.number}/decision`;
    expect((await chair.post(decision, { agree: true })).body.code).toBe("cases.variant-own");
    const other = await house.signIn("cadre", tree.changshaCounty);
    expect((await other.post(decision, { agree: true })).body.state).toBe("agreed");
  });

  it("begins on its day, not in the past, and one without changes brings the common flow back", async () => {
    const { house, chair, cadre } = await openScene();
    const propose = async (wish: object, fromDay: string) => {
      const { body } = await cadre.post(`${flow}/variants`, { changes: wish, fromDay });
      if (!body.number) return body.code;
      await chair.post(`/api/cases/flows/variants/${body.number}/decision`, { agree: true });
      return (await chair.get(flow)).body.variants[0].current;
    };
    expect(await propose(changes, "2026-11-20")).toBe("cases.variant-day");
    expect(await propose({ drops: ["review"] }, "2026-11-21")).toBe("cases.variant-faulty");
    expect(await propose(changes, "2026-11-25")).toBe(false);
    expect(await propose({ within: { review: 1 } }, "2026-11-21")).toBe(true);
    expect(await propose({}, "2026-11-21")).toBe(true);
    const { id, worker } = await file(house, tree.firm, 1);
    const { body } = await worker.get(`/api/cases/${id}`);
    expect(stepsOf(body)[2]).toBe("所在工会审批");
    const { rows } = await house.owner.query("select variant from business.cases");
    expect(rows).toEqual([{ variant: 0 }]);
  });

  it("is the federations' to change, and goes out as BPMN and comes back as a draft", async () => {
    const { house, cadre } = await openScene();
    const firm = await house.signIn("chair", tree.firm);
    expect((await firm.get(flow)).body.code).toBe("cases.not-federation");
    expect((await cadre.get("/api/cases/flows/sample.one")).body.code).toBe(
      "cases.flow-not-adjustable",
    );
    const file = await cadre.get(`${flow}/bpmn`);
    const xml = file.bytes.toString("utf8");
    expect(xml).toContain("<bpmn:userTask");
    const { body } = await cadre.post(`${flow}/bpmn`, { xml });
    expect(stepsOf(body)).toEqual(stepsOf((await cadre.get(flow)).body));
    expect(body).toMatchObject({ faults: [], differences: [], changes: {}, words: [] });
  });
});
