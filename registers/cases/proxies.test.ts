// Proxies over HTTP: somebody else does one's work at cases for some days, and the history says for whom.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const postOf = async (house: TestHouse, { accountId }: Client): Promise<string> =>
  (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
    .rows[0].id;

async function openScene() {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const chair = await house.signIn("chair", tree.firm);
  const officer = await house.signIn("officer", tree.firm);
  const deputy = await postOf(house, chair);
  const wish = { deputy, fromDay: "2026-11-16", toDay: "2026-11-18", reason: "外出学习" };
  const name = (changes: object = {}, as = officer) =>
    as.post("/api/cases/proxies", { ...wish, ...changes });
  const file = async (nth = 1) => {
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(nth) });
    const { id } = await fileSample(worker, "all", facts);
    return id;
  };
  return { house, worker, chair, officer, name, file };
}

const todo = async (client: Client) => (await client.get("/api/desk")).body.rows;

describe("a proxy", () => {
  it("finds the principal's tasks on their own desk and does them in both names", async () => {
    const { house, officer, chair, name, file } = await openScene();
    await name({ functions: ["sample.two"] });
    const id = await file();
    expect((await todo(chair)).filter((row: { standsFor: string }) => row.standsFor)).toEqual([]);
    expect((await agree(chair, id, 1)).body.code).toBe("process.not-yours");
    await name();
    await house.settle();
    const titles = (await chair.get("/api/notices")).body.rows.map(
      ({ title }: { title: string }) => title,
    );
    expect(titles).toContain("请您代理办件");
    expect(await todo(chair)).toMatchObject([
      { id, task: 2, standsFor: null },
      { id, task: 1, standsFor: "测试工会干事（工会干事）" },
    ]);
    expect((await agree(chair, id, 1)).status).toBe(200);
    const { history } = (await officer.get(`/api/cases/${id}`)).body;
    expect(history.at(-1).who).toMatch(/^测试工会主席.*代测试工会干事/);
    const { rows } = await house.owner.query(
      "select done_by from business.tasks where case_id = $1 and number = 1",
      [id],
    );
    expect(rows).toEqual([{ done_by: chair.accountId }]);
  });

  it("hears of a new task beside the principal", async () => {
    const { house, chair, officer, name, worker } = await openScene();
    await name();
    const { id } = await fileSample(worker, "two", await sampleFacts(house, tree.firm));
    await house.settle();
    for (const client of [officer, chair]) {
      const { rows } = (await client.get("/api/notices")).body;
      expect(rows.filter(({ title }: { title: string }) => title === "您有新的待办")).not.toEqual(
        [],
      );
    }
    expect(await todo(chair)).toMatchObject([{ id, task: 1 }]);
  });

  it("is one from the first to the last day, and until it is ended", async () => {
    const { house, officer, chair, name, file } = await openScene();
    const { id: proxy } = (await name({ fromDay: "2026-11-17" })).body;
    const id = await file();
    const stands = async () =>
      (await todo(chair)).some((row: { standsFor: string | null }) => row.standsFor !== null);
    expect(await stands()).toBe(false);
    house.clock.set("2026-11-18T23:00:00+08:00");
    expect(await stands()).toBe(true);
    house.clock.set("2026-11-19T00:01:00+08:00");
    expect(await stands()).toBe(false);
    expect((await agree(chair, id, 1)).body.code).toBe("process.not-yours");

    house.clock.set("2026-11-18T09:00:00+08:00");
    const end = `/api/cases/proxies/${proxy}/end`;
    expect((await chair.post(end)).body.code).toBe("cases.no-such-proxy");
    expect((await officer.post(end)).body).toEqual({ ended: true });
    expect(await stands()).toBe(false);
    expect((await officer.get("/api/cases/proxies")).body.rows).toMatchObject([
      { id: proxy, mine: true, state: "ended", deputy: "测试工会主席（工会主席）" },
    ]);
    expect((await chair.get("/api/cases/proxies")).body.rows).toMatchObject([{ mine: false }]);
  });

  it("stands in for nobody who has left their post", async () => {
    const { house, officer, chair, name, file } = await openScene();
    await name();
    await file();
    await house.owner.query("update access.posts set state = 'ended' where account_id = $1", [
      officer.accountId,
    ]);
    expect((await todo(chair)).map((row: { task: number }) => row.task)).toEqual([2]);
  });

  it("is somebody else at the principal's union or above, for days that can be", async () => {
    const { house, officer, name } = await openScene();
    const sibling = await house.signIn("officer", tree.otherFirm);
    const above = await house.signIn("cadre", tree.changshaCounty);
    const code = async (changes: object, as?: Client) => (await name(changes, as)).body.code;
    expect(await code({ deputy: await postOf(house, sibling) })).toBe("cases.deputy-elsewhere");
    expect(await code({ deputy: await postOf(house, officer) })).toBe("cases.deputy-is-self");
    expect(await code({}, above)).toBe("cases.deputy-elsewhere");
    expect(await code({ fromDay: "2026-11-15" })).toBe("cases.proxy-days");
    expect(await code({ toDay: "2026-11-15" })).toBe("cases.proxy-days");
    expect(await code({ toDay: "2028-01-01" })).toBe("cases.proxy-days");
    expect(await code({ functions: ["sample.none"] })).toBe("cases.function-unknown");
    const { rows } = (await officer.get("/api/cases/proxies/deputies")).body;
    expect(rows.map((row: { name: string }) => row.name)).toEqual([
      "测试工会主席（工会主席）",
      "测试总工会干部（总工会干部）",
    ]);
  });

  it("does such work: an officer is none for the chair, nor a mediator for an officer", async () => {
    const { house, chair, officer, name } = await openScene();
    const unfit = await name({ deputy: await postOf(house, officer) }, chair);
    expect(unfit.body).toMatchObject({
      code: "cases.unfit-taker",
      title: "工会主席的待办不能交给工会干事办。",
    });
    const mediator = await house.signIn("mediator", tree.firm);
    const helper = await name({ deputy: await postOf(house, mediator) });
    expect(helper.body.code).toBe("cases.unfit-taker");
    expect((await chair.get("/api/cases/proxies/deputies")).body.rows).toEqual([]);
  });
});
