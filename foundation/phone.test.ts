// Tests of mobile numbers (手机号).
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPhone } from "./phone.ts";

test.each([
  "13800138000",
  "１３８００１３８０００",
  "138 0013 8000",
  "138-0013-8000",
  "138.0013.8000",
  "+86 138 0013 8000",
  "+86-13800138000",
  "(+86)13800138000",
  "008613800138000",
  "8613800138000",
  "13800138000.0",
  "'13800138000",
  "\u202d13800138000\u202c",
])("%s is 13800138000", (text) => {
  expect(readPhone(text)).toEqual({ ok: true, value: "13800138000", notes: [] });
});

test.each([
  ["empty", ""],
  ["masked", "138****8000"],
  ["excel-rounded", "1.38E+10"],
  ["several", "13800138000/13900139000"],
  ["several", "13800138000 13900139000"],
  ["several", "13800138000、13900139000"],
  ["landline", "0731-88888888"],
  ["landline", "(0731)8888888"],
  ["landline", "88888888"],
  ["characters", "1380013800O"],
  ["characters", "手机：13800138000"],
  ["length", "1380013800"],
  ["length", "138001380001"],
  ["segment", "12800138000"],
  ["segment", "23800138000"],
])("%s: %s", (fault, text) => {
  expect(readPhone(text)).toMatchObject({ ok: false, fault });
});

test("whatever is taken is eleven digits beginning 13 to 19", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."0135789+-. ()86１３８") });
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), (text) => {
      const reading = readPhone(text);
      if (reading.ok) expect(reading.value).toMatch(/^1[3-9]\d{9}$/);
      else expect(reading.say).toMatch(/请/);
    }),
  );
});
