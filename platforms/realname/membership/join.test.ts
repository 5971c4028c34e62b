// Joining by its public door: what is refused before filing, and what the officer's approval leaves
// in the store.
import { system } from "@niangjia/foundation/act";
import { newId } from "@niangjia/foundation/ids";
import { numbersAt } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { join } from "./join.ts";
import { adult, formOf, numberBorn, onFile, openHouse } from "./testing.ts";

const apply = (client: Client, facts: object, key?: string) =>
  client.post("/api/cases/functions/membership.join/file", { facts }, key);

async function agree(officer: Client, caseId: string) {
  const { body: desk } = await officer.get("/api/desk");
  const row = desk.rows.find(({ id }: { id: string }) => id === caseId);
  const command = { kind: "agree", task: row.task };
  return officer.post(`/api/cases/${caseId}/commands`, { command });
}

const membersAt = (house: TestHouse, path: string) =>
  house.act(system("test"), (act) => numbersAt(act, path, ["members", "members.gig"]));

describe("membership.join", () => {
  it("makes a worker a member once the officer of the union agrees, counted and told at once", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const before = await membersAt(house, tree.province);

    const filed = await apply(worker, await formOf(house));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const none = await house.owner.query("select from member.persons");
    expect(none.rowCount).toBe(0);

    expect((await agree(officer, filed.body.id)).body).toMatchObject({ status: "approved" });

    const { rows } = await house.owner.query(
      `select p.id, p.name, p.id_mask, p.birth_day, p.sex, p.occupation, m.number, m.org_path, m.state, m.gig,
         c.kind, c.source, c.source_id
       from member.persons p join member.memberships m on m.person_id = p.id
         join member.changes c on c.membership_id = m.id`,
    );
    expect(rows).toEqual([
      {
        id: worker.personId,
        name: "林小满",
        id_mask: `430***********001${adult.at(-1)}`,
        birth_day: "1996-05-18",
        sex: "1",
        occupation: "快递员",
        number: expect.stringMatching(/^430121\d{9}$/),
        org_path: tree.firm,
        state: "active",
        gig: true,
        kind: "1",
        source: "case",
        source_id: filed.body.id,
      },
    ]);
    const after = await membersAt(house, tree.province);
    expect(after).toEqual({
      members: before.members + 1,
      "members.gig": before["members.gig"] + 1,
    });

    await house.settle();
    const { body: notices } = await worker.get("/api/notices");
    expect(notices.rows[0]).toMatchObject({
      title: "您的申请已办结",
      body: expect.stringContaining(rows[0].number),
      link: `/cases/${filed.body.id}#rate`,
    });
    expect((await worker.get("/api/me")).body).toMatchObject({
      role: "member",
      account: { name: "林小满" },
    });
    const events = await house.owner.query(
      "select body from outbox.events where name = 'membership.joined'",
    );
    expect(events.rows).toEqual([
      {
        body: {
          caseId: filed.body.id,
          personId: worker.personId,
          unionId: await house.unionId(tree.firm),
          accountId: worker.accountId,
        },
      },
    ]);
  });

  it("lets the federation above know by a copy", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const above = await house.signIn("officer", tree.xingsha);
    const { body } = await apply(worker, await formOf(house));
    await agree(officer, body.id);
    const copied = await above.get("/api/desk?list=copied");
    expect(copied.body.rows).toMatchObject([{ id: body.id, status: "approved", task: null }]);
  });

  it("takes a doubled tap as one application", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const facts = await formOf(house);
    const key = newId();
    const [one, other] = await Promise.all([apply(worker, facts, key), apply(worker, facts, key)]);
    expect(one.status).toBe(200);
    expect(other.body).toEqual(one.body);
    const { rowCount } = await house.owner.query("select from business.cases");
    expect(rowCount).toBe(1);
  });

  it("refuses a second application while one runs, and names the one that does", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const first = await apply(worker, await formOf(house));
    const union = await house.unionId(tree.otherFirm);
    const again = await apply(worker, await formOf(house, { union, documentKind: "112" }));
    expect(again.body).toMatchObject({
      status: 409,
      code: "cases.already-running",
      next: `请打开办件 ${first.body.number} 查看进度。`,
      link: `/cases/${first.body.id}`,
    });
    const stranger = await apply(await house.signIn("worker"), await formOf(house));
    expect(stranger.body).toMatchObject({ code: "cases.running-elsewhere" });
    expect(JSON.stringify(stranger.body)).not.toContain(first.body.number);

    const command = { kind: "withdraw" };
    await worker.post(`/api/cases/${first.body.id}/commands`, { command });
    expect((await apply(worker, await formOf(house, { union }))).status).toBe(200);
  });

  it("tells who is a member already only the county, and what to do instead", async () => {
    const house = await openHouse();
    await onFile(house, tree.furongFirm);
    const worker = await house.signIn("worker");
    const refused = await apply(worker, await formOf(house));
    expect(refused.body).toMatchObject({
      status: 409,
      code: "membership.already-member",
      title: "这个证件号码已是工会会员，会籍在芙蓉区总工会。",
      next: expect.stringContaining("组织关系接转"),
    });
    expect(JSON.stringify(refused.body)).not.toContain("蓉川物业");
    const misnamed = await apply(worker, await formOf(house, { name: "林大满" }));
    expect(misnamed.body).toMatchObject({ code: "membership.name-differs" });
    expect(JSON.stringify(misnamed.body)).not.toContain("芙蓉");
  });

  it("sends whose membership was kept to have it restored", async () => {
    const house = await openHouse();
    await onFile(house, tree.firm, "kept");
    const refused = await apply(await house.signIn("worker"), await formOf(house));
    expect(refused.body).toMatchObject({ code: "membership.kept-member" });
    expect(refused.body.next).toContain("恢复会籍");
  });

  it("refuses the approval when the person became a member elsewhere meanwhile, and keeps nothing of it", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const { body } = await apply(worker, await formOf(house));
    await onFile(house, tree.furongFirm);
    expect((await agree(officer, body.id)).body).toMatchObject({
      code: "membership.already-member",
    });
    const shown = await officer.get(`/api/cases/${body.id}`);
    expect(shown.body).toMatchObject({ status: "running", history: [{ kind: "submit" }] });
    expect((await worker.get("/api/me")).body.role).toBe("worker");
  });

  it("brings back under the old number who had left, and the account stands for that person", async () => {
    const house = await openHouse();
    await onFile(house, tree.furongFirm);
    const left = await house.owner.query(
      "update member.memberships set state = 'ended', ended_day = '2026-06-01' returning person_id, number",
    );
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const { body } = await apply(worker, await formOf(house));
    expect((await agree(officer, body.id)).status).toBe(200);
    const { rows } = await house.owner.query(
      "select person_id, number, org_path from member.memberships where state = 'active'",
    );
    expect(rows).toEqual([{ ...left.rows[0], org_path: tree.firm }]);
    const account = await house.owner.query("select person_id from access.accounts where id = $1", [
      worker.accountId,
    ]);
    expect(account.rows[0].person_id).toBe(left.rows[0].person_id);
    expect((await worker.get(`/api/cases/${body.id}`)).status).toBe(200);
    const second = await apply(await house.signIn("worker"), await formOf(house));
    expect(second.body.code).toBe("membership.already-member");
  });

  it.each([
    ["an identity number with a wrong digit", { idNumber: "430121199605180012" }, "facts.idNumber"],
    ["a mark that asks for nothing", { gigOccupation: undefined }, "facts.gigOccupation"],
    ["another document's number", { documentKind: "H01" }, "facts.idNumber"],
    ["no passport number", { documentKind: "414", idNumber: undefined }, "facts.documentNumber"],
  ])("refuses %s beside its field", async (_what, changes, path) => {
    const house = await openHouse();
    const refused = await apply(await house.signIn("worker"), await formOf(house, changes));
    expect(refused.body).toMatchObject({ status: 422, code: "cases.faulty" });
    expect(refused.body.fields.map((fault: { path: string }) => fault.path)).toContain(path);
  });

  it("refuses who is under sixteen or does not want to, and takes a passport with a birth day", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const code = async (changes: object) =>
      (await apply(worker, await formOf(house, changes))).body.code;
    expect(await code({ idNumber: numberBorn("20101122") })).toBe("membership.too-young");
    expect(await code({ voluntary: false })).toBe("membership.not-voluntary");
    const passport = {
      documentKind: "414",
      idNumber: undefined,
      documentNumber: "E12345678",
      sex: "1",
    };
    expect(await code({ ...passport, birthDay: "2011-01-01" })).toBe("membership.too-young");
    expect(await code({ ...passport, birthDay: "2010-11-21" })).toBeUndefined();
    const { rows } = await house.owner.query("select facts from business.cases");
    expect(rows[0].facts.documentNumber).toBe("E******78");
  });

  it("may be filed by an officer for a worker of the union, and decided by another", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const colleague = await house.signIn("officer", tree.firm);
    const { body } = await apply(officer, await formOf(house));
    expect((await officer.get("/api/desk")).body.total).toBe(0);
    expect((await agree(colleague, body.id)).status).toBe(200);
    const { rows } = await house.owner.query("select id from member.persons");
    expect(rows).toHaveLength(1);
    const out = { union: await house.unionId(tree.furongFirm), idNumber: numberBorn("19900101") };
    expect((await apply(officer, await formOf(house, out))).body.code).toBe("cases.out-of-reach");
  });

  it("is offered to workers and officers, with the phone the house knows and words to be found by", async () => {
    const house = await openHouse();
    const worker = await house.signIn("worker");
    const { body } = await worker.get("/api/cases/functions");
    expect(body.groups).toMatchObject([
      {
        platform: "realname",
        room: "membership",
        title: "会员入转退",
        functions: [
          {
            id: join.id,
            title: "入会申请",
            words: ["加入工会", "办会员卡", "找到组织", "ruhuishenqing", "rhsq"],
          },
          { id: "membership.restore" },
        ],
      },
    ]);
    const offered = await worker.get("/api/cases/functions/membership.join");
    expect(offered.body.prefill).toEqual({ phone: expect.stringMatching(/^139\*{4}\d{4}$/) });
    const facts = await formOf(house, { phone: offered.body.prefill.phone });
    const filed = await apply(worker, facts);
    const { rows } = await house.owner.query("select id, facts, facts_cipher from business.cases");
    const opened = house.keys.decrypt(
      { field: "case.facts", row: filed.body.id },
      rows[0].facts_cipher,
    );
    expect(JSON.parse(opened).phone).toMatch(/^139\d{8}$/);
    const cadre = await house.signIn("cadre", tree.changshaCounty);
    expect((await cadre.get("/api/cases/functions")).body.groups).toEqual([]);
    expect((await apply(cadre, facts)).body.code).toBe("cases.not-for-you");
  });
});
