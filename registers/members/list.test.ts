// Lists, searches and one person's page, over HTTP and within scope.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { endMembership } from "./end.ts";
import { enrolAsHouse, facts, joining, numberOf, placeOf, source } from "./testing.ts";

let house: TestHouse;
let county: Client;
let officer: Client;

/** Six people in two firms of one county, and one in another county. */
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  const firm = await placeOf(house, tree.firm);
  const other = await placeOf(house, tree.otherFirm);
  const furong = await placeOf(house, tree.furongFirm);
  const outcomes = await enrolAsHouse(house, [
    joining(firm, facts(1, { name: "张小芳" })),
    joining(firm, facts(2, { name: "张伟", sex: "1", birthDay: day("1970-06-01") })),
    joining(firm, facts(3, { name: "单雄信", sex: "1", occupation: "钳工" }), {
      joinedDay: day("2020-01-01"),
    }),
    joining(firm, facts(4, { name: "欧阳娜" }), { state: "kept", change: "3" }),
    joining(other, facts(5, { name: "李强", sex: "1", gigOccupation: "02" })),
    joining(other, facts(6, { name: "李静", phone: "13800000005" })),
    joining(furong, facts(7, { name: "张芙蓉" })),
  ]);
  const left = { change: "6", reason: "5", day: day("2026-10-01") } as const;
  const personId = "personId" in outcomes[5]! ? outcomes[5].personId : "";
  await house.act(system("test"), (act) => endMembership(act, source, { personId, ...left }));
  county = await house.signIn("cadre", tree.changshaCounty);
  officer = await house.signIn("officer", tree.firm);
});
afterAll(() => house.close());

const namesOf = (body: { rows: { name: string }[] }) => body.rows.map(({ name }) => name);
const list = async (client: Client, query = "") => (await client.get(`/api/members?${query}`)).body;

describe("the list", () => {
  test("shows whoever lives under the post, masked, with an exact count", async () => {
    const body = await list(officer);
    expect(body).toMatchObject({ total: 4, capped: false, page: 1, size: 20 });
    expect(body.rows[0]).toEqual({
      personId: expect.any(String),
      name: "张*芳",
      sex: "女",
      age: 41,
      idMask: `430***********001${numberOf(1).at(-1)}`,
      phoneMask: "138****0001",
      unionId: await house.unionId(tree.firm),
      unionName: "湘岚机械有限公司工会委员会",
      number: expect.stringMatching(/^430121\d{9}$/),
      state: "active",
      joinedDay: "2026-03-05",
      employer: "湘岚机械有限公司",
      occupation: null,
      gig: false,
      verified: "unverified",
    });
    expect((await list(county)).total).toBe(5);
  });

  test.each([
    ["q=张", ["张*", "张*芳"]],
    ["q=zx", ["张*芳"]],
    ["q=zhangw", ["张*"]],
    ["q=shan", ["单*信"]],
    ["q=ouyang", ["欧*娜"]],
    ["state=kept", ["欧*娜"]],
    ["state=ended", ["李*"]],
    ["state=active&gig=true", ["李*"]],
    ["sex=1&ageFrom=50", ["张*"]],
    ["ageTo=41&sex=1", ["单*信", "李*"]],
    ["joinedTo=2020-12-31", ["单*信"]],
    ["joinedFrom=2026-01-01&sex=2", ["欧*娜", "张*芳"]],
    ["occupation=钳工", ["单*信"]],
    ["verified=matched", []],
  ])("narrowed down by %s finds just those", async (query, names) => {
    const body = await list(county, `${query}&sort=name`);
    expect(namesOf(body).toSorted()).toEqual(names.toSorted());
    expect(body.total).toBe(names.length);
  });

  test.each([
    ["name", ["李*", "欧*娜", "单*信", "张*", "张*芳"]],
    ["-name", ["张*芳", "张*", "单*信", "欧*娜", "李*"]],
    ["-age", ["张*"]],
    ["joined", ["单*信"]],
  ])("sorted by %s begins as it should", async (sort, names) => {
    const rows = namesOf(await list(county, `sort=${sort}`));
    expect(rows.slice(0, names.length)).toEqual(names);
  });

  test("is cut into pages that neither repeat nor leave out", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list(county, `size=2&page=${page}`)));
    const ids = pages.flatMap(({ rows }) => rows.map((row: { personId: string }) => row.personId));
    expect(new Set(ids).size).toBe(5);
    expect((await county.get("/api/members?page=10002&size=20")).body).toMatchObject({
      status: 422,
      code: "members.too-far",
    });
  });

  test("of a union below, with or without those further below", async () => {
    const town = await house.unionId(tree.xingsha);
    expect((await list(county, `unionId=${town}`)).total).toBe(5);
    expect((await list(county, `unionId=${town}&below=false`)).total).toBe(0);
    const firm = await house.unionId(tree.firm);
    expect((await list(county, `unionId=${firm}&below=false`)).total).toBe(4);
  });

  test("of a union beside is refused, and a name there is not found", async () => {
    const beside = await house.unionId(tree.furongFirm);
    expect((await county.get(`/api/members?unionId=${beside}`)).status).toBe(404);
    expect((await list(county, "q=张芙蓉")).total).toBe(0);
  });
});

test("who has left is counted no more, with a change on file and an event for the rooms that care", async () => {
  const { rows: changes } = await house.owner.query(
    "select kind, reason, day from member.changes where kind = '6'",
  );
  expect(changes).toEqual([{ kind: "6", reason: "5", day: "2026-10-01" }]);
  const { rows: told } = await house.owner.query(
    "select org_path, body ->> 'change' as change from outbox.events where name = 'members.ended'",
  );
  expect(told).toEqual([{ org_path: tree.otherFirm, change: "6" }]);
  expect((await list(county, "state=active")).total).toBe(4);
});

describe("looking someone up", () => {
  const find = async (client: Client, body: object) => client.post("/api/members/find", body);

  test("by number or phone finds the one, only within reach", async () => {
    const byNumber = { documentNumber: ` ${numberOf(2).toLowerCase()} ` };
    expect(namesOf((await find(county, byNumber)).body)).toEqual(["张*"]);
    expect(namesOf((await find(county, { phone: "+86 138-0000-0003" })).body)).toEqual(["单*信"]);
    expect((await find(county, { documentNumber: numberOf(7) })).body.rows).toEqual([]);
  });

  test("with a wrong number says what is wrong with it", async () => {
    const wrong = numberOf(2).slice(0, 17);
    expect(await find(county, { documentNumber: wrong })).toMatchObject({
      status: 422,
      body: { code: "members.unreadable-number", title: expect.stringContaining("18 位") },
    });
    expect((await find(county, {})).status).toBe(400);
  });
});

describe("a person's page", () => {
  const personId = async (name: string): Promise<string> =>
    (await house.owner.query("select id from member.persons where name = $1", [name])).rows[0].id;

  test("shows every fact with its source, the membership and its changes", async () => {
    const { body } = await officer.get(`/api/members/${await personId("张小芳")}`);
    expect(body).toMatchObject({ name: "张*芳", state: "active", verified: "unverified" });
    const line = (field: string) =>
      body.facts.find((fact: { field: string }) => fact.field === field);
    const said = { source: "名册导入", at: "2026-11-21T01:00:00.000Z" };
    expect(line("birthDay")).toMatchObject({ text: "1985-03-01", masked: false, ...said });
    expect(line("documentNumber")).toMatchObject({ masked: true, ...said });
    expect(line("household")).toMatchObject({ text: "湖南省长沙市长沙县****", masked: true });
    expect(line("occupation")).toMatchObject({ text: null, source: null, at: null });
    expect(body.changes).toEqual([
      expect.objectContaining({ kind: "入会", day: "2026-03-05", source: "名册导入" }),
    ]);
    expect(body.memberships).toHaveLength(1);
  });

  test("gives the newest source of a field that was said again", async () => {
    house.clock.advance(86_400_000);
    const firm = await placeOf(house, tree.firm);
    const changed = facts(2, {
      ...{ name: "张伟", sex: "1", birthDay: day("1970-06-01"), phone: "13911112222" },
    });
    await enrolAsHouse(house, [joining(firm, changed)]);
    const { body } = await officer.get(`/api/members/${await personId("张伟")}`);
    const at = (field: string) =>
      body.facts.find((fact: { field: string }) => fact.field === field).at;
    expect(at("phone")).toBe("2026-11-22T01:00:00.000Z");
    expect(at("education")).toBe("2026-11-21T01:00:00.000Z");
  });

  test("shows masked fields whole for a purpose, and the look is on the page from then on", async () => {
    const id = await personId("张小芳");
    const asked = { fields: ["name", "documentNumber", "phone", "household"] };
    const url = `/api/members/${id}/unmask`;
    expect((await officer.post(url, { ...asked, purpose: "" })).status).toBe(400);
    const { body } = await officer.post(url, { ...asked, purpose: "核对身份" });
    expect(body.values).toEqual({
      name: "张小芳",
      documentNumber: numberOf(1),
      phone: "13800000001",
      household: "湖南省长沙市长沙县星沙街道开元路1号",
    });
    const page = await officer.get(`/api/members/${id}`);
    expect(page.body.looks).toEqual([
      expect.objectContaining({
        purpose: "核对身份",
        fields: ["姓名", "证件号码", "手机号", "户籍所在地"],
      }),
    ]);
  });

  test("of someone elsewhere is not there, nor to be unmasked", async () => {
    const id = await personId("张芙蓉");
    expect((await officer.get(`/api/members/${id}`)).status).toBe(404);
    const asked = { fields: ["name"], purpose: "核对身份" };
    expect((await officer.post(`/api/members/${id}/unmask`, asked)).status).toBe(404);
    const { rows } = await house.owner.query("select from audit.looks where person_id = $1", [id]);
    expect(rows).toEqual([]);
  });
});
