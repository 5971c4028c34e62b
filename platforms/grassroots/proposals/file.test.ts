// Filing proposals by their public door: a number, a merger, a reason, and what is left in the store.
import { readSheet } from "@niangjia/foundation/excel";
import { describe, expect, it } from "vitest";
import { act, agree, filing, openScene, propose, rowOf, secondAll, toldTo } from "./testing.ts";

describe("proposals.file", () => {
  it("gives the first of the year its number and hands it to the department", async () => {
    const scene = await openScene();
    const { house, officer, proposer } = scene;
    const id = await propose(scene);
    await secondAll(scene, id);
    const half = await agree(scene, officer, id, { decision: "file", department: "行政部" });
    expect(half.body.fields).toEqual([{ path: "facts.handler", say: "请选择承办人。" }]);
    await agree(scene, officer, id, await filing(scene, officer));
    expect(await rowOf(house, id)).toMatchObject({
      ...{ state: "answering", number: "2026-001", filed_day: "2026-11-23" },
      ...{ department: "行政部", due_day: "2026-12-21" },
    });
    const list = await officer.get("/api/proposals/proposals?q=2026-001");
    expect(list.body.rows).toMatchObject([{ id, stateName: "承办中", seconded: 2, late: false }]);
    const sheet = await officer.get("/api/proposals/proposals-file");
    expect(sheet.status).toBe(200);
    expect((await proposer.get("/api/proposals/proposals")).status).toBe(403);
  });

  it("is taken out in the order of the list", async () => {
    const scene = await openScene();
    const first = await propose(scene);
    const second = await propose(scene, { title: "夜班要有热饭" });
    await scene.house.owner.query(
      `update business.proposals_proposals set made_day = made_day - 1
       where case_id = $1`,
      [first],
    );
    const titles = [first, second].map(async (id) => (await rowOf(scene.house, id)).title);
    const [older, newer] = await Promise.all(titles);
    for (const [sort, expected] of [
      ["made", [older, newer]],
      ["-made", [newer, older]],
    ] as const) {
      const { bytes } = await scene.officer.get(`/api/proposals/proposals-file?sort=${sort}`);
      const found: string[] = [];
      for await (const { cells } of await readSheet(bytes)) found.push(cells[1]?.text ?? "");
      expect(found.slice(1)).toEqual(expected);
    }
  });

  it("merges one with another that is not answered yet, and tells its proposer the answer", async () => {
    const scene = await openScene();
    const { house, officer, chair, proposer } = scene;
    const leading = await propose(scene);
    await secondAll(scene, leading);
    await agree(scene, officer, leading, await filing(scene, officer));
    const second = await propose(scene, { title: "夜班要有热饭" });
    await secondAll(scene, second);
    const merge = (mergeInto: string) =>
      agree(scene, officer, second, { decision: "merge", mergeInto });
    const unknown = await merge("2026-099");
    expect(unknown.body.fields[0].say).toContain("没有这个提案号");
    expect((await merge("2026-001")).body.status).toBe("approved");
    expect(await rowOf(house, second)).toMatchObject({ state: "merged", merged_into: leading });
    await agree(scene, officer, leading, { result: "planned", answer: "明年一月起供应。" });
    await agree(scene, chair, leading);
    const [told] = await toldTo(house, proposer, "您并入 2026-001 号");
    expect(told).toMatchObject({ link: `/cases/${second}` });
    expect(told.body).toContain("明年一月起供应。");
  });

  it("ends one that is not filed with the reason", async () => {
    const scene = await openScene();
    const { house, officer, proposer } = scene;
    const id = await propose(scene);
    await secondAll(scene, id);
    await act(scene, officer, {
      id,
      command: { kind: "reject", opinion: "属于个人诉求，请走“职工质询”。" },
    });
    expect((await rowOf(house, id)).state).toBe("refused");
    const { body } = await proposer.get(`/api/cases/${id}`);
    expect(JSON.stringify(body.history)).toContain("属于个人诉求");
  });
});
