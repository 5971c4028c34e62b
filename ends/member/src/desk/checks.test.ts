// Tests of checks while typing (校验): the sentence a person reads, or none.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { expect, test } from "vitest";
import { faultOf, faultsOf } from "./checks.ts";
import type { Field } from "./form.ts";

const now = new Date("2026-11-21T09:00:00+08:00");
const first17 = "43012119960518001";
const number = first17 + checkCharacter(first17);

const field = (more: Partial<Field>): Field => ({
  name: "a",
  title: "证件号码",
  kind: "text",
  required: true,
  ...more,
});

test("an identity number is judged as the house judges it", () => {
  const asked = field({ kind: "id-number" });
  expect(faultOf(asked, number, now)).toBeUndefined();
  expect(faultOf(asked, `${number.slice(0, 6)} ${number.slice(6)}`, now)).toBeUndefined();
  const wrong = number.endsWith("1") ? "2" : "1";
  expect(faultOf(asked, first17 + wrong, now)).toContain("校验码不对");
});

test("a masked number that the union filled in goes back as it came; one typed so does not", () => {
  const masked = "430***********0018";
  expect(
    faultOf(field({ kind: "id-number", prefill: "me.idNumber" }), masked, now),
  ).toBeUndefined();
  expect(faultOf(field({ kind: "id-number" }), masked, now)).toContain("星号");
});

test("a needed field asks in the verb of its kind, and one that is not needed keeps still", () => {
  expect(faultOf(field({ title: "手机号", kind: "phone" }), "", now)).toBe("请填写手机号");
  expect(faultOf(field({ kind: "yes-no" }), undefined, now)).toBe("请选择是或否");
  expect(faultOf(field({ title: "照片", kind: "files" }), [], now)).toBe("请上传照片");
  expect(faultOf(field({ required: false }), "", now)).toBeUndefined();
});

test("bounds are said in the field's own unit", () => {
  const wage = field({ title: "工资", kind: "money", max: 500_000 });
  expect(faultOf(wage, 500_001, now)).toBe("工资不能超过 5000.00 元");
  const hours = field({ title: "工时", kind: "number", min: 1, unit: "小时" });
  expect(faultOf(hours, 0, now)).toBe("工时不能少于 1 小时");
  expect(faultOf(hours, "三", now)).toBe("工时应是数字");
});

test("days outside their bounds are named with the bound", () => {
  const birth = field({ title: "出生日期", kind: "day", latest: "2026-11-21" });
  expect(faultOf(birth, "2026-11-22", now)).toBe("出生日期不能晚于 2026-11-21");
});

test("a screen's faults come in the order of its fields", () => {
  const fields = [field({ name: "b", title: "乙" }), field({ name: "a", title: "甲" })];
  expect([...faultsOf({ fields }, {}, now)]).toEqual([
    ["b", "请填写乙"],
    ["a", "请填写甲"],
  ]);
});
