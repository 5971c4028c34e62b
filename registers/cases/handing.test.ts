// Handing a case about over HTTP: to whom, what they hear, what lies on whose desk.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../server/testing.ts";
import { clockSweep } from "./clock.ts";
import { offersOf } from "./functions.ts";
import {
  agree,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

interface Party {
  readonly post: string;
  readonly name: string;
  readonly unionName: string;
  readonly barred: string | null;
}

async function openScene(word = "handled") {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const facts = await sampleFacts(house, tree.firm);
  const { id } = await fileSample(worker, word, facts);
  const parties = async (query = "", as: Client = officer): Promise<Party[]> =>
    (await as.get(`/api/cases/${id}/parties?task=1&${query}`)).body.rows;
  const postOf = async ({ accountId }: Client): Promise<string> =>
    (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
      .rows[0].id;
  return { house, worker, officer, chair, cadre, facts, id, parties, postOf };
}

const todo = async (client: Client) => (await client.get("/api/desk")).body.rows;
const told = async (client: Client) => (await client.get("/api/notices")).body.rows[0];

describe("those a task can be given to", () => {
  it("hold a post on its line, the nearest first, each with the reason why not", async () => {
    const { house, officer, chair, cadre, parties, postOf } = await openScene();
    await house.signIn("officer", tree.otherFirm);
    await house.signIn("system-admin", tree.province);
    const found = await parties();
    const own = [await postOf(officer), await postOf(chair)];
    const posts = found.map(({ post }) => post);
    expect(posts.slice(0, 2).toSorted()).toEqual(own.toSorted());
    expect(posts).toHaveLength(3);
    expect(found.at(-1)?.post).toBe(await postOf(cadre));
    expect(found.find(({ name }) => name.includes("干事"))?.barred).toBe("不能交给自己。");
    expect(found.filter(({ barred }) => barred === null)).toHaveLength(2);
  });

  it("are found by title, by pinyin and by initials", async () => {
    const { parties } = await openScene();
    const names = async (q: string) =>
      (await parties(`q=${encodeURIComponent(q)}`)).map(({ name }) => name.split("（")[0]);
    expect(await names("主席")).toEqual(["测试工会主席"]);
    expect(await names("ceshigonghuizhuxi")).toEqual(["测试工会主席"]);
    expect(await names("csghgs")).toEqual(["测试工会干事"]);
    expect(await names("没有此人")).toEqual([]);
  });
});

describe("a task", () => {
  it("transferred lies on the other's desk with its term, and they hear from whom", async () => {
    const { house, officer, chair, id, postOf } = await openScene();
    const to = await postOf(chair);
    await give(officer, id, { kind: "transfer", task: 1, to, opinion: "我在外地" });
    expect(await todo(officer)).toEqual([]);
    expect(await todo(chair)).toMatchObject([
      { id, task: 2, held: true, clock: { due: "2026-11-20" } },
    ]);
    await house.settle();
    expect(await told(chair)).toMatchObject({
      title: "有一项待办转给了您",
      body: expect.stringMatching(/测试工会干事.*我在外地/),
    });
    const shown = (await officer.get(`/api/cases/${id}`)).body;
    expect(shown.tasks).toMatchObject([{ task: 2, holder: expect.stringContaining("主席") }]);
    expect((await agree(chair, id, 2)).body.status).toBe("running");
  });

  it("delegated comes back when the delegate has answered", async () => {
    const { house, officer, cadre, id, postOf } = await openScene();
    const to = await postOf(cadre);
    await give(officer, id, { kind: "delegate", task: 1, to, opinion: "请核实" });
    expect(await todo(officer)).toEqual([]);
    await house.settle();
    expect((await told(cadre)).title).toBe("有一项待办委派给您");
    await give(cadre, id, { kind: "agree", task: 2, opinion: "属实" });
    expect(await todo(officer)).toMatchObject([{ id, task: 1 }]);
  });

  it("without a term is off the desk while it waits for another, and back on it then", async () => {
    const { worker, officer, chair, id, postOf } = await openScene("notice");
    const posts = [await postOf(chair)];
    await give(officer, id, { kind: "add-sign", task: 1, when: "before", posts });
    expect(await todo(officer)).toEqual([]);
    await agree(chair, id, 2);
    expect(await todo(officer)).toMatchObject([{ id, task: 1 }]);
    const command = { kind: "return", task: 1, opinion: "请补正", afterwards: "back" };
    expect((await give(officer, id, command)).body.status).toBe("returned");
    expect(await todo(officer)).toEqual([]);
    await give(worker, id, { kind: "resubmit" });
    expect(await todo(officer)).toHaveLength(1);
  });

  it("has signers added and taken away again", async () => {
    const { house, officer, chair, id, postOf } = await openScene();
    const posts = [await postOf(chair)];
    await give(officer, id, { kind: "add-sign", task: 1, when: "before", posts });
    await house.settle();
    expect((await told(chair)).title).toBe("请您加签");
    expect((await agree(officer, id)).body.code).toBe("process.waiting");
    expect((await give(officer, id, { kind: "remove-sign", task: 2 })).status).toBe(200);
    expect(await todo(chair)).toEqual([]);
    expect((await agree(officer, id)).status).toBe(200);
  });

  it("has its term extended with a reason that the applicant hears", async () => {
    const { house, worker, officer, id } = await openScene();
    const command = { kind: "extend", task: 1, workdays: 3, opinion: "等医院的证明" };
    expect((await give(officer, id, command)).status).toBe(200);
    expect(await todo(officer)).toMatchObject([{ clock: { due: "2026-11-25" } }]);
    await house.settle();
    expect(await told(worker)).toMatchObject({
      title: "办理期限已延长",
      body: expect.stringContaining("等医院的证明"),
    });
  });

  it("decided too soon is taken back, and whoever had the next one hears so", async () => {
    const { house, officer, id } = await openScene();
    const town = await house.signIn("officer", tree.xingsha);
    await agree(officer, id);
    expect((await give(officer, id, { kind: "take-back", task: 1 })).status).toBe(200);
    await house.settle();
    expect((await told(town)).title).toBe("待办已被拿回");
    expect(await todo(town)).toEqual([]);
    expect(await todo(officer)).toMatchObject([{ id, task: 3 }]);
  });
});

describe("questions and copies", () => {
  it("a question lies on the desk of who is asked, who answers without deciding anything", async () => {
    const { house, worker, officer, id } = await openScene();
    await give(officer, id, { kind: "ask", task: 1, opinion: "哪天去的医院？" });
    expect(await todo(worker)).toMatchObject([{ id, step: "答复问题", question: 1, task: null }]);
    await house.settle();
    expect((await told(worker)).body).toContain("哪天去的医院？");
    const command = { kind: "answer", question: 1, opinion: "十一月三日" };
    expect((await give(worker, id, command)).status).toBe(200);
    expect(await todo(worker)).toEqual([]);
    await house.settle();
    expect((await told(officer)).body).toContain("十一月三日");
    const { body } = await officer.get(`/api/cases/${id}`);
    expect(body.questions).toMatchObject([
      { question: 1, to: "申请人", state: "answered", answer: { words: "十一月三日" } },
    ]);
    expect(await todo(officer)).toHaveLength(1);
  });

  it("a question to a colleague is not the applicant's to read, and falls away with the task", async () => {
    const { worker, officer, chair, id, postOf } = await openScene();
    const to = await postOf(chair);
    await give(officer, id, { kind: "ask", task: 1, to, opinion: "他的档案齐吗？" });
    expect(await todo(chair)).toMatchObject([{ id, question: 1 }]);
    const { body } = await worker.get(`/api/cases/${id}`);
    expect(JSON.stringify(body)).not.toContain("档案");
    await agree(officer, id);
    expect(await todo(chair)).toEqual([]);
    const late = await give(chair, id, { kind: "answer", question: 1, opinion: "齐全" });
    expect(late.body.code).toBe("process.answered");
  });

  it("a copy lies unread on the desk of who was told until they mark it", async () => {
    const { house, officer, chair, id, postOf } = await openScene();
    const posts = [await postOf(chair)];
    await give(officer, id, { kind: "copy", task: 1, posts, opinion: "请知悉" });
    const copied = async () => (await chair.get("/api/desk?list=copied")).body.rows;
    expect(await copied()).toMatchObject([{ id, unread: true }]);
    const unread = async () => (await chair.get("/api/desk/counts")).body.unread;
    expect(await unread()).toBe(1);
    await house.settle();
    expect(await told(chair)).toMatchObject({ title: "抄送您一个办件" });
    expect((await give(chair, id, { kind: "read", copy: 1 })).status).toBe(200);
    expect(await copied()).toMatchObject([{ id, unread: false }]);
    expect(await unread()).toBe(0);
    const { rows } = await house.owner.query("select read_at from business.case_copies");
    expect(rows).toEqual([{ read_at: expect.any(Date) }]);
  });
});

describe("a clock", () => {
  it("turns amber as early as its step says, red when over, and is paused while the applicant mends", async () => {
    const { house, officer, chair, cadre, id } = await openScene();
    const light = async () => (await todo(officer))[0].clock.state;
    expect(await light()).toBe("ok");
    house.clock.set("2026-11-18T09:00:00+08:00");
    expect(await light()).toBe("amber");
    house.clock.set("2026-11-23T09:00:00+08:00");
    expect(await light()).toBe("red");
    expect(await house.worker.sweep(clockSweep(offersOf([sampleRoom])))).toMatchObject({ told: 1 });
    await house.settle();
    expect((await told(chair)).title).toBe("办件逾期报告");
    expect((await told(officer)).title).toBe("待办已逾期");
    const back = { kind: "return", task: 1, opinion: "请补正", afterwards: "back" };
    await give(officer, id, back);
    const { body } = await officer.get(`/api/cases/${id}`);
    expect(body).toMatchObject({
      term: { due: null, workdaysLeft: 3, state: "paused" },
      tasks: [{ waits: true, clock: { state: "paused", workdaysLeft: -1 } }],
    });
    house.clock.set("2026-12-08T09:00:00+08:00");
    expect((await cadre.get("/api/notices")).body.total).toBe(0);
  });

  it("of the whole case tells its overseer when it is over", async () => {
    const { house, cadre, id } = await openScene();
    house.clock.set("2026-11-27T09:00:00+08:00");
    await house.worker.sweep(clockSweep(offersOf([sampleRoom])));
    await house.settle();
    expect(await told(cadre)).toMatchObject({ title: "办件逾期报告", link: `/cases/${id}` });
    expect((await cadre.get("/api/desk?list=copied")).body.rows).toMatchObject([
      { id, unread: true },
    ]);
    expect((await cadre.get(`/api/cases/${id}`)).body.term).toMatchObject({ state: "red" });
  });
});

describe("a case that comes straight back", () => {
  it("may be mended in all but its union", async () => {
    const { house, worker, officer, facts, id } = await openScene();
    const back = { kind: "return", task: 1, opinion: "请补正", afterwards: "back" };
    await give(officer, id, back);
    const union = await house.unionId(tree.otherFirm);
    const moved = await give(worker, id, { kind: "resubmit" }, { ...facts, union });
    expect(moved.body.code).toBe("cases.union-stays");
    const mended = { ...facts, reason: "补充说明" };
    expect((await give(worker, id, { kind: "resubmit" }, mended)).status).toBe(200);
    expect(await todo(officer)).toMatchObject([{ id, task: 1 }]);
  });
});

describe("a step whose only handler may not decide it", () => {
  it("is for who does such work there, else above; so it lies on a desk", async () => {
    const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
    const officer = await house.signIn("officer", tree.firm);
    const above = await house.signIn("officer", tree.xingsha);
    const facts = await sampleFacts(house, tree.firm);
    const alone = await fileSample(officer, "one", facts);
    expect(await todo(officer)).toEqual([]);
    expect(await todo(above)).toMatchObject([{ id: alone.id, task: 1 }]);
    const chair = await house.signIn("chair", tree.firm);
    const other = await sampleFacts(house, tree.firm, { idNumber: idNumber(2) });
    const helped = await fileSample(officer, "one", other);
    expect(await todo(chair)).toMatchObject([{ id: helped.id }]);
    const colleague = await house.signIn("officer", tree.firm);
    const third = await sampleFacts(house, tree.firm, { idNumber: idNumber(3) });
    const shared = await fileSample(officer, "one", third);
    expect(await todo(colleague)).toMatchObject([{ id: shared.id }]);
  });
});
