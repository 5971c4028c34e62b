// Proposals of a union that is gone, by their public door: members go elsewhere, and what they asked for goes with them.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import {
  agree,
  file,
  filing,
  memberAt,
  openScene,
  propose,
  rowOf,
  type Scene,
  secondAll,
  toldTo,
} from "./testing.ts";

/** Another firm with as many people, in whose register the first number of the year is given. */
async function besides(scene: Scene): Promise<Scene> {
  const { house } = scene;
  const people = [];
  for (const nth of [10, 11, 12]) people.push(await memberAt(house, tree.otherFirm, nth));
  const [proposer, ...colleagues] = people;
  const officer = await house.signIn("officer", tree.otherFirm);
  const chair = await house.signIn("chair", tree.otherFirm);
  const other = { house, proposer: proposer!, colleagues, officer, chair };
  const id = await propose(other, { union: await house.unionId(tree.otherFirm) });
  await secondAll(other, id);
  await agree(other, officer, id, await filing(other, officer));
  expect((await rowOf(house, id)).number).toBe("2026-001");
  return other;
}

/** The firm's union is merged into the other's, with the leave of the union above. */
async function mergeUnions(scene: Scene): Promise<void> {
  const { house, officer } = scene;
  const paper = await officer.upload(
    "请示.pdf",
    Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
  );
  const merger = await file(officer, "election.merge", {
    ...{ union: await house.unionId(tree.firm), way: "merge" },
    ...{ successor: await house.unionId(tree.otherFirm), due: 60, inFavour: 55 },
    ...{ reason: "两家公司合并", papers: [paper] },
  });
  expect(merger.status, JSON.stringify(merger.body)).toBe(200);
  const above = await house.signIn("chair", tree.xingsha);
  const { body } = await agree(scene, above, merger.body.id);
  expect(body.status, JSON.stringify(body)).toBe("approved");
}

const question = async ({ house, proposer }: Scene): Promise<string> => {
  const { body } = await file(proposer, "proposals.ask", {
    ...{ union: await house.unionId(tree.firm), title: "年终奖怎样算", open: true },
    ...{ question: "今年年终奖的比例依据是什么？", to: "chair" },
  });
  await house.settle();
  return body.id;
};

const statusOf = async (client: Client, id: string) =>
  (await client.get(`/api/cases/${id}`)).body.status;

describe("the proposals of a union merged into another", () => {
  it("go along with their members, each filed one under a number of the union it comes to", async () => {
    const scene = await openScene();
    const { house, proposer, officer } = scene;
    const other = await besides(scene);
    const filed = await propose(scene, { title: "夜班要有热饭" });
    await secondAll(scene, filed);
    await agree(scene, officer, filed, await filing(scene, officer));
    const open = await propose(scene, { title: "添置饮水机" });
    await secondAll(scene, open);
    expect(await rowOf(house, filed)).toMatchObject({ state: "answering", number: "2026-001" });

    await mergeUnions(scene);
    const there = { org_id: await house.unionId(tree.otherFirm), org_path: tree.otherFirm };
    expect(await rowOf(house, filed)).toMatchObject({ ...there, state: "answering" });
    expect((await rowOf(house, filed)).number).toBe("2026-002");
    const [told] = await toldTo(house, proposer, "换了提案号");
    expect(told.body).toContain("2026-002");
    expect(await rowOf(house, open)).toMatchObject({ ...there, state: "filing", number: null });
    const { rows: seconders } = await house.owner.query(
      "select distinct org_path from business.proposals_seconders",
    );
    expect(seconders).toEqual([{ org_path: tree.otherFirm }]);

    await agree(other, other.officer, open, await filing(other, other.officer));
    expect(await rowOf(house, open)).toMatchObject({ state: "answering", number: "2026-003" });
    const { body } = await other.officer.get("/api/proposals/proposals");
    expect(body.total).toBe(3);
    await agree(other, other.officer, open, { result: "done", answer: "已经装好。" });
    await agree(other, other.chair, open);
    expect((await rowOf(house, open)).state).toBe("rating");
    await agree(scene, proposer, open, { satisfaction: "good" });
    expect((await rowOf(house, open)).state).toBe("closed");
  });

  it("and so do its members' questions, which the chair there answers", async () => {
    const scene = await openScene();
    const { house, proposer } = scene;
    const other = await besides(scene);
    const asked = await question(scene);
    await mergeUnions(scene);
    expect(await statusOf(proposer, asked)).toBe("running");
    const answered = await agree(other, other.chair, asked, { answer: "依据绩效方案第五条。" });
    expect(answered.body.status, JSON.stringify(answered.body)).toBe("approved");
    const { rows } = await house.owner.query(
      "select org_path, number from business.proposals_questions",
    );
    expect(rows).toEqual([{ org_path: tree.otherFirm, number: "Z2026-001" }]);
  });
});
