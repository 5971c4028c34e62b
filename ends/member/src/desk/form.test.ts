// Tests of forms on a phone (分步填写): the screens one goes through, and what is sent.
import { expect, test } from "vitest";
import { faultsOf } from "./checks.ts";
import {
  answerWords,
  asFilled,
  type Field,
  type Form,
  factsFrom,
  factsToSend,
  headOf,
  screenOf,
  screensOf,
} from "./form.ts";

const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  title: name,
  kind: "text",
  required: true,
  ...more,
});

const form: Form = {
  groups: [
    { fields: [field("union", { kind: "union", title: "所在工会" })] },
    {
      title: "工作",
      fields: [
        field("isGig", { kind: "yes-no" }),
        field("gigKind", { when: { field: "isGig", is: [true] } }),
      ],
    },
    { title: "车辆", fields: [field("plate", { when: { field: "gigKind", is: ["货车司机"] } })] },
  ],
};

test("one group is one screen, and a group that asks nothing now is passed over", () => {
  expect(screensOf(form, {}).map(({ fields }) => fields.map(({ name }) => name))).toEqual([
    ["union"],
    ["isGig"],
  ]);
  const trucker = { isGig: true, gigKind: "货车司机" };
  expect(screensOf(form, trucker).map(({ title }) => title)).toEqual([undefined, "工作", "车辆"]);
});

test("what was typed before its field was closed is not sent", () => {
  const typed = { union: "u", isGig: false, gigKind: "货车司机", stray: 1 };
  expect(factsToSend(form, typed)).toEqual({ union: "u", isGig: false });
});

test("emptied fields are left out, and a plain no is not emptiness", () => {
  expect(factsToSend(form, { union: "", isGig: false })).toEqual({ isGig: false });
});

test("a refusal leads to the first screen that holds a field it names", () => {
  const screens = screensOf(form, { isGig: true });
  expect(screenOf(screens, ["gigKind"])).toBe(1);
  expect(screenOf(screens, ["nothing of ours"])).toBe(0);
});

test("a poster's address fills only fields the form has", () => {
  expect(factsFrom(form, { union: "u", utm: "poster" })).toEqual({ union: "u" });
});

test("answers are read over in words", () => {
  const choice = field("a", { kind: "choice", options: [{ value: "01", title: "汉族" }] });
  expect(answerWords(choice, "01")).toBe("汉族");
  expect(answerWords(field("b", { kind: "yes-no" }), false)).toBe("否");
  expect(answerWords(field("c", { kind: "money" }), 123_450)).toBe("1234.50 元");

  expect(answerWords(field("e"), "")).toBe("未填");
});

test("read over, every answer has its question above it, also where a group has no title", () => {
  const papers = field("papers", { kind: "files", title: "请示" });
  expect(headOf({ fields: [papers] })).toEqual({ title: "请示", each: false });
  expect(headOf({ fields: [papers, field("note", { title: "说明" })] }).each).toBe(true);
  expect(headOf({ title: "工作", fields: [papers] })).toEqual({ title: "工作", each: true });
});

test("what was filled in before may go back with its stars, in a table too; what is new may not", () => {
  const phone = field("phone", { kind: "phone" });
  const column = { name: "phone", title: "手机号", kind: "phone" as const, required: true };
  const people = field("people", { kind: "rows", columns: [column] });
  const before = { phone: "138****0001", people: [{ phone: "138****0002" }] };
  const now = new Date("2026-11-23T01:00:00Z");
  const asked = { groups: [{ fields: [phone, people] }] };
  const [known] = asFilled(asked, before).groups;
  expect(faultsOf(known!, before, now).size).toBe(0);
  const [fresh] = asFilled(asked, {}).groups;
  expect([...faultsOf(fresh!, before, now).keys()]).toEqual(["phone", "people.0.phone"]);
});
