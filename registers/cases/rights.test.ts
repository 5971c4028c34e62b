// What a step lets its handlers see, write and attach, over HTTP: by the fields of the form and the files in them.
import {
  approve,
  chairOf,
  filesField,
  flow,
  officerOf,
  phoneField,
  postField,
  review,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { describe, expect, it } from "vitest";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, tree } from "../../server/testing.ts";
import { type CaseRoom, caseFunction, casesRoom } from "./index.ts";
import { give } from "./testing.ts";

const by = "handler";
const form = {
  union: unionField("所在工会"),
  phone: phoneField("手机号"),
  wish: textField("要求"),
  proof: filesField("证明材料", { required: false }),
  helper: postField("承办人", { role: "officer", at: "union" }, { by, required: false }),
  answer: filesField("答复的材料", { by, required: false }),
};

const answered = caseFunction({
  id: "sample.answered",
  title: "求助申请",
  says: "请工会帮忙",
  may: ["worker"],
  version: 1,
  form,
  flow: flow(
    review(officerOf("union"), {
      rights: { phone: "hidden", proof: "hidden", answer: "write", helper: "write" },
    }),
    approve(chairOf("union"), { rights: { phone: "read" } }),
  ),
  summary: ({ wish }) => wish,
  effect: async () => "已经办好。",
});

const room: CaseRoom = { word: "sample", title: "样例", platform: "benefits", cases: [answered] };

const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");

async function openScene() {
  const house = await openTestHouse({
    rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([room])],
  });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const proof = await worker.upload("证明.pdf", pdf);
  const union = await house.unionId(tree.firm);
  const facts = { union, phone: "13800138000", wish: "请帮忙", proof: [proof] };
  const { body } = await worker.post("/api/cases/functions/sample.answered/file", { facts });
  return { house, worker, officer, chair, proof, facts, id: body.id as string };
}

const names = async (client: Client, id: string): Promise<string[]> =>
  (await client.get(`/api/cases/${id}`)).body.facts.flatMap(
    ({ lines }: { lines: { name: string }[] }) => lines.map(({ name }) => name),
  );

const fetched = async (client: Client, id: string, file: string): Promise<number> =>
  (await client.get(`/api/cases/${id}/files/${file}`)).status;

describe("a field hidden at a step", () => {
  it("is not shown to who handles that step, then or later; to everybody else it is", async () => {
    const { house, worker, officer, chair, id } = await openScene();
    expect(await names(officer, id)).toEqual(["union", "wish"]);
    await give(officer, id, { kind: "agree", task: 1 });
    expect(await names(officer, id)).toEqual(["union", "wish"]);
    const above = await house.signIn("cadre", tree.changshaCounty);
    for (const client of [worker, chair, above]) {
      expect(await names(client, id)).toEqual(["union", "phone", "wish", "proof"]);
    }
  });

  it("opens to who handles it neither with a purpose nor as a file", async () => {
    const { officer, chair, proof, id } = await openScene();
    const look = (client: Client) =>
      client.post(`/api/cases/${id}/unmask`, { fields: ["phone"], purpose: "打电话核实" });
    expect((await look(officer)).body.code).toBe("cases.nothing-hidden");
    expect((await look(chair)).body).toEqual({ values: { phone: "13800138000" } });
    expect(await fetched(officer, id, proof)).toBe(404);
    expect(await fetched(chair, id, proof)).toBe(200);
  });
});

describe("what a handler attaches", () => {
  it("is fetched through the case by all who may read it, and by nobody else", async () => {
    const { house, worker, officer, chair, id } = await openScene();
    const answer = await officer.upload("答复.pdf", pdf);
    const command = { kind: "agree", task: 1, facts: { answer: [answer] } };
    expect((await give(officer, id, command)).status).toBe(200);
    expect(await fetched(worker, id, answer)).toBe(200);
    expect(await fetched(chair, id, answer)).toBe(200);
    expect((await chair.get(`/api/files/${answer}`)).status).toBe(200);
    expect(await fetched(await house.signIn("worker"), id, answer)).toBe(404);
    const other = await worker.upload("别的.pdf", pdf);
    expect(await fetched(worker, id, other)).toBe(404);
    const { facts } = (await worker.get(`/api/cases/${id}`)).body;
    expect(facts[0].lines.at(-1)).toMatchObject({ files: [{ id: answer, name: "答复.pdf" }] });
  });

  it("must be a file that is there, of a kind the form takes", async () => {
    const { officer, id } = await openScene();
    const attach = (file: string) =>
      give(officer, id, { kind: "agree", task: 1, facts: { answer: [file] } });
    const missing = await attach("01a20221-0000-7000-8000-000000000000");
    expect(missing.body.fields).toMatchObject([{ path: "facts.answer" }]);
    const sheet = await officer.upload("名单.csv", Buffer.from("姓名,电话\n林小满,1\n"));
    expect((await attach(sheet)).body.fields).toMatchObject([{ path: "facts.answer" }]);
  });

  it("and chooses stands in nobody's way who hands the case in again", async () => {
    const { house, worker, officer, chair, facts, id } = await openScene();
    const answer = await officer.upload("答复.pdf", pdf);
    const { accountId } = officer;
    const { rows } = await house.owner.query("select id from access.posts where account_id = $1", [
      accountId,
    ]);
    const written = { answer: [answer], helper: rows[0].id };
    await give(officer, id, { kind: "agree", task: 1, facts: written });
    await give(chair, id, { kind: "return", task: 2, opinion: "请补充要求" });
    await house.owner.query("update access.posts set state = 'ended' where account_id = $1", [
      accountId,
    ]);
    const again = { command: { kind: "resubmit" }, facts: { ...facts, wish: "请尽快帮忙" } };
    const reply = await worker.post(`/api/cases/${id}/commands`, again);
    expect(reply.body).toMatchObject({ status: "running" });
    expect(await names(worker, id)).toEqual(expect.arrayContaining(["helper", "answer"]));
  });
});
