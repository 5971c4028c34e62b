// Tests of notices (公示): published for a term, stopped by objections.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import { approve, cadreOf, chairOf, flow, notice, officerOf, review, workdays } from "./flow.ts";
import type { Command } from "./outcome.ts";
import { openTokens, timersOf } from "./reading.ts";
import {
  addSign,
  agree,
  cadre,
  clock,
  county,
  delegate,
  elapse,
  fulfil,
  legal,
  object,
  officer,
  person,
  reject,
  resubmit,
  returnBack,
  scene,
  sendBack,
  submit,
  worker,
} from "./testing.ts";

const neighbour = person("老李");
const definition = flow(
  review(officerOf("union")),
  notice(workdays(5), cadreOf("union.county"), { dealWithin: workdays(2) }),
  approve(chairOf("union")),
);
/** Published on a Monday, until the Monday after. */
const published = () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, agree(1));
  return play;
};
const dismiss = (task: number): Command => ({
  ...{ kind: "agree", task, opinion: "经核实，名单无误" },
});
const wednesday = day("2026-03-04");
const friday = day("2026-03-06");

describe("a notice", () => {
  test("is published with its last day, and taken down when that is past without objections", () => {
    const play = scene(definition);
    play.act(worker, submit);
    const { effects, timers } = play.act(officer, agree(1));
    expect(effects).toEqual([{ kind: "publish", token: 2, due: "2026-03-09" }]);
    expect(timers).toEqual([{ token: 2, after: "2026-03-09" }]);
    const over = play.act(clock, elapse(2), day("2026-03-10"));
    expect(over.effects).toEqual([{ kind: "unpublish", token: 2 }]);
    expect(play.at).toEqual(["approve"]);
  });

  test("is taken down when the case ends or goes back before it", () => {
    const play = published();
    play.act(neighbour, object(2));
    const { effects } = play.act(cadre, reject(2));
    expect(play.state.status).toBe("rejected");
    expect(effects).toEqual([{ kind: "unpublish", token: 2 }]);
    const back = published();
    back.act(neighbour, object(2));
    expect(back.act(cadre, sendBack(2, "review", "on")).effects).toHaveLength(1);
    expect(back.at).toEqual(["review"]);
    expect(back.act(officer, agree(back.task("review"))).effects).toMatchObject([
      { kind: "publish", token: 4 },
    ]);
  });

  test("is not entered where there is nobody to deal with objections", () => {
    const astray = flow(review(officerOf("union")), notice(workdays(5), cadreOf("union.town")));
    expect(scene(astray).turned(worker, submit)).toBe("process.nobody");
  });
});

describe("an objection", () => {
  test("is anybody's, with a reason, while the notice runs, one at a time", () => {
    const play = published();
    expect(play.turned(neighbour, { ...object(2), opinion: "" } as Command)).toBe(
      "process.reason-needed",
    );
    expect(play.turned(neighbour, object(1))).toBe("process.no-objections");
    play.act(neighbour, object(2));
    expect(play.turned(neighbour, object(2))).toBe("process.objected-before");
    expect(play.act(person("老王"), object(2)).opened).toHaveLength(1);
  });

  test("stops the clock until it is dealt with, and is due in its own term", () => {
    const play = published();
    const { opened, timers } = play.act(neighbour, object(2), wednesday);
    expect(opened).toMatchObject([
      { role: "cadre", due: "2026-03-06", beside: { words: "公示名单有误" } },
    ]);
    expect(timers).toEqual([{ task: 2, after: "2026-03-06" }]);
    expect(play.turned(clock, elapse(2), day("2026-03-16"))).toBe("process.not-late");
    expect(play.act(cadre, dismiss(2), friday).timers).toEqual([{ token: 2, after: "2026-03-11" }]);
  });

  test("is dismissed with a reason only", () => {
    const play = published();
    play.act(neighbour, object(2));
    expect(play.turned(cadre, { kind: "agree", task: 2, opinion: " " })).toBe(
      "process.reason-for-dismissing",
    );
  });

  test("holds the clock as long as another is open", () => {
    const play = published();
    play.act(neighbour, object(2));
    play.act(person("老王"), object(2));
    expect(timersOf(play.act(cadre, dismiss(2)).state)).toMatchObject([{ task: 3 }]);
    expect(timersOf(play.act(cadre, dismiss(3)).state)).toMatchObject([{ token: 2 }]);
  });

  test("is not dealt with by whoever objected, nor by a party", () => {
    const play = published();
    play.act(cadre, object(2));
    expect(play.turned(cadre, dismiss(2))).toBe("process.own-case");
    expect(play.turned({ ...cadre, personId: worker.personId }, dismiss(2))).toBe(
      "process.own-case",
    );
    expect(play.act(person("别人", "cadre", county), dismiss(2)).closed).toHaveLength(1);
  });

  test("that is upheld sends the case back; when it comes back the notice goes on", () => {
    const play = published();
    play.act(neighbour, object(2), wednesday);
    play.act(cadre, returnBack(2), wednesday);
    expect(play.act(worker, resubmit, friday).timers).toEqual([{ token: 2, after: "2026-03-11" }]);
    const step = published();
    step.act(neighbour, object(2), wednesday);
    step.act(cadre, sendBack(2, "review", "back"), wednesday);
    expect(step.turned(neighbour, object(2))).toBe("process.no-objections");
    step.act(officer, agree(step.task("review")), friday);
    expect(timersOf(step.state)).toEqual([{ token: 2, after: "2026-03-11" }]);
  });

  test("that is upheld by one who had added another leaves nothing to settle", () => {
    const play = published();
    play.act(neighbour, object(2));
    play.act(cadre, addSign(2, "after", legal));
    play.act(cadre, returnBack(2));
    play.act(worker, resubmit);
    expect(play.at).toEqual([]);
    expect(timersOf(play.state)).toMatchObject([{ token: 2 }]);
  });

  test("may be delegated, and is settled with the house's word without ending the notice", () => {
    const play = published();
    play.act(neighbour, object(2));
    play.act(cadre, delegate(2, legal));
    play.act(clock, fulfil(2));
    expect(openTokens(play.state)).toMatchObject([{ node: "notice" }]);
    expect(timersOf(play.state)).toMatchObject([{ token: 2 }]);
  });
});
