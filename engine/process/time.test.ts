// Tests of time (期限): when a term runs, stands still, is prolonged, and what the whole case's does.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import { can } from "./can.ts";
import {
  allSign,
  approve,
  byRule,
  cadreOf,
  chairOf,
  days,
  flow,
  officerOf,
  review,
  timed,
  wait,
  workdays,
} from "./flow.ts";
import type { Command, Stepped } from "./outcome.ts";
import { timersOf } from "./reading.ts";
import { draft } from "./state.ts";
import { step } from "./step.ts";
import { rulesNamed } from "./term.ts";
import {
  addSign,
  agree,
  chair,
  clock,
  elapse,
  envAt,
  giveBack,
  lapse,
  legal,
  monday,
  officer,
  removeSign,
  resubmit,
  returnBack,
  scene,
  submit,
  worker,
} from "./testing.ts";

type Step = Parameters<typeof flow>[number];
const started = (...steps: Step[]) => {
  const play = scene(flow(...steps));
  play.act(worker, submit);
  return play;
};
const extend = (workdays: number): Command => ({
  ...{ kind: "extend", task: 1, workdays, opinion: "案情复杂，需要调查" },
});
const thursday = day("2026-03-05");

describe("a term", () => {
  test("in working days leaves out weekends and days off; one in days counts every day", () => {
    expect(started(review(officerOf("union"), { within: workdays(5) })).state.tasks[0]?.due).toBe(
      "2026-03-09",
    );
    expect(started(review(officerOf("union"), { within: days(5) })).state.tasks[0]?.due).toBe(
      "2026-03-09",
    );
    expect(started(review(officerOf("union"), { within: days(3) })).state.tasks[0]?.due).toBe(
      "2026-03-05",
    );
  });

  test("that stood still goes on with the working days that were left, none being one look more", () => {
    const play = started(review(officerOf("union"), { within: workdays(3) }));
    play.act(officer, returnBack(1), thursday);
    const { opened } = play.act(worker, resubmit, day("2026-03-16"));
    expect(opened).toMatchObject([{ due: "2026-03-16" }]);
  });

  test("that stood still when it was over is over by as much when it goes on, and longer is counted from there", () => {
    const play = started(review(officerOf("union"), { within: workdays(2), extendable: 9 }));
    play.act(officer, addSign(1, "before", legal), day("2026-03-09"));
    expect(play.state.tasks[0]).toMatchObject({ due: null, alarm: null, left: -3 });
    const { changed, timers } = play.act(officer, removeSign(2), day("2026-03-11"));
    expect(changed).toMatchObject([{ id: 1, due: "2026-03-06" }]);
    expect(timers).toEqual([{ task: 1, after: "2026-03-11" }]);
    expect(play.turned(clock, lapse(1), day("2026-03-11"))).toBe("process.not-late");
    expect(play.act(clock, lapse(1), day("2026-03-12")).actions).toMatchObject([
      { kind: "remind" },
    ]);
    expect(play.act(officer, extend(4), day("2026-03-12")).changed).toMatchObject([
      { due: "2026-03-12" },
    ]);
  });

  test("that was over by days off only stays over, when it goes on then and after", () => {
    const [friday, saturday, next] = [day("2026-03-06"), day("2026-03-07"), day("2026-03-09")];
    for (const back of [saturday, next]) {
      const play = started(review(officerOf("union"), { within: workdays(4) }));
      expect(play.state.tasks[0]?.due).toBe(friday);
      play.act(officer, returnBack(1), saturday);
      expect(play.act(worker, resubmit, back).opened).toMatchObject([{ due: friday }]);
    }
  });

  test("never runs for a task that cannot be done", () => {
    const play = started(review(officerOf("union"), { within: workdays(3) }));
    play.act(officer, addSign(1, "before", legal));
    expect(timersOf(play.state)).toEqual([{ task: 2, after: "2026-03-05" }]);
  });

  test("of one signer is not that of another", () => {
    const both = allSign(officerOf("union"), chairOf("union"));
    const play = started(review(both, { within: workdays(2), extendable: 3 }));
    play.act(officer, extend(3));
    expect(play.state.tasks.map(({ due }) => due)).toEqual(["2026-03-09", "2026-03-04"]);
  });
});

describe("延长期限, extending", () => {
  const longer = review(officerOf("union"), { within: workdays(2), extendable: 5 });

  test("moves the last day by working days, with a reason, once, within what the step allows", () => {
    const play = started(longer);
    expect(play.turned(officer, { ...extend(1), opinion: "" } as Command)).toBe(
      "process.reason-needed",
    );
    for (const count of [6, 0, -1, 1.5]) {
      expect(play.turned(officer, extend(count))).toBe("process.extended-too-far");
    }
    expect(play.act(officer, extend(5)).timers).toEqual([{ task: 1, after: "2026-03-11" }]);
    expect(play.turned(officer, extend(1))).toBe("process.extended-before");
  });

  test("is as far as a rule says on the day it is asked, where the step names one", () => {
    const plan = flow(
      review(officerOf("union"), { within: workdays(2), extendable: byRule("longer") }),
    );
    expect(rulesNamed(plan)).toEqual(["longer"]);
    const on = (most: number) => ({
      ...envAt(monday, officer),
      rules: () => ({ period: { workdays: most }, basis: "" }),
    });
    const { state } = step(plan, draft, submit, envAt(monday, worker)) as Stepped;
    const far = (most: number, count: number) => step(plan, state, extend(count), on(most));
    expect(far(3, 4)).toMatchObject({ code: "process.extended-too-far" });
    expect(far(4, 4)).toMatchObject({ changed: [{ due: "2026-03-10" }] });
    const open = (most: number) =>
      can(plan, state, on(most)).find(({ command }) => command === "extend");
    expect(open(4)).toMatchObject({ open: true, atMost: 4 });
    expect(() => step(plan, state, extend(1), envAt(monday, officer))).toThrow("no rules");
  });

  test("is refused where the step does not allow it, and for those added", () => {
    const plain = started(review(officerOf("union"), { within: workdays(2) }));
    expect(plain.turned(officer, extend(1))).toBe("process.not-extendable");
    const play = started(longer);
    play.act(officer, addSign(1, "before", legal));
    expect(play.turned(legal, { ...extend(1), task: 2 } as Command)).toBe("process.not-extendable");
  });
});

describe("a breach", () => {
  test("with raise tells the post above and leaves the task where it is", () => {
    const within = workdays(2);
    const play = started(review(officerOf("union"), { within, onTimeout: "raise" }));
    const { actions, copied, state } = play.act(clock, lapse(1), thursday);
    expect(actions).toMatchObject([{ kind: "raise" }]);
    expect(copied).toMatchObject([{ role: "officer", orgPath: "/430000/430100/430121/" }]);
    expect(state.tasks).toMatchObject([{ id: 1, closed: null, alarm: "2026-03-06" }]);
  });

  test("with raise goes where the definition says", () => {
    const escalateTo = chairOf("union");
    const raised = review(officerOf("union"), {
      ...{ within: workdays(2), onTimeout: "raise", escalateTo },
    });
    expect(started(raised).act(clock, lapse(1), thursday).copied).toMatchObject([
      { role: "chair" },
    ]);
  });

  test("with pass passes a signer's own task, and only reminds one who was added", () => {
    const within = workdays(1);
    const play = started(review(officerOf("union"), { within, onTimeout: "pass" }));
    play.act(officer, addSign(1, "before", legal));
    expect(play.act(clock, lapse(2), thursday).actions).toMatchObject([{ kind: "remind" }]);
    play.act(legal, agree(2), thursday);
    expect(play.act(clock, lapse(1), day("2026-03-10"))).toMatchObject({ effect: true });
  });
});

describe("等候期满, a wait", () => {
  test("is over after its last day, by the clock alone, and the case goes on", () => {
    const play = started(wait(workdays(3)), approve(cadreOf("union.county")));
    expect(timersOf(play.state)).toEqual([{ token: 1, after: "2026-03-05" }]);
    expect(play.turned(clock, elapse(1), thursday)).toBe("process.not-late");
    expect(play.turned(chair, elapse(1), day("2026-03-06"))).toBe("process.only-clock");
    const { actions, opened, effects } = play.act(clock, elapse(1), day("2026-03-06"));
    expect(actions).toMatchObject([{ kind: "elapse", node: "wait" }]);
    expect(opened).toMatchObject([{ node: "approve" }]);
    expect(effects).toEqual([]);
  });
});

describe("the term of the whole case", () => {
  const definition = timed(
    { within: workdays(5), overseer: chairOf("union.county") },
    review(officerOf("union")),
    approve(chairOf("union")),
  );
  const whole: Command = { kind: "lapse" };

  test("runs over its steps and tells the overseer again each working day it is late", () => {
    const play = scene(definition);
    expect(play.act(worker, submit).timers).toEqual([{ after: "2026-03-09" }]);
    play.act(officer, agree(1), thursday);
    expect(play.turned(clock, whole, day("2026-03-09"))).toBe("process.not-late");
    const late = play.act(clock, whole, day("2026-03-10"));
    expect(late.actions).toMatchObject([{ kind: "raise", task: null }]);
    expect(late.copied).toMatchObject([{ role: "chair", orgPath: "/430000/430100/430121/" }]);
    expect(late.timers).toEqual([{ after: "2026-03-11" }]);
  });

  test("stands still while the applicant mends", () => {
    const play = scene(definition);
    play.act(worker, submit);
    play.act(officer, giveBack(1), day("2026-03-04"));
    expect(timersOf(play.state)).toEqual([]);
    expect(play.act(worker, resubmit, day("2026-03-16")).timers).toEqual([{ after: "2026-03-19" }]);
  });

  test("that is over is not given back by the applicant's mending", () => {
    const play = scene(definition);
    play.act(worker, submit);
    play.act(officer, giveBack(1), day("2026-03-16"));
    expect(play.state.term).toEqual({ due: null, alarm: null, left: -5 });
    play.act(worker, resubmit, day("2026-03-19"));
    expect(play.state.term).toMatchObject({ due: "2026-03-12", alarm: "2026-03-19" });
    expect(play.act(clock, whole, day("2026-03-20")).actions).toMatchObject([{ kind: "raise" }]);
  });

  test("is over when the case is", () => {
    const play = scene(definition);
    play.act(worker, submit);
    play.act(officer, agree(1));
    expect(play.act(chair, agree(2)).timers).toEqual([]);
    expect(play.turned(clock, whole, day("2026-03-30"))).toBe("process.is-approved");
  });
});
