// Rectifications that close by themselves, over HTTP: by a new import, by a merge, by the sweep, and not before.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolAt, facts, numberOf } from "../../../registers/members/testing.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { mendedSweep } from "./mended.ts";
import { importFor, sheetOf } from "./testing.ts";

let house: TestHouse;
let cadre: Client;
let officer: Client;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  cadre = await house.signIn("cadre", tree.changshaCounty);
  officer = await house.signIn("officer", tree.firm);
});
afterAll(() => house.close());

/** Sends a fault back to the firm; answers the case. */
async function send(more: object): Promise<string> {
  const { status, body } = await cadre.post("/api/cases/functions/roster.rectify/file", {
    facts: { union: await house.unionId(tree.firm), ...more },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  await house.settle();
  return body.id;
}

const show = async (id: string) => (await cadre.get(`/api/cases/${id}`)).body;

/** The officer imports these people with their school years and phones. */
async function importAgain(people: readonly number[]): Promise<void> {
  const head = ["姓名", "证件号码", "学历", "手机号"];
  const rows = people.map((nth) => ["张小芳", numberOf(nth), "大专", `137${10_000_000 + nth}`]);
  const bytes = await sheetOf(rows, head);
  const done = await importFor(house, { client: officer, path: tree.firm, bytes });
  expect(done.updated).toBe(people.length);
}

const merge = async (survivorId: string, absorbedId: string): Promise<void> => {
  const body = { survivorId, absorbedId, take: [], note: "本人到会核对，是同一人" };
  const reply = await cadre.post("/api/roster/merges", body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  await house.settle();
};

describe("roster.rectify closes by itself", () => {
  test("once a new import has mended the last record, and tells which import it was", async () => {
    await enrolAt(house, tree.firm, [
      facts(1, { education: null }),
      facts(2, { education: null }),
      facts(3),
    ]);
    const id = await send({ fault: "missing.education" });
    await importAgain([1]);
    expect(await show(id)).toMatchObject({ status: "running" });
    await importAgain([2]);
    const closed = await show(id);
    expect(closed).toMatchObject({
      status: "approved",
      outcome: "“没有填学历”已全部改好，销号。",
    });
    expect(closed.history.at(-1)).toMatchObject({
      kind: "fulfil",
      title: "自动办结",
      who: "系统",
      opinion: "名册导入“名册.xlsx”后，已经没有这个问题。",
    });
    expect((await officer.get("/api/desk")).body.total).toBe(0);
    const { rows } = (await cadre.get("/api/notices")).body;
    expect(rows[0]).toMatchObject({ title: "您的申请已办结", link: `/cases/${id}` });
  });

  test("of one person not by what befalls others", async () => {
    const [one] = await enrolAt(house, tree.firm, [
      facts(11, { phone: null }),
      facts(12, { phone: null }),
    ]);
    const id = await send({ fault: "missing.phone", person: one });
    await importAgain([12]);
    expect((await show(id)).status).toBe("running");
    await importAgain([11]);
    expect((await show(id)).status).toBe("approved");
  });

  test("when a merge fills in what was missing", async () => {
    const [kept, other] = await enrolAt(house, tree.firm, [
      facts(21, { household: null }),
      facts(22),
    ]);
    const id = await send({ fault: "missing.household", person: kept });
    await merge(kept!, other!);
    const closed = await show(id);
    expect(closed.status).toBe("approved");
    expect(closed.history.at(-1).opinion).toBe("重复会员归并后，已经没有这个问题。");
  });

  test("when the only faulty record is merged into one of another union", async () => {
    const [kept] = await enrolAt(house, tree.otherFirm, [facts(31)]);
    const [other] = await enrolAt(house, tree.firm, [facts(32, { ethnicGroup: null })]);
    const id = await send({ fault: "missing.ethnic" });
    await merge(kept!, other!);
    expect((await show(id)).status).toBe("approved");
  });

  test("but stays open when the record it was merged into has the same fault", async () => {
    const [kept, other] = await enrolAt(house, tree.firm, [
      facts(41, { nativePlace: null, politicalStatus: null }),
      facts(42, { politicalStatus: null }),
    ]);
    const id = await send({ fault: "missing.political", person: other });
    await merge(kept!, other!);
    expect((await show(id)).status).toBe("running");
    await house.worker.sweep(mendedSweep);
    expect((await show(id)).status).toBe("running");
  });

  test("by the sweep where nobody said that anything changed", async () => {
    const [one] = await enrolAt(house, tree.firm, [facts(51)]);
    const verdict = (to: string) =>
      house.owner.query("update member.persons set verified = $2 where id = $1", [one, to]);
    await verdict("mismatched");
    const id = await send({ fault: "identity.mismatched", person: one });
    expect(await house.worker.sweep(mendedSweep)).toMatchObject({ closed: 0 });
    await verdict("matched");
    expect(await house.worker.sweep(mendedSweep)).toMatchObject({ closed: 1 });
    expect(await show(id)).toMatchObject({ status: "approved", stages: expect.anything() });
  });
});
