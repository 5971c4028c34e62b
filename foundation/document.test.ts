// Tests of identity documents (证件).
import { expect, test } from "vitest";
import { day } from "./day.ts";
import { readDocument } from "./document.ts";
import { checkCharacter } from "./idnumber.ts";

const today = day("2026-11-21");

const read = (kind: string, text: string) => readDocument(kind, text, { today });

const close = (first17: string) => first17 + checkCharacter(first17);

test("an identity card brings birth and sex with it", () => {
  expect(read("111", "11010519491231002x")).toMatchObject({
    ok: true,
    value: { kind: "111", number: "11010519491231002X", birthDay: "1949-12-31", sex: "2" },
  });
  expect(read("111", "110105194912310021")).toMatchObject({ fault: "check-digit" });
});

test("a number of another kind says which kind it is", () => {
  const hongKong = close("81000019900101123");
  expect(read("111", hongKong)).toEqual({
    ok: false,
    fault: "other-kind",
    say: "这是港澳居民居住证的号码，请改选证件类别。",
  });
  expect(read("H01", hongKong)).toMatchObject({ ok: true });
  expect(read("H02", hongKong)).toMatchObject({ fault: "other-kind" });
  expect(read("553", close("94384019900101123"))).toMatchObject({ ok: true });
});

test("the old permanent residence card has three letters and twelve digits", () => {
  expect(read("553", "FRA 4301 900101 1 2")).toMatchObject({
    value: { number: "FRA430190010112", birthDay: "1990-01-01" },
  });
  expect(read("553", "FRA430105010112")).toMatchObject({ value: { birthDay: "2005-01-01" } });
  expect(read("553", "FRA430190130112")).toMatchObject({ fault: "birth-date" });
  expect(read("553", "FRA43019001011")).toMatchObject({ fault: "length" });
});

test.each([
  ["414", "e12345678", "E12345678"],
  ["414", "ＥＡ１２３４５６７", "EA1234567"],
  ["511", "12345678", "12345678"],
  ["511", "1234567890(A)", "1234567890"],
  ["516", "h1234567801", "H12345678"],
  ["516", "M12345678", "M12345678"],
  ["114", "军字第1234567号", "军字第1234567号"],
  ["990", "HN-2026-001", "HN2026001"],
])("kind %s: %s is stored as %s", (kind, text, number) => {
  expect(read(kind, text)).toMatchObject({ ok: true, value: { kind, number } });
});

test("what was left out of a number is told", () => {
  expect(read("516", "H1234567801")).toMatchObject({ notes: ["证件号码末尾的换证次数已略去"] });
  expect(read("516", "H12345678")).toMatchObject({ notes: [] });
});

test.each([
  ["414", "", "empty"],
  ["414", "E12***678", "masked"],
  ["414", "1.23457E+11", "excel-rounded"],
  ["414", "E123-张", "characters"],
  ["414", "PASSPORT", "characters"],
  ["516", "A12345678", "characters"],
  ["511", "1234567", "characters"],
  ["000", "E12345678", "unknown-kind"],
  ["constructor", "E12345678", "unknown-kind"],
])("kind %s: %s is refused as %s", (kind, text, fault) => {
  expect(read(kind, text)).toMatchObject({ ok: false, fault });
});
