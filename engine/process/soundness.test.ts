// Tests of soundness: what is found in a flow before it is published, and the way to it.
import { describe, expect, test } from "vitest";
import { all, below, filled, from, is } from "./condition.ts";
import {
  applicant,
  approve,
  arm,
  chairOf,
  choose,
  chooseSeveral,
  chosen,
  flow,
  officerOf,
  otherwise,
  postOf,
  review,
  type Step,
  sub,
  timed,
  together,
  wait,
  workdays,
} from "./flow.ts";
import {
  choiceField,
  moneyField,
  numberField,
  postField,
  textField,
  unionField,
  yesNoField,
} from "./form.ts";
import { soundness } from "./soundness.ts";

const place = { role: "officer", at: "union" } as const;
const form = {
  union: unionField("工会"),
  firm: unionField("原工会"),
  kind: choiceField("类别", { illness: "大病", school: "助学" }),
  poor: yesNoField("是否低保"),
  amount: moneyField("金额", { minFen: 100, maxFen: 1000 }),
  count: numberField("人数", { min: 1, max: 9 }),
  reason: textField("原因", { required: false, when: { field: "poor", is: true } }),
  helper: postField("承办人", place, { required: false }),
  outcome: choiceField("意见", { yes: "接办", no: "不接办" }, { by: "handler" }),
  agent: postField("接办人", place, { by: "handler", when: { field: "outcome", is: "yes" } }),
  result: textField("核实结果", { by: "handler" }),
};
const first = review(officerOf("union"));
const last = approve(chairOf("union"));
const found = (...steps: Step[]) => soundness(flow(...steps), form).map(({ fault }) => fault);
/** The same, where a handler who may name the helper must. */
const foundAsked = (...steps: Step[]) => {
  const asking = { ...form, helper: postField("承办人", place, { by: "handler" }) };
  return soundness(flow(...steps), asking).map(({ fault }) => fault);
};

test("a sound flow has nothing to be found", () => {
  const arms = choose(arm("大病", is("kind", "illness"), last), otherwise("其他", first));
  expect(soundness(flow(review(officerOf("union")), arms), form)).toEqual([]);
});

describe("a step is unreachable", () => {
  test("when its arm contradicts the arms around it, and the path says where", () => {
    const inner = choose(arm("不低保", is("poor", false), first), otherwise("低保", last));
    const definition = flow(choose(arm("低保户", is("poor", true), inner), otherwise("其他")));
    expect(soundness(definition, form)).toMatchObject([
      {
        fault: "unreachable",
        path: [{ id: "submit" }, { id: "branch" }, { id: "branch.1" }, { id: "branch-2" }, {}],
        say: "提交申请 → 按情况办理 → 低保户 → 按情况办理 → 不低保：条件不可能成立，永远走不到这一路。",
      },
    ]);
  });

  test("when the arms before it in a fork of one leave nothing for it", () => {
    const over = (limit: number) => arm(`满${limit}`, from("amount", limit), first);
    expect(found(choose(over(500), over(800), otherwise("不满", last)))).toEqual(["unreachable"]);
    const both = [arm("是", is("poor", true)), arm("否", is("poor", false))];
    expect(found(last, choose(...both, otherwise("其他", first)))).toEqual(["unreachable"]);
  });

  test("when no value the form takes fulfils its condition", () => {
    const impossible = [
      from("amount", 1001),
      below("amount", 100),
      is("kind", "none"),
      from("kind", 1),
    ];
    for (const when of impossible) {
      expect(found(last, choose(arm("如此", when), otherwise("其他")))).toEqual(["unreachable"]);
    }
    expect(found(last, choose(arm("如此", below("amount", 101)), otherwise("其他")))).toEqual([]);
  });

  test("not when several arms may be taken at once", () => {
    const several = chooseSeveral(
      arm("大额", from("amount", 500), first),
      arm("更大额", from("amount", 800), review(chairOf("union"))),
      otherwise("其他", last),
    );
    expect(found(several)).toEqual([]);
  });

  test("not when a handler may rewrite the field in between", () => {
    const inner = choose(arm("不低保", is("poor", false), first), otherwise("低保"));
    const writing = review(officerOf("union"), { rights: { poor: "write" } });
    expect(
      found(last, choose(arm("低保户", is("poor", true), writing, inner), otherwise("其他"))),
    ).toEqual([]);
  });

  test("when a field that is hidden there is asked for", () => {
    const inner = choose(arm("写了", filled("reason")), otherwise("没写"));
    expect(found(last, choose(arm("否", is("poor", false), inner), otherwise("其他")))).toEqual([
      "unreachable",
    ]);
  });
});

describe("a field", () => {
  test("that the form does not have is found in conditions and in what sub-cases are given", () => {
    expect(found(last, choose(arm("如此", is("moon", true)), otherwise("其他")))).toContain(
      "unknown-field",
    );
    expect(found(last, sub("other.begin", { facts: { name: { field: "moon" } } }))).toEqual([
      "unknown-field",
    ]);
  });

  test("of handlers is found when no step before may write it", () => {
    const asked = choose(arm("属实", filled("result")), otherwise("其他"));
    expect(found(last, asked)).toContain("unknown-field");
    const writing = approve(chairOf("union"), { rights: { result: "write" } });
    expect(found(writing, asked)).toEqual([]);
  });
});

describe("nobody to ask is found", () => {
  test("when a role may not decide, unless it is the applicant themselves", () => {
    expect(found(review(postOf("worker", "union")))).toEqual(["nobody"]);
    expect(found(last, review(applicant()))).toEqual([]);
  });

  test("when whoever decides is named in a field that may be left empty", () => {
    const step = review(chosen("officer", "union", "helper"));
    expect(found(step)).toEqual(["nobody"]);
    expect(found(last, choose(arm("有", filled("helper"), step), otherwise("无")))).toEqual([]);
    const writing = approve(chairOf("union"), { rights: { helper: "write" } });
    expect(found(writing, step)).toEqual(["nobody"]);
    expect(foundAsked(writing, step)).toEqual([]);
  });

  test("when only one arm of a fork writes who decides after it", () => {
    const writing = review(officerOf("union"), { rights: { helper: "write" } });
    const helped = review(chosen("officer", "union", "helper"));
    const isIll = is("kind", "illness");
    for (const take of [choose, chooseSeveral]) {
      const fork = take(arm("甲", isIll, writing), otherwise("乙", first));
      expect(foundAsked(fork, helped)).toEqual(["nobody"]);
      const again = choose(arm("再甲", isIll, helped, helped), otherwise("其他"));
      expect(foundAsked(fork, again)).toEqual([]);
      expect(foundAsked(take(arm("甲", isIll, writing), otherwise("乙", writing)), helped)).toEqual(
        [],
      );
    }
    const side = together(otherwise("甲", writing), otherwise("乙", first));
    expect(foundAsked(side, helped)).toEqual([]);
  });

  test("when arms side by side may each write what says whether they are named", () => {
    const deciding = review(officerOf("union"), { rights: { outcome: "write" } });
    const naming = review(officerOf("union"), { rights: { outcome: "write", agent: "write" } });
    const named = arm("接办", is("outcome", "yes"), review(chosen("officer", "union", "agent")));
    expect(found(naming, choose(named, otherwise("其他")))).toEqual([]);
    expect(found(naming, deciding, choose(named, otherwise("其他")))).toEqual(["nobody"]);
    const beside = together(otherwise("甲", naming), otherwise("乙", deciding));
    expect(found(beside, choose(named, otherwise("其他")))).toEqual(["nobody"]);
  });

  test("when the step that names who decides may be passed by the clock, or skipped", () => {
    const rights = { helper: "write" } as const;
    const within = workdays(2);
    const helped = review(chosen("officer", "union", "helper"));
    const seat = officerOf("union");
    expect(foundAsked(review(seat, { rights, within }), wait(within), helped)).toEqual([]);
    const passing = review(seat, { rights, within, onTimeout: "pass" });
    expect(foundAsked(passing, helped)).toEqual(["nobody"]);
    expect(foundAsked(review(seat, { rights }), passing, helped)).toEqual([]);
    const skipped = review(seat, { rights, repeats: "skip" });
    expect(foundAsked(first, skipped, helped)).toEqual(["nobody"]);
  });

  test("when a place begins with what is no union of the form", () => {
    expect(found(review(officerOf("firm.county")))).toEqual([]);
    expect(found(review(officerOf("kind.county")))).toEqual(["unknown-place"]);
    const watched = timed({ overseer: chairOf("moon") }, last);
    expect(soundness(watched, form)).toMatchObject([{ fault: "unknown-place" }]);
  });
});

test("sub-cases that come round to the case itself are found, with the round they make", () => {
  const definitions: Record<string, ReturnType<typeof flow>> = {
    "a.begin": flow(last, sub("b.begin")),
    "b.begin": flow(last, sub("c.begin"), sub("b.begin")),
    "c.begin": flow(last, sub("a.begin")),
  };
  const others = (self: string) => ({ self, find: (name: string) => definitions[name] });
  const [ring] = soundness(definitions["a.begin"]!, undefined, others("a.begin"));
  expect(ring).toMatchObject({ fault: "ring" });
  expect(ring?.say).toContain("a.begin → b.begin → c.begin → a.begin");
  expect(soundness(flow(last, sub("d.begin")), undefined, others("a.begin"))).toEqual([]);
});

test("a fork of more conditions than can be tried says that it could not be proven", () => {
  const many = Array.from({ length: 24 }, (_, index) => `answer${index}`);
  const asking = Object.fromEntries(many.map((name) => [name, yesNoField(name)]));
  const never = all(
    ...many.map((name) => filled(name)),
    is("kind", "illness"),
    is("kind", "school"),
  );
  const definition = flow(first, choose(arm("如此", never), otherwise("其他", last)));
  expect(soundness(definition, { ...form, ...asking })).toMatchObject([
    { fault: "unproven", path: [{}, {}, {}, { title: "如此" }] },
  ]);
});

test("what could not run at all is malformed", () => {
  expect(soundness({ nodes: [] })).toMatchObject([{ fault: "malformed" }]);
});
