// Tests of terms by rule (期限取自规定): looked up when the clock starts, said with their document, out and back as BPMN.
import type { Day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import { toBpmn } from "./bpmn.ts";
import { fromBpmn } from "./bpmn-reading.ts";
import { stages } from "./diagram.ts";
import {
  approve,
  byRule,
  chairOf,
  flow,
  officerOf,
  review,
  timed,
  wait,
  workdays,
} from "./flow.ts";
import { type Command, isRefusal } from "./outcome.ts";
import { type CaseState, draft } from "./state.ts";
import { step } from "./step.ts";
import { type Rules, rulesNamed } from "./term.ts";
import { agree, envAt, monday, officer, submit, worker } from "./testing.ts";
import { applyVariant } from "./variant.ts";

const plan = timed(
  { within: byRule("close") },
  review(officerOf("union"), { within: byRule("accept") }),
  wait(byRule("cool")),
  approve(chairOf("union"), { within: workdays(2), basis: "《某办法》第二条" }),
);

const rulesOf =
  (counts: Readonly<Record<string, number>>): Rules =>
  (name) => ({ period: { workdays: counts[name]! }, basis: `《某规定》关于${name}的条款` });
const numbers = { close: 5, accept: 1, cool: 3 };
const rules = rulesOf(numbers);

interface Told {
  readonly by: typeof worker;
  readonly command: Command;
  readonly rules: Rules;
  readonly on?: Day;
}

function told(state: CaseState, { by, command, rules: given, on = monday }: Told): CaseState {
  const outcome = step(plan, state, command, { ...envAt(on, by), rules: given });
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`);
  return outcome.state;
}

describe("a term by a rule", () => {
  test("is the rule's number on the day its clock starts, and stays so", () => {
    const filed = told(draft, { by: worker, command: submit, rules });
    expect(filed.tasks[0]?.due).toBe("2026-03-03");
    expect(filed.term?.due).toBe("2026-03-09");
    const changed = rulesOf({ close: 9, accept: 9, cool: 4 });
    const agreed = told(filed, { by: officer, command: agree(1), rules: changed });
    expect(agreed.term?.due).toBe("2026-03-09");
    expect(agreed.tokens[1]?.clock?.due).toBe("2026-03-06");
  });

  test("cannot be counted where nobody gives the rules: that is a bug and no refusal", () => {
    expect(() => step(plan, draft, submit, envAt(monday, worker))).toThrow("no rules are given");
  });

  test("is shown ahead of its step with the number of today and its document", () => {
    const terms = (given?: Rules) =>
      stages(plan, draft, { rules: given }).map(({ term }) => term ?? null);
    expect(terms(rules)).toEqual([
      null,
      { words: "1 个工作日", basis: "《某规定》关于accept的条款" },
      { words: "3 个工作日", basis: "《某规定》关于cool的条款" },
      { words: "2 个工作日", basis: "《某办法》第二条" },
      { words: "5 个工作日", basis: "《某规定》关于close的条款" },
    ]);
    expect(terms()[1]).toEqual({ words: "按规定的期限", basis: "" });
  });

  test.each([
    ["《某规定》第一条", "《某办法》第二条", "《某规定》第一条；《某办法》第二条"],
    ["《某规定》第一条", "《某规定》", "《某规定》第一条"],
    ["《某规定》", "《某规定》第一条", "《某规定》第一条"],
    ["本系统默认值", "本系统默认值（某地做法）", "本系统默认值（某地做法）"],
    ["《某规定》第一条", "本系统默认值（某地做法）", "《某规定》第一条"],
    ["《某规定》第一条", undefined, "《某规定》第一条"],
  ])("by %s at a step that stands on %s names %s", (document, own, shown) => {
    const more = own === undefined ? {} : { basis: own };
    const asked = flow(review(officerOf("union"), { within: byRule("accept"), ...more }));
    const given: Rules = () => ({ period: { workdays: 1 }, basis: document });
    expect(stages(asked, draft, { rules: given })[1]?.term?.basis).toBe(shown);
  });

  test("is shown at the step in hand with its last day and its document", () => {
    const filed = told(draft, { by: worker, command: submit, rules });
    const [, reached, ahead] = stages(plan, filed, { rules });
    expect(reached).toMatchObject({
      due: "2026-03-03",
      term: { words: "1 个工作日", basis: "《某规定》关于accept的条款" },
    });
    expect(ahead?.who).toBe("3 个工作日");
  });

  test("of a step whose clock began under another number names no document of today", () => {
    const filed = told(draft, { by: worker, command: submit, rules });
    const changed = rulesOf({ ...numbers, accept: 9 });
    expect(stages(plan, filed, { rules: changed })[1]).toMatchObject({ due: "2026-03-03" });
    expect(stages(plan, filed, { rules: changed })[1]).not.toHaveProperty("term");
  });

  test("is not shown at a step that is done", () => {
    const filed = told(draft, { by: worker, command: submit, rules });
    const agreed = told(filed, { by: officer, command: agree(1), rules });
    expect(stages(plan, agreed, { rules })[1]).not.toHaveProperty("term");
  });

  test("goes out as BPMN with the number of today and comes back as the rule", async () => {
    const xml = await toBpmn(plan, { title: "调解", rules });
    expect(xml).toContain("期限 1 个工作日：《某规定》关于accept的条款");
    expect(xml).toContain(">P3D<");
    expect(await fromBpmn(xml)).toEqual(plan);
    expect(await fromBpmn(await toBpmn(plan, { title: "调解" }))).toEqual(plan);
  });

  test("is named once however often it is used, and is no local flow's to change", () => {
    const twice = review(officerOf("union"), {
      ...{ within: byRule("accept"), adjustable: { within: [1, 3] as const } },
    });
    const local = flow(twice, approve(chairOf("union"), { within: byRule("accept") }));
    expect(rulesNamed(local)).toEqual(["accept"]);
    expect(applyVariant(local, { within: { review: 2 } })).toMatchObject([
      { say: expect.stringContaining("期限由规定确定") },
    ]);
  });

  test("names a rule", () => {
    expect(() => flow(review(officerOf("union"), { within: byRule("") }))).toThrow("1 day or more");
  });
});
