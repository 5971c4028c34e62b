// Tests of tables and chosen posts in a form: what rows give, what is said beside which cell.
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  choiceField,
  type FactsOf,
  type Form,
  filesField,
  personNameField,
  phoneField,
  postField,
  rowsField,
  textField,
  unionField,
  yesNoField,
} from "./form.ts";
import { formShape } from "./form-contract.ts";
import { fieldsOf, formDescription } from "./form-description.ts";
import { readForm } from "./form-reading.ts";

const today = day("2026-03-02");
const postId = newId();

const form = {
  union: unionField("所在工会"),
  committee: rowsField("委员名单", {
    columns: {
      name: personNameField("姓名"),
      post: choiceField("职务", { chair: "主席", member: "委员" }),
      phone: phoneField("手机号", { required: false }),
    },
    min: 2,
    max: 3,
  }),
  handler: postField("承办人", { role: "cadre", at: "union.county" }, { by: "handler" }),
} satisfies Form;

const row = { name: "欧阳娜", post: "chair" };
const read = (committee: unknown) =>
  readForm(form, { union: newId(), committee, handler: postId }, today);

describe("rows", () => {
  test("have the types of their columns, and a chosen post is its id", () => {
    type Facts = FactsOf<typeof form>;
    type Row = Facts["committee"][number];
    expectTypeOf<Row["name"]>().toEqualTypeOf<string>();
    expectTypeOf<Row["post"]>().toEqualTypeOf<"chair" | "member">();
    expectTypeOf<Row["phone"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Facts["handler"]>().toEqualTypeOf<string | undefined>();
  });

  test("are read cell by cell in their normal form, blank cells left out", () => {
    const second = { name: " 张 三 ", post: "member", phone: "138 0013 8000" };
    expect(read([{ ...row, phone: " " }, second])).toMatchObject({
      facts: {
        committee: [row, { name: "张三", post: "member", phone: "13800138000" }],
        handler: postId,
      },
    });
  });

  test("are faulty cell by cell, each with its place", () => {
    expect(read([row, { name: "张3", phone: "1", age: 3 }])).toEqual({
      faults: [
        { path: "committee.1.name", say: expect.stringContaining("请填写证件上的姓名") },
        { path: "committee.1.post", say: "请选择职务。" },
        { path: "committee.1.phone", say: expect.stringContaining("11 位") },
        { path: "committee.1.age", say: "表单里没有这一项，请刷新页面后重新填写。" },
      ],
    });
  });

  test.each([
    [[], "请填写委员名单。"],
    ["甲、乙", "请填写委员名单。"],
    [[row], "委员名单至少填 2 行，现在有 1 行。"],
    [[row, row, row, row], "委员名单最多填 3 行，现在有 4 行。"],
  ])("%j are refused as a whole", (rows, say) => {
    expect(read(rows)).toEqual({ faults: [{ path: "committee", say }] });
  });

  test("a row that is no record is refused where it stands", () => {
    expect(read([row, "乙"])).toMatchObject({ faults: [{ path: "committee.1" }] });
  });
});

test("a post is chosen from a list and never typed", () => {
  const handler = postField("承办人", { role: "officer", at: "union" });
  expect(readForm({ handler }, { handler: "王五" }, today)).toEqual({
    faults: [{ path: "handler", say: "请从名单里选择。" }],
  });
  expect(readForm({ handler }, {}, today)).toEqual({
    faults: [{ path: "handler", say: "请选择承办人。" }],
  });
});

describe("a description", () => {
  const description = formDescription(form, today);

  test("is JSON in the shape of the contract", () => {
    expect(formShape.parse(JSON.parse(JSON.stringify(description)))).toEqual(description);
  });

  test("tells of a table its columns and bounds, of a post whose union it hangs on", () => {
    const [, committee, handler] = description.groups[0]!.fields;
    expect(committee).toMatchObject({ kind: "rows", minCount: 2, maxCount: 3 });
    expect(committee?.columns?.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ["name", "person-name", true],
      ["post", "choice", true],
      ["phone", "phone", false],
    ]);
    expect(handler).toMatchObject({ kind: "post", under: "union" });
  });
});

describe("a table that could not work throws", () => {
  test("when a cell would hold files or another table", () => {
    const columns = { papers: filesField("材料") };
    expect(() => fieldsOf({ list: rowsField("名单", { columns }) })).toThrow("list.papers");
  });

  test("when a cell waits for another", () => {
    const columns = {
      has: yesNoField("有"),
      what: textField("什么", { when: { field: "has", is: true } }),
    };
    expect(() => fieldsOf({ list: rowsField("名单", { columns }) })).toThrow("list.what");
  });
});
