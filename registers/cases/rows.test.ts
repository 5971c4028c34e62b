// Tests of tables and chosen handlers in a case (名单、承办人): sealed, masked, opened with a purpose, given to who was chosen.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { committee, foundingRoom } from "../../journeys/founding-sample.ts";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { casesRoom } from "./index.ts";

let house: TestHouse;
let worker: Client;
let officer: Client;
let cadre: Client;
beforeAll(async () => {
  house = await openTestHouse({
    closeAfter: "caller",
    rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([foundingRoom])],
  });
  worker = await house.signIn("worker");
  officer = await house.signIn("officer", tree.firm);
  cadre = await house.signIn("cadre", tree.changshaCounty);
});
afterAll(() => house?.close());

async function file(client: Client, changes: object = {}) {
  const facts = { union: await house.unionId(tree.firm), staff: 12, committee, ...changes };
  return client.post("/api/cases/functions/sample.found/file", { facts });
}

const tableOf = (shown: { facts: { lines: { name: string; table?: unknown }[] }[] }) =>
  shown.facts.flatMap(({ lines }) => lines).find(({ name }) => name === "committee")?.table;

async function storedFacts(id: string): Promise<string> {
  const { rows } = await house.owner.query("select facts from business.cases where id = $1", [id]);
  return JSON.stringify(rows[0].facts);
}

describe("a table", () => {
  test("is stored with masks in the open and shown with masks, its columns named", async () => {
    const { body } = await file(worker);
    const stored = await storedFacts(body.id);
    for (const whole of ["林小满", "13800138001"]) expect(stored).not.toContain(whole);
    const { body: shown } = await officer.get(`/api/cases/${body.id}`);
    expect(tableOf(shown)).toMatchObject({
      columns: [
        { name: "name", title: "姓名", masked: true },
        { name: "post", title: "职务", masked: false },
        { name: "phone", title: "手机号", masked: true },
      ],
      rows: [
        ["林*满", "主席", "138****8001"],
        ["周*夏", "委员", "138****8002"],
      ],
    });
  });

  test("opens one cell to staff who say why, and no cell that is not there", async () => {
    const { body } = await file(await house.signIn("worker"));
    const look = (field: string) =>
      officer.post(`/api/cases/${body.id}/unmask`, { fields: [field], purpose: "打电话核实" });
    expect((await look("committee.1.phone")).body).toEqual({
      values: { "committee.1.phone": "13800138002" },
    });
    expect((await look("committee.7.phone")).status).toBe(422);
  });

  test("is found by the whole name and the phone of whoever stands in a row of it", async () => {
    const { body } = await file(await house.signIn("worker"));
    await house.settle();
    const found = async (query: Record<string, string>): Promise<string[]> => {
      const reply = await officer.get(`/api/cases?${new URLSearchParams(query)}`);
      return reply.body.rows.map(({ id }: { id: string }) => id);
    };
    for (const { name, phone } of committee) {
      expect(await found({ q: name })).toContain(body.id);
      const { who } = (await officer.post("/api/cases/who", { number: phone })).body;
      expect(await found({ who })).toContain(body.id);
    }
    expect(await found({ q: committee[0]!.name.slice(0, 2) })).not.toContain(body.id);
  });

  test("is refused cell by cell", async () => {
    const reply = await file(worker, { committee: [committee[0], { name: "周3" }] });
    expect(reply.status).toBe(422);
    expect(reply.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      "facts.committee.1.name",
      "facts.committee.1.post",
      "facts.committee.1.phone",
    ]);
  });

  test("handed in again in another order keeps whose number is whose", async () => {
    const applicant = await house.signIn("worker");
    const { body } = await file(applicant);
    await officer.post(`/api/cases/${body.id}/commands`, {
      command: { kind: "return", task: 1, opinion: "请补一名委员" },
    });
    const { body: returned } = await applicant.get(`/api/cases/${body.id}`);
    const [first, second] = returned.answers.committee;
    const third = { name: "吴谷雨", post: "member", phone: "13800138003" };
    const again = await applicant.post(`/api/cases/${body.id}/commands`, {
      command: { kind: "resubmit" },
      facts: { ...returned.answers, committee: [second, third, { ...first, post: "vice" }] },
    });
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    const fields = ["committee.0.phone", "committee.1.phone", "committee.2.phone"];
    const { body: opened } = await officer.post(`/api/cases/${body.id}/unmask`, {
      fields,
      purpose: "打电话核实",
    });
    expect(Object.values(opened.values)).toEqual(["13800138002", "13800138003", "13800138001"]);
  });

  test("with two rows that look alike and were moved is asked for anew", async () => {
    const applicant = await house.signIn("worker");
    const alike = [
      { name: "林小满", post: "chair", phone: "13800138001" },
      { name: "林大满", post: "member", phone: "13811118001" },
    ];
    const { body } = await file(applicant, { committee: alike });
    await officer.post(`/api/cases/${body.id}/commands`, {
      command: { kind: "return", task: 1, opinion: "请补一名委员" },
    });
    const { body: returned } = await applicant.get(`/api/cases/${body.id}`);
    const [first, second] = returned.answers.committee;
    const third = { name: "吴谷雨", post: "member", phone: "13800138003" };
    const send = (rows: object[]) =>
      applicant.post(`/api/cases/${body.id}/commands`, {
        command: { kind: "resubmit" },
        facts: { ...returned.answers, committee: rows },
      });
    const moved = await send([third, second, first]);
    expect(moved.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      ...["facts.committee.1.name", "facts.committee.1.phone"],
      ...["facts.committee.2.name", "facts.committee.2.phone"],
    ]);
    expect((await send([first, second])).status).toBe(200);
  });

  test("half filled in is kept as a draft", async () => {
    const author = await house.signIn("worker");
    const facts = { staff: 3, committee: [{ name: "林" }, {}] };
    await author.put("/api/cases/functions/sample.found/draft", { facts });
    const { body } = await author.get("/api/cases/functions/sample.found");
    expect(body.draft.facts).toEqual(facts);
  });
});

describe("a chosen handler", () => {
  const choices = (client: Client, query: string) =>
    client.get(`/api/cases/functions/sample.found/posts?field=${query}`);

  test("is one of those on the post at the place the field names", async () => {
    const { body: filed } = await file(await house.signIn("worker"));
    const { body } = await choices(officer, `handler&case=${filed.id}`);
    expect(body.rows).toEqual([
      { id: expect.any(String), words: expect.stringContaining("总工会干部") },
    ]);
    const union = await house.unionId(tree.furongFirm);
    expect((await choices(officer, `handler&union=${union}`)).body.rows).toEqual([]);
    expect((await choices(officer, "handler")).body.rows).toEqual([]);
    expect((await choices(officer, "staff")).status).toBe(422);
  });

  test("who is not among them is refused beside the field; who is, gets the step", async () => {
    const { body: filed } = await file(await house.signIn("worker"));
    const agree = (handler: string) =>
      officer.post(`/api/cases/${filed.id}/commands`, {
        command: { kind: "agree", task: 1, facts: { handler, level: "easy" } },
      });
    const { rows: posts } = await house.owner.query(
      "select id, account_id from access.posts where account_id = any($1)",
      [[officer.accountId, cadre.accountId]],
    );
    const postOf = ({ accountId }: Client) =>
      posts.find((post: { account_id: string }) => post.account_id === accountId).id;
    const refused = await agree(postOf(officer));
    expect(refused.body.fields).toEqual([
      { path: "facts.handler", say: expect.stringContaining("请从名单里重新选择") },
    ]);
    expect((await agree(postOf(cadre))).status).toBe(200);
    const { body: shown } = await officer.get(`/api/cases/${filed.id}`);
    const lines = shown.facts.flatMap((group: { lines: object[] }) => group.lines);
    expect(lines).toContainEqual(
      expect.objectContaining({ name: "handler", text: expect.stringContaining("总工会干部") }),
    );
  });
});
