// Tests of what other engines are known to get wrong (前车之鉴).
import { day } from "@niangjia/foundation/day";
import { expect, test } from "vitest";
import {
  allSign,
  anySign,
  approve,
  cadreOf,
  chairOf,
  flow,
  officerOf,
  otherwise,
  review,
  together,
  workdays,
} from "./flow.ts";
import {
  addSign,
  agree,
  cadre,
  chair,
  clock,
  giveBack,
  lapse,
  legal,
  officer,
  reject,
  removeSign,
  scene,
  sendBack,
  submit,
  worker,
} from "./testing.ts";

type Step = Parameters<typeof flow>[number];
const started = (...steps: Step[]) => {
  const play = scene(flow(...steps));
  play.act(worker, submit);
  return play;
};
const both = allSign(officerOf("union"), chairOf("union"));

test("returning to an all-sign step gives every one of its signers a task again", () => {
  const play = started(review(both), approve(cadreOf("union.county")));
  play.act(officer, agree(1));
  play.act(chair, agree(2));
  const { opened } = play.act(cadre, giveBack(3, "review"));
  expect(opened.map(({ role }) => role)).toEqual(["officer", "chair"]);
  play.act(chair, agree(5));
  expect(play.at).toEqual(["review"]);
  play.act(officer, agree(4));
  expect(play.at).toEqual(["approve"]);
});

test("returning inside parallel branches is taken, on and back, and leaves the others running", () => {
  for (const afterwards of ["on", "back"] as const) {
    const play = started(
      together(
        otherwise("初审与复审", review(officerOf("union")), review(chairOf("union"))),
        otherwise("县级", approve(cadreOf("union.county"))),
      ),
    );
    play.act(officer, agree(1));
    play.act(chair, sendBack(play.task("review-2"), "review", afterwards));
    expect(play.at.sort()).toEqual(["approve", "review"]);
    play.act(officer, agree(play.task("review")));
    play.act(cadre, agree(play.task("approve")));
    expect(play.act(chair, agree(play.task("review-2"))).effect).toBe(true);
  }
});

test("rejecting after an add-sign ends the case, whoever of them rejects, and leaves nothing open", () => {
  for (const who of [officer, legal]) {
    const play = started(review(both));
    play.act(officer, addSign(1, "after", legal));
    if (who === legal) play.act(officer, agree(1));
    play.act(who, reject(who === legal ? 3 : 1));
    expect(play.state.status).toBe("rejected");
    expect(play.state.tasks.every(({ closed }) => closed)).toBe(true);
  }
});

test("a reminder is armed again after a return, whether by the next step or by the applicant", () => {
  const within = workdays(2);
  const play = started(
    review(officerOf("union"), { within }),
    approve(cadreOf("union.county"), { within }),
  );
  play.act(clock, lapse(1), day("2026-03-05"));
  play.act(officer, agree(1), day("2026-03-05"));
  const again = play.act(cadre, giveBack(2, "review"), day("2026-03-05"));
  expect(again.timers).toEqual([{ task: 3, after: "2026-03-09" }]);
  expect(play.act(clock, lapse(3), day("2026-03-10")).actions).toMatchObject([{ kind: "remind" }]);
  play.act(officer, giveBack(3), day("2026-03-10"));
  const { timers } = play.act(worker, { kind: "resubmit" }, day("2026-03-11"));
  expect(timers).toEqual([{ task: 4, after: "2026-03-13" }]);
});

test("removing the only signer added before lets the task go on", () => {
  const play = started(review(officerOf("union"), { within: workdays(2) }));
  play.act(officer, addSign(1, "before", legal));
  const { opened, timers } = play.act(officer, removeSign(2));
  expect(opened.map(({ id }) => id)).toEqual([1]);
  expect(timers).toEqual([{ task: 1, after: "2026-03-04" }]);
  expect(play.act(officer, agree(1)).effect).toBe(true);
});

test("a signer added after one of an any-sign step is waited for", () => {
  const any = anySign(officerOf("union"), chairOf("union"));
  const play = started(review(any), approve(cadreOf("union.county")));
  play.act(chair, addSign(2, "after", legal));
  play.act(chair, agree(2));
  expect(play.at).toEqual(["review"]);
  play.act(legal, agree(3));
  expect(play.at).toEqual(["approve"]);
});
