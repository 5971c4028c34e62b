// The list of hand-overs over HTTP: each stays on record with who gave it, who has it, on whose word and why.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSheet } from "@niangjia/foundation/excel";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const postOf = async (house: TestHouse, { accountId }: Client): Promise<string> =>
  (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
    .rows[0].id;

/** Three tasks at a firm: one is claimed, handed over and decided; one is shared out and taken back. */
async function openScene() {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  let filed = 0;
  const file = async () => {
    filed += 1;
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(filed) });
    return fileSample(worker, "one", facts);
  };
  const listed = async (client: Client, query = "") =>
    (await client.get(`/api/cases/hand-overs${query}`)).body;
  return { house, officer, chair, file, listed };
}

async function handedOver() {
  const scene = await openScene();
  const { house, officer, chair, file } = scene;
  const first = await file();
  await give(officer, first.id, { kind: "claim", task: 1 });
  const [from, to] = [await postOf(house, officer), await postOf(house, chair)];
  await chair.post("/api/cases/hand-over", { from, to, reason: "长期病休" });
  await agree(chair, first.id, 2);
  house.clock.set("2026-11-18T09:00:00+08:00");
  const second = await file();
  const items = [{ id: second.id, task: 1 }];
  await chair.post("/api/cases/workload/give", { items, to, reason: "近期件多" });
  const given = [{ id: second.id, task: 2 }];
  await chair.post("/api/cases/workload/give-back", { items: given });
  return { ...scene, first, second };
}

describe("hand-overs on record", () => {
  it("say who had what from whom, when and on whose word, also when the case has ended", async () => {
    const { chair, first, second, listed } = await handedOver();
    const { rows, total } = await listed(chair);
    expect(total).toBe(3);
    const seat = { unionName: expect.any(String), functionTitle: "疗养申请" };
    expect(rows).toMatchObject([
      { ...seat, id: second.id, how: "returned", from: "测试工会主席（工会主席）", to: null },
      { ...seat, id: second.id, how: "shared", from: null, to: "测试工会主席（工会主席）" },
      {
        ...{ ...seat, id: first.id, number: first.number, how: "ordered", howTitle: "安排交接" },
        ...{ from: "测试工会干事（工会干事）", to: "测试工会主席（工会主席）" },
        ...{ by: "测试工会主席（工会主席）", reason: "长期病休", roleTitle: "工会干事" },
        at: "2026-11-16T01:00:00.000Z",
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("林");
  });

  it("are those of one's own union and below, page by page, by way, name and day", async () => {
    const { house, chair, listed } = await handedOver();
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    const far = await house.signIn("cadre", tree.furong);
    expect((await listed(cadre)).total).toBe(3);
    expect((await listed(far)).total).toBe(0);
    expect((await listed(chair, "?page=2&size=2")).rows).toMatchObject([{ how: "ordered" }]);
    const totals = ["how=shared", "q=干事", "q=查无此人", "from=2026-11-17", "to=2026-11-17"];
    const found = await Promise.all(
      totals.map(async (one) => (await listed(chair, `?${one}`)).total),
    );
    expect(found).toEqual([1, 1, 0, 2, 1]);
    const officer = await house.signIn("officer", tree.firm);
    expect((await officer.get("/api/cases/hand-overs")).status).toBe(403);
  });

  it("go out as a sheet with all that the list shows", async () => {
    const { chair, first } = await handedOver();
    const { bytes, headers } = await chair.get("/api/cases/hand-overs/file?how=ordered");
    expect(headers["content-disposition"]).toContain(encodeURIComponent("工作交接"));
    const folder = mkdtempSync(join(tmpdir(), "hand-overs-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "sheet.xlsx"), bytes);
    const lines: string[][] = [];
    for await (const { cells } of await readSheet(join(folder, "sheet.xlsx"), { maxRows: 10 })) {
      lines.push(cells.map((cell) => cell?.text ?? ""));
    }
    expect(lines[1]?.slice(0, 2)).toEqual(["2026-11-16 09:00:00", first.number]);
    expect(lines[1]?.at(-1)).toBe("长期病休");
  });

  it("of somebody who is gone are the house's own", async () => {
    const { house, officer, chair, file, listed } = await openScene();
    const { id } = await file();
    await give(officer, id, { kind: "claim", task: 1 });
    const colleague = await house.signIn("officer", tree.firm);
    const keeper = await house.signIn("system-admin", tree.province);
    await keeper.post(`/api/access/posts/${await postOf(house, officer)}/end`);
    await house.settle();
    expect((await agree(colleague, id)).body.status).toBe("approved");
    expect((await listed(chair)).rows).toMatchObject([
      { id, how: "left", from: "测试工会干事（工会干事）", to: null, by: null },
    ]);
  });
});
