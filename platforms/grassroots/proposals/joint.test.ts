// Proposals that were merged with another, by the public door: they hear its answer, or that none will come.
import { describe, expect, it } from "vitest";
import {
  act,
  agree,
  file,
  filing,
  openScene,
  propose,
  rowOf,
  type Scene,
  secondAll,
  toldTo,
} from "./testing.ts";

/** A scene in which somebody else proposes the same. */
const inTheNameOf = (scene: Scene, nth: number): Scene => ({
  ...scene,
  proposer: scene.colleagues[nth]!,
  colleagues: [scene.proposer, ...scene.colleagues.filter((_, at) => at !== nth)],
});

async function seconded(scene: Scene, changes: object = {}): Promise<string> {
  const id = await propose(scene, changes);
  await secondAll(scene, id);
  return id;
}

const mergeInto = (scene: Scene, id: string, number: string) =>
  agree(scene, scene.officer, id, { decision: "merge", mergeInto: number });

const give = (scene: Scene, id: string, command: object) =>
  act(scene, scene.officer, { id, command });

async function filed(scene: Scene): Promise<string> {
  const id = await seconded(scene);
  await agree(scene, scene.officer, id, await filing(scene, scene.officer));
  return id;
}

/** The first leads under 2026-001, and the other's is merged into it. */
async function joined() {
  const scene = await openScene();
  const leading = await filed(scene);
  const other = inTheNameOf(scene, 2);
  const merged = await seconded(other, { title: "夜班要有热饭" });
  expect((await mergeInto(scene, merged, "2026-001")).body.status).toBe("approved");
  return { scene, leading, other, merged };
}

describe("a proposal merged into one that dies", () => {
  it("is told so, and lies filled in before its proposer to be made again", async () => {
    const { scene, leading, other, merged } = await joined();
    const { house, proposer } = scene;
    const { body: before } = await other.proposer.get(`/api/cases/${merged}`);
    expect(before.records).toMatchObject([{ lines: [{ words: "承办中" }], next: null }]);
    await give(scene, leading, { kind: "return", opinion: "请写明哪些班次" });
    expect(await toldTo(house, other.proposer, "没有办下去")).toEqual([]);
    const left = await proposer.post(`/api/cases/${leading}/commands`, {
      command: { kind: "withdraw", opinion: "不提了" },
    });
    expect(left.status, JSON.stringify(left.body)).toBe(200);
    await house.settle();
    const told = await toldTo(house, other.proposer, "没有办下去");
    expect(told).toMatchObject([{ link: `/cases/${merged}` }]);
    expect(told[0].body).toContain("2026-001");
    const { body: shown } = await other.proposer.get(`/api/cases/${merged}`);
    expect(shown.records).toMatchObject([
      { lines: [{ words: "已撤回" }], next: { function: "proposals.submit" } },
    ]);
    const { body: form } = await other.proposer.get("/api/cases/functions/proposals.submit");
    expect(form.draft.facts).toMatchObject({ title: "夜班要有热饭", category: "life" });
    const facts = { ...form.prefill, ...form.draft.facts };
    const again = await file(other.proposer, "proposals.submit", facts);
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    await house.settle();
    expect((await rowOf(house, again.body.id)).title).toBe("夜班要有热饭");
  });

  it("leaves alone what its proposer is just writing, and is told of a refusal too", async () => {
    const { scene, leading, other } = await joined();
    const { house } = scene;
    const draft = "/api/cases/functions/proposals.submit/draft";
    await other.proposer.put(draft, { facts: { title: "另一件事" } });
    await give(scene, leading, { kind: "return", to: "file", opinion: "不归我们管" });
    await give(scene, leading, { kind: "reject", opinion: "属于个人诉求" });
    expect((await rowOf(house, leading)).state).toBe("refused");
    expect(await toldTo(house, other.proposer, "没有办下去")).toHaveLength(1);
    const { body } = await other.proposer.get("/api/cases/functions/proposals.submit");
    expect(body.draft.facts).toEqual({ title: "另一件事" });
  });
});

/** Answered, rated poor and opened once more; then it comes back to its proposer, who withdraws it. */
async function poorlyAnswered(scene: Scene, id: string): Promise<void> {
  const { officer, chair, proposer } = scene;
  await agree(scene, officer, id, { result: "explained", answer: "没有办法。" });
  await agree(scene, chair, id);
  scene.house.clock.set("2026-11-24T09:00:00+08:00");
  await agree(scene, proposer, id, { satisfaction: "poor", remark: "没有说原因" });
  expect((await rowOf(scene.house, id)).state).toBe("reopened");
}

async function giveUp(scene: Scene, id: string): Promise<void> {
  await give(scene, id, { kind: "return", opinion: "请写明哪些班次" });
  const command = { kind: "withdraw", opinion: "不提了" };
  await scene.proposer.post(`/api/cases/${id}/commands`, { command });
  await scene.house.settle();
  expect((await rowOf(scene.house, id)).state).toBe("withdrawn");
}

describe("a proposal merged into one that is opened once more and then dies", () => {
  it("has had its answer when they were together by then", async () => {
    const { scene, leading, other, merged } = await joined();
    await poorlyAnswered(scene, leading);
    expect(await toldTo(scene.house, other.proposer, "有了答复")).toHaveLength(1);
    await giveUp(scene, leading);
    expect(await toldTo(scene.house, other.proposer, "没有办下去")).toEqual([]);
    const { body } = await other.proposer.get(`/api/cases/${merged}`);
    expect(body.records).toMatchObject([{ next: null }]);
  });

  it("is told that none will come when it was merged only after the first answer", async () => {
    const scene = await openScene();
    const leading = await filed(scene);
    await poorlyAnswered(scene, leading);
    const other = inTheNameOf(scene, 2);
    const merged = await seconded(other, { title: "夜班要有热饭" });
    await mergeInto(scene, merged, "2026-001");
    await giveUp(scene, leading);
    expect(await toldTo(scene.house, other.proposer, "没有办下去")).toHaveLength(1);
  });
});

describe("a proposal merged into one that is merged into a third", () => {
  it("hears the answer to the third, under the number it was told", async () => {
    const { scene, leading, other, merged } = await joined();
    const { house, officer, chair, proposer } = scene;
    const third = inTheNameOf(scene, 1);
    const last = await filed(third);
    expect((await rowOf(house, last)).number).toBe("2026-002");
    await give(scene, leading, { kind: "return", to: "file", opinion: "与 2026-002 是一件事" });
    expect((await mergeInto(scene, leading, "2026-002")).body.status).toBe("approved");
    await agree(scene, officer, last, { result: "planned", answer: "明年一月起供应。" });
    await agree(scene, chair, last);
    const [first] = await toldTo(house, other.proposer, "您并入 2026-001 号");
    expect(first).toMatchObject({ link: `/cases/${merged}` });
    expect(first.body).toContain("明年一月起供应。");
    expect(await toldTo(house, proposer, "您并入 2026-002 号")).toHaveLength(1);
  });

  it("is told when the third dies", async () => {
    const { scene, leading, other } = await joined();
    const { house, proposer } = scene;
    const last = await filed(inTheNameOf(scene, 1));
    await give(scene, leading, { kind: "return", to: "file", opinion: "与 2026-002 是一件事" });
    await mergeInto(scene, leading, "2026-002");
    await give(scene, last, { kind: "return", to: "file", opinion: "不归我们管" });
    await give(scene, last, { kind: "reject", opinion: "属于个人诉求" });
    for (const one of [other.proposer, proposer]) {
      expect(await toldTo(house, one, "没有办下去")).toHaveLength(1);
    }
  });
});
