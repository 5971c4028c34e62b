// Tests of talk (沟通、抄送、已阅、催办) and of what a step lets its handlers write.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import { can } from "./can.ts";
import { copy, flow, officerOf, review, workdays } from "./flow.ts";
import type { Command } from "./outcome.ts";
import {
  agree,
  chair,
  clerk,
  envAt,
  giveBack,
  legal,
  monday,
  officer,
  scene,
  submit,
  worker,
} from "./testing.ts";

const definition = flow(
  review(officerOf("union"), { within: workdays(2), rights: { result: "write", note: "read" } }),
);
const started = () => {
  const play = scene(definition);
  play.act(worker, submit);
  return play;
};
const ask = (to?: string): Command => ({
  ...{ kind: "ask", task: 1, opinion: "请说明收入情况" },
  ...(to !== undefined && { to }),
});
const answer: Command = { kind: "answer", question: 1, opinion: "月收入三千元" };
const copyTo = (...to: (typeof legal)[]): Command => ({
  ...{ kind: "copy", task: 1, posts: to.map(({ post }) => post!.id) },
});
const read: Command = { kind: "read", copy: 1 };

describe("沟通, a question", () => {
  test("to the applicant or to a colleague moves nothing and stops no term", () => {
    const play = started();
    const { timers } = play.act(officer, ask());
    expect(timers).toEqual([{ task: 1, after: "2026-03-04" }]);
    play.act(officer, ask(legal.post!.id));
    expect(play.state.questions).toMatchObject([{ to: null }, { to: { words: "钱律师" } }]);
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });

  test("is answered once, by whom it was put to, also while the case is returned", () => {
    const play = started();
    play.act(officer, ask());
    expect(play.turned(legal, answer)).toBe("process.not-asked");
    expect(play.turned(worker, { ...answer, question: 7 } as Command)).toBe(
      "process.no-such-question",
    );
    play.act(officer, { ...giveBack(1), afterwards: "back" } as Command);
    play.act(worker, answer);
    expect(play.state.questions?.[0]?.answer).toMatchObject({ words: "月收入三千元" });
    expect(play.turned(worker, answer)).toBe("process.answered");
  });

  test("needs no answer any more once its task is done", () => {
    const long = flow(review(officerOf("union")), review(officerOf("union"), { id: "second" }));
    const play = scene(long);
    play.act(worker, submit);
    play.act(officer, ask());
    play.act(officer, agree(1));
    expect(play.turned(worker, answer)).toBe("process.answered");
  });

  test("is put by whoever has the task, to somebody else", () => {
    const play = started();
    expect(play.turned(chair, ask())).toBe("process.not-yours");
    expect(play.turned(officer, ask(officer.post!.id))).toBe("process.to-oneself");
  });
});

describe("抄送, a copy", () => {
  test("by hand lets somebody know, who marks it read once, also when the case is over", () => {
    const play = started();
    expect(play.act(officer, copyTo(legal, chair)).copied).toHaveLength(2);
    play.act(officer, agree(1));
    expect(play.turned(clerk, read)).toBe("process.not-copied");
    play.act(legal, read);
    expect(play.turned(legal, read)).toBe("process.read-before");
  });

  test("as a step lets a post know and never waits", () => {
    const play = scene(flow(review(officerOf("union")), copy(officerOf("union.parent"))));
    play.act(worker, submit);
    expect(play.act(officer, agree(1))).toMatchObject({
      effect: true,
      copied: [{ role: "officer" }],
    });
  });
});

describe("form rights", () => {
  const write = (facts: Record<string, unknown>): Command => ({ ...agree(1), facts }) as Command;

  test("let a handler write the fields of their step, and the action names them", () => {
    const play = started();
    const { actions } = play.act(officer, write({ result: "情况属实" }));
    expect(actions[0]?.wrote).toEqual(["result"]);
  });

  test("refuse every other field, and every field to those added", () => {
    const play = started();
    expect(play.turned(officer, write({ note: "改一改" }))).toBe("process.not-writable");
    play.act(officer, { kind: "add-sign", task: 1, when: "before", posts: [legal.post!.id] });
    expect(play.turned(legal, { ...write({ result: "好" }), task: 2 } as Command)).toBe(
      "process.not-writable",
    );
  });

  test("are on the open door", () => {
    const play = started();
    const doors = can(definition, play.state, envAt(monday, officer));
    expect(doors.find(({ command }) => command === "agree")).toMatchObject({ write: ["result"] });
  });
});

test("催办 by the applicant is once a day and changes no task", () => {
  const play = started();
  play.act(worker, { kind: "urge" });
  expect(play.turned(worker, { kind: "urge" })).toBe("process.urged-today");
  expect(play.act(worker, { kind: "urge" }, day("2026-03-03")).changed).toEqual([]);
});
