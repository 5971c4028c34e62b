// Rectifying over HTTP: a fault goes to the desk of the union that owns the records, and only mending strikes it off.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolAt, facts } from "../../../registers/members/testing.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";

let house: TestHouse;
let cadre: Client;
let officer: Client;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  cadre = await house.signIn("cadre", tree.changshaCounty);
  officer = await house.signIn("officer", tree.firm);
});
afterAll(() => house.close());

const file = async (client: Client, more: object) =>
  client.post("/api/cases/functions/roster.rectify/file", {
    facts: { union: await house.unionId(tree.firm), ...more },
  });

const agree = (id: string) =>
  officer.post(`/api/cases/${id}/commands`, { command: { kind: "agree", task: 1 } });

describe("roster.rectify", () => {
  test("sends a fault of many to the owning union, due in working days, and closes once all are mended", async () => {
    await enrolAt(house, tree.firm, [
      facts(1, { education: null }),
      facts(2, { education: null }),
      facts(3),
    ]);
    const filed = await file(cadre, { fault: "missing.education", note: "请于月底前补齐" });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const [task] = (await officer.get("/api/desk")).body.rows;
    expect(task).toMatchObject({ id: filed.body.id, clock: { due: "2026-11-27" } });
    const early = await agree(filed.body.id);
    expect(early.body.code).toBe("roster.not-mended");
    expect(JSON.stringify(early.body)).toContain("还有 2 人没有改好");
    await enrolAt(house, tree.firm, [facts(1), facts(2)]);
    expect((await agree(filed.body.id)).body.status).toBe("approved");
    const { rows } = await house.owner.query(
      "select status, outcome from business.cases where id = $1",
      [filed.body.id],
    );
    expect(rows).toEqual([{ status: "approved", outcome: "“没有填学历”已全部改好，销号。" }]);
  });

  test("of one person follows that person, and does not wait for others", async () => {
    const [one] = await enrolAt(house, tree.firm, [
      facts(11, { phone: null }),
      facts(12, { phone: null }),
    ]);
    const filed = await file(cadre, { fault: "missing.phone", person: one });
    await enrolAt(house, tree.firm, [facts(11)]);
    expect((await agree(filed.body.id)).body.status).toBe("approved");
  });

  test("is not sent where nothing is wrong, nor about somebody else's member", async () => {
    expect((await file(cadre, { fault: "joined.future" })).body.code).toBe(
      "roster.nothing-to-mend",
    );
    const [stranger] = await enrolAt(house, tree.otherFirm, [facts(21, { phone: null })]);
    const reply = await file(cadre, { fault: "missing.phone", person: stranger });
    expect(reply.body.code).toBe("members.not-found");
    expect((await file(cadre, { fault: "missing.phone", person: "张三" })).status).toBe(404);
    expect((await file(cadre, { fault: "no.such" })).status).toBe(422);
  });

  test("is sent once while it runs", async () => {
    await enrolAt(house, tree.firm, [facts(31, { household: null })]);
    expect((await file(cadre, { fault: "missing.household" })).status).toBe(200);
    const again = await file(cadre, { fault: "missing.household" });
    expect(again.body.code).toBe("cases.already-running");
  });
});
