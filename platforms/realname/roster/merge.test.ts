// Merging over HTTP: who may, what becomes of members, cases and accounts, what is remembered, and taking it back.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enrolAt, facts, numberOf, numbersUnder } from "../../../registers/members/testing.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";

let house: TestHouse;
let officer: Client;
let county: Client;
let nth = 0;
let stays: string;
let goes: string;

/** A digit of the number is off, the name sounds the same; the other record knows a gig occupation and another phone. */
const twin = (of: number) => ({
  ...facts(of + 1, { name: "章晓芳", gigOccupation: "02" }),
  documentNumber: numberOf(of + 100),
});

async function twoRecords(path: string = tree.firm): Promise<void> {
  nth += 2;
  [stays] = (await enrolAt(house, tree.firm, [facts(nth, { education: null })])) as [string];
  [goes] = (await enrolAt(house, path, [twin(nth)])) as [string];
}

const merge = (client: Client, more: object = {}) =>
  client.post("/api/roster/merges", { survivorId: stays, absorbedId: goes, ...more });

const personOf = async (id: string) =>
  (await house.owner.query("select * from member.persons where id = $1", [id])).rows[0];
const livingOf = async (id: string) =>
  (
    await house.owner.query(
      "select * from member.memberships where person_id = $1 and state <> 'ended'",
      [id],
    )
  ).rows;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  officer = await house.signIn("officer", tree.firm);
  county = await house.signIn("cadre", tree.changshaCounty);
});
afterAll(() => house.close());
beforeEach(() => twoRecords());

describe("roster.merge", () => {
  test("makes one member of two, fills what was missing and keeps the rest", async () => {
    const before = await numbersUnder(house, tree.firm);
    const reply = await merge(officer, { take: ["phone"] });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    expect(reply.body).toMatchObject({ untilDay: "2026-12-21" });
    expect(reply.body.taken.toSorted()).toEqual(["education", "gigOccupation", "phone"]);
    const survivor = await personOf(stays);
    expect(survivor).toMatchObject({ name: "张小芳", education: "31", gig_occupation: "02" });
    expect(survivor.phone_mask).toBe((await personOf(goes)).phone_mask);
    expect(await personOf(goes)).toMatchObject({ merged_into: stays, name: "章晓芳" });
    expect(await livingOf(goes)).toHaveLength(0);
    expect(await livingOf(stays)).toMatchObject([{ gig: true }]);
    const after = await numbersUnder(house, tree.firm);
    expect(after.members).toBe(before.members! - 1);
    expect(after["members.gig"]).toBe(before["members.gig"]);
  });

  test("shows one person with both histories, and the other record nowhere", async () => {
    await merge(officer);
    const page = await officer.get(`/api/members/${stays}`);
    expect(page.body.memberships).toHaveLength(2);
    expect(
      page.body.facts.find(({ field }: { field: string }) => field === "education"),
    ).toMatchObject({ text: "大学专科毕业", source: "归并" });
    expect((await officer.get(`/api/members/${goes}`)).status).toBe(404);
    for (const state of ["living", "ended"]) {
      const listed = await officer.get(`/api/members?state=${state}&size=100`);
      expect(listed.body.rows.map((row: { personId: string }) => row.personId)).not.toContain(goes);
    }
  });

  test("knows the survivor under either document from then on", async () => {
    await merge(officer);
    const found = await officer.post("/api/members/find", { documentNumber: numberOf(nth + 100) });
    expect(found.body.rows).toMatchObject([{ personId: stays }]);
    const [again] = await enrolAt(house, tree.firm, [
      { ...twin(nth), education: "21", name: "张小芳" },
    ]);
    expect(again).toBe(stays);
    expect(await livingOf(stays)).toHaveLength(1);
  });

  test("takes name and number from the record that has them right", async () => {
    await house.owner.query(
      "update member.persons set verified = 'matched', verified_at = now() where id = $1",
      [goes],
    );
    const compared = await officer.get(`/api/roster/merges/compare?first=${stays}&second=${goes}`);
    expect(compared.body.suggestion).toMatchObject({ survivor: "second", take: [] });
    await merge(officer, { take: ["name", "documentNumber"] });
    const survivor = await personOf(stays);
    expect(survivor).toMatchObject({ name: "章晓芳", verified: "matched" });
    const shown = await officer.post(`/api/members/${stays}/unmask`, {
      fields: ["documentNumber"],
      purpose: "核对证件",
    });
    expect(shown.body.values.documentNumber).toBe(numberOf(nth + 100));
  });

  test("hands cases and the account of the absorbed record to the survivor, and back", async () => {
    const account = await house.signIn("member");
    const caseId = "0190f0f0-0000-7000-8000-000000000001";
    await house.owner.query("update access.accounts set person_id = $1 where id = $2", [
      goes,
      account.accountId,
    ]);
    await house.owner.query(
      `insert into business.case_flows (function, version, definition) values ('sample.x', 1, '{}') on conflict do nothing`,
    );
    await house.owner.query(
      `insert into business.cases (id, function, version, number, title, org_id, org_path, person_id,
         account_id, status, facts, state, filed_at, updated_at)
       values ($1, 'sample.x', 1, '1', '', $2, $3, $4, $5, 'running', '{}', '{}', now(), now())`,
      [caseId, await house.unionId(tree.firm), tree.firm, goes, account.accountId],
    );
    const bearers = async () => {
      const { rows } = await house.owner.query(
        `select (select person_id from business.cases where id = $1) as of_case,
                (select person_id from access.accounts where id = $2) as of_account`,
        [caseId, account.accountId],
      );
      return rows[0];
    };
    const { id } = (await merge(officer)).body;
    expect(await bearers()).toEqual({ of_case: stays, of_account: stays });
    expect((await officer.post(`/api/roster/merges/${id}/undo`, { note: "是两个人" })).status).toBe(
      200,
    );
    expect(await bearers()).toEqual({ of_case: goes, of_account: goes });
    await house.owner.query("delete from business.cases where id = $1", [caseId]);
  });

  test("asks for a reason where the records themselves give none", async () => {
    const [stranger] = await enrolAt(house, tree.firm, [
      facts(nth + 50, { name: "李建国", sex: "1", documentNumber: numberOf(nth + 551) }),
    ]);
    goes = stranger!;
    expect((await merge(officer)).body.code).toBe("roster.merge-note-needed");
    const reply = await merge(officer, { note: "本人到场，出示户口簿曾用名" });
    expect(reply.status).toBe(200);
  });

  test("refuses to lose a living membership, and one record with itself", async () => {
    await house.owner.query("update member.memberships set state = 'ended' where person_id = $1", [
      stays,
    ]);
    expect((await merge(officer)).body.code).toBe("members.merge-living-first");
    goes = stays;
    expect((await merge(officer)).body.code).toBe("members.merge-one-record");
  });
});

describe("a merge across unions", () => {
  beforeEach(() => twoRecords(tree.furongFirm));

  test("is for who reaches both", async () => {
    expect((await merge(officer)).body.code).toBe("members.merge-not-both");
    expect((await merge(county)).body.code).toBe("members.merge-not-both");
    const city = await house.signIn("cadre", tree.changsha);
    const reply = await merge(city);
    expect(reply.status).toBe(200);
    expect((await officer.get(`/api/roster/merges/${reply.body.id}`)).status).toBe(404);
    expect((await city.get(`/api/roster/merges/${reply.body.id}`)).status).toBe(200);
  });
});

describe("undoing a merge", () => {
  const undo = (id: string, client = officer) =>
    client.post(`/api/roster/merges/${id}/undo`, { note: "本人说是两个人" });

  test("gives both members back, and says so in the list", async () => {
    const before = await numbersUnder(house, tree.firm);
    const { id } = (await merge(officer, { take: ["phone", "name"] })).body;
    expect((await undo(id)).body).toMatchObject({ left: [], membership: true });
    expect(await numbersUnder(house, tree.firm)).toEqual(before);
    expect(await personOf(stays)).toMatchObject({
      name: "张小芳",
      education: null,
      gig_occupation: null,
    });
    const [row] = (await officer.get("/api/roster/merges")).body.rows;
    expect(row).toMatchObject({ id, can: { undo: false }, undone: { note: "本人说是两个人" } });
    expect((await undo(id)).body.code).toBe("roster.merge-undone-already");
  });

  test("leaves what was said of the survivor since", async () => {
    const { id } = (await merge(officer, { take: ["phone"] })).body;
    house.clock.advance(60_000);
    await enrolAt(house, tree.firm, [facts(nth, { education: "11", phone: "13900007777" })]);
    const undone = await undo(id);
    expect(undone.body.left.toSorted()).toEqual(["education", "phone"]);
    expect(undone.body.restored).toEqual(["gigOccupation"]);
    expect(await personOf(stays)).toMatchObject({ education: "11", phone_mask: "139****7777" });
    expect(await livingOf(goes)).toHaveLength(1);
  });

  test("goes from the last merge to the first when there were several", async () => {
    const first = stays;
    const one = (await merge(officer)).body.id;
    const absorbed = goes;
    await twoRecords();
    goes = first;
    const two = (await merge(officer, { note: "本人确认是同一人" })).body.id;
    expect(await personOf(absorbed)).toMatchObject({ merged_into: stays });
    expect((await undo(one)).body.code).toBe("members.merge-merged-on");
    await undo(two);
    expect(await personOf(absorbed)).toMatchObject({ merged_into: first });
    expect((await undo(one)).status).toBe(200);
  });

  test("ends with its thirty days", async () => {
    const { id } = (await merge(officer)).body;
    house.clock.set("2026-12-22T09:00:00+08:00");
    expect((await undo(id)).body.code).toBe("roster.merge-too-late");
    house.clock.set("2026-11-21T09:00:00+08:00");
  });
});

describe("two who merge at once", () => {
  test("merge once: the second is told that the records have changed", async () => {
    const colleague = await house.signIn("chair", tree.firm);
    const before = await numbersUnder(house, tree.firm);
    const [one, other] = await Promise.all([
      merge(officer),
      colleague.post("/api/roster/merges", { survivorId: goes, absorbedId: stays }),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([200, 404]);
    const after = await numbersUnder(house, tree.firm);
    expect(after.members).toBe(before.members! - 1);
  });
});
