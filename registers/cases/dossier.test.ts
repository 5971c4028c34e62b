// Case files over HTTP: masked, whole with a purpose that is noted, and checked against the store.
import { createHash } from "node:crypto";
import { pdf } from "@niangjia/foundation/pdf";
import { describe, expect, it } from "vitest";
import { filesIn, textOf } from "../../foundation/pdf/fixtures/extract.ts";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

/** The smallest picture there is: one grey dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const words = (bytes: Buffer): string => textOf(bytes).flat().join("");

/** A paper as a worker brings it: a PDF of its own. */
const report = (title: string) =>
  pdf({ title, madeAt: new Date("2026-11-01T00:00:00Z") }, (paper) => paper.title(title));

async function openEnded() {
  const house = await openSampleHouse();
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const second = await report("诊断");
  const third = await report("经过");
  const papers = [
    await worker.upload("诊断书.png", dot),
    await worker.upload("诊断书.png", second),
    await worker.upload("经过.pdf", third),
  ];
  const facts = await sampleFacts(house, tree.firm, { papers, reason: "腰伤了👍🏽" });
  const { id, number } = await fileSample(worker, "one", facts);
  await give(officer, id, { kind: "agree", task: 1, opinion: "情况属实" });
  return { house, worker, officer, id, number, brought: [dot, second, third] };
}

/** The file of a case; whole with a purpose. */
async function taken(client: Client, id: string, purpose?: string) {
  const made = await client.post(`/api/cases/${id}/dossiers`, purpose ? { purpose } : {});
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const file = await client.get(`/api/cases/dossiers/${made.body.id}`);
  return { ...made.body, bytes: file.bytes, headers: file.headers };
}

const checked = async (house: TestHouse, query: Record<string, string>) =>
  (await house.anonymous.get(`/api/cases/dossiers/check?${new URLSearchParams(query)}`)).body;

describe("the case file", () => {
  it("holds facts with masks, who signed, opinions, papers by hash, and the last hash on each page", async () => {
    const { officer, id, number } = await openEnded();
    const { bytes, headers } = await taken(officer, id);
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
    expect(filesIn(bytes)).toEqual([]);
  });

  it("is whole only for whoever says why; the person reads that, and nobody else fetches it", async () => {
    const { house, worker, officer, id } = await openEnded();
    const wordless = await officer.post(`/api/cases/${id}/dossiers`, { purpose: " " });
    expect(wordless.status).toBe(400);
    await taken(officer, id);
    const { bytes, id: made } = await taken(officer, id, "劳动监察调阅");
    const text = words(bytes);
    expect(text).toContain("林小满");
    expect(text).toContain(idNumber(1));
    expect(text).toContain("劳动监察调阅");
    const { rows } = await house.owner.query("select purpose, fields from audit.looks");
    expect(rows).toMatchObject([{ purpose: "劳动监察调阅" }]);
    expect(rows[0].fields).toContain("idNumber");
    const chair = await house.signIn("chair", tree.firm);
    expect((await chair.get(`/api/cases/dossiers/${made}`)).status).toBe(404);
    expect((await worker.post(`/api/cases/${id}/dossiers`, {})).status).toBe(403);
    const stranger = await house.signIn("officer", tree.furongFirm);
    expect((await stranger.post(`/api/cases/${id}/dossiers`, {})).status).toBe(404);
    expect((await stranger.post(`/api/cases/${id}/dossiers`, { purpose: "看看" })).status).toBe(
      404,
    );
  });

  it("holds every paper byte for byte under a name and hash of its own, a picture on a page besides", async () => {
    const { house, officer, id, brought } = await openEnded();
    const { bytes } = await taken(officer, id, "劳动监察调阅");
    const [history, ...papers] = filesIn(bytes);
    expect(JSON.parse(history!.toString("utf8")).lines).toHaveLength(2);
    expect(papers.map(sha256)).toEqual(brought.map(sha256));
    const text = words(bytes);
    for (const [index, name] of ["诊断书.png", "诊断书.png", "经过.pdf"].entries()) {
      expect(text).toContain(`附件${index + 1}-${name}`);
      expect(text).toContain(sha256(papers[index]!));
    }
    expect(textOf(bytes).at(-1)).toContain("附件1-诊断书.png");
    await house.owner.query("update exchange.files set size = 15000000");
    const refused = await officer.post(`/api/cases/${id}/dossiers`, { purpose: "劳动监察调阅" });
    expect(refused.body).toMatchObject({
      code: "cases.dossier-too-large",
      title: "附件一共 43 MB，超过 40 MB，合不成一份卷宗。",
    });
    expect((await taken(officer, id)).bytes.length).toBeGreaterThan(0);
  });

  it("shows a changed byte of an action, also after more has been done", async () => {
    const { house, worker, officer } = await openEnded();
    const chair = await house.signIn("chair", tree.firm);
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const { id } = await fileSample(worker, "two", facts);
    await agree(officer, id);
    const { bytes, code } = await taken(officer, id);
    const hash = /末条哈希 ([0-9a-f]{64})/.exec(textOf(bytes)[0]!.join("\n"))![1]!;
    const check = async (lines: number) =>
      (await officer.get(`/api/cases/${id}/dossier/check?lines=${lines}&hash=${hash}`)).body;
    await agree(chair, id, 2);
    expect((await check(2)).finding).toBe("same");
    expect((await check(1)).finding).toBe("changed");
    const { dossier } = await checked(house, { code });
    expect(dossier).toMatchObject({
      stands: true,
      today: expect.stringContaining("又办理了 1 步"),
    });
    await house.owner.query(
      `update business.case_actions set action = jsonb_set(action, '{opinion}', '"情况属实。"')
        where case_id = $1 and seq = 2`,
      [id],
    );
    expect((await check(2)).finding).toBe("changed");
    expect((await checked(house, { code })).dossier).toMatchObject({ stands: false });
  });
});

describe("a case file in a stranger's hands", () => {
  it("is known by its bytes, and a changed byte is found", async () => {
    const { house, officer, id, number } = await openEnded();
    const { bytes, code } = await taken(officer, id, "劳动监察调阅");
    const { rows } = await house.owner.query("select code, sha256 from business.case_dossiers");
    expect(rows).toEqual([{ code, sha256: sha256(bytes) }]);
    expect(words(bytes)).toContain(`核验码 ${code}`);
    const known = await checked(house, { sha256: sha256(bytes) });
    expect(known).toMatchObject({
      finding: "genuine",
      dossier: { code, issuedDay: "2026-11-21", stands: true },
    });
    expect(known.dossier.onDay[0]).toEqual({ title: "编号", text: number });
    const changed = Uint8Array.from(bytes);
    changed[Math.floor(changed.length / 2)]! ^= 1;
    expect(await checked(house, { sha256: sha256(changed) })).toMatchObject({
      finding: "unknown",
      dossier: null,
    });
    expect(await checked(house, { sha256: sha256(changed), code })).toMatchObject({
      finding: "altered",
      dossier: { code },
    });
  });

  it("is found by its code without a word about a person; a mistyped code is said to be one", async () => {
    const { house, officer, id } = await openEnded();
    const { code } = await taken(officer, id, "劳动监察调阅");
    const found = await checked(house, { code: code.toLowerCase().replaceAll("-", " ") });
    expect(found.finding).toBe("genuine");
    for (const personal of ["林", "138", "腰伤", idNumber(1), "劳动监察调阅", "测试"]) {
      expect(JSON.stringify(found)).not.toContain(personal);
    }
    expect((await checked(house, { code: "7QK4-W0PX-9DZU" })).code).toBe("cases.code-unreadable");
    expect(await checked(house, { code: "0000-0000-0012" })).toMatchObject({ finding: "unknown" });
    expect((await checked(house, {})).code).toBe("http.unreadable");
  });
});
