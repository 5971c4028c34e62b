// Rating over HTTP: by the applicant alone, once it was decided, changeable for a week; read by whoever reads the case.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../server/testing.ts";
import { names } from "./events.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const rate = (client: Client, id: string, body: object, key?: string) =>
  client.post(`/api/cases/${id}/rating`, body, key);

async function openScene() {
  const house = await openSampleHouse();
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const { id } = await fileSample(worker, "one", await sampleFacts(house, tree.firm));
  const stored = async () =>
    (await house.owner.query("select * from business.case_ratings order by case_id")).rows;
  return { house, worker, officer, id, stored };
}

describe("rating a case", () => {
  it("is open to its applicant once it was decided, and both ends of the counter read it", async () => {
    const { house, worker, officer, id, stored } = await openScene();
    expect((await worker.get(`/api/cases/${id}`)).body).toMatchObject({
      rating: null,
      mayRate: false,
    });
    expect((await rate(worker, id, { stars: 5 })).body.code).toBe("cases.not-ended");
    await agree(officer, id);
    expect((await worker.get(`/api/cases/${id}`)).body.mayRate).toBe(true);

    const given = await rate(worker, id, { stars: 4, words: " 办得快。 " });
    const rating = {
      stars: 4,
      words: "办得快。",
      ratedAt: "2026-11-21T01:00:00.000Z",
      changeableUntil: "2026-11-28T01:00:00.000Z",
    };
    expect(given.body).toEqual(rating);
    expect(await stored()).toMatchObject([
      {
        case_id: id,
        org_path: tree.firm,
        account_id: worker.accountId,
        stars: 4,
        words: "办得快。",
      },
    ]);
    const read = await officer.get(`/api/cases/${id}`);
    expect(read.body).toMatchObject({ rating, mayRate: false });
    const { rows: told } = await house.owner.query(
      "select org_path, body from outbox.events where name = $1",
      [names.rated],
    );
    expect(told).toEqual([
      { org_path: tree.firm, body: { caseId: id, function: "sample.one", stars: 4 } },
    ]);
    const { rows: noted } = await house.owner.query(
      "select 1 from audit.entries where action = 'cases.rate'",
    );
    expect(noted).toHaveLength(1);
  });

  it("may be thought over for seven days, and then stands", async () => {
    const { house, worker, officer, id, stored } = await openScene();
    await give(officer, id, { kind: "reject", task: 1, opinion: "名额已满。" });
    await rate(worker, id, { stars: 1, words: "没说清楚。" });
    house.clock.set("2026-11-28T08:59:59+08:00");
    expect((await rate(worker, id, { stars: 3 })).body).toMatchObject({
      stars: 3,
      words: null,
      changeableUntil: "2026-11-28T01:00:00.000Z",
    });
    house.clock.set("2026-11-28T09:00:00+08:00");
    expect((await worker.get(`/api/cases/${id}`)).body.mayRate).toBe(false);
    const late = await rate(worker, id, { stars: 5 });
    expect([late.status, late.body.code]).toEqual([409, "cases.rated-finally"]);
    expect(late.body.title).toBe("评价已满 7 天，不能再改了。");
    expect(await stored()).toMatchObject([{ stars: 3, words: null }]);
  });

  it("is nobody else's, and a case that was withdrawn has none", async () => {
    const { house, worker, officer, id, stored } = await openScene();
    expect((await rate(officer, id, { stars: 1 })).body.code).toBe("cases.not-applicant");
    const stranger = await house.signIn("worker");
    expect((await rate(stranger, id, { stars: 1 })).status).toBe(404);
    await give(worker, id, { kind: "withdraw" });
    expect((await rate(worker, id, { stars: 1 })).body.code).toBe("cases.not-rated");
    const forAnother = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const own = await fileSample(officer, "pass", forAnother);
    const colleague = await house.signIn("officer", tree.firm);
    expect((await agree(colleague, own.id)).body.status).toBe("approved");
    expect((await officer.get(`/api/cases/${own.id}`)).body.mayRate).toBe(false);
    expect((await rate(officer, own.id, { stars: 5 })).body.code).toBe("cases.not-applicant");
    expect(await stored()).toEqual([]);
  });

  it.each([
    [{}],
    [{ stars: 0 }],
    [{ stars: 6 }],
    [{ stars: 4.5 }],
    [{ stars: 5, words: "好".repeat(201) }],
  ])("takes five grades and a few words, and not %j", async (body) => {
    const { worker, officer, id } = await openScene();
    await agree(officer, id);
    expect((await rate(worker, id, body)).status).toBe(400);
  });

  it("given twice at once is one rating", async () => {
    const { worker, officer, id, stored } = await openScene();
    await agree(officer, id);
    const both = await Promise.all([2, 5].map((stars) => rate(worker, id, { stars })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stored()).toHaveLength(1);
  });

  it("is asked for with the news of the decision, and of nobody who withdrew", async () => {
    const { house, worker, officer, id } = await openScene();
    await agree(officer, id);
    const again = { ...(await sampleFacts(house, tree.firm)) };
    const other = await house.signIn("worker");
    const withdrawn = await fileSample(other, "one", again);
    await give(other, withdrawn.id, { kind: "withdraw" });
    await house.settle();
    const newest = async (client: Client) => (await client.get("/api/notices")).body.rows[0];
    expect(await newest(worker)).toMatchObject({
      title: "您的申请已办结",
      body: expect.stringMatching(/请点开给个评价。$/),
      link: `/cases/${id}#rate`,
    });
    expect(await newest(other)).toMatchObject({
      title: "您的申请已撤回",
      link: `/cases/${withdrawn.id}`,
    });
  });
});
