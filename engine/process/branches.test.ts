// Tests of branches (分支与汇合): which arms are taken, and what each word means inside them.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import { from, is } from "./condition.ts";
import {
  approve,
  arm,
  cadreOf,
  chairOf,
  choose,
  chooseSeveral,
  copy,
  flow,
  officerOf,
  otherwise,
  review,
  sub,
  together,
  workdays,
} from "./flow.ts";
import { openTasks, openTokens } from "./reading.ts";
import {
  addSign,
  agree,
  cadre,
  chair,
  clock,
  countyChair,
  giveBack,
  legal,
  officer,
  reject,
  removeSign,
  resubmit,
  returnBack,
  scene,
  sendBack,
  subEnded,
  submit,
  takeBack,
  worker,
} from "./testing.ts";

type Step = Parameters<typeof flow>[number];
const started = (facts: Record<string, unknown>, ...steps: Step[]) => {
  const play = scene(flow(...steps), undefined, facts);
  play.act(worker, submit);
  return play;
};

/** A first step, two arms (two steps, and one), and a last step. */
const forked = () => {
  const play = started(
    {},
    review(officerOf("union"), { id: "first", within: workdays(2) }),
    together(
      otherwise(
        "本级",
        review(officerOf("union"), { id: "left" }),
        review(chairOf("union"), { id: "left-2", within: workdays(3) }),
      ),
      otherwise("县级", review(cadreOf("union.county"), { id: "right", within: workdays(3) })),
    ),
    approve(chairOf("union.county"), { id: "last" }),
  );
  play.act(officer, agree(1));
  return play;
};
type Play = ReturnType<typeof forked>;
const toLeft2 = (play: Play) => play.act(officer, agree(play.task("left")));
const toLast = (play: Play) => {
  toLeft2(play);
  play.act(cadre, agree(play.task("right")));
  play.act(chair, agree(play.task("left-2")));
  return play;
};

describe("a fork", () => {
  const arms = [
    arm("小额", from("amount", 100), review(officerOf("union"), { id: "over" })),
    arm("困难", is("poor", true), review(chairOf("union"), { id: "poor" })),
    otherwise("其他", review(cadreOf("union.county"), { id: "rest" })),
  ];

  test("of one arm takes the first whose condition holds, else the one without a condition", () => {
    expect(started({ amount: 100, poor: true }, choose(...arms)).at).toEqual(["over"]);
    expect(started({ amount: 99, poor: true }, choose(...arms)).at).toEqual(["poor"]);
    expect(started({}, choose(...arms)).at).toEqual(["rest"]);
  });

  test("of several takes every arm whose condition holds, and joins when those have ended", () => {
    const play = started({ amount: 100, poor: true }, chooseSeveral(...arms));
    expect(play.at).toEqual(["over", "poor"]);
    play.act(officer, agree(1));
    expect(play.act(chair, agree(2)).effect).toBe(true);
    expect(started({}, chooseSeveral(...arms)).at).toEqual(["rest"]);
  });

  test("of all takes every arm, and goes on when the last has ended", () => {
    const play = forked();
    expect(play.at).toEqual(["left", "right"]);
    toLast(play);
    expect(play.at).toEqual(["last"]);
    expect(play.act(countyChair, agree(play.task("last"))).effect).toBe(true);
  });

  test("whose arms only tell or are empty is passed at once", () => {
    const play = started(
      {},
      together(otherwise("抄送", copy(officerOf("union"))), otherwise("无")),
      approve(chairOf("union")),
    );
    expect(play.at).toEqual(["approve"]);
  });

  test("asks the facts when it is reached, not before", () => {
    const facts: Record<string, unknown> = { poor: false };
    const play = started(facts, review(officerOf("union")), choose(...arms));
    facts.poor = true;
    play.act(officer, agree(1));
    expect(play.at).toEqual(["poor"]);
  });
});

describe("inside an arm", () => {
  test("rejecting ends the whole case and releases the other arms", () => {
    const play = forked();
    const { closed } = play.act(cadre, reject(play.task("right")));
    expect(play.state.status).toBe("rejected");
    expect(closed.map(({ node }) => node).sort()).toEqual(["left", "right"]);
    expect(openTokens(play.state)).toEqual([]);
  });

  test("returning to a step of the same arm leaves the others running", () => {
    for (const afterwards of ["on", "back"] as const) {
      const play = forked();
      toLeft2(play);
      play.act(chair, sendBack(play.task("left-2"), "left", afterwards));
      expect(play.at.sort()).toEqual(["left", "right"]);
      play.act(cadre, agree(play.task("right")));
      expect(play.at).toEqual(["left"]);
      play.act(officer, agree(play.task("left")));
      play.act(chair, agree(play.task("left-2")));
      expect(play.at).toEqual(["last"]);
    }
  });

  test("returning before the fork and going on drops every arm, and all are asked again", () => {
    const play = forked();
    toLeft2(play);
    play.act(cadre, sendBack(play.task("right"), "first", "on"));
    expect(openTokens(play.state).map(({ node }) => node)).toEqual(["first"]);
    play.act(officer, agree(play.task("first")));
    expect(play.at).toEqual(["left", "right"]);
  });

  test("returning before the fork and coming back halts every arm, and each goes on where it stood", () => {
    const play = forked();
    toLeft2(play);
    play.act(cadre, sendBack(play.task("right"), "first", "back"), day("2026-03-03"));
    expect(play.at).toEqual(["first"]);
    expect(play.turned(chair, agree(4))).toBe("process.waiting");
    const { opened } = play.act(officer, agree(play.task("first")), day("2026-03-10"));
    expect(opened.map(({ node, due }) => [node, due])).toEqual([
      ["right", "2026-03-12"],
      ["left-2", "2026-03-12"],
    ]);
  });

  test("returning to a step of another arm is refused, for it is not before it", () => {
    const play = forked();
    toLeft2(play);
    expect(play.turned(cadre, sendBack(play.task("right"), "left", "on"))).toBe(
      "process.not-earlier",
    );
  });

  test("returning to the applicant drops every arm, or sets all aside until it comes back", () => {
    const on = forked();
    on.act(cadre, giveBack(on.task("right")));
    on.act(worker, resubmit);
    expect(on.at).toEqual(["first"]);
    const back = forked();
    toLeft2(back);
    back.act(cadre, returnBack(back.task("right")));
    back.act(worker, resubmit);
    expect(back.at.sort()).toEqual(["left-2", "right"]);
  });

  test("withdrawing is for the applicant while nobody in any arm has decided", () => {
    const arms = [
      otherwise("甲", review(officerOf("union"))),
      otherwise("乙", approve(chairOf("union"))),
    ];
    const early = started({}, together(...arms));
    early.act(worker, { kind: "withdraw" });
    expect(openTokens(early.state)).toEqual([]);
    const late = started({}, together(...arms));
    late.act(chair, agree(2));
    expect(late.turned(worker, { kind: "withdraw" })).toBe("process.decided");
  });

  test("an added signer holds up that arm alone, and may be removed again", () => {
    const play = forked();
    play.act(cadre, addSign(play.task("right"), "before", legal));
    toLeft2(play);
    play.act(chair, agree(play.task("left-2")));
    expect(play.at).toEqual(["right"]);
    expect(play.turned(cadre, agree(3))).toBe("process.waiting");
    play.act(cadre, removeSign(play.task("right")));
    play.act(cadre, agree(play.task("right")));
    expect(play.at).toEqual(["last"]);
  });

  test("an added signer returns within the arm and is asked again when it comes back", () => {
    const play = forked();
    toLeft2(play);
    play.act(chair, addSign(play.task("left-2"), "before", legal));
    play.act(legal, sendBack(play.task("left-2"), "left", "back"));
    expect(play.at.sort()).toEqual(["left", "right"]);
    play.act(officer, agree(play.task("left")));
    play.act(legal, agree(play.task("left-2", legal)));
    play.act(chair, agree(play.task("left-2", chair)));
    expect(play.at).toEqual(["right"]);
  });

  test("taking back opens the own arm again and touches no other", () => {
    const play = forked();
    const mine = play.task("left");
    toLeft2(play);
    play.act(officer, takeBack(mine));
    expect(play.at.sort()).toEqual(["left", "right"]);
    expect(play.state.tasks.filter(({ node }) => node === "right")).toHaveLength(1);
  });

  test("taking back the decision that joined the arms opens the fork again, one that did not is too late", () => {
    const play = forked();
    toLeft2(play);
    const early = play.task("right");
    play.act(cadre, agree(early));
    const joining = play.task("left-2");
    play.act(chair, agree(joining));
    expect(play.turned(cadre, takeBack(early))).toBe("process.too-late-to-take-back");
    play.act(chair, takeBack(joining));
    expect(play.at).toEqual(["left-2"]);
    play.act(chair, agree(play.task("left-2")));
    expect(play.at).toEqual(["last"]);
  });

  test("sub-cases that end while the arm is halted are counted when it goes on", () => {
    const play = started(
      {},
      review(officerOf("union"), { id: "first" }),
      together(
        otherwise(
          "关联",
          sub("other.begin", { id: "other" }),
          review(officerOf("union"), { id: "after" }),
        ),
        otherwise("县级", review(cadreOf("union.county"), { id: "right" })),
      ),
      approve(chairOf("union"), { id: "last" }),
    );
    play.act(officer, agree(1));
    const visit = play.state.tokens.find(({ node }) => node === "other")!.id;
    play.act(cadre, sendBack(play.task("right"), "first", "back"));
    play.act(clock, subEnded(visit, 1, "approved"));
    expect(openTokens(play.state).map(({ node }) => node)).not.toContain("after");
    play.act(officer, agree(play.task("first")));
    expect(play.at.sort()).toEqual(["after", "right"]);
    play.act(officer, agree(play.task("after")));
    play.act(cadre, agree(play.task("right")));
    expect(play.at).toEqual(["last"]);
  });
});

describe("after the join, returning into an arm", () => {
  test("and going on asks that step and what follows it again, other arms stay done", () => {
    const play = toLast(forked());
    play.act(countyChair, sendBack(play.task("last"), "left", "on"));
    expect(play.at).toEqual(["left"]);
    toLeft2(play);
    play.act(chair, agree(play.task("left-2")));
    expect(play.at).toEqual(["last"]);
  });

  test("and coming back asks that step alone", () => {
    const play = toLast(forked());
    const last = play.task("last");
    play.act(countyChair, sendBack(last, "left", "back"));
    expect(play.at).toEqual(["left"]);
    expect(play.act(officer, agree(play.task("left"))).opened).toMatchObject([{ id: last }]);
  });

  test("and from there to the applicant and back, all of it comes back the same way", () => {
    const play = toLast(forked());
    const last = play.task("last");
    play.act(countyChair, sendBack(last, "left", "back"));
    play.act(officer, returnBack(play.task("left")));
    play.act(worker, resubmit);
    expect(play.at).toEqual(["left"]);
    expect(play.act(officer, agree(play.task("left"))).opened).toMatchObject([{ id: last }]);
  });

  test("and from there before the fork, on or back, asks what it must and no step twice", () => {
    const on = toLast(forked());
    on.act(countyChair, sendBack(on.task("last"), "left", "back"));
    on.act(officer, sendBack(on.task("left"), "first", "on"));
    on.act(officer, agree(on.task("first")));
    expect(on.at).toEqual(["left", "right"]);
    const back = toLast(forked());
    const last = back.task("last");
    back.act(countyChair, sendBack(last, "left", "back"));
    back.act(officer, sendBack(back.task("left"), "first", "back"));
    expect(back.act(officer, agree(back.task("first"))).opened).toMatchObject([{ node: "left" }]);
    expect(back.act(officer, agree(back.task("left"))).opened).toMatchObject([{ id: last }]);
  });

  test("and from there before a fork around it that still runs halts or drops its other arms too", () => {
    for (const afterwards of ["back", "on"] as const) {
      const inner = together(
        otherwise("甲一", review(officerOf("union"), { id: "inner" })),
        otherwise("甲二", review(chairOf("union"), { id: "beside" })),
      );
      const play = started(
        {},
        review(officerOf("union"), { id: "first" }),
        together(
          otherwise("甲", inner, review(chairOf("union"), { id: "after" })),
          otherwise("乙", review(cadreOf("union.county"), { id: "other" })),
        ),
      );
      play.act(officer, agree(1));
      play.act(officer, agree(play.task("inner")));
      play.act(chair, agree(play.task("beside")));
      play.act(chair, sendBack(play.task("after"), "inner", "back"));
      play.act(officer, sendBack(play.task("inner"), "first", afterwards));
      expect(play.at).toEqual(["first"]);
      play.act(officer, agree(play.task("first")));
      const again = { back: ["inner", "other"], on: ["beside", "inner", "other"] };
      expect(play.at.sort()).toEqual(again[afterwards]);
      play.act(officer, agree(play.task("inner")));
      expect(play.at.includes("after")).toBe(afterwards === "back");
    }
  });

  test("and rejecting there leaves nothing open", () => {
    const play = toLast(forked());
    play.act(countyChair, sendBack(play.task("last"), "left", "back"));
    play.act(officer, reject(play.task("left")));
    expect(openTokens(play.state)).toEqual([]);
    expect(openTasks(play.state)).toEqual([]);
  });
});
