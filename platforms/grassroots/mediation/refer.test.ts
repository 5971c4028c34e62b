// Referring by its public door: the whole file, handed over once, with the receipt and a chain of hashes.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  accepted,
  agree,
  agreed,
  file,
  filed,
  openScene,
  paper,
  rowsOf,
  type Scene,
} from "./testing.ts";

const partner = "长沙县劳动人事争议仲裁院";

async function wishOf({ house }: Scene, changes: object = {}) {
  const { number } = (await rowsOf(house, "disputes")).at(-1)!;
  return {
    ...{ dispute: number, to: "arbitration", partner, consent: true },
    reason: "单位不同意支付，职工要求仲裁。",
    ...changes,
  };
}

async function referred(scene: Scene): Promise<string> {
  const { house, mediator, cadre, worker } = scene;
  const evidence = await worker.upload("工资条.pdf", Buffer.from("%PDF-1.4\n1\n%%EOF"));
  const id = await accepted(scene, { evidence: [evidence] });
  await agree(mediator, id, { result: "failed", failure: "单位不同意" });
  await house.settle();
  const made = await file(mediator, "refer", await wishOf(scene));
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const decided = await agree(cadre, made.body.id);
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  await house.settle();
  return id;
}

describe("mediation.refer", () => {
  it("hands the whole file over with its history, and keeps the receipt", async () => {
    const scene = await openScene();
    const { house, mediator, worker } = scene;
    const id = await referred(scene);
    const [delivery] = await rowsOf(house, "deliveries");
    expect(delivery).toMatchObject({
      ...{ case_id: id, kind: "arbitration", partner, receipt_from: "exchange" },
      receipt: expect.stringMatching(/^演示收仲字\d{6}号$/),
    });
    expect(delivery.documents.map(({ name }: { name: string }) => name)).toEqual([
      expect.stringMatching(/^劳动争议调解卷宗.*\.pdf$/),
      "办理过程.json",
      "工资条.pdf",
    ]);
    const at = `/api/mediation/deliveries/${delivery.id}/documents`;
    expect((await mediator.get(`${at}/1`)).bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await mediator.get(`${at}/4`)).status).toBe(404);
    const titles = (await worker.get("/api/notices")).body.rows.map(
      ({ title }: { title: string }) => title,
    );
    expect(titles).toContain("劳动仲裁材料已送达");
  });

  it("sends with an agreement what both sides signed, and always the worker's consent", async () => {
    const scene = await openScene();
    const { house, mediator, cadre, worker } = scene;
    const evidence = await worker.upload("工资条.pdf", Buffer.from("%PDF-1.4\n1\n%%EOF"));
    await agreed(scene, { signedPaper: [await paper(mediator)] }, { evidence: [evidence] });
    const consent = await mediator.upload("同意移送.pdf", Buffer.from("%PDF-1.4\n2\n%%EOF"));
    const wish = { to: "court", partner: "长沙县人民法院", reason: "单位到期没有履行协议。" };
    const made = await file(
      mediator,
      "refer",
      await wishOf(scene, { ...wish, consentPaper: [consent] }),
    );
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect((await agree(cadre, made.body.id)).body.status).toBe("approved");
    const [{ id, documents }] = await rowsOf(house, "deliveries");
    expect(documents.map(({ name }: { name: string }) => name)).toEqual([
      expect.stringMatching(/^劳动争议调解卷宗.*\.pdf$/),
      ...["办理过程.json", "工资条.pdf", "调解协议书.pdf", "协议书.pdf", "同意移送.pdf"],
    ]);
    const last = await cadre.get(`/api/mediation/deliveries/${id}/documents/6`);
    expect(last.bytes.toString()).toBe("%PDF-1.4\n2\n%%EOF");
  });

  it("lets the partner compute the chain of the history again, to the last hash", async () => {
    const scene = await openScene();
    await referred(scene);
    const [{ id }] = await rowsOf(scene.house, "deliveries");
    const { bytes } = await scene.mediator.get(`/api/mediation/deliveries/${id}/documents/2`);
    const { number, lines } = JSON.parse(bytes.toString());
    expect(lines.length).toBeGreaterThanOrEqual(3);
    let before = number;
    for (const { text, hash } of lines) {
      before = createHash("sha256").update(`${before}\n${text}`).digest("hex");
      expect(hash).toBe(before);
    }
  });

  it("waits for a receipt by hand where the house has no exchange, and takes one only", async () => {
    const scene = await openScene({ partners: false });
    await referred(scene);
    const [{ id, receipt }] = await rowsOf(scene.house, "deliveries");
    expect(receipt).toBeNull();
    const enter = (number: string) =>
      scene.mediator.post(`/api/mediation/deliveries/${id}/receipt`, { receipt: number });
    expect((await enter("长劳人仲收〔2026〕118号")).status).toBe(200);
    expect((await enter("别的号")).body).toMatchObject({ code: "mediation.receipt-there" });
    expect(await rowsOf(scene.house, "deliveries")).toMatchObject([
      { receipt: "长劳人仲收〔2026〕118号", receipt_from: "hand" },
    ]);
  });

  it("is refused without consent, before acceptance, twice, and for what is not one's own", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    await filed(scene, { respondent: "星禾食品有限公司" });
    const early = await file(cadre, "refer", await wishOf(scene));
    expect(early.body).toMatchObject({ code: "mediation.not-referable" });
    await referred(scene);
    const twice = await file(mediator, "refer", await wishOf(scene));
    expect(twice.body).toMatchObject({ code: "mediation.already-delivered" });
    const unasked = await wishOf(scene, { consent: false, to: "court" });
    expect((await file(mediator, "refer", unasked)).body).toMatchObject({
      code: "mediation.no-consent",
    });
    const far = await house.signIn("cadre", tree.furong);
    const stranger = await file(far, "refer", await wishOf(scene, { to: "court" }));
    expect(stranger.body).toMatchObject({ code: "mediation.not-found" });
  });

  it("is approved by the county's chair where its only cadre filed it, and who reads and goes on", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    const id = await accepted(scene);
    await agree(mediator, id, { result: "failed", failure: "单位不同意" });
    await house.settle();
    const chair = await house.signIn("chair", tree.changshaCounty);
    const made = await file(cadre, "refer", await wishOf(scene));
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const decided = await agree(chair, made.body.id);
    expect(decided.body).toMatchObject({ status: "approved" });
    expect(await rowsOf(house, "deliveries")).toMatchObject([
      { case_id: id, made_by: chair.accountId },
    ]);
    const shown = await chair.get(`/api/mediation/disputes/${id}`);
    expect(shown.body).toMatchObject({ id, mayHandle: true });
    const { body } = await chair.get("/api/mediation/disputes");
    expect(body.rows).toMatchObject([{ id }]);
  });

  it("is approved by a chair who stands in where the mediator filed it and the county has no cadre", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    const id = await accepted(scene);
    await agree(mediator, id, { result: "failed", failure: "单位不同意" });
    await house.owner.query("update access.posts set state = 'ended' where account_id = $1", [
      cadre.accountId,
    ]);
    await house.settle();
    const chair = await house.signIn("chair", tree.changsha);
    const made = await file(mediator, "refer", await wishOf(scene));
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect((await agree(chair, made.body.id)).body).toMatchObject({ status: "approved" });
    expect(await rowsOf(house, "deliveries")).toMatchObject([{ case_id: id }]);
  });

  it("stands no more where it was not taken or went to the wrong place, and goes out again", async () => {
    const scene = await openScene({ partners: false });
    const { house, mediator, cadre, worker } = scene;
    const id = await referred(scene);
    const [first] = await rowsOf(house, "deliveries");
    const at = `/api/mediation/deliveries/${first.id}`;
    expect((await mediator.post(`${at}/void`, { why: "" })).status).toBe(400);
    const far = await house.signIn("cadre", tree.furong);
    expect((await far.post(`${at}/void`, { why: "送错" })).status).toBe(404);
    const why = "劳动合同在长沙市履行，县仲裁院没有管辖权";
    expect((await mediator.post(`${at}/void`, { why })).status).toBe(200);
    const again = await cadre.post(`${at}/void`, { why });
    expect(again.body).toMatchObject({ code: "mediation.delivery-void" });
    const late = await mediator.post(`${at}/receipt`, { receipt: "长劳人仲收1号" });
    expect(late.body).toMatchObject({ code: "mediation.delivery-void" });
    const { rows } = (await worker.get("/api/notices")).body;
    expect(rows).toContainEqual(expect.objectContaining({ body: expect.stringContaining(why) }));

    const city = "长沙市劳动人事争议仲裁院";
    const made = await file(mediator, "refer", await wishOf(scene, { partner: city }));
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    expect((await agree(cadre, made.body.id)).body).toMatchObject({ status: "approved" });
    const { deliveries } = (await mediator.get(`/api/mediation/disputes/${id}`)).body;
    expect(deliveries).toMatchObject([
      { partner, voidWhy: why, voidedAt: expect.any(String) },
      { partner: city, voidWhy: null, voidedAt: null },
    ]);
    const twice = await file(cadre, "refer", await wishOf(scene));
    expect(twice.body).toMatchObject({ code: "mediation.already-delivered" });
  });

  it("is not handed over by the exchange once it is void", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    const id = await accepted(scene);
    await agree(mediator, id, { result: "failed", failure: "单位不同意" });
    const made = await file(mediator, "refer", await wishOf(scene));
    expect((await agree(cadre, made.body.id)).body).toMatchObject({ status: "approved" });
    const [{ id: delivery }] = await rowsOf(house, "deliveries");
    await mediator.post(`/api/mediation/deliveries/${delivery}/void`, { why: "写错了接收单位" });
    await house.settle();
    expect(await rowsOf(house, "deliveries")).toMatchObject([{ id: delivery, receipt: null }]);
  });
});
