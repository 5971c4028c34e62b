// Sharing out work over HTTP: tasks of one seat go to another, each with its verdict, and come back as they were.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const postOf = async (house: TestHouse, { accountId }: Client): Promise<string> =>
  (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
    .rows[0].id;

async function openScene() {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const unionId = await house.unionId(tree.firm);
  let filed = 0;
  const file = async (word = "one") => {
    filed += 1;
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(filed) });
    return (await fileSample(worker, word, facts)).id;
  };
  const seat = (id: string) =>
    house.owner
      .query(
        `select number, role, org_path, holder_account from business.tasks
          where case_id = $1 and state = 'open'`,
        [id],
      )
      .then(({ rows }) => rows);
  return { house, worker, officer, chair, cadre, unionId, file, seat };
}

const order = (ids: readonly string[], to: string, task = 1) => ({
  items: ids.map((id) => ({ id, task })),
  to,
  reason: "近期件多",
});
const asked = (path: string, words: Record<string, string>) =>
  `${path}?${new URLSearchParams(words)}`;
const todo = async (client: Client): Promise<string[]> =>
  (await client.get("/api/desk")).body.rows.map(({ id }: { id: string }) => id);

describe("giving tasks to somebody else", () => {
  it("moves them to a colleague at the same seat, who hears of it and can decide", async () => {
    const { house, officer, cadre, file, seat } = await openScene();
    const colleague = await house.signIn("officer", tree.firm);
    const ids = [await file(), await file()];
    const { body } = await cadre.post(
      "/api/cases/workload/give",
      order(ids, await postOf(house, colleague)),
    );
    expect(body).toEqual({ given: 2, rows: ids.map((id) => ({ id, ok: true, task: 2 })) });
    expect(await seat(ids[0]!)).toEqual([
      { number: 2, role: "officer", org_path: tree.firm, holder_account: colleague.accountId },
    ]);
    expect(await todo(officer)).toEqual([]);
    const { history } = (await cadre.get(`/api/cases/${ids[0]}`)).body;
    expect(history.at(-1)).toMatchObject({ kind: "hand-over", title: "工作交接", who: "系统" });
    expect(history.at(-1).opinion).toMatch(/测试总工会干部.*调整分工：近期件多/);
    await house.settle();
    const { rows } = (await colleague.get("/api/notices")).body;
    expect(rows[0].title).toBe("有一项待办交接给您");
    expect((await agree(colleague, ids[0]!, 2)).body.status).toBe("approved");
  });

  it("moves them to another post on the line, and back to the seat for whoever has it", async () => {
    const { house, officer, chair, cadre, file, seat } = await openScene();
    const id = await file();
    await cadre.post("/api/cases/workload/give", order([id], await postOf(house, chair)));
    expect(await seat(id)).toMatchObject([{ role: "chair", holder_account: chair.accountId }]);
    expect(await todo(officer)).toEqual([]);
    const back = await cadre.post("/api/cases/workload/give-back", { items: [{ id, task: 2 }] });
    expect(back.body).toEqual({ given: 1, rows: [{ id, ok: true, task: 3 }] });
    expect(await seat(id)).toEqual([
      { number: 3, role: "officer", org_path: tree.firm, holder_account: null },
    ]);
    expect((await agree(officer, id, 3)).body.status).toBe("approved");
  });

  it("gives what somebody had claimed back to them by name", async () => {
    const { house, officer, chair, file, seat } = await openScene();
    const id = await file();
    await give(officer, id, { kind: "claim", task: 1 });
    await chair.post("/api/cases/workload/give", order([id], await postOf(house, chair)));
    await chair.post("/api/cases/workload/give-back", { items: [{ id, task: 2 }] });
    const again = await chair.post("/api/cases/workload/give-back", { items: [{ id, task: 3 }] });
    expect(again.body.rows).toMatchObject([{ code: "cases.nothing-to-give-back" }]);
    expect(await seat(id)).toMatchObject([{ role: "officer", holder_account: officer.accountId }]);
  });

  it("tells of each what became of it: one already decided does not stop the others", async () => {
    const { house, officer, chair, file, seat } = await openScene();
    const [done, open] = [await file(), await file()];
    await agree(officer, done);
    const to = await postOf(house, chair);
    const { body } = await chair.post("/api/cases/workload/give", order([done, open], to));
    expect(body.given).toBe(1);
    expect(body.rows[0]).toMatchObject({ id: done, ok: false });
    expect(body.rows[0].say).not.toBe("");
    expect(body.rows[1]).toEqual({ id: open, ok: true, task: 2 });
    const back = await chair.post("/api/cases/workload/give-back", {
      items: [{ id: open, task: 2 }],
    });
    const again = await chair.post("/api/cases/workload/give-back", {
      items: [{ id: open, task: 3 }],
    });
    expect(back.body.given).toBe(1);
    expect(again.body.rows).toMatchObject([{ ok: false, code: "cases.nothing-to-give-back" }]);
    expect(await seat(open)).toMatchObject([{ role: "officer", holder_account: null }]);
  });

  it("never to the applicant, nor to anybody outside the union of whoever orders it", async () => {
    const { house, officer, chair, cadre, file, seat } = await openScene();
    const own = (
      await fileSample(
        officer,
        "one",
        await sampleFacts(house, tree.firm, { idNumber: idNumber(9) }),
      )
    ).id;
    const to = await postOf(house, officer);
    const { body } = await chair.post("/api/cases/workload/give", order([own], to));
    expect(body).toMatchObject({ given: 0, rows: [{ ok: false }] });
    const id = await file();
    const upwards = order([id], await postOf(house, cadre));
    expect((await chair.post("/api/cases/workload/give", upwards)).body.code).toBe(
      "cases.no-such-taker",
    );
    const sibling = await house.signIn("chair", tree.otherFirm);
    const foreign = order([id], await postOf(house, sibling));
    expect((await sibling.post("/api/cases/workload/give", foreign)).body.rows).toMatchObject([
      { ok: false, code: "cases.not-found" },
    ]);
    expect((await officer.post("/api/cases/workload/give", order([id], to))).status).toBe(403);
    expect(await seat(id)).toMatchObject([{ number: 1, role: "officer", holder_account: null }]);
  });

  it("never what a chair is to approve to an officer", async () => {
    const { house, officer, cadre, file, seat } = await openScene();
    const id = await file("two");
    await agree(officer, id);
    const { body } = await cadre.post(
      "/api/cases/workload/give",
      order([id], await postOf(house, officer), 2),
    );
    expect(body.rows).toMatchObject([{ ok: false, code: "cases.unfit-taker" }]);
    expect(body.rows[0].say).toBe("工会主席的待办不能交给工会干事办。");
    expect(await seat(id)).toMatchObject([{ number: 2, role: "chair", holder_account: null }]);
  });

  it("never what the applicant is to sign", async () => {
    const { house, chair, file, seat } = await openScene();
    const id = await file("consent");
    const before = await seat(id);
    const { body } = await chair.post(
      "/api/cases/workload/give",
      order([id], await postOf(house, chair)),
    );
    expect(body.rows).toMatchObject([{ ok: false, code: "cases.not-yours-to-give" }]);
    expect(await seat(id)).toEqual(before);
  });

  it("leaves a step alone that lies at a union above the one who orders it", async () => {
    const { house, chair, file, seat } = await openScene();
    const id = await file("move");
    const { body } = await chair.post(
      "/api/cases/workload/give",
      order([id], await postOf(house, chair)),
    );
    expect(body.rows).toMatchObject([{ ok: false, code: "cases.not-yours-to-give" }]);
    expect(await seat(id)).toMatchObject([{ role: "cadre", org_path: tree.changshaCounty }]);
  });
});

describe("what lies at a seat", () => {
  it("is listed with its holders and functions, and narrowed down by them", async () => {
    const { house, officer, chair, unionId, file } = await openScene();
    const [claimed, late] = [await file(), await file("two")];
    await give(officer, claimed, { kind: "claim", task: 1 });
    house.clock.set("2026-11-20T09:00:00+08:00");
    const fresh = await file();
    const ask = (words: Record<string, string>) =>
      chair.get(asked("/api/cases/workload/tasks", { unionId, role: "officer", ...words }));
    const all = (await ask({})).body;
    expect(all.rows.map(({ id }: { id: string }) => id)).toEqual([claimed, late, fresh]);
    expect(all).toMatchObject({
      total: 3,
      holders: [{ accountId: officer.accountId, count: 1 }],
      functions: [
        { id: "sample.one", title: "疗养申请", count: 2 },
        { id: "sample.two", count: 1 },
      ],
    });
    expect(all.rows[0].holder).toMatch(/测试工会干事/);
    const totals: Record<string, string>[] = [
      { late: "true" },
      { holder: "none" },
      { holder: officer.accountId, late: "true" },
      { function: "sample.two" },
    ];
    const found = await Promise.all(totals.map(async (words) => (await ask(words)).body.total));
    expect(found).toEqual([2, 2, 1, 1]);
  });

  it("may be given to those at the union and below alone, with what they have already", async () => {
    const { officer, chair, cadre, unionId, file } = await openScene();
    await give(officer, await file(), { kind: "claim", task: 1 });
    const names = async (client: Client) =>
      (await client.get(asked("/api/cases/workload/takers", { unionId }))).body.rows;
    const below = await names(chair);
    expect(below).toHaveLength(2);
    expect(below.find(({ role }: { role: string }) => role === "工会干事").open).toBe(1);
    const county = await names(cadre);
    expect(county.map(({ role }: { role: string }) => role)).toContain("总工会干部");
    expect(county).toHaveLength(3);
  });

  it("is seen before a desk is handed over, without whom the cases are about", async () => {
    const { house, officer, chair, file } = await openScene();
    const claimed = await file();
    await give(officer, claimed, { kind: "claim", task: 1 });
    await file();
    const keeper = await house.signIn("security-admin", tree.province);
    const from = await postOf(house, officer);
    const { body } = await keeper.get(asked("/api/cases/hand-over", { from }));
    expect(body).toMatchObject({ held: 1, late: 0, atSeat: 1, colleagues: 0 });
    expect(body.rows).toMatchObject([{ id: claimed, functionTitle: "疗养申请", task: 1 }]);
    expect(JSON.stringify(body)).not.toContain("林");
    const sibling = await house.signIn("chair", tree.otherFirm);
    expect((await sibling.get(asked("/api/cases/hand-over", { from }))).body.code).toBe(
      "cases.no-such-holder",
    );
    expect((await chair.get(asked("/api/cases/hand-over", { from }))).status).toBe(200);
  });
});
