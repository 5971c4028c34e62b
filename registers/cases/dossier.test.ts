// Case files over HTTP: masked, whole with a purpose that is noted, and checked against the store.
import { createHash } from "node:crypto";
import { pdf } from "@niangjia/foundation/pdf";
import { describe, expect, it } from "vitest";
import { filesIn, textOf } from "../../foundation/pdf/fixtures/extract.ts";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { casesRoom } from "./index.ts";
import {
  agree,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

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

describe("what a case said when it was handed in", () => {
  const tampering = {
    "an open answer": `update business.cases set facts = jsonb_set(facts, '{reason}', '"没有伤"')`,
    "a hidden one put in the place of another": "update business.cases set facts_cipher = $1",
    "the bytes of a paper": `update exchange.files set sha256 = repeat('0', 64)
      where name = '经过.pdf'`,
    "a paper left out": `update business.cases
      set facts = jsonb_set(facts, '{papers}', (facts -> 'papers') - 1)`,
    "the union it names": `update business.cases set facts = jsonb_set(facts, '{union}', to_jsonb((
      select id from organisation.unions where path = '${tree.otherFirm}')))`,
  };

  /** Handed in with papers, given back, handed in again with another phone and agreed to by one of two. */
  async function openRefiled() {
    const house = await openSampleHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const papers = [
      await worker.upload("诊断书.png", dot),
      await worker.upload("经过.pdf", await report("经过")),
    ];
    const facts = await sampleFacts(house, tree.firm, { papers, reason: "腰伤了" });
    const { id } = await fileSample(worker, "two", facts);
    const { rows } = await house.owner.query("select facts_cipher from business.cases");
    await give(officer, id, { kind: "return", task: 1, opinion: "请更正手机号" });
    const { answers } = (await worker.get(`/api/cases/${id}`)).body;
    await give(worker, id, { kind: "resubmit" }, { ...answers, phone: "13900139000" });
    expect((await agree(officer, id, 2)).status).toBe(200);
    return { house, officer, id, cipher: rows[0].facts_cipher };
  }

  /** As it was, after what somebody did to the store behind the house's back. */
  async function keptBy({ owner }: TestHouse) {
    const cases = await owner.query("select facts, facts_cipher from business.cases");
    const files = await owner.query("select id, sha256 from exchange.files");
    return async () => {
      const { facts, facts_cipher: cipher } = cases.rows[0];
      await owner.query("update business.cases set facts = $1, facts_cipher = $2", [facts, cipher]);
      for (const { id, sha256: hash } of files.rows) {
        await owner.query("update exchange.files set sha256 = $2 where id = $1", [id, hash]);
      }
    };
  }

  it("cannot be changed unseen", async () => {
    const { house, officer, id, cipher } = await openRefiled();
    const { bytes, code } = await taken(officer, id);
    expect(words(bytes)).toContain("第 3 条记下了申请内容和附件的指纹");
    const hash = /末条哈希 ([0-9a-f]{64})/.exec(textOf(bytes)[0]!.join("\n"))![1]!;
    const checks = async () => {
      const inside = await officer.get(`/api/cases/${id}/dossier/check?lines=4&hash=${hash}`);
      const outside = await checked(house, { code });
      return [inside.body.finding, outside.dossier.stands];
    };
    const restore = await keptBy(house);
    expect(await checks()).toEqual(["same", true]);
    for (const [what, statement] of Object.entries(tampering)) {
      await house.owner.query(statement, statement.includes("$1") ? [cipher] : []);
      expect(await checks(), what).toEqual(["changed", false]);
      await restore();
      expect(await checks(), what).toEqual(["same", true]);
    }
    await house.owner.query(tampering["an open answer"]);
    expect(words((await taken(officer, id)).bytes)).toContain("指纹不一致");
  });

  it("goes on saying it at the union that took up a closed one", async () => {
    const { house, officer, id } = await openEnded();
    const [from, to] = [await house.unionId(tree.firm), await house.unionId(tree.otherFirm)];
    const { code } = await taken(officer, id);
    await house.owner.query("update organisation.unions set successor_id = $2 where id = $1", [
      from,
      to,
    ]);
    await house.owner.query(
      `update business.cases set facts = replace(facts::text, $1, $2)::jsonb`,
      [...[from, to]],
    );
    expect((await checked(house, { code })).dossier).toMatchObject({ stands: true });
  });

  it("is not asked of a case from before such seals, whose file stands as it was", async () => {
    const { house, officer, id } = await openEnded();
    await house.owner.query("update business.case_actions set action = action - 'content'");
    const { code, bytes } = await taken(officer, id);
    expect(words(bytes)).not.toContain("指纹");
    await house.owner.query(tampering["an open answer"]);
    expect((await checked(house, { code })).dossier).toMatchObject({ stands: true });
  });

  it("leaves no hash of a name or a number to be guessed at", async () => {
    const { house } = await openEnded();
    const { rows } = await house.owner.query(
      "select action -> 'content' as content from business.case_actions order by seq",
    );
    expect(Object.keys(rows[0].content)).toEqual(["facts", "papers", "unions"]);
    expect(rows[0].content.facts).toMatch(/^[\w-]{43}$/);
    expect(rows[1].content).toBeNull();
  });
});

describe("what a room keeps of a case", () => {
  it("is printed in its file", async () => {
    const lines = [
      { title: "2026-11-21", words: "到厂里看了现场", note: "下次带测量仪" },
      { title: "2026-11-22", words: "律师张明到场", note: null },
    ];
    const [first] = sampleRoom.cases!;
    const records = async () => [{ title: "办案日志", lines, next: null }];
    const room = { ...sampleRoom, cases: [{ ...first!, records }] };
    const house = await openTestHouse({
      rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([room])],
    });
    const officer = await house.signIn("officer", tree.firm);
    const worker = await house.signIn("worker");
    const { id } = await fileSample(worker, "one", await sampleFacts(house, tree.firm));
    const text = words((await taken(officer, id)).bytes);
    for (const part of ["办案日志", "到厂里看了现场（下次带测量仪）", "律师张明到场"]) {
      expect(text).toContain(part);
    }
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
