// Tests of the calendar's words (放假安排).
import { expect, test } from "vitest";
import { effectsOf, spansWords, workdaysWords } from "./calendar.ts";

test("spans are read in order, with the year where it is another", () => {
  const spans = ["2027-02-05..2027-03-01", "2026-12-30..2027-01-03", "2027-06-09"];
  expect(spansWords(2027, spans)).toBe("2026年12月30日至1月3日、2月5日至3月1日、6月9日");
  expect(spansWords(2027, ["2027-10-01..2027-10-07"])).toBe("10月1日至7日");
  expect(spansWords(2027, [])).toBe("没有");
});

test("a year with another number of working days than the law leaves asks to be looked at again", () => {
  expect(workdaysWords({ workdays: 248, lawful: 248 })).toBe("248 天");
  expect(workdaysWords({ workdays: 251, lawful: null })).toBe("251 天");
  expect(workdaysWords({ workdays: 247, lawful: 248 })).toContain("少 1 天，请对照原文");
});

test("what loading does is said with its numbers", () => {
  const preview = { off: [], makeUp: [], workdays: 248, lawful: 248, looked: 3, more: false };
  expect(effectsOf({ ...preview, later: 0, earlier: 0 })[0]).toBe(
    "在办办件看了 3 件：期限都不变。",
  );
  expect(effectsOf({ ...preview, later: 2, earlier: 1 })[0]).toContain(
    "2 个期限推后，1 个期限提前",
  );
});
