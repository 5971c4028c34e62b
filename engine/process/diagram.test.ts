// Tests of the timeline: what an applicant sees of their case at each moment.
import { day } from "@niangjia/foundation/day";
import { expect, test } from "vitest";
import { stages } from "./diagram.ts";
import {
  allSign,
  approve,
  cadreOf,
  chairOf,
  copy,
  flow,
  officerOf,
  review,
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
    title: "所在工会审核",
    who: "所在工会干事",
    state: "now",
    since: mondayInstant,
    until: null,
    due: "2026-03-04",
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
