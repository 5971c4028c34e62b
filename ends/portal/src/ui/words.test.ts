// Tests of the small words (用语): money to the fen, China's clock, terms.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clockWords,
  dayWords,
  momentWords,
  moneyWords,
  remainingWords,
  sinceWords,
} from "./words.ts";

describe("money", () => {
  test.each([
    [0, "¥0.00"],
    [5, "¥0.05"],
    [123_400, "¥1,234.00"],
    [-123_456, "−¥1,234.56"],
    [9_007_199_254_740_993n, "¥90,071,992,547,409.93"],
  ])("%s fen reads %s", (fen, words) => {
    expect(moneyWords(fen)).toBe(words);
  });

  test("what is written reads back to the same fen, whatever the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => {
        const figures = moneyWords(fen).replace("−", "-").replace(/[¥,.]/g, "");
        expect(BigInt(figures)).toBe(fen);
      }),
      { seed: 20_261_121 },
    );
  });
});

describe("days and moments", () => {
  test("a day of the calendar passes unchanged", () => {
    expect(dayWords("2026-02-28")).toBe("2026-02-28");
  });

  test("a moment late in the evening of UTC is the next day in China", () => {
    expect(momentWords("2026-11-20T17:05:59Z")).toBe("2026-11-21 01:05");
    expect(dayWords("2026-12-31T16:00:00Z")).toBe("2027-01-01");
  });

  test("what changed within a day is told by its distance, older things by their moment", () => {
    const now = new Date("2026-11-21T08:00:00Z");
    expect(sinceWords("2026-11-21T07:59:30Z", now)).toBe("刚刚");
    expect(sinceWords("2026-11-21T07:15:00Z", now)).toBe("45 分钟前");
    expect(sinceWords("2026-11-20T09:00:00Z", now)).toBe("23 小时前");
    expect(sinceWords("2026-11-19T09:00:00Z", now)).toBe("2026-11-19 17:00");
  });
});

test("a term says how much is left, that it ends today, or by how much it is over", () => {
  expect(clockWords(3)).toBe("剩 3 个工作日");
  expect(clockWords(0)).toBe("今天到期");
  expect(clockWords(-2)).toBe("已超期 2 个工作日");
  expect(clockWords(-1, "day")).toBe("已超期 1 天");
});

test("time left never promises less than it takes", () => {
  expect(remainingWords(0.2)).toBe("约 1 秒");
  expect(remainingWords(61)).toBe("约 2 分钟");
  expect(remainingWords(3600)).toBe("约 1 小时");
  expect(remainingWords(4801)).toBe("约 1 小时 21 分钟");
});
