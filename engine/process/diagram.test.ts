// Tests of the timeline: what an applicant sees of their case at each moment.
import { day } from "@niangjia/foundation/day";
import { expect, test } from "vitest";
import { from } from "./condition.ts";
import { stages } from "./diagram.ts";
import {
  allSign,
  approve,
  arm,
  cadreOf,
  chairOf,
  choose,
  chooseSeveral,
  copy,
  flow,
  notice,
  officerOf,
  otherwise,
  review,
  wait,
  workdays,
} from "./flow.ts";
import {
  agree,
  cadre,
  chair,
  giveBack,
  officer,
  reject,
  scene,
  submit,
  worker,
} from "./testing.ts";

const definition = flow(
  review(officerOf("union"), { within: workdays(2) }),
  copy(officerOf("union.parent")),
  approve(cadreOf("union.county"), { within: workdays(5) }),
);
const tuesday = day("2026-03-03");
const mondayInstant = "2026-03-01T16:00:00.000Z";
const tuesdayInstant = "2026-03-02T16:00:00.000Z";

type Play = ReturnType<typeof scene>;
const states = (play: Play) => stages(definition, play.state).map(({ state }) => state);

test("a draft waits for its applicant and shows the way ahead", () => {
  const play = scene(definition);
  expect(states(play)).toEqual(["now", "ahead", "ahead", "ahead", "ahead"]);
  expect(stages(definition, play.state).map(({ title }) => title)).toEqual([
    "提交申请",
    "所在工会审核",
    "抄送上级工会",
    "县级总工会审批",
    "办结",
  ]);
});

test("the step it stands at shows who it waits for, since when and until when", () => {
  const play = scene(definition);
  play.act(worker, submit);
  expect(stages(definition, play.state)[1]).toEqual({
    id: "review",
    kind: "review",
    title: "所在工会审核",
    who: "所在工会干事",
    state: "now",
    since: mondayInstant,
    until: null,
    due: "2026-03-04",
    term: { words: "2 个工作日", basis: "" },
  });
});

test("steps passed show who decided and when, copies count as passed", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, agree(1), tuesday);
  expect(states(play)).toEqual(["done", "done", "done", "now", "ahead"]);
  expect(stages(definition, play.state)[1]).toMatchObject({
    who: "周干事",
    since: mondayInstant,
    until: tuesdayInstant,
  });
});

test("an approved case is done to the end", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, agree(1));
  play.act(cadre, agree(2), tuesday);
  const shown = stages(definition, play.state);
  expect(shown.every(({ state }) => state === "done")).toBe(true);
  expect(shown.at(-1)).toMatchObject({ title: "办结", since: tuesdayInstant });
});

test("a rejected case shows where it stopped and skips the rest", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, reject(1));
  expect(states(play)).toEqual(["done", "done", "skipped", "skipped", "done"]);
  expect(stages(definition, play.state).at(-1)?.title).toBe("不予通过");
});

test("a returned case waits for its applicant, with everything ahead again", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, giveBack(1), tuesday);
  expect(states(play)).toEqual(["now", "ahead", "ahead", "ahead", "ahead"]);
  expect(stages(definition, play.state)[0]).toMatchObject({
    title: "补正后重新提交",
    who: "林小满",
    since: tuesdayInstant,
  });
});

test("a step it was sent back from is ahead again", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, agree(1));
  play.act(cadre, giveBack(2, "review"));
  expect(states(play)).toEqual(["done", "now", "ahead", "ahead", "ahead"]);
});

test("a withdrawn case skips what nobody did", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(worker, { kind: "withdraw" });
  expect(states(play)).toEqual(["done", "skipped", "skipped", "skipped", "done"]);
  expect(stages(definition, play.state).at(-1)?.title).toBe("已撤回");
});

test("a step signed by several names them all", () => {
  const signed = flow(review(allSign(officerOf("union"), chairOf("union"))));
  const play = scene(signed);
  play.act(worker, submit);
  play.act(chair, agree(2));
  play.act(officer, agree(1));
  expect(stages(signed, play.state)[1]?.who).toBe("周干事、吴主席");
});

test("a stage tells what it is: a wait and a notice are not somebody's work", () => {
  const timed = flow(
    review(officerOf("union")),
    wait(workdays(3)),
    notice(workdays(5), officerOf("union")),
  );
  const { state } = scene(timed);
  expect(stages(timed, state).map(({ kind }) => kind)).toEqual([
    ...["submit", "review", "wait", "notice", "end"],
  ]);
});

const heavy = arm("10 人以上", from("headcount", 10), approve(chairOf("union")));
const counted = (...arms: Parameters<typeof choose>) =>
  flow(review(officerOf("union"), { rights: { headcount: "write" } }), choose(...arms));

const waysOf = (plan: ReturnType<typeof flow>, play: Play, facts = {}) =>
  stages(plan, play.state, { facts })
    .find(({ kind }) => kind === "branch")
    ?.arms?.map(({ taken, open }) => (open ? "open" : taken ? "taken" : "idle"));

test("ways that hang on what a handler has still to fill in are open, the other way among them", () => {
  const plan = counted(heavy, otherwise("其他"));
  const play = scene(plan);
  expect(waysOf(plan, play)).toEqual(["open", "open"]);
  play.act(worker, submit);
  expect(waysOf(plan, play)).toEqual(["open", "open"]);
  expect(stages(plan, play.state)[2]?.arms?.[0]?.stages[0]?.state).toBe("ahead");
  expect(waysOf(plan, play, { headcount: 12 })).toEqual(["taken", "idle"]);
  expect(waysOf(plan, play, { headcount: 3 })).toEqual(["idle", "taken"]);
});

test("a way above an open one is taken for sure, and a way that is sure below it may not be reached", () => {
  const sure = arm("街道", from("level", 1));
  const facts = { level: 2 };
  const rest = otherwise("其他");
  const [above, below] = [counted(sure, heavy, rest), counted(heavy, sure, rest)];
  expect(waysOf(above, handedIn(above), facts)).toEqual(["taken", "idle", "idle"]);
  expect(waysOf(below, handedIn(below), facts)).toEqual(["open", "open", "idle"]);
});

test("of several ways each is open by itself", () => {
  const both = [arm("街道", from("level", 1)), heavy, otherwise("其他")] as const;
  const plan = flow(
    review(officerOf("union"), { rights: { headcount: "write" } }),
    chooseSeveral(...both),
  );
  expect(waysOf(plan, handedIn(plan), { level: 2 })).toEqual(["taken", "open", "idle"]);
  expect(waysOf(plan, handedIn(plan), { level: 0 })).toEqual(["idle", "open", "open"]);
});

function handedIn(plan: ReturnType<typeof flow>): Play {
  const play = scene(plan);
  play.act(worker, submit);
  return play;
}
