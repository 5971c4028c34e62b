// Several cases at once (一次办几件) over HTTP: a table in the form, and a case begun for each of its rows.
import {
  approve,
  chairOf,
  flow,
  idNumberField,
  officerOf,
  personNameField,
  phoneField,
  review,
  rowsField,
  sub,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { describe, expect, it } from "vitest";
import { rooms } from "../../server/rooms.ts";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { type CaseRoom, caseFunction, casesRoom } from "./index.ts";
import { agree, give, idNumber, sampleRoom } from "./testing.ts";

const form = {
  union: unionField("所在工会"),
  people: rowsField("疗养人员", {
    columns: {
      name: personNameField("姓名"),
      idNumber: idNumberField("身份证号"),
      phone: phoneField("手机号"),
      job: textField("工种", { required: false }),
    },
  }),
};

const group = (each: string, wait: boolean) =>
  caseFunction({
    id: "sample.group",
    title: "集体疗养",
    says: "一个班组一起去疗养",
    may: ["officer"],
    version: 1,
    form,
    flow: flow(
      review(officerOf("union.parent")),
      sub("sample.one", {
        wait,
        each: { field: each, as: "idNumber" },
        facts: { name: { field: "people.name" }, phone: { field: "people.phone" } },
      }),
      approve(chairOf("union")),
    ),
    summary: ({ people }) => `${people.length} 人`,
    effect: async () => "都办好了。",
  });

const roomWith = (each: string, wait = true): CaseRoom => ({
  ...sampleRoom,
  cases: [...sampleRoom.cases!, group(each, wait)],
});

async function openScene() {
  const house = await openTestHouse({
    rooms: [
      ...rooms.filter(({ word }) => word !== "cases"),
      casesRoom([roomWith("people.idNumber")]),
    ],
  });
  const officer = await house.signIn("officer", tree.firm);
  const above = await house.signIn("officer", tree.xingsha);
  const chair = await house.signIn("chair", tree.firm);
  const union = await house.unionId(tree.firm);
  const applicant = await house.signIn("officer", tree.firm);
  const file = async (people: readonly object[]): Promise<string> => {
    const url = "/api/cases/functions/sample.group/file";
    const { status, body } = await applicant.post(url, { facts: { union, people } });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.id;
  };
  return { house, applicant, officer, above, chair, file };
}

const row = (nth: number, name: string) => ({
  ...{ name, idNumber: idNumber(nth), phone: `1380013800${nth}` },
});

const subsOf = async ({ owner }: TestHouse, id: string): Promise<string[]> => {
  const { rows } = await owner.query(
    "select case_id as id from business.case_subs where parent_id = $1 order by key",
    [id],
  );
  return rows.map((sub) => sub.id);
};

describe("a step for each row of a table", () => {
  it("begins a case with the cells of that row, once for whoever stands in two, and waits for all", async () => {
    const { house, officer, above, chair, file } = await openScene();
    const id = await file([row(1, "林小满"), row(2, "周立夏"), row(1, "林小满")]);
    expect((await agree(above, id)).body.status).toBe("running");
    const begun = await subsOf(house, id);
    expect(begun).toHaveLength(2);
    const names = [];
    for (const sub of begun) {
      const fields = ["name", "idNumber", "phone"];
      const whole = await officer.post(`/api/cases/${sub}/unmask`, { fields, purpose: "核对名单" });
      names.push(whole.body.values);
    }
    expect(names).toEqual([row(1, "林小满"), row(2, "周立夏")]);

    expect((await agree(chair, id, 2)).body.code).toBe("process.no-such-task");
    for (const sub of begun) expect((await agree(officer, sub)).body.status).toBe("approved");
    await house.settle();
    expect((await agree(chair, id, 2)).body.status).toBe("approved");
  });

  it("keeps nothing of a row in the open", async () => {
    const { house, above, file } = await openScene();
    const id = await file([row(3, "林小满")]);
    await agree(above, id);
    const { rows } = await house.owner.query(
      `select c::text || coalesce((select string_agg(a::text, '') from business.case_actions a
         where a.case_id = c.id), '') as kept from business.cases c`,
    );
    expect(rows).toHaveLength(2);
    for (const { kept } of rows) expect(kept).not.toContain(idNumber(3));
  });

  it("is refused whole when a row cannot be handed in, and says why", async () => {
    const { house, applicant, above, file } = await openScene();
    const first = await file([row(4, "林小满")]);
    await agree(above, first);
    const second = await file([row(5, "周立夏"), row(4, "林小满")]);
    const refused = await agree(above, second);
    expect(refused.body).toMatchObject({ code: "cases.sub-refused" });
    expect(await subsOf(house, second)).toEqual([]);
    expect((await give(applicant, second, { kind: "withdraw" })).body.status).toBe("withdrawn");
  });

  it.each([
    ["people.age", true, "表单中没有“people.age”这一项"],
    ["union.name", true, "表单中没有“union.name”这一项"],
    ["people", true, "请写明按哪一列"],
    ["people.idNumber", false, "不能按“身份证号”逐行办理"],
  ])("is no flow at all when it goes by %s and waits: %s", (each, wait, say) => {
    expect(() => casesRoom([roomWith(each, wait)])).toThrow(say);
  });
});
