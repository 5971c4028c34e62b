// Tests of form rules (校验): figures as people paste them, and what a field asks for.
import { expect, test } from "vitest";
import { plainFigures, rulesOf } from "./rules.ts";

test("full-width figures, blanks and dashes become a plain number", () => {
  expect(plainFigures("４３０１２１ 1990-0307-123ｘ")).toBe("43012119900307123X");
});

test("a needed field asks in the verb of its kind", () => {
  const asked = (kind: string) => {
    const [first] = rulesOf({ name: "a", title: "手机号", kind, required: true });
    return typeof first === "object" ? first.message : undefined;
  };
  expect(asked("phone")).toBe("请填写手机号");
  expect(asked("choice")).toBe("请选择手机号");
  expect(asked("yes-no")).toBe("请选择是或否");
});

test("money out of bounds is said in yuan", async () => {
  const [rule] = rulesOf({ name: "a", title: "工资", kind: "money", max: 500_000 });
  const check = (rule as { validator: (rule: unknown, fen: number) => Promise<void> }).validator;
  await expect(check(rule, 500_000)).resolves.toBeUndefined();
  await expect(check(rule, 500_001)).rejects.toBe("工资不能超过 ¥5,000.00");
});
