// Moves over HTTP: shown by version and step, checked case by case, ordered by a federation, carried out one after another.
import { describe, expect, it } from "vitest";
import { rooms } from "../../server/rooms.ts";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { casesRoom } from "./index.ts";
import { agree, fileOnVersionOne, revisedRoom } from "./testing.ts";

const otherRooms = rooms.filter(({ word }) => word !== "cases");

const moves = "/api/cases/flow-moves/sample.two";
const whole = { version: 1, variant: 0, steps: { review: "first", approve: "last" } };
const because = "流程已修订";

/** A scene of three cases, and whoever is at it. */
async function openScene() {
  const house = await openTestHouse({ rooms: [...otherRooms, casesRoom([revisedRoom])] });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  await house.signIn("chair", tree.firm);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const filed = await fileOnVersionOne(house, { worker, officer });
  return { house, officer, cadre, ids: filed.map(({ id }) => id), filed };
}

const statesOf = async ({ owner }: TestHouse) =>
  (
    await owner.query(`select version, variant, (select count(*)::int from business.case_actions a
      where a.case_id = c.id and a.kind = 'migrate') as moved from business.cases c order by number`)
  ).rows;

describe("cases on an earlier flow", () => {
  it("are shown by version and step, with a map of steps of the same name", async () => {
    const { cadre } = await openScene();
    const { body: list } = await cadre.get("/api/cases/flow-moves");
    expect(list.rows).toEqual([{ id: "sample.two", title: "疗养申请", cases: 3, running: false }]);
    const { body } = await cadre.get(moves);
    expect(body).toMatchObject({ flowTitle: "统一流程第 2 版", total: 3, looked: 3, moves: [] });
    expect(body.choices).toEqual([
      { id: "first", title: "初审" },
      { id: "last", title: "终审" },
    ]);
    expect(body.groups).toEqual([
      {
        ...{ version: 1, variant: 0, title: "统一流程第 1 版", cases: 3 },
        steps: [
          { id: "review", title: "所在工会审核", standing: 2, to: null },
          { id: "approve", title: "所在工会审批", standing: 1, to: null },
        ],
      },
    ]);
  });

  it("are checked one by one: those left behind by the map are named with their reason", async () => {
    const { house, cadre, filed } = await openScene();
    const check = async (maps: object[]) => (await cadre.post(`${moves}/check`, { maps })).body;
    const half = await check([{ ...whole, steps: { review: "first" } }]);
    expect(half).toMatchObject({ looked: 3, moves: 2, staying: 1 });
    expect(half.stays).toEqual([
      { ...filed[1], why: "停在“所在工会审批”，新流程里没有同类、同位置的步骤。" },
    ]);
    expect(half.faults).toMatchObject([{ version: 1, variant: 0, step: "approve" }]);
    expect(await check([whole])).toMatchObject({ moves: 3, staying: 0, stays: [], faults: [] });
    expect(await statesOf(house)).toEqual(filed.map(() => ({ version: 1, variant: 0, moved: 0 })));
  });

  it("go on under the flow of today once ordered, and the history says on whose word", async () => {
    const { house, officer, cadre, ids } = await openScene();
    const ordered = await cadre.post(moves, { maps: [whole], because });
    expect(ordered.status, JSON.stringify(ordered.body)).toBe(200);
    expect((await cadre.post(moves, { maps: [whole], because })).body.code).toBe("cases.move-runs");
    expect((await cadre.get(moves)).body.moves).toMatchObject([
      { wanted: 3, moved: 0, ended: null },
    ]);
    await house.settle();
    expect((await cadre.get(moves)).body).toMatchObject({
      ...{ total: 0, groups: [] },
      moves: [{ because, wanted: 3, looked: 3, moved: 3, ended: expect.any(String), stays: [] }],
    });
    expect(await statesOf(house)).toEqual(ids.map(() => ({ version: 2, variant: 0, moved: 1 })));
    const { body } = await officer.get(`/api/cases/${ids[0]}`);
    expect(JSON.stringify(body.history ?? body)).toContain(`安排转入新流程：${because}`);
    await agree(officer, ids[0]!);
    const { rows } = await house.owner.query(
      "select node from business.tasks where case_id = $1 and state = 'open'",
      [ids[0]],
    );
    expect(rows).toEqual([{ node: "last" }]);
    expect((await cadre.post(moves, { maps: [whole], because })).body.code).toBe(
      "cases.nothing-to-move",
    );
  });

  it("stay where the map has no place for them, and are listed with their reason", async () => {
    const { house, cadre, filed } = await openScene();
    await cadre.post(moves, { maps: [{ ...whole, steps: { review: "first" } }], because });
    await house.settle();
    const { body } = await cadre.get(moves);
    expect(body).toMatchObject({ total: 1, moves: [{ looked: 3, moved: 2 }] });
    expect(body.moves[0].stays).toEqual([
      { ...filed[1], why: expect.stringContaining("停在“所在工会审批”") },
    ]);
  });

  it("come to the local flow of the federation that orders it, and never to another's", async () => {
    const { house, cadre, ids } = await openScene();
    const chair = await house.signIn("chair", tree.changshaCounty);
    const flows = "/api/cases/flows";
    const changes = { within: { first: 4 } };
    const wish = { changes, fromDay: "2026-11-21" };
    const { number } = (await cadre.post(`${flows}/sample.two/variants`, wish)).body;
    await chair.post(`${flows}/variants/${number}/decision`, { agree: true });
    const city = await house.signIn("cadre", tree.changsha);
    const { body } = await city.post(`${moves}/check`, { maps: [whole] });
    expect(body).toMatchObject({ looked: 3, moves: 0, staying: 3 });
    expect(body.stays[0].why).toContain(`本地流程第 ${number} 号`);
    await cadre.post(moves, { maps: [whole], because });
    await house.settle();
    expect(await statesOf(house)).toEqual(
      ids.map(() => ({ version: 2, variant: number, moved: 1 })),
    );
  });

  it("are a federation's to bring, of its own unions alone", async () => {
    const { house } = await openScene();
    const firm = await house.signIn("chair", tree.firm);
    expect((await firm.get(moves)).body.code).toBe("cases.not-federation");
    const officer = await house.signIn("officer", tree.changshaCounty);
    expect((await officer.get(moves)).status).toBe(403);
    const stranger = await house.signIn("cadre", tree.furong);
    expect((await stranger.get(moves)).body).toMatchObject({ total: 0, groups: [] });
    expect((await stranger.post(moves, { maps: [whole], because })).body.code).toBe(
      "cases.nothing-to-move",
    );
  });
});
