// Tests of what other engines are known to get wrong (前车之鉴), on the main line and inside parallel branches.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
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
  city,
  clock,
  giveBack,
  lapse,
  legal,
  officer,
  person,
  reject,
  removeSign,
  scene,
  sendBack,
  submit,
  worker,
} from "./testing.ts";

type Step = Parameters<typeof flow>[number];
type Play = ReturnType<typeof scene>;

const started = (...steps: Step[]) => {
  const play = scene(flow(...steps));
  play.act(worker, submit);
  return play;
};
const beside = review(cadreOf("union.city"), { id: "beside" });
const cityCadre = person("市科长", "cadre", city);
const both = allSign(officerOf("union"), chairOf("union"));

const mainLine = {
  where: "on the main line",
  begun: started,
  at: (play: Play) => play.at,
  finished: (play: Play) => play.state.status,
};
/** The arm beside is never touched, and the case ends when it has been decided too. */
const inBranches = {
  where: "inside parallel branches",
  begun: (...steps: Step[]) =>
    started(together(otherwise("甲", ...steps), otherwise("乙", beside))),
  at({ at }: Play) {
    expect(at).toContain("beside");
    return at.filter((node) => node !== "beside");
  },
  finished(play: Play) {
    expect(play.at).toEqual(["beside"]);
    play.act(cityCadre, agree(play.task("beside")));
    return play.state.status;
  },
};

describe.each([mainLine, inBranches])("$where", ({ begun, at, finished }) => {
  test("returning to an all-sign step gives every one of its signers a task again", () => {
    const play = begun(review(both), approve(cadreOf("union.county")));
    play.act(officer, agree(play.task("review", officer)));
    play.act(chair, agree(play.task("review", chair)));
    const { opened } = play.act(cadre, giveBack(play.task("approve"), "review"));
    expect(opened.map(({ role }) => role)).toEqual(["officer", "chair"]);
    play.act(chair, agree(play.task("review", chair)));
    expect(at(play)).toEqual(["review"]);
    play.act(officer, agree(play.task("review", officer)));
    expect(at(play)).toEqual(["approve"]);
    play.act(cadre, agree(play.task("approve")));
    expect(finished(play)).toBe("approved");
  });

  test("returning inside parallel branches is taken, on and back, and leaves the others running", () => {
    for (const afterwards of ["on", "back"] as const) {
      const play = begun(
        together(
          otherwise("初审与复审", review(officerOf("union")), review(chairOf("union"))),
          otherwise("县级", approve(cadreOf("union.county"))),
        ),
      );
      play.act(officer, agree(play.task("review")));
      play.act(chair, sendBack(play.task("review-2"), "review", afterwards));
      expect(at(play).sort()).toEqual(["approve", "review"]);
      play.act(officer, agree(play.task("review")));
      play.act(cadre, agree(play.task("approve")));
      play.act(chair, agree(play.task("review-2")));
      expect(finished(play)).toBe("approved");
    }
  });

  test("rejecting after an add-sign ends the case, whoever of them rejects, and leaves nothing open", () => {
    for (const who of [officer, legal]) {
      const play = begun(review(both));
      const own = play.task("review", officer);
      play.act(officer, addSign(own, "after", legal));
      if (who === legal) play.act(officer, agree(own));
      play.act(who, reject(play.task("review", who)));
      expect(play.state.status).toBe("rejected");
      expect(play.state.tasks.every(({ closed }) => closed)).toBe(true);
    }
  });

  test("a reminder is armed again after a return, whether by the next step or by the applicant", () => {
    const within = workdays(2);
    const play = begun(
      review(officerOf("union"), { within }),
      approve(cadreOf("union.county"), { within }),
    );
    const armed = (after: string) => [{ task: play.task("review"), after }];
    play.act(clock, lapse(play.task("review")), day("2026-03-05"));
    play.act(officer, agree(play.task("review")), day("2026-03-05"));
    const again = play.act(cadre, giveBack(play.task("approve"), "review"), day("2026-03-05"));
    expect(again.timers).toEqual(armed("2026-03-09"));
    const late = play.act(clock, lapse(play.task("review")), day("2026-03-10"));
    expect(late.actions).toMatchObject([{ kind: "remind" }]);
    play.act(officer, giveBack(play.task("review")), day("2026-03-10"));
    const { timers } = play.act(worker, { kind: "resubmit" }, day("2026-03-11"));
    expect(timers).toEqual(armed("2026-03-13"));
  });

  test("removing the only signer added before lets the task go on", () => {
    const play = begun(review(officerOf("union"), { within: workdays(2) }));
    const own = play.task("review");
    play.act(officer, addSign(own, "before", legal));
    const { opened, timers } = play.act(officer, removeSign(play.task("review", legal)));
    expect(opened.map(({ id }) => id)).toEqual([own]);
    expect(timers).toEqual([{ task: own, after: "2026-03-04" }]);
    play.act(officer, agree(own));
    expect(finished(play)).toBe("approved");
  });

  test("a signer added after one of an any-sign step is waited for", () => {
    const any = anySign(officerOf("union"), chairOf("union"));
    const play = begun(review(any), approve(cadreOf("union.county")));
    const own = play.task("review", chair);
    play.act(chair, addSign(own, "after", legal));
    play.act(chair, agree(own));
    expect(at(play)).toEqual(["review"]);
    play.act(legal, agree(play.task("review", legal)));
    expect(at(play)).toEqual(["approve"]);
  });
});
