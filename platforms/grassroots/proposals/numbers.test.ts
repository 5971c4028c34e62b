// Numbers of proposals as a county sets them, by the public door: how many second one, and how long a term grows.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  act,
  agree,
  file,
  filing,
  openScene,
  proposalFacts,
  propose,
  rowOf,
  type Scene,
  secondAll,
} from "./testing.ts";

const fromDay = "2026-11-24";

/** The county sets numbers of the room; they hold from the next day, which it then is. */
async function setByCounty({ house }: Scene, numbers: Readonly<Record<string, number>>) {
  const chair = await house.signIn("chair", tree.changshaCounty);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  for (const [name, value] of Object.entries(numbers)) {
    const wish = { value, fromDay, document: "长沙县总工会提案工作办法", article: "第三条" };
    const { body } = await chair.post(`/api/rules/proposals/${name}`, wish);
    const decision = `/api/rules/values/${body.number}/decision`;
    expect((await cadre.post(decision, { agree: true })).status).toBe(200);
  }
  house.clock.set(`${fromDay}T09:00:00+08:00`);
}

describe("the number of seconders a county set", () => {
  it("holds for proposals made from its day, and those made before keep theirs", async () => {
    const scene = await openScene();
    const { house, proposer, colleagues } = scene;
    const before = await propose(scene);
    await setByCounty(scene, { secondersAtLeast: 3 });
    const facts = await proposalFacts(scene, { title: "夜班热饭" });
    const few = await file(proposer, "proposals.submit", facts);
    expect(few.body.fields).toMatchObject([
      { path: "facts.seconders", say: expect.stringContaining("3 行") },
    ]);
    await secondAll(scene, before);
    expect((await rowOf(house, before)).state).toBe("filing");
    const seconders = colleagues.map(({ name, phone }) => ({ name, phone }));
    const after = await propose(scene, { title: "夜班热饭", seconders });
    await secondAll(scene, after);
    expect((await rowOf(house, after)).state).toBe("seconding");
    const at = `/api/proposals/proposals/${after}`;
    expect((await proposer.get(at)).body.least).toBe(3);
    const early = await agree(scene, proposer, after);
    expect(early.body.title).toContain("3");
    await colleagues[2]!.post(`${at}/second`, { seconds: true });
    await house.settle();
    expect((await rowOf(house, after)).state).toBe("filing");
  });
});

describe("the extension a county set", () => {
  it("is as far as a department may go with an answer, and with one to a question", async () => {
    const scene = await openScene();
    const { house, officer, proposer, chair } = scene;
    await setByCounty(scene, { answerExtension: 15, questionExtension: 2 });
    const id = await propose(scene);
    await secondAll(scene, id);
    await agree(scene, officer, id, await filing(scene, officer));
    const { body } = await officer.get(`/api/cases/${id}`);
    const door = { command: "extend", open: true, atMost: 15 };
    expect(body.can).toContainEqual(expect.objectContaining(door));
    const extend = (workdays: number) => ({ kind: "extend", workdays, opinion: "要等设备采购" });
    expect((await act(scene, officer, { id, command: extend(16) })).status).toBe(422);
    expect((await act(scene, officer, { id, command: extend(15) })).status).toBe(200);
    const question = await file(proposer, "proposals.ask", {
      ...{ union: await house.unionId(tree.firm), title: "年终奖怎样算", open: true },
      ...{ question: "今年年终奖的比例依据是什么？", to: "chair" },
    });
    const asked = { id: question.body.id };
    expect((await act(scene, chair, { ...asked, command: extend(3) })).status).toBe(422);
    expect((await act(scene, chair, { ...asked, command: extend(2) })).status).toBe(200);
  });
});
