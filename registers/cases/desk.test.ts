// The desk over HTTP: four lists with working-day clocks, filters, counts, and many agreed to at
// once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import {
  agree,
  effectRefused,
  effects,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
} from "./testing.ts";

interface Line {
  readonly id: string;
  readonly task: number | null;
  readonly title: string;
  readonly clock: { due: string; workdaysLeft: number; overdue: boolean } | null;
}

const lines = async (client: Client, query = ""): Promise<Line[]> =>
  (await client.get(`/api/desk${query}`)).body.rows;

const ids = async (client: Client, query = ""): Promise<string[]> =>
  (await lines(client, query)).map(({ id }) => id);

describe("the desk", () => {
  let house: TestHouse;
  let worker: Client;
  let officer: Client;
  let chair: Client;
  let above: Client;
  const filed: { id: string; number: string }[] = [];
  beforeAll(async () => {
    house = await openSampleHouse({ closeAfter: "caller" });
    worker = await house.signIn("worker");
    officer = await house.signIn("officer", tree.firm);
    chair = await house.signIn("chair", tree.firm);
    above = await house.signIn("officer", tree.xingsha);
    const names = ["林小满", "周大雪", "吴立春", "郑谷雨"];
    for (const [nth, name] of names.entries()) {
      house.clock.set(`2026-11-${16 + nth}T09:00:00+08:00`);
      const changes = { name, idNumber: idNumber(nth + 1) };
      const facts = await sampleFacts(house, tree.firm, changes);
      filed.push(await fileSample(worker, nth === 3 ? "two" : "one", facts));
    }
    house.clock.set("2026-11-20T09:00:00+08:00");
  });
  afterAll(() => house.close());

  it("shows what to do, nearest day first, with working days left or overdue", async () => {
    const [first, second, third, fourth] = filed.map(({ id }) => id);
    const shown = (await lines(officer)).map(({ id, clock }) => [id, clock]);
    expect(shown).toMatchObject([
      [first, { due: "2026-11-18", workdaysLeft: -2, overdue: true, state: "red" }],
      [second, { due: "2026-11-19", workdaysLeft: -1, overdue: true, state: "red" }],
      [third, { due: "2026-11-20", workdaysLeft: 0, overdue: false, state: "amber" }],
      [fourth, { due: "2026-11-23", workdaysLeft: 1, overdue: false, state: "amber" }],
    ]);
    expect(await ids(officer, "?sort=-at&size=2&page=2")).toEqual([second, first]);
    expect(await ids(chair)).toEqual([]);
  });

  it("is narrowed down by function, number, words of the title and lateness", async () => {
    expect(await ids(officer, "?function=sample.two")).toEqual([filed[3]?.id]);
    expect(await ids(officer, `?q=${filed[1]?.number}`)).toEqual([filed[1]?.id]);
    expect(await ids(officer, `?q=${encodeURIComponent("吴")}`)).toEqual([filed[2]?.id]);
    expect(await ids(officer, "?q=%25")).toEqual([]);
    expect(await ids(officer, "?late=true")).toEqual([filed[0]?.id, filed[1]?.id]);
  });

  it("counts each list, for staff and applicants alike", async () => {
    const counts = async (client: Client) => (await client.get("/api/desk/counts")).body;
    const capped = { done: false, mine: false };
    const none = { todo: 0, late: 0, done: 0, mine: 0, unread: 0, capped };
    expect(await counts(officer)).toEqual({ ...none, todo: 4, late: 2 });
    expect(await counts(worker)).toEqual({ ...none, mine: 4 });
    const mine = await lines(worker, "?list=mine");
    expect(mine.map(({ id }) => id)).toEqual(filed.map(({ id }) => id).reverse());
    expect(mine[0]?.clock?.due).toBe("2026-11-23");
  });

  it("moves a case from to-do to done, to the next desk, to the copied and back to its applicant", async () => {
    const [first, second, , fourth] = filed.map(({ id }) => id) as [string, string, string, string];
    await agree(officer, fourth);
    expect((await ids(chair))[0]).toBe(fourth);
    await agree(officer, first);
    await give(officer, second, { kind: "return", task: 1, opinion: "请补正" });
    expect(await ids(officer, "?list=done&sort=at")).toEqual(
      expect.arrayContaining([first, second, fourth]),
    );
    expect(await ids(above, "?list=copied")).toEqual([first]);
    expect((await above.get("/api/desk/counts")).body).toMatchObject({ unread: 0 });
    expect(await ids(above)).toEqual([]);
    const [todo] = await lines(worker);
    expect(todo).toMatchObject({ id: second, task: null, clock: null });
    expect((await worker.get("/api/desk/counts")).body).toMatchObject({ todo: 1, mine: 4 });
  });

  it("counts of a long history no more than its last thousand", async () => {
    const history = async (decisions: number) => {
      await house.owner.query(
        `insert into business.tasks (case_id, number, org_path, role, node, title, excluded, state,
           opened_at, done_by, done_at, how)
         select gen_random_uuid(), nth, $1, 'officer', 'review', '', '{}', 'done', now(), $2, now(),
           'agree' from generate_series(1, $3::int) nth`,
        [tree.firm, officer.accountId, decisions],
      );
      return (await officer.get("/api/desk/counts")).body;
    };
    const { done } = await history(0);
    expect(await history(1000 - done)).toMatchObject({
      done: 1000,
      capped: { done: false, mine: false },
    });
    expect(await history(5)).toMatchObject({ done: 1000, capped: { done: true, mine: false } });
  });

  it("can be read in a year whose holidays nobody can know", async () => {
    house.clock.set("2031-01-07T09:00:00+08:00");
    const [late] = await lines(officer);
    const unknown = { due: "2026-11-20", workdaysLeft: null, overdue: true, state: "red" };
    expect(late?.clock).toMatchObject(unknown);
  });
});

describe("agreeing to many cases", () => {
  it("gives each its own verdict; a bad one stops nobody", async () => {
    const house = await openSampleHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const file = async (nth: number, changes = {}) => {
      const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(nth), ...changes });
      return (await fileSample(worker, "one", facts)).id;
    };
    const good = await file(1);
    const refuses = await file(2, { refuses: true });
    const gone = await file(3);
    await give(worker, gone, { kind: "withdraw" });
    const elsewhere = await fileSample(
      worker,
      "one",
      await sampleFacts(house, tree.otherFirm, { idNumber: idNumber(4) }),
    );
    const alsoGood = await file(5);
    const items = [good, refuses, gone, elsewhere.id, alsoGood, good].map((id) => ({
      id,
      task: 1,
    }));
    const { body } = await officer.post("/api/cases/commands", { items });
    expect(body.agreed).toBe(2);
    expect(
      body.rows.map(({ id, code, status }: Record<string, string>) => [id, code ?? status]),
    ).toEqual([
      [good, "approved"],
      [refuses, effectRefused.code],
      [gone, "process.is-withdrawn"],
      [elsewhere.id, "cases.not-found"],
      [alsoGood, "approved"],
      [good, "process.task-closed"],
    ]);
    expect(await effects(house)).toBe(2);
    expect(await ids(officer)).toEqual([refuses]);
  });

  it("is refused beyond a hundred at once", async () => {
    const house = await openSampleHouse();
    const officer = await house.signIn("officer", tree.firm);
    const id = await house.unionId(tree.firm);
    const items = Array.from({ length: 101 }, () => ({ id, task: 1 }));
    const { body } = await officer.post("/api/cases/commands", { items });
    expect(body.fields[0].say).toBe("一次最多办理 100 件");
  });
});
