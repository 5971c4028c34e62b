// Tests of pasting (粘贴表格): cells out of Excel become rows, whatever their order.
import { expect, test } from "vitest";
import type { FieldDescription } from "./description.ts";
import { isTable, rowsFrom } from "./pasted.ts";

const columns: readonly FieldDescription[] = [
  { name: "name", title: "姓名", kind: "person-name" },
  {
    name: "post",
    title: "职务",
    kind: "choice",
    options: [
      { value: "chair", title: "主席" },
      { value: "member", title: "委员" },
    ],
  },
  { name: "phone", title: "手机号", kind: "phone" },
  { name: "wage", title: "工资", kind: "money" },
  { name: "born", title: "出生日期", kind: "day" },
  { name: "party", title: "党员", kind: "yes-no" },
];

test("cells go into the columns in their order, each in the form's own terms", () => {
  const text = "张三\t主席\t138 0013 8000\t5,000.5\t1990/3/7\t是\r\n李四\t委员\t\t\t\t否\r\n";
  expect(rowsFrom(text, columns)).toEqual([
    {
      name: "张三",
      post: "chair",
      phone: "13800138000",
      wage: 500_050,
      born: "1990-03-07",
      party: true,
    },
    { name: "李四", post: "member", party: false },
  ]);
});

test("a first line with the columns' names says which is which; others are left out", () => {
  const text = "手机号\t序号\t姓名\n13800138000\t1\t张三";
  expect(rowsFrom(text, columns)).toEqual([{ phone: "13800138000", name: "张三" }]);
});

test("cells pasted into the middle go on from there", () => {
  expect(rowsFrom("委员\t13900139000", columns, 1)).toEqual([
    { post: "member", phone: "13900139000" },
  ]);
});

test("blank lines are no rows, and a choice that is none stays open", () => {
  expect(rowsFrom("张三\t书记\n\t\n", columns)).toEqual([{ name: "张三", post: undefined }]);
});

test("a single word is no table", () => {
  expect(isTable("张三")).toBe(false);
  expect(isTable("张三\n")).toBe(false);
  expect(isTable("张三\t主席")).toBe(true);
  expect(isTable("张三\n李四")).toBe(true);
});
