// Case functions as code names them: one that could never run is a mistake found at the start, not
// by an applicant.
import {
  byRule,
  cadreOf,
  chosen,
  flow,
  officerOf,
  personNameField,
  review,
  sub,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { describe, expect, test } from "vitest";
import { type CaseFunction, caseFunction } from "./function.ts";
import { offersOf } from "./functions.ts";

const form = { union: unionField("所在工会"), name: personNameField("姓名") };
const named = {
  id: "sample.leave",
  title: "疗养申请",
  says: "累了，去疗养几天",
  may: ["worker"],
  version: 1,
  form,
  flow: flow(review(officerOf("union"))),
  summary: () => "",
  effect: async () => "",
} as const;

const offered =
  (...cases: CaseFunction[]) =>
  () =>
    offersOf([{ word: "sample", title: "样例", cases }]);

describe("the list of functions", () => {
  test("is found by title, own words, pinyin and initials", () => {
    const offer = offered(caseFunction({ ...named, words: ["休养"] }))().get("sample.leave");
    expect(offer?.words).toEqual(["休养", "liaoyangshenqing", "lysq"]);
  });

  test("takes a term by a rule that its parameters have, and no other", () => {
    const parameters = Object.assign(() => ({}), {
      room: "sample",
      settable: [],
      terms: ["reply"],
    });
    const by = (rule: string) => {
      const plan = flow(review(officerOf("union"), { within: byRule(rule) }));
      return offered(caseFunction({ ...named, parameters, flow: plan }));
    };
    expect(by("reply")().size).toBe(1);
    expect(by("answer")).toThrow("has a term by answer");
  });

  test("takes a function that says itself where it is filed", () => {
    const placed = { ...named, form: { reason: textField("说明") }, place: () => "0192" };
    expect(offered(caseFunction(placed))().size).toBe(1);
  });

  test.each([
    ["belongs to another room", { id: "other.leave" }, /does not belong to room sample/],
    ["names no union", { form: { reason: textField("说明") } }, /names no union/],
    [
      "looks for somebody nowhere",
      { flow: flow(review(cadreOf("from.county"))) },
      /at from\.county/,
    ],
    [
      "begins cases of none",
      { flow: flow(review(officerOf("union")), sub("sample.none")) },
      /sample\.none, and no room has/,
    ],
    [
      "begins its own",
      { flow: flow(review(officerOf("union")), sub("sample.leave")) },
      /审核 → 办理关联事项：.*没有尽头/,
    ],
    [
      "asks for a choice nobody makes",
      { flow: flow(review(chosen("officer", "union", "handler"))) },
      /sample\.leave 提交申请 → /,
    ],
  ])("refuses one that %s", (_what, changes, fault) => {
    const fn = { ...named, ...changes } as unknown as CaseFunction;
    expect(offered(fn)).toThrow(fault);
  });

  test("refuses two of one id", () => {
    const fn = caseFunction(named);
    expect(offered(fn, fn)).toThrow(/sample\.leave is named twice/);
  });
});
