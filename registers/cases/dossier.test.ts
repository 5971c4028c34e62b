// Case files over HTTP: masked, whole with a purpose that is noted, and checked against the store.
import { describe, expect, it } from "vitest";
import { textOf } from "../../foundation/pdf/fixtures/extract.ts";
import { tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

/** The smallest picture there is: one grey dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);

async function openEnded() {
  const house = await openSampleHouse();
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const papers = [await worker.upload("诊断书.png", dot)];
  const facts = await sampleFacts(house, tree.firm, { papers, reason: "腰伤了👍🏽" });
  const { id, number } = await fileSample(worker, "one", facts);
  await give(officer, id, { kind: "agree", task: 1, opinion: "情况属实" });
  return { house, worker, officer, id, number };
}

const words = (bytes: Buffer): string => textOf(bytes).flat().join("");

describe("the case file", () => {
  it("holds facts with masks, who signed, opinions, papers by hash, and the last hash on each page", async () => {
    const { officer, id, number } = await openEnded();
    const { status, bytes, headers } = await officer.get(`/api/cases/${id}/dossier`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("application/pdf");
    const text = words(bytes);
    for (const part of [number, "林*满", "138****8000", "腰伤了〔图〕", "情况属实", "诊断书.png"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("测试工会干事");
    expect(text).not.toContain("林小满");
    expect(text).not.toContain(idNumber(1));
    const feet = textOf(bytes).map((page) => /末条哈希 ([0-9a-f]{64})/.exec(page.join("\n"))?.[1]);
    expect(new Set(feet).size).toBe(1);
    expect(feet[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(bytes.includes("EmbeddedFile")).toBe(false);
  });

  it("is whole only for whoever says why; the person reads that, and nobody else fetches it", async () => {
    const { house, worker, officer, id } = await openEnded();
    expect((await officer.post(`/api/cases/${id}/dossiers`, {})).status).toBe(400);
    const made = await officer.post(`/api/cases/${id}/dossiers`, { purpose: "劳动监察调阅" });
    expect(made.status).toBe(200);
    const file = await officer.get(`/api/cases/dossiers/${made.body.id}`);
    const text = words(file.bytes);
    expect(text).toContain("林小满");
    expect(text).toContain(idNumber(1));
    expect(text).toContain("劳动监察调阅");
    expect(file.bytes.toString("latin1").match(/\/Type \/EmbeddedFile/g)).toHaveLength(2);
    const { rows } = await house.owner.query("select purpose, fields from audit.looks");
    expect(rows).toMatchObject([{ purpose: "劳动监察调阅" }]);
    expect(rows[0].fields).toContain("idNumber");
    const chair = await house.signIn("chair", tree.firm);
    expect((await chair.get(`/api/cases/dossiers/${made.body.id}`)).status).toBe(404);
    expect((await worker.get(`/api/cases/${id}/dossier`)).status).toBe(403);
    const stranger = await house.signIn("officer", tree.furongFirm);
    expect((await stranger.get(`/api/cases/${id}/dossier`)).status).toBe(404);
    expect((await stranger.post(`/api/cases/${id}/dossiers`, { purpose: "看看" })).status).toBe(
      404,
    );
  });

  it("shows a changed byte of an action, also after more has been done", async () => {
    const { house, worker, officer } = await openEnded();
    const chair = await house.signIn("chair", tree.firm);
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const { id } = await fileSample(worker, "two", facts);
    await agree(officer, id);
    const { bytes } = await officer.get(`/api/cases/${id}/dossier`);
    const hash = /末条哈希 ([0-9a-f]{64})/.exec(textOf(bytes)[0]!.join("\n"))![1]!;
    const check = async (lines: number) =>
      (await officer.get(`/api/cases/${id}/dossier/check?lines=${lines}&hash=${hash}`)).body;
    await agree(chair, id, 2);
    expect((await check(2)).finding).toBe("same");
    expect((await check(1)).finding).toBe("changed");
    await house.owner.query(
      `update business.case_actions set action = jsonb_set(action, '{opinion}', '"情况属实。"')
        where case_id = $1 and seq = 2`,
      [id],
    );
    expect((await check(2)).finding).toBe("changed");
  });
});
