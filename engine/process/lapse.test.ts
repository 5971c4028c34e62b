// Tests of the clock: what happens when a task is late.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import {
  approve,
  cadreOf,
  chairOf,
  type DecisionOptions,
  days,
  flow,
  officerOf,
  review,
  timed,
  workdays,
} from "./flow.ts";
import {
  agree,
  cadre,
  city,
  clock,
  county,
  firm,
  giveBack,
  lapse,
  officer,
  person,
  province,
  scene,
  submit,
  worker,
} from "./testing.ts";

const dueDay = day("2026-03-04");
const nextDay = day("2026-03-05");
const dayAfter = day("2026-03-06");

const started = (options: DecisionOptions) => {
  const definition = flow(
    review(officerOf("union"), { within: workdays(2), ...options }),
    approve(cadreOf("union.county")),
  );
  const play = scene(definition);
  play.act(worker, submit);
  return play;
};

describe("a lapse", () => {
  test("is the clock's alone and comes after the last day in time, not on it", () => {
    const play = started({});
    expect(play.turned(officer, lapse(1), nextDay)).toBe("process.only-clock");
    expect(play.turned(clock, lapse(1), dueDay)).toBe("process.not-late");
    expect(play.turned(clock, lapse(7), nextDay)).toBe("process.no-such-task");
    expect(play.act(clock, lapse(1), nextDay).actions[0]?.kind).toBe("remind");
  });

  test("of a task without a term never comes", () => {
    const play = scene(flow(review(officerOf("union"))));
    expect(play.act(worker, submit).timers).toEqual([]);
    expect(play.turned(clock, lapse(1), day("2026-12-01"))).toBe("process.not-late");
  });

  test("of a task already decided is refused", () => {
    const play = started({});
    play.act(officer, agree(1));
    expect(play.turned(clock, lapse(1), nextDay)).toBe("process.task-closed");
  });
});

describe("when late", () => {
  test("remind keeps the task and its term and looks again each working day", () => {
    const play = started({ onTimeout: "remind" });
    expect(play.act(clock, lapse(1), nextDay).timers).toEqual([{ task: 1, after: dayAfter }]);
    expect(play.state.tasks).toMatchObject([{ due: dueDay, closed: null }]);
    expect(play.turned(clock, lapse(1), nextDay)).toBe("process.not-late");
    const again = play.act(clock, lapse(1), day("2026-03-09"));
    expect(again.timers).toEqual([{ task: 1, after: "2026-03-10" }]);
  });

  test("pass goes on as if agreed, in the clock's name", () => {
    const play = started({ onTimeout: "pass" });
    const { actions, opened } = play.act(clock, lapse(1), nextDay);
    expect(actions).toMatchObject([{ kind: "pass", by: { words: "系统", accountId: null } }]);
    expect(opened).toMatchObject([{ node: "approve" }]);
  });

  test("pass at the last step approves the case and asks for the effect", () => {
    const objection = approve(cadreOf("union.county"), { within: days(15), onTimeout: "pass" });
    const play = scene(flow(objection));
    play.act(worker, submit);
    expect(play.act(clock, lapse(1), day("2026-03-18"))).toMatchObject({ effect: true });
  });

  test("escalate hands the task to the same role one union up with a new term, to the top", () => {
    const play = started({ onTimeout: "escalate" });
    const seen = [county, city, province].map((orgPath, index) => {
      const late = day(`2026-03-${15 + index * 7}`);
      const { opened, closed } = play.act(clock, lapse(index + 1), late);
      expect(opened).toMatchObject([{ role: "officer", orgPath }]);
      expect(closed).toMatchObject([{ closed: { how: "escalate" } }]);
      return opened[0]?.due;
    });
    expect(seen).toEqual(["2026-03-17", "2026-03-24", "2026-03-31"]);
    const top = play.act(clock, lapse(4), day("2026-04-07"));
    expect(top.actions[0]?.kind).toBe("remind");
  });

  test("escalate goes first where the definition says, and from there up", () => {
    const play = started({ onTimeout: "escalate", escalateTo: chairOf("union") });
    expect(play.act(clock, lapse(1), nextDay).opened).toMatchObject([
      { role: "chair", orgPath: firm },
    ]);
    expect(play.act(clock, lapse(2), day("2026-03-20")).opened).toMatchObject([
      { role: "chair", orgPath: county },
    ]);
  });

  test("an escalated task still keeps the applicant out", () => {
    const play = started({ onTimeout: "escalate" });
    play.act(clock, lapse(1), nextDay);
    const applicantAbove = { ...person("上级", "officer", county), personId: worker.personId };
    expect(play.turned(applicantAbove, agree(2), nextDay)).toBe("process.own-case");
  });
});

describe("when late where posts are not held", () => {
  const provincial = person("省干事", "officer", province);
  const staffed = (options: DecisionOptions, ...staff: Parameters<typeof person>[]) => {
    const play = scene(flow(review(officerOf("union"), { within: workdays(2), ...options })));
    play.staffed(officer, provincial, ...staff.map((one) => person(...one)));
    play.act(worker, submit);
    return play;
  };
  const chief = ["市主席", "chair", city] as const;

  test("escalate and raise pass over unions where nobody does such work", () => {
    const play = staffed({ onTimeout: "escalate" }, [...chief]);
    expect(play.act(clock, lapse(1), nextDay).opened).toMatchObject([
      { role: "chair", orgPath: city },
    ]);
    const raised = staffed({ onTimeout: "raise" });
    expect(raised.act(clock, lapse(1), nextDay).copied).toMatchObject([
      { role: "officer", orgPath: province },
    ]);
  });

  test("a place named for it that nobody holds is looked for further up", () => {
    const escalateTo = chairOf("union");
    for (const [onTimeout, seats] of [
      ["escalate", "opened"],
      ["raise", "copied"],
    ] as const) {
      const named = staffed({ onTimeout, escalateTo }, [...chief]);
      expect(named.act(clock, lapse(1), nextDay)[seats]).toMatchObject([
        { role: "chair", orgPath: city },
      ]);
      const none = staffed({ onTimeout, escalateTo });
      expect(none.act(clock, lapse(1), nextDay)[seats]).toMatchObject([
        { role: "officer", orgPath: province },
      ]);
    }
  });

  test("where nobody above is there at all, the task is reminded of and stays", () => {
    for (const onTimeout of ["escalate", "raise"] as const) {
      const play = staffed({ onTimeout });
      play.staffed(officer);
      const { actions, copied } = play.act(clock, lapse(1), nextDay);
      expect([actions[0]?.kind, copied]).toEqual(["remind", []]);
    }
  });

  test("an escalated task passes over who is kept from it", () => {
    const play = staffed({ onTimeout: "escalate" });
    play.staffed(
      officer,
      { ...person("市干事", "officer", city), personId: worker.personId },
      provincial,
    );
    expect(play.act(clock, lapse(1), nextDay).opened).toMatchObject([{ orgPath: province }]);
  });

  test("the whole case tells who oversees it, further up when that is nobody", () => {
    const overseer = cadreOf("union.county");
    const play = scene(timed({ within: workdays(2), overseer }, review(officerOf("union"))));
    play.staffed(officer, person("市科长", "cadre", city));
    play.act(worker, submit);
    expect(play.act(clock, { kind: "lapse" }, nextDay).copied).toMatchObject([
      { role: "cadre", orgPath: city },
    ]);
    play.staffed(officer);
    const { actions, copied } = play.act(clock, { kind: "lapse" }, day("2026-03-20"));
    expect([actions[0]?.kind, copied]).toEqual(["remind", []]);
  });
});

describe("after a return", () => {
  test("the clock is armed anew for the task that opens", () => {
    const play = started({});
    play.act(officer, agree(1));
    const { timers } = play.act(cadre, giveBack(2, "review"), nextDay);
    expect(timers).toEqual([{ task: 3, after: "2026-03-09" }]);
  });

  test("no clock runs while the applicant mends", () => {
    const play = started({});
    expect(play.act(officer, giveBack(1)).timers).toEqual([]);
  });

  test("a term is never earlier than it was, although the server's clock was set back", () => {
    const play = started({});
    play.act(officer, giveBack(1));
    const { opened } = play.act(worker, { kind: "resubmit" }, day("2026-02-26"));
    expect(opened).toMatchObject([{ due: dueDay }]);
  });
});
