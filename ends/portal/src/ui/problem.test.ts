// Tests of problems (没办成): a refusal keeps the server's words, silence and breakdowns get ours.
import { describe, expect, test } from "vitest";
import { isGone, Problem, problemOf, sentenceOf } from "./problem.ts";

describe("a refusal", () => {
  const refused = problemOf(409, {
    code: "roster.too-large",
    title: "名册太大。",
    next: "请拆成几份再导入。",
    requestId: "01984f2a",
    fields: [{ path: "people.0.phone", say: "手机号不对" }],
  });

  test("is said in the server's words", () => {
    expect(sentenceOf(refused)).toMatchObject({ title: "名册太大", next: "请拆成几份再导入。" });
  });

  test("bears its code and the faults of its fields", () => {
    expect(refused.code).toBe("roster.too-large");
    expect(refused.faults).toEqual([{ path: "people.0.phone", say: "手机号不对" }]);
  });

  test("is final and shows no number to quote", () => {
    expect(refused.final).toBe(true);
    expect(sentenceOf(refused).requestId).toBeUndefined();
  });
});

test("what is not there is gone for good; silence, refusals and breakdowns are not", () => {
  expect([404, 0, 403, 409, 500].map((status) => isGone(problemOf(status, {})))).toEqual([
    ...[true, false, false, false, false],
  ]);
});

describe("a breakdown", () => {
  test("without a readable body still becomes a sentence", () => {
    const { title, next } = sentenceOf(problemOf(502, "<html>Bad Gateway</html>"));
    expect(title).toBe("系统没能完成这次操作");
    expect(next).toContain("重试不会重复办理");
  });

  test("gives the number to quote, and may be tried again", () => {
    const broken = problemOf(500, { requestId: "01984f2a" });
    expect(sentenceOf(broken).requestId).toBe("01984f2a");
    expect(broken.final).toBe(false);
  });
});

test("silence is told as having no connection, and may be tried again", () => {
  const silent = new Problem({ status: 0 });
  expect(sentenceOf(silent).title).toBe("没有连上服务器");
  expect(silent.final).toBe(false);
});

test("too many requests tell how long to wait, from the header as well", () => {
  expect(sentenceOf(problemOf(429, {}, "40")).next).toBe("请在 40 秒后再试。");
  expect(sentenceOf(problemOf(429, { retryAfterSeconds: 130 })).next).toBe("请在 3 分钟后再试。");
});

test("a mistake of the page itself never shows its own words", () => {
  expect(JSON.stringify(sentenceOf(new TypeError("x is undefined")))).not.toContain("undefined");
});
