// What a step must leave filled in, over HTTP: asked for by the form, whatever the function itself asks.
import {
  approve,
  arm,
  chairOf,
  choiceField,
  choose,
  chosen,
  flow,
  is,
  longTextField,
  officerOf,
  otherwise,
  postField,
  review,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { describe, expect, it } from "vitest";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { type CaseRoom, caseFunction, casesRoom } from "./index.ts";
import { give } from "./testing.ts";

const by = "handler";
const form = {
  union: unionField("所在工会"),
  kind: choiceField("什么事", { plain: "一般的事", urgent: "急事" }),
  decision: choiceField("意见", { help: "帮助", refer: "转到别处" }, { by }),
  helper: postField(
    "承办人",
    { role: "officer", at: "union" },
    { by, when: { field: "decision", is: "help" } },
  ),
  where: textField("转到哪里", { by, when: { field: "decision", is: "refer" } }),
  deadline: textField("最晚什么时候办", { by, when: { field: "kind", is: "urgent" } }),
  note: longTextField("备注", { by, required: false }),
  answer: longTextField("答复", { by }),
};
const write = "write";

const asked = caseFunction({
  id: "sample.asked",
  title: "求助申请",
  says: "请工会帮忙",
  may: ["worker"],
  version: 1,
  form,
  flow: flow(
    review(officerOf("union"), {
      rights: { decision: write, helper: write, where: write, deadline: write, note: write },
    }),
    choose(
      arm(
        "帮助",
        is("decision", "help"),
        approve(chosen("officer", "union", "helper"), {
          id: "answer",
          title: "答复",
          rights: { answer: write },
        }),
      ),
      otherwise("转出"),
    ),
    approve(chairOf("union")),
  ),
  summary: () => "求助",
  effect: async () => "已经办好。",
});

const room: CaseRoom = { word: "sample", title: "样例", platform: "benefits", cases: [asked] };

const postOf = async (house: TestHouse, { accountId }: Client): Promise<string> =>
  (await house.owner.query("select id from access.posts where account_id = $1", [accountId]))
    .rows[0].id;

async function openScene(kind: "plain" | "urgent" = "plain") {
  const house = await openTestHouse({
    rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([room])],
  });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const facts = { union: await house.unionId(tree.firm), kind };
  const { body } = await worker.post("/api/cases/functions/sample.asked/file", { facts });
  const id = body.id as string;
  const agree = (client: Client, written: object, task = 1) =>
    give(client, id, { kind: "agree", task, facts: written });
  const chosenOne = await house.signIn("officer", tree.firm);
  const helper = await postOf(house, chosenOne);
  return { house, officer, chair, chosenOne, helper, id, agree };
}

const faults = ({ status, body }: { status: number; body: { fields?: object[] } }) => ({
  status,
  fields: body.fields,
});

describe("agreeing at a step that writes", () => {
  it("is refused beside each field left empty, in the words of the form", async () => {
    const { officer, agree, helper, id } = await openScene();
    expect(faults(await give(officer, id, { kind: "agree", task: 1 }))).toEqual({
      status: 422,
      fields: [{ path: "facts.decision", say: "请选择意见。" }],
    });
    expect(faults(await agree(officer, { decision: "help", note: "已电话联系" }))).toEqual({
      status: 422,
      fields: [{ path: "facts.helper", say: "请选择承办人。" }],
    });
    const done = await agree(officer, { decision: "help", helper });
    expect(done.body, JSON.stringify(done.body)).toMatchObject({ status: "running" });
  });

  it("is refused of one among many in the same words", async () => {
    const { officer, id } = await openScene();
    const items = [{ id, task: 1 }];
    const { body } = await officer.post("/api/cases/commands", { items, opinion: "同意" });
    expect(body).toMatchObject({
      agreed: 0,
      rows: [{ id, ok: false, code: "cases.faulty", say: "请选择意见。" }],
    });
  });

  it("asks for what is shown only, also where the applicant's answer shows it", async () => {
    const { officer, agree, helper } = await openScene("urgent");
    const help = { decision: "help", helper };
    expect((await agree(officer, help)).body.fields).toEqual([
      { path: "facts.deadline", say: "请填写最晚什么时候办。" },
    ]);
    const { status, body } = await agree(officer, { ...help, deadline: "明天", where: "别处" });
    expect(status, JSON.stringify(body)).toBe(200);
  });

  it("shows who handles it what another answer asks for, and keeps nothing that is not shown", async () => {
    const { house, officer, chair, chosenOne, agree, helper, id } = await openScene("urgent");
    const { writes } = (await officer.get(`/api/cases/${id}`)).body;
    const shown = writes.groups[0].fields.find(({ name }: { name: string }) => name === "deadline");
    expect(shown).toMatchObject({ required: true });
    expect(shown.when).toBeUndefined();
    await agree(officer, { decision: "help", helper, deadline: "明天" });
    await agree(chosenOne, { answer: "已经解决" }, 2);
    const back = { kind: "return", task: 3, to: "review", opinion: "请转到别处" };
    expect((await give(chair, id, back)).status).toBe(200);
    const { rows } = await house.owner.query("select facts from business.cases where id = $1", [
      id,
    ]);
    expect(rows[0].facts).toMatchObject({ decision: "help", helper, deadline: "明天" });
    const again = await agree(officer, { decision: "refer", where: "市总工会" }, 4);
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    const kept = await house.owner.query("select facts from business.cases where id = $1", [id]);
    expect(kept.rows[0].facts).toMatchObject({ decision: "refer", where: "市总工会" });
    expect(kept.rows[0].facts).not.toHaveProperty("helper");
  });

  it("of those who stand beside it asks nothing, and whoever may not agree hears only that", async () => {
    const { house, officer, chair, agree, helper, id } = await openScene();
    const colleague = await house.signIn("officer", tree.firm);
    const to = await postOf(house, colleague);
    const words = { opinion: "请先看一看" };
    await give(officer, id, { kind: "delegate", task: 1, to, ...words });
    expect((await give(chair, id, { kind: "agree", task: 1 })).body.code).toBe("process.not-yours");
    const said = await give(colleague, id, { kind: "agree", task: 2 });
    expect(said.body, JSON.stringify(said.body)).toMatchObject({ status: "running" });
    expect((await give(officer, id, { kind: "agree", task: 1 })).status).toBe(422);
    expect((await agree(officer, { decision: "help", helper })).status).toBe(200);
  });

  it("is enough once: what was written before stands when the step is come to again", async () => {
    const { officer, chair, chosenOne, agree, helper, id } = await openScene();
    await agree(officer, { decision: "help", helper });
    await agree(chosenOne, { answer: "已经解决" }, 2);
    await give(chair, id, { kind: "return", task: 3, to: "answer", opinion: "请再核对一次" });
    const again = await give(chosenOne, id, { kind: "agree", task: 4 });
    expect(again.body, JSON.stringify(again.body)).toMatchObject({ status: "running" });
  });
});
