// Closing, by the public door: result, money and rating in the store, and totals that are the sum of the matters.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { quietSweep } from "./quiet.ts";
import {
  type Aided,
  aided,
  assigned,
  decide,
  entry,
  file,
  lawyerAt,
  matterRow,
  openHouse,
} from "./testing.ts";

const outcome = (result: string, recoveredFen: number) => ({
  ...{ kind: "outcome", words: "仲裁委裁决公司支付三个月工资，已经到账。", result, recoveredFen },
});

const rating = (result: string, recoveredFen: number, more: object = {}) => ({
  ...{ result, recoveredFen, stars: "5", words: "谢谢律师", ...more },
});

async function closed(aid: Aided, fen: number): Promise<void> {
  await entry(aid.lawyer, aid.matter, outcome("won", fen));
  const filed = await file(aid.worker, "close", rating("won", fen));
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
  await decide(aid.cadre, filed.body.id);
}

describe("legal-aid.close", () => {
  it("leaves the result, the money won back and the rating, and ends the journal", async () => {
    const house = await openHouse();
    const aid = await assigned(house);
    const { worker, lawyer, cadre, matter } = aid;
    const early = await file(worker, "close", rating("won", 3_280_000));
    expect(early.body.code).toBe("legal-aid.no-outcome");
    await entry(lawyer, matter, outcome("won", 3_280_000));
    const filed = await file(worker, "close", rating("won", 3_280_000));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await decide(cadre, filed.body.id)).body.status).toBe("approved");

    expect(await matterRow(house, matter)).toMatchObject({
      ...{ state: "closed", result: "won", recovered_fen: 3_280_000, stars: 5 },
      ...{ stars_words: "谢谢律师", close_case: filed.body.id },
    });
    expect((await entry(lawyer, matter, {})).body.code).toBe("legal-aid.not-open");
    const again = await file(worker, "close", rating("won", 1));
    expect(again.body.code).toBe("legal-aid.nothing-open");
    const { body } = await cadre.get("/api/legal-aid/lawyers");
    expect(body.rows).toMatchObject([{ open: 0, stars: 5 }]);
  });

  it("counts what the federation finds where worker and lawyer say different sums", async () => {
    const house = await openHouse();
    const { worker, lawyer, cadre, matter } = await assigned(house);
    await entry(lawyer, matter, outcome("partly", 3_000_000));
    const filed = await file(worker, "close", rating("partly", 2_500_000));
    const open = await decide(cadre, filed.body.id);
    expect(open.body.fields).toMatchObject([{ path: "facts.countedFen" }]);
    const facts = { countedFen: 2_600_000 };
    expect((await decide(cadre, filed.body.id, "agree", { facts })).body.status).toBe("approved");
    expect(await matterRow(house, matter)).toMatchObject({ recovered_fen: 2_600_000 });
  });

  it("asks which one where several run, and closes that one", async () => {
    const house = await openHouse();
    const first = await assigned(house);
    const second = await aided(house, first, { respondent: "另一家公司" });
    await entry(first.lawyer, second.matter, outcome("lost", 0));
    const unclear = await file(first.worker, "close", rating("lost", 0));
    expect(unclear.body.fields).toMatchObject([{ path: "facts.aid" }]);
    const { number } = await matterRow(house, second.matter);
    const filed = await file(first.worker, "close", rating("lost", 0, { aid: number }));
    await decide(first.cadre, filed.body.id);
    expect(await matterRow(house, second.matter)).toMatchObject({ state: "closed" });
    expect(await matterRow(house, first.matter)).toMatchObject({ state: "assigned" });
  });

  it("is closed with the lawyer's sum when the worker stays silent, is counted, and may still be rated", async () => {
    const house = await openHouse();
    const { worker, lawyer, cadre, matter } = await assigned(house);
    await entry(lawyer, matter, outcome("won", 5_000_000));
    house.clock.set("2026-12-20T02:17:00+08:00");
    await house.worker.sweep(quietSweep);
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned" });
    house.clock.set("2026-12-22T02:17:00+08:00");
    await house.worker.sweep(quietSweep);
    await house.worker.sweep(quietSweep);
    await house.settle();
    expect(await matterRow(house, matter)).toMatchObject({
      ...{ state: "closed", result: "won", recovered_fen: 5_000_000, closed_day: "2026-12-22" },
      ...{ stars: null, close_case: null },
    });
    expect((await cadre.get("/api/legal-aid/lawyers")).body.rows).toMatchObject([{ open: 0 }]);
    const { body } = await cadre.get("/api/legal-aid/recovered");
    expect(body.whole).toMatchObject({ matters: 1, recoveredFen: 5_000_000, stars: null });
    const told = (await worker.get("/api/notices")).body.rows;
    const title = "援助已结案，您还可以评价";
    expect(told.filter((one: { title: string }) => one.title === title)).toMatchObject([
      { link: "/functions/legal-aid.close", body: expect.stringContaining("30") },
    ]);

    expect((await worker.get("/api/legal-aid/own")).body.rows).toMatchObject([{ mayClose: true }]);
    house.clock.set("2026-12-24T09:00:00+08:00");
    const filed = await file(worker, "close", rating("won", 5_000_000, { stars: "4" }));
    await decide(cadre, filed.body.id);
    expect(await matterRow(house, matter)).toMatchObject({
      ...{ state: "closed", stars: 4, close_case: filed.body.id, closed_day: "2026-12-22" },
    });
    const again = await file(worker, "close", rating("won", 5_000_000));
    expect(again.body.code).toBe("legal-aid.nothing-open");
  });

  it("waits while the lawyer still notes something, and while the worker's word lies with the federation", async () => {
    const house = await openHouse();
    const { worker, lawyer, cadre, matter } = await assigned(house);
    await entry(lawyer, matter, outcome("won", 5_000_000));
    house.clock.set("2026-12-20T09:00:00+08:00");
    const enforcing = { kind: "enforcement", words: "公司没有付，申请了强制执行。" };
    expect((await entry(lawyer, matter, enforcing)).status).toBe(200);
    house.clock.set("2026-12-30T02:17:00+08:00");
    await house.worker.sweep(quietSweep);
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned" });
    const filed = await file(worker, "close", rating("won", 4_000_000));
    house.clock.set("2027-03-01T02:17:00+08:00");
    await house.worker.sweep(quietSweep);
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned" });
    const reviewer = await house.signIn("cadre", tree.changshaCounty);
    const facts = { countedFen: 4_500_000 };
    const { status } = await decide(reviewer, filed.body.id, "agree", { facts });
    expect(status).toBe(200);
    expect(await matterRow(house, matter)).toMatchObject({ recovered_fen: 4_500_000 });
    expect((await cadre.get("/api/legal-aid/recovered?from=2027-01-01")).body.whole.matters).toBe(
      1,
    );
  });

  it("is counted by county and month, and the totals are the sum of the matters", async () => {
    const house = await openHouse();
    const first = await assigned(house);
    await closed(first, 3_280_000);
    house.clock.set("2026-12-02T09:00:00+08:00");
    await closed(await aided(house, first, { respondent: "另一家公司" }), 1_234_567);
    const cadre = await house.signIn("cadre", tree.furong);
    const people = {
      ...{ cadre, worker: await house.signIn("worker") },
      lawyer: await lawyerAt(house, cadre, { path: tree.furong }),
    };
    await closed(await aided(house, people, { union: await house.unionId(tree.furong) }), 99);

    const province = await house.signIn("cadre", tree.province);
    const { body } = await province.get("/api/legal-aid/recovered");
    const { rows } = await house.owner.query(
      "select sum(recovered_fen)::int as fen, count(*)::int as n from business.legal_aid_matters where state = 'closed'",
    );
    expect(rows).toEqual([{ fen: 4_514_666, n: 3 }]);
    expect(body.whole).toMatchObject({ matters: 3, recoveredFen: 4_514_666, stars: 5 });
    const sums = (lines: { recoveredFen: number }[]) => lines.map((line) => line.recoveredFen);
    expect(sums(body.counties)).toEqual([4_514_567, 99]);
    expect(body.months).toMatchObject([
      { month: "2026-11", recoveredFen: 3_280_000 },
      { month: "2026-12", recoveredFen: 1_234_666 },
    ]);
    expect(sums(body.results)).toEqual([4_514_666]);
    const county = await people.cadre.get("/api/legal-aid/recovered?from=2026-12-01&to=2026-12-31");
    expect(county.body.whole).toMatchObject({ matters: 1, recoveredFen: 99 });
    const sheet = await province.get("/api/legal-aid/recovered-file");
    expect(sheet.headers["content-type"]).toContain("spreadsheet");
  });
});
