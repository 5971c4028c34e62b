// The agreement by its public doors: signed by both sides, on record, paid, sent to the court when asked.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  accepted,
  agree,
  agreed,
  agreedFacts,
  give,
  openScene,
  paper,
  rowsOf,
  term,
} from "./testing.ts";

const court = "长沙县人民法院";

describe("mediation.agreement", () => {
  it("leaves an agreement signed by both sides, printed, and sent to the court when both ask", async () => {
    const scene = await openScene();
    const { house, worker } = scene;
    const id = await agreed(scene, { joint: true, court, paidFen: 500_000 });
    expect(await rowsOf(house, "agreements")).toMatchObject([
      {
        ...{ case_id: id, person_id: worker.personId, total_fen: 1_400_000, joint: true },
        ...{ signer_mask: "周*远", effective_day: "2026-11-23", confirm_until_day: "2026-12-23" },
      },
    ]);
    expect(await rowsOf(house, "disputes")).toMatchObject([
      { state: "agreed", agreed_fen: 1_400_000, closed_day: "2026-11-23" },
    ]);
    expect(await rowsOf(house, "recoveries")).toMatchObject([{ amount_fen: 500_000 }]);
    const [delivery] = await rowsOf(house, "deliveries");
    expect(delivery).toMatchObject({
      kind: "confirmation",
      partner: court,
      receipt_from: "exchange",
    });
    expect(delivery.receipt).toMatch(/^演示收确字\d{6}号$/);
    expect(delivery.documents).toHaveLength(2);
    const { body: shown } = await scene.cadre.get(`/api/mediation/disputes/${id}`);
    expect(shown.agreement).toMatchObject({
      confirmBasis: expect.stringContaining("民事诉讼法"),
      terms: [{ amountFen: 1_200_000 }, { amountFen: 200_000 }],
    });
    const printed = await worker.get(`/api/mediation/disputes/${id}/agreement`);
    expect(printed.headers["content-type"]).toContain("pdf");
    expect(printed.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await worker.get(`/api/cases/${id}`)).body.outcome).toContain("14,000.00");
  });

  it("goes back to the mediator when the worker does not agree with the words", async () => {
    const scene = await openScene();
    const { worker, mediator } = scene;
    const id = await accepted(scene);
    await agree(mediator, id, agreedFacts);
    const back = await give(worker, id, "return", { to: "mediate", opinion: "加班工资算少了" });
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    const again = { ...agreedFacts, terms: [{ ...term, amountFen: 1_500_000 }] };
    expect((await agree(mediator, id, again)).status).toBe(200);
    expect((await agree(worker, id)).status).toBe(200);
  });

  it("ends without agreement and says what the worker may do next", async () => {
    const scene = await openScene();
    const id = await accepted(scene);
    const failed = { result: "failed", failure: "单位不同意支付加班工资" };
    expect((await agree(scene.mediator, id, failed)).status).toBe(200);
    await scene.house.settle();
    expect(await rowsOf(scene.house, "disputes")).toMatchObject([{ state: "failed" }]);
    expect(await rowsOf(scene.house, "agreements")).toEqual([]);
    expect((await scene.worker.get(`/api/cases/${id}`)).body.outcome).toContain("申请仲裁");
  });

  it("is refused without its content, with a term that is over, and with more paid than agreed", async () => {
    const scene = await openScene();
    const { mediator, worker, house } = scene;
    const id = await accepted(scene);
    const bare = await agree(mediator, id, { result: "agreed" });
    expect(bare.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      "facts.duties",
      "facts.terms",
    ]);
    const past = { ...agreedFacts, terms: [{ ...term, payByDay: "2026-11-01" }] };
    expect((await agree(mediator, id, past)).body.fields).toMatchObject([
      { path: "facts.terms.0.payByDay" },
    ]);
    await agree(mediator, id, agreedFacts);
    await agree(worker, id);
    const facts = { signer: "周明远", joint: false, signedPaper: [await paper(mediator)] };
    const over = await agree(mediator, id, { ...facts, paidFen: 9_900_000 });
    expect(over.body.fields).toMatchObject([{ path: "facts.paidFen" }]);
    expect(await rowsOf(house, "agreements")).toEqual([]);
  });

  it("counts money really received, and never more than was agreed", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    const id = await agreed(scene);
    const pay = (amountFen: number, day = "2026-11-23") =>
      mediator.post(`/api/mediation/disputes/${id}/recoveries`, {
        day,
        amountFen,
        how: "银行转账",
      });
    expect((await pay(900_000)).status).toBe(200);
    expect((await pay(500_000)).status).toBe(200);
    expect((await pay(1)).body).toMatchObject({ code: "mediation.too-much" });
    expect((await pay(1, "2026-11-24")).body).toMatchObject({ code: "mediation.day-ahead" });
    expect((await pay(1, "2026-11-20")).body).toMatchObject({ code: "mediation.day-early" });
    const recorded = await rowsOf(house, "recoveries");
    expect(recorded.map(({ amount_fen }) => amount_fen)).toEqual([900_000, 500_000]);
    expect((await cadre.get("/api/mediation/disputes")).body.rows).toMatchObject([
      { id, recoveredFen: 1_400_000 },
    ]);
    expect((await cadre.get("/api/mediation/rate")).body.whole.recoveredFen).toBe(1_400_000);
  });

  it("counts right when eight record the last payment at once", async () => {
    const scene = await openScene();
    const id = await agreed(scene);
    const body = { day: "2026-11-23", amountFen: 1_400_000, how: "现金" };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        scene.mediator.post(`/api/mediation/disputes/${id}/recoveries`, body),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rowsOf(scene.house, "recoveries")).toHaveLength(1);
  });

  it("shows the printed agreement to no mediator but the one who mediated", async () => {
    const scene = await openScene();
    const id = await agreed(scene);
    const print = `/api/mediation/disputes/${id}/agreement`;
    const other = await scene.house.signIn("mediator", tree.changshaCounty);
    expect((await other.get(print)).body.code).toBe("mediation.not-found");
    expect((await scene.mediator.get(print)).status).toBe(200);
    expect((await scene.cadre.get(print)).status).toBe(200);
  });

  it("has its register exported whole, or not at all and told why", async () => {
    const scene = await openScene();
    await accepted(scene);
    const file = () => scene.cadre.get("/api/mediation/disputes-file");
    expect((await file()).status).toBe(200);
    await scene.house.owner.query(
      `insert into business.mediation_disputes select gen_random_uuid(), number, org_id, org_path,
         person_id, account_id, oral, applicant_mask, respondent, people, claimed_fen,
         wants_confirmation, state, filed_at, accept_due_day, accepted_at, mediator_post,
         mediator_account, due_day, closed_at, closed_day, agreed_fen
       from business.mediation_disputes, generate_series(1, 20000)`,
    );
    expect((await file()).body).toMatchObject({ code: "mediation.too-many-to-export" });
  });

  it("goes to the court later too, once, and only while the days run", async () => {
    const scene = await openScene();
    const { house, mediator } = scene;
    const [first, second] = [await agreed(scene), await paper(mediator)];
    const ask = (id: string) =>
      mediator.post(`/api/mediation/disputes/${id}/confirmation`, { court, application: second });
    house.clock.set("2026-12-23T09:00:00+08:00");
    expect((await ask(first)).status).toBe(200);
    expect((await ask(first)).body).toMatchObject({ code: "mediation.already-delivered" });
    await house.settle();
    expect(await rowsOf(house, "deliveries")).toMatchObject([
      { kind: "confirmation", partner: court },
    ]);
    house.clock.set("2026-12-24T09:00:00+08:00");
    expect((await ask(first)).body).toMatchObject({ code: "mediation.window-over" });
  });
});
