// Who proposes, seconds and votes is a person, not a record: also when two records turn out to be one person's.
import { describe, expect, it } from "vitest";
import { enrolAt, facts } from "../../../registers/members/testing.ts";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { agree, answered, openScene, propose, rowOf, type Scene, sweep } from "./testing.ts";

async function merge({ house }: Scene, survivorId: string, absorbedId: string) {
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const note = "本人到场确认";
  const { status, body } = await cadre.post("/api/roster/merges", { survivorId, absorbedId, note });
  if (status !== 200) throw new Error(JSON.stringify(body));
  await house.settle();
  return async () => {
    await cadre.post(`/api/roster/merges/${body.id}/undo`, { note: "是两个人" });
    await house.settle();
  };
}

/** Another record of somebody, older than the one they sign in with. */
async function olderRecord({ house }: Scene, name: string): Promise<string> {
  const [id] = await enrolAt(house, tree.firm, [facts(700, { name })]);
  return id!;
}

const secondersOf = async ({ owner }: TestHouse, id: string) =>
  (
    await owner.query(
      `select person_id, proposer_id, state from business.proposals_seconders
       where case_id = $1 order by name_mask, person_id`,
      [id],
    )
  ).rows;

describe("a member who stands on file twice", () => {
  it("keeps what they proposed with the record that stays, and has it back when that is undone", async () => {
    const scene = await openScene();
    const { house, proposer } = scene;
    const older = await olderRecord(scene, proposer.name);
    const id = await answered(scene);
    const undo = await merge(scene, older, proposer.personId);
    expect(await rowOf(house, id)).toMatchObject({ person_id: older });
    expect((await secondersOf(house, id)).map((one) => one.proposer_id)).toEqual([older, older]);
    const answers = await house.owner.query("select person_id from business.proposals_answers");
    expect(answers.rows).toEqual([{ person_id: older }]);
    expect((await proposer.get(`/api/proposals/proposals/${id}`)).body.id).toBe(id);

    await undo();
    expect(await rowOf(house, id)).toMatchObject({ person_id: proposer.personId });
  });

  it("seconds what they were asked to second under the other record", async () => {
    const scene = await openScene();
    const { house, colleagues } = scene;
    const [first, second] = colleagues;
    const older = await olderRecord(scene, first!.name);
    const id = await propose(scene);
    const undo = await merge(scene, older, first!.personId);
    const at = `/api/proposals/proposals/${id}/second`;
    expect((await first!.post(at, { seconds: true })).body).toMatchObject({ state: "seconded" });

    await undo();
    const rows = await secondersOf(house, id);
    expect(rows.map((one) => one.person_id).toSorted()).toEqual(
      [first!.personId, second!.personId].toSorted(),
    );
  });

  it.each([
    ["counts once, though invited twice", (scene: Scene) => scene.colleagues[0]!],
    ["does not second what they proposed themselves", (scene: Scene) => scene.proposer],
  ])("%s", async (_title, survivor) => {
    const scene = await openScene();
    const [first, second] = scene.colleagues;
    const id = await propose(scene);
    for (const one of [first!, second!]) {
      await one.post(`/api/proposals/proposals/${id}/second`, { seconds: true });
    }
    await merge(scene, survivor(scene).personId, second!.personId);
    expect(await rowOf(scene.house, id)).toMatchObject({ state: "seconding" });
  });

  it("has one vote, the one cast first", async () => {
    const scene = await openScene();
    const { house, officer, colleagues } = scene;
    const ids = [await answered(scene), await answered(scene, { title: "夜班班车增加一趟" })];
    for (const id of ids) await agree(scene, scene.proposer, id, { satisfaction: "good" });
    const opened = await officer.post("/api/proposals/selections", {
      union: await house.unionId(tree.firm),
      ...{ title: "年度优秀提案", places: 1, endsDay: "2026-12-31", proposals: ids },
    });
    const at = `/api/proposals/selections/${opened.body.id}`;
    const [first, second, third] = colleagues;
    await first!.post(`${at}/vote`, { proposal: ids[0] });
    house.clock.advance(60_000);
    await second!.post(`${at}/vote`, { proposal: ids[1] });
    await merge(scene, second!.personId, first!.personId);
    await merge(scene, third!.personId, second!.personId);
    const again = await third!.post(`${at}/vote`, { proposal: ids[1] });
    expect(again.body.code).toBe("proposals.voted-already");

    house.clock.set("2027-01-01T01:00:00+08:00");
    await sweep(house, "proposals.rate.count");
    const { rows } = await house.owner.query(
      "select case_id, votes from business.proposals_nominees where votes > 0",
    );
    expect(rows).toEqual([{ case_id: ids[0], votes: 1 }]);
  });

  it("counts once among those who read an item, also merged twice over, and as two when it is undone", async () => {
    const scene = await openScene();
    const { house, officer, colleagues } = scene;
    const [first, second, third] = colleagues;
    const { body } = await officer.post("/api/proposals/disclosures", {
      ...{ union: await house.unionId(tree.firm), kind: "agreement", title: "2026 年集体合同" },
      ...{ words: "经职代会审议通过，现予公开。", files: [] },
    });
    const at = `/api/proposals/disclosures/${body.id}`;
    const seenBy = async () => {
      const listed = await officer.get("/api/proposals/disclosures");
      return [(await officer.get(at)).body.seen, listed.body.rows[0].seen];
    };
    for (const one of [first!, second!]) await one.post(`${at}/seen`);
    expect(await seenBy()).toEqual([2, 2]);
    const undoFirst = await merge(scene, second!.personId, first!.personId);
    expect(await seenBy()).toEqual([1, 1]);
    const undoSecond = await merge(scene, third!.personId, second!.personId);
    expect((await third!.post(`${at}/seen`)).body).toEqual({ first: false });
    expect(await seenBy()).toEqual([1, 1]);

    await undoSecond();
    expect(await seenBy()).toEqual([2, 2]);
    await undoFirst();
    expect(await seenBy()).toEqual([3, 3]);
  });
});
