// Changing facts by its public door: the old beside the new, papers for who somebody is, history on
// file.
import { system } from "@niangjia/foundation/act";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { newId } from "@niangjia/foundation/ids";
import { mergePersons, unmergePersons } from "@niangjia/registers/members";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { decide, file, memberAt, memberships, numberBorn, openHouse, told } from "./testing.ts";

const name = "林小满";

async function openScene() {
  const house = await openHouse();
  const member = await memberAt(house, tree.firm, {
    ...{ phone: "13800138000", education: "31", employer: "湘岚机械有限公司" },
  });
  const officer = await house.signIn("officer", tree.firm);
  return { house, member, officer };
}

const record = async ({ owner }: TestHouse) =>
  (
    await owner.query(`select name, sex, birth_day, id_mask, phone_mask, education, employer,
      gig_occupation, verified from member.persons`)
  ).rows[0];

const first17 = "43012119950302002";
/** Of a woman born on 1995-03-02. */
const corrected = first17 + checkCharacter(first17);

const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

describe("membership.change", () => {
  it("shows the officer the old beside the new, and keeps both with dates once agreed", async () => {
    const { house, member, officer } = await openScene();
    const filed = await file(member, "change", { name, phone: "13900139001", education: "21" });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const { body: shown } = await officer.get(`/api/cases/${filed.body.id}`);
    const lines = shown.facts.flatMap((group: { lines: object[] }) => group.lines);
    expect(lines).toMatchObject([
      { name: "name" },
      { name: "phone", text: "139****9001", was: "138****8000" },
      { name: "education", text: "大学本科毕业", was: "大学专科毕业" },
    ]);
    expect(await record(house)).toMatchObject({ education: "31" });
    house.clock.advance(60_000);
    expect((await decide(officer, filed.body.id)).body.status).toBe("approved");
    expect(await record(house)).toMatchObject({ phone_mask: "139****9001", education: "21" });

    const { rows: said } = await house.owner.query(
      "select source, source_id, said from member.statements order by id",
    );
    expect(said).toMatchObject([
      { source: "demo", said: { education: "31", phone: "138****8000" } },
      { source: "case", source_id: filed.body.id, said: { education: "21", phone: "139****9001" } },
    ]);
    const { body: page } = await officer.get(`/api/members/${member.personId}`);
    const education = page.facts.find(({ field }: { field: string }) => field === "education");
    expect(education).toMatchObject({ text: "大学本科毕业", source: "办件" });
    const { body: after } = await member.get(`/api/cases/${filed.body.id}`);
    expect(after.outcome).toContain("手机号由“138****8000”改为“139****9001”");
    const [event] = await told(house, "membership.changed");
    expect(event.body.fields).toEqual(["phone", "education"]);
  });

  it("takes a corrected number with papers: sex, birth day and verdict follow, the old number is free again", async () => {
    const { house, member, officer } = await openScene();
    await house.owner.query("update member.persons set verified = 'matched'");
    const facts = { name, documentKind: "111", idNumber: corrected };
    const bare = await file(member, "change", facts);
    expect(bare.body.fields).toEqual([
      { path: "facts.evidence", say: "改姓名或证件号码要有证明材料，请上传。" },
    ]);
    const evidence = [await member.upload("户口簿.pdf", pdf)];
    const { body: filed } = await file(member, "change", { ...facts, evidence });
    expect((await decide(officer, filed.id)).body.status).toBe("approved");
    expect(await record(house)).toMatchObject({
      ...{ sex: "2", birth_day: "1995-03-02", verified: "unverified" },
      id_mask: `430***********002${corrected.at(-1)}`,
    });
    const { rowCount } = await house.owner.query("select from member.identities");
    expect(rowCount).toBe(1);
    const women = await house.owner.query(
      "select sum(amount)::int as n from organisation.deltas where measure = 'members.women'",
    );
    expect(women.rows).toEqual([{ n: 1 }]);
    await memberAt(house, tree.otherFirm, { name: "张三" });
    expect(await memberships(house)).toHaveLength(2);
  });

  it("refuses a number that another record bears", async () => {
    const { house, member } = await openScene();
    const borne = numberBorn("19900101", 7);
    await memberAt(house, tree.furongFirm, { name: "王五", documentNumber: borne });
    const evidence = [await member.upload("证明.pdf", pdf)];
    const facts = { name, documentKind: "111", idNumber: borne, evidence };
    const refused = await file(member, "change", facts);
    expect(refused.body).toMatchObject({ status: 409, code: "members.document-borne" });
    expect(JSON.stringify(refused.body)).not.toContain("蓉川");
  });

  it("changes a name with papers on the account too, and takes a mark of a gig worker off", async () => {
    const { house, member, officer } = await openScene();
    const evidence = [await member.upload("户口簿.pdf", pdf)];
    const marked = await file(member, "change", {
      ...{ name, newName: "林晓曼", evidence, isGig: true, gigOccupation: "02" },
    });
    await decide(officer, marked.body.id);
    expect(await record(house)).toMatchObject({ name: "林晓曼", gig_occupation: "02" });
    const named = async () => (await member.get("/api/me")).body.account.name;
    await expect.poll(named).toBe("林晓曼");
    const unmarked = await file(member, "change", { name: "林晓曼", isGig: false });
    await decide(officer, unmarked.body.id);
    expect(await record(house)).toMatchObject({ gig_occupation: null });
    const { rows } = await house.owner.query(
      "select sum(amount)::int as n from organisation.deltas where measure = 'members.gig'",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("puts one more employer on file beside the one that counts", async () => {
    const { house, member, officer } = await openScene();
    const { body } = await file(member, "change", { name, otherEmployer: "同城速递长沙站" });
    expect((await decide(officer, body.id)).body.status).toBe("approved");
    expect(await record(house)).toMatchObject({ employer: "湘岚机械有限公司" });
    const { rows } = await house.owner.query(
      "select employer, org_path, to_day, source, source_id from member.employments",
    );
    expect(rows).toEqual([
      {
        ...{ employer: "同城速递长沙站", org_path: tree.firm, to_day: null },
        ...{ source: "case", source_id: body.id },
      },
    ]);
    const own = (await member.get("/api/membership/employments")).body;
    const other = await house.signIn("officer", tree.furongFirm);
    const query = `/api/membership/employments?personId=${member.personId}`;
    expect(own.rows).toMatchObject([{ employer: "同城速递长沙站", source: "办件" }]);
    expect((await officer.get(query)).body).toEqual(own);
    expect((await other.get(query)).body.rows).toEqual([]);
  });

  it("shows the employers of both records once they turn out to be one person's, until that is undone", async () => {
    const { house, member, officer } = await openScene();
    const twin = await memberAt(house, tree.firm, {
      ...{ employer: "星城外卖长沙站", documentNumber: corrected },
    });
    const { body } = await file(twin, "change", { name, otherEmployer: "同城速递长沙站" });
    expect((await decide(officer, body.id)).body.status).toBe("approved");
    const [survivorId, absorbedId] = [member.personId, twin.personId];
    const mergeId = newId();
    const merged = await house.act(system("test"), (act) =>
      mergePersons(act, { mergeId, survivorId, absorbedId, take: [] }),
    );
    const employers = async () =>
      (await member.get("/api/membership/employments")).body.rows.map(
        ({ employer, source }: { employer: string; source: string }) => `${employer} ${source}`,
      );
    expect((await employers()).sort()).toEqual(["同城速递长沙站 办件", "星城外卖长沙站 归并"]);
    const query = `/api/membership/employments?personId=${survivorId}`;
    expect((await officer.get(query)).body.rows).toHaveLength(2);
    await house.act(system("test"), (act) =>
      unmergePersons(act, { ...merged, mergeId, mergedAt: act.now }),
    );
    expect(await employers()).toEqual([]);
  });

  it("is ended by the union though the member has left meanwhile", async () => {
    const { house, member, officer } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const { body } = await file(member, "change", { name, education: "21" });
    const leaving = await file(member, "leave", { name, wish: "leave", leavingReason: "5" });
    await decide(officer, leaving.body.id);
    await decide(chair, leaving.body.id);
    const { body: shown } = await officer.get(`/api/cases/${body.id}`);
    expect(JSON.stringify(shown.facts)).toContain("大学专科毕业");
    expect((await decide(officer, body.id)).body.status).toBe("approved");
    expect(await record(house)).toMatchObject({ education: "21" });
    expect(await memberships(house)).toMatchObject([{ state: "ended" }]);
  });

  it("is refused when nothing would change, or the number is none", async () => {
    const { member } = await openScene();
    const same = await file(member, "change", { name, education: "31" });
    expect(same.body).toMatchObject({ status: 422, code: "membership.nothing-changed" });
    const passport = await file(member, "change", {
      ...{ name, documentKind: "414", documentNumber: "???", sex: "1", birthDay: "1996-05-18" },
    });
    expect(passport.body.fields[0].path).toBe("facts.documentNumber");
  });
});

describe("membership.change of the phone", () => {
  const codeAt = async (house: TestHouse, phone: string) => {
    await house.anonymous.post("/api/access/codes", { phone });
    await house.settle();
    return house.sent.flatMap(({ text }) => /验证码 (\d{6})/.exec(text)?.[1] ?? []).at(-1);
  };
  const enter = async (house: TestHouse, phone: string) => {
    const shown = { phone, code: await codeAt(house, phone) };
    const { body } = await house.anonymous.post("/api/access/sign-in-by-code", shown);
    const headers = { authorization: `Bearer ${body.token}` };
    return (await house.app.inject({ url: "/api/me", headers })).json();
  };
  const changeTo = async (phone: string) => {
    const { house, member, officer } = await openScene();
    const before = (await member.get("/api/me")).body.account.id;
    const filed = await file(member, "change", { name, phone });
    return { house, member, officer, before, id: filed.body.id };
  };

  it("is followed by signing in: the new number opens the member's account, the old one nobody's", async () => {
    const { house, officer, member, before, id } = await changeTo("13900139001");
    const { rows: own } = await house.owner.query(
      "select phone_mask from access.accounts where id = $1",
      [member.accountId],
    );
    await decide(officer, id);
    expect((await member.get(`/api/cases/${id}`)).body.outcome).toContain("以后用新手机号登录");
    const me = await enter(house, "13900139001");
    expect([me.account.id, me.role]).toEqual([before, "member"]);
    await house.settle();
    const told = house.sent.filter(({ text }) => text.includes("登录手机号已更换"));
    expect(told.map(({ to }) => to.replace(/^(\d{3})\d{4}/, "$1****")).sort()).toEqual(
      [own[0].phone_mask, "139****9001"].sort(),
    );
    const { rowCount } = await house.owner.query(
      "select from access.phones where account_id = $1",
      [member.accountId],
    );
    expect(rowCount).toBe(1);
  });

  it("takes the number from an account nobody is known by, and not from another member", async () => {
    const meanwhile = await changeTo("13900139002");
    expect((await enter(meanwhile.house, "13900139002")).role).toBe("worker");
    await decide(meanwhile.officer, meanwhile.id);
    expect((await enter(meanwhile.house, "13900139002")).account.id).toBe(meanwhile.before);

    const taken = await changeTo("13900139003");
    const other = await enter(taken.house, "13900139003");
    await taken.house.owner.query("update access.accounts set member = true where id = $1", [
      other.account.id,
    ]);
    await decide(taken.officer, taken.id);
    const { body } = await taken.member.get(`/api/cases/${taken.id}`);
    expect(body.outcome).toContain("新号码已是另一个人的登录号");
    expect((await enter(taken.house, "13900139003")).account.id).toBe(other.account.id);
  });
});
