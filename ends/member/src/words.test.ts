// Tests of small words (用语): days, moments and terms on China's clock.
import { expect, test } from "vitest";
import { clockWords, dayWords, momentWords, termWords } from "./words.ts";

const now = new Date("2026-11-21T09:00:00+08:00");

test("a moment late on the day before in UTC is today in China", () => {
  expect(momentWords("2026-11-20T23:30:00Z", now)).toBe("今天 07:30");
  expect(momentWords("2026-11-20T10:00:00Z", now)).toBe("昨天 18:00");
  expect(momentWords("2026-11-18T00:00:00Z", now)).toBe("11月18日 08:00");
});

test("a day of another year says its year", () => {
  expect(dayWords("2026-01-05", now)).toBe("1月5日");
  expect(dayWords("2025-12-31", now)).toBe("2025年12月31日");
});

test.each([
  [2, "11月24日前办完，还剩 2 个工作日"],
  [0, "今天办完"],
  [-1, "已超期 1 个工作日，可以催办"],
  [null, "11月24日前办完"],
])("%s working days left reads %s", (workdaysLeft, words) => {
  expect(clockWords({ due: "2026-11-24", workdaysLeft }, now)).toBe(words);
});

test("a last day in a year whose days off are not announced says so", () => {
  const hint = "（暂按 2027 年放假安排公布前推算）";
  const clock = { due: "2027-01-05", workdaysLeft: 3, provisional: true };
  expect(clockWords(clock, now)).toBe(`2027年1月5日前办完，还剩 3 个工作日${hint}`);
  expect(termWords({ ...clock, state: "ok" }, now)).toContain(hint);
  expect(clockWords({ ...clock, provisional: false }, now)).not.toContain("暂按");
});

test("a term that stands still says so, and one that is nearly over too", () => {
  const term = { due: "2026-11-24", workdaysLeft: 1 };
  expect(termWords({ ...term, due: null, state: "paused" }, now)).toBe("计时暂停");
  expect(termWords({ ...term, state: "amber" }, now)).toContain("快到期了");
  expect(termWords({ ...term, state: "ok" }, now)).toBe(clockWords(term, now));
});
