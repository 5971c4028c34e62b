// Answers to proposals by their public door: the department's term, the chair's approval, lateness told up.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../../server/testing.ts";
import {
  act,
  agree,
  answered,
  filing,
  openScene,
  postOf,
  propose,
  rowOf,
  secondAll,
  sweep,
  toldTo,
} from "./testing.ts";

describe("proposals.handle", () => {
  it("keeps the department's answer once the chair approved it, and tells who seconded", async () => {
    const scene = await openScene();
    const { house, colleagues, officer, chair, proposer } = scene;
    const office = await house.signIn("officer", tree.firm);
    const id = await propose(scene);
    await secondAll(scene, id);
    await agree(scene, officer, id, await filing(scene, office));
    const stranger = await agree(scene, officer, id, { result: "done", answer: "不是我承办的" });
    expect(stranger.status).toBeGreaterThanOrEqual(400);
    const empty = await agree(scene, office, id);
    expect(empty.body.fields).toHaveLength(2);
    await agree(scene, office, id, { result: "done", answer: "食堂十二月起供应夜班热饭。" });
    expect((await rowOf(house, id)).state).toBe("approving");
    const { rows: none } = await house.owner.query("select from business.proposals_answers");
    expect(none).toHaveLength(0);
    await agree(scene, chair, id);
    const { rows } = await house.owner.query("select * from business.proposals_answers");
    expect(rows).toMatchObject([
      { case_id: id, round: 1, department: "行政部", result: "done", approved_day: "2026-11-23" },
    ]);
    expect(await toldTo(house, colleagues[0]!, "有了答复")).toHaveLength(1);
    const { body } = await proposer.get(`/api/proposals/proposals/${id}`);
    expect(body.answers).toMatchObject([{ resultName: "已经解决", satisfactionName: null }]);
  });

  it("lets the department take longer once, with a reason, and tells the chair when it is late", async () => {
    const scene = await openScene();
    const { house, officer, chair } = scene;
    const office = await house.signIn("officer", tree.firm);
    const id = await propose(scene);
    await secondAll(scene, id);
    await agree(scene, officer, id, await filing(scene, office));
    const extend = (workdays: number) =>
      act(scene, office, { id, command: { kind: "extend", workdays, opinion: "要等设备采购" } });
    expect((await extend(11)).status).toBe(422);
    expect((await extend(5)).status).toBe(200);
    const { body } = await office.get(`/api/cases/${id}`);
    expect(body.clock.due).toBe("2026-12-28");
    house.clock.set("2026-12-29T09:00:00+08:00");
    await sweep(house, "cases.clock");
    await house.settle();
    expect(await toldTo(house, chair, "逾期")).not.toHaveLength(0);
    const { body: late } = await officer.get("/api/proposals/proposals?late=true");
    expect(late.rows).toMatchObject([{ id, late: true }]);
  });

  it("is late in the register only after the term it was given in the end", async () => {
    const scene = await openScene();
    const { house, officer } = scene;
    const id = await propose(scene);
    await secondAll(scene, id);
    await agree(scene, officer, id, await filing(scene, officer));
    expect((await rowOf(house, id)).due_day).toBe("2026-12-21");
    const extend = { kind: "extend", workdays: 5, opinion: "要等设备采购" };
    expect((await act(scene, officer, { id, command: extend })).status).toBe(200);
    expect((await rowOf(house, id)).due_day).toBe("2026-12-28");
    house.clock.set("2026-12-22T09:00:00+08:00");
    const { body } = await officer.get("/api/proposals/proposals?late=true");
    expect(body.rows).toEqual([]);
  });

  it("gives an answer the chair does not approve back to the department", async () => {
    const scene = await openScene();
    const { house, officer, chair } = scene;
    const id = await propose(scene);
    await secondAll(scene, id);
    await agree(scene, officer, id, await filing(scene, officer));
    await agree(scene, officer, id, { result: "explained", answer: "没有办法。" });
    const refused = { kind: "reject", opinion: "不批准这个答复" };
    const ended = await act(scene, chair, { id, command: refused });
    expect(ended.body.code).toBe("proposals.answer-instead");
    const { can } = (await chair.get(`/api/cases/${id}`)).body;
    const code = "proposals.answer-instead";
    expect(can).toContainEqual(expect.objectContaining({ command: "reject", open: false, code }));
    expect(can).toContainEqual(expect.objectContaining({ command: "return", open: true }));
    const back = { kind: "return", to: "answer", opinion: "请写明什么时候能解决" };
    await act(scene, chair, { id, command: back });
    expect((await rowOf(house, id)).state).toBe("answering");
    await agree(scene, officer, id, { result: "planned", answer: "明年三月解决。" });
    await agree(scene, chair, id);
    const { rows } = await house.owner.query("select words from business.proposals_answers");
    expect(rows).toEqual([{ words: "明年三月解决。" }]);
  });
});

describe("who is asked beside a step of a proposal", () => {
  it("says what they think and fills in nothing, at filing as at the answer and the rating", async () => {
    const scene = await openScene();
    const { house, officer, chair, proposer } = scene;
    const helper = await house.signIn("officer", tree.firm);
    const helped = await postOf(house, helper);
    const delegated = { kind: "delegate", to: helped };
    const before = { kind: "add-sign", when: "before", posts: [helped] };
    const advised = async (who: Client, id: string, command: object) => {
      expect((await act(scene, who, { id, command })).status).toBe(200);
      const { status, body } = await agree(scene, helper, id);
      expect({ status, fields: body.fields }).toEqual({ status: 200, fields: undefined });
    };
    const id = await propose(scene);
    await secondAll(scene, id);
    await advised(officer, id, delegated);
    expect((await rowOf(house, id)).state).toBe("filing");
    expect((await agree(scene, officer, id, { decision: "merge" })).body.fields).toHaveLength(1);
    await agree(scene, officer, id, await filing(scene, officer));
    await advised(officer, id, before);
    expect((await rowOf(house, id)).state).toBe("answering");
    await agree(scene, officer, id, { result: "done", answer: "食堂十二月起供应夜班热饭。" });
    await agree(scene, chair, id);
    await advised(proposer, id, before);
    await agree(scene, proposer, id, { satisfaction: "poor", remark: "菜是凉的" });
    await advised(officer, id, before);
    expect((await agree(scene, officer, id)).body.fields).toHaveLength(2);
    const again = { resultAgain: "done", answerAgain: "添了两台保温柜。" };
    expect((await agree(scene, officer, id, again)).status).toBe(200);
  });
});

describe("a proposal that was filed", () => {
  it("keeps its number when the department gives it back to be filed elsewhere", async () => {
    const scene = await openScene();
    const { house, officer } = scene;
    const [first, second] = [await propose(scene), await propose(scene, { title: "添置饮水机" })];
    for (const id of [first, second]) {
      await secondAll(scene, id);
      await agree(scene, officer, id, await filing(scene, officer));
    }
    const numbers = async () => [
      (await rowOf(house, first)).number,
      (await rowOf(house, second)).number,
    ];
    expect(await numbers()).toEqual(["2026-001", "2026-002"]);
    const back = { kind: "return", to: "file", opinion: "不归我们管，请交后勤部" };
    expect((await act(scene, officer, { id: first, command: back })).status).toBe(200);
    expect(await rowOf(house, first)).toMatchObject({ state: "filing", number: "2026-001" });
    await agree(scene, officer, first, await filing(scene, officer, { department: "后勤部" }));
    expect(await numbers()).toEqual(["2026-001", "2026-002"]);
    expect((await rowOf(house, first)).department).toBe("后勤部");
  });

  it("shows the answer that the chair approved last, when an earlier one was taken back", async () => {
    const scene = await openScene();
    const { house, officer, chair, colleagues } = scene;
    const id = await answered(scene);
    expect((await act(scene, chair, { id, command: { kind: "take-back" } })).status).toBe(200);
    const back = { kind: "return", to: "answer", opinion: "日期写错了" };
    await act(scene, chair, { id, command: back });
    await agree(scene, officer, id, { result: "planned", answer: "明年一月起供应。" });
    await agree(scene, chair, id);
    const { rows } = await house.owner.query(
      "select result, words from business.proposals_answers",
    );
    expect(rows).toEqual([{ result: "planned", words: "明年一月起供应。" }]);
    expect(await toldTo(house, colleagues[0]!, "有了答复")).toHaveLength(2);
  });
});

describe("proposals.rate", () => {
  it("opens a proposal once more when its proposer is not satisfied and says why, and only once", async () => {
    const scene = await openScene();
    const { house, officer, chair, proposer } = scene;
    const id = await answered(scene);
    const silent = await agree(scene, proposer, id, { satisfaction: "poor" });
    expect(silent.body.fields).toMatchObject([{ path: "facts.remark" }]);
    const turned = { kind: "reject", opinion: "不同意这样答复" };
    const rejected = await act(scene, proposer, { id, command: turned });
    expect(rejected.body.code).toBe("proposals.rate-instead");
    await agree(scene, proposer, id, { satisfaction: "poor", remark: "菜是凉的" });
    expect((await rowOf(house, id)).state).toBe("reopened");
    await agree(scene, officer, id, { resultAgain: "done", answerAgain: "添了两台保温柜。" });
    await agree(scene, chair, id);
    const last = { satisfactionAgain: "poor", remarkAgain: "排队太久" };
    expect((await agree(scene, proposer, id, last)).body.status).toBe("approved");
    expect((await rowOf(house, id)).state).toBe("closed");
    const { rows } = await house.owner.query(
      "select round, satisfaction, remark from business.proposals_answers order by round",
    );
    expect(rows).toEqual([
      { round: 1, satisfaction: "poor", remark: "菜是凉的" },
      { round: 2, satisfaction: "poor", remark: "排队太久" },
    ]);
  });

  it("closes one that nobody rates in time, unrated", async () => {
    const scene = await openScene();
    const { house } = scene;
    const id = await answered(scene);
    house.clock.set("2026-12-08T09:00:00+08:00");
    await sweep(house, "cases.clock");
    await house.settle();
    expect((await rowOf(house, id)).state).toBe("closed");
    const { rows } = await house.owner.query("select satisfaction from business.proposals_answers");
    expect(rows).toEqual([{ satisfaction: null }]);
  });
});
