// Tests of going back (退回、撤回、拿回): to the applicant, to any earlier step, to one's own decision.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import {
  allSign,
  approve,
  cadreOf,
  chairOf,
  copy,
  flow,
  notice,
  officerOf,
  review,
  signInOrder,
  sub,
  workdays,
} from "./flow.ts";
import type { Command } from "./outcome.ts";
import { openTokens, timersOf } from "./reading.ts";
import {
  addSign,
  agree,
  cadre,
  chair,
  clerk,
  clock,
  fulfil,
  giveBack,
  legal,
  officer,
  resubmit,
  returnBack,
  scene,
  sendBack,
  submit,
  takeBack,
  worker,
} from "./testing.ts";

type Step = Parameters<typeof flow>[number];
const started = (...steps: Step[]) => {
  const play = scene(flow(...steps));
  play.act(worker, submit);
  return play;
};
const wednesday = day("2026-03-04");

/** Three steps, standing at the third. */
const atThird = () => {
  const play = started(
    review(officerOf("union"), { id: "first", within: workdays(2) }),
    review(chairOf("union"), { id: "second", within: workdays(2) }),
    approve(cadreOf("union.county"), { id: "third", within: workdays(4) }),
  );
  play.act(officer, agree(1));
  play.act(chair, agree(2));
  return play;
};

describe("returned to the applicant", () => {
  test("and going on, the case begins a new round at its first step, and nothing decided counts", () => {
    const play = atThird();
    play.act(cadre, giveBack(3));
    expect(openTokens(play.state)).toEqual([]);
    play.act(worker, resubmit);
    expect(play.at).toEqual(["first"]);
    expect(play.state.round).toBe(2);
  });

  test("and coming back, whoever returned it is asked again and what was decided counts", () => {
    const play = atThird();
    play.act(cadre, returnBack(3));
    expect(play.state.status).toBe("returned");
    expect(play.act(worker, resubmit).opened).toMatchObject([{ id: 3 }]);
    expect(play.act(cadre, agree(3)).effect).toBe(true);
  });

  test("the term stands still and goes on with what was left", () => {
    const play = atThird();
    play.act(cadre, returnBack(3), wednesday);
    expect(timersOf(play.state)).toEqual([]);
    const { opened } = play.act(worker, resubmit, day("2026-03-16"));
    expect(opened).toMatchObject([{ id: 3, due: "2026-03-18" }]);
  });

  test("the other signers of the step wait too, and keep what they signed", () => {
    const play = started(review(allSign(officerOf("union"), chairOf("union"))));
    play.act(officer, agree(1));
    play.act(chair, returnBack(2));
    play.act(worker, resubmit);
    expect(play.act(chair, agree(2)).effect).toBe(true);
  });
});

describe("returned to an earlier step", () => {
  test("and going on, that step and all after it are asked again", () => {
    const play = atThird();
    play.act(cadre, sendBack(3, "first", "on"));
    play.act(officer, agree(play.task("first")));
    expect(play.at).toEqual(["second"]);
    play.act(chair, agree(play.task("second")));
    expect(play.act(cadre, agree(play.task("third"))).effect).toBe(true);
  });

  test("and coming back, the steps between are not asked again", () => {
    const play = atThird();
    play.act(cadre, sendBack(3, "first", "back"));
    expect(play.at).toEqual(["first"]);
    expect(play.turned(cadre, agree(3))).toBe("process.waiting");
    expect(play.act(officer, agree(4)).opened).toMatchObject([{ id: 3 }]);
    expect(play.act(cadre, agree(3)).effect).toBe(true);
  });

  test("and returned from there in turn, it comes back the same way", () => {
    const play = atThird();
    play.act(cadre, sendBack(3, "second", "back"));
    play.act(chair, sendBack(play.task("second"), "first", "back"));
    expect(play.act(officer, agree(play.task("first"))).opened).toMatchObject([{ node: "second" }]);
    expect(play.act(chair, agree(play.task("second"))).opened).toMatchObject([{ id: 3 }]);
  });

  test("and from there going on, what was set aside is asked anew", () => {
    const play = atThird();
    play.act(cadre, sendBack(3, "second", "back"));
    play.act(chair, sendBack(play.task("second"), "first", "on"));
    expect(openTokens(play.state).map(({ node }) => node)).toEqual(["first"]);
    play.act(officer, agree(play.task("first")));
    play.act(chair, agree(play.task("second")));
    expect(play.task("third")).toBeGreaterThan(3);
  });

  test("is refused where it never was, or where nobody was asked because they had agreed", () => {
    const play = started(
      review(chairOf("union"), { id: "first" }),
      review(chairOf("union"), { id: "skipped", repeats: "skip" }),
      approve(cadreOf("union.county")),
    );
    play.act(chair, agree(1));
    for (const to of ["skipped", "approve", "nowhere"]) {
      expect(play.turned(cadre, sendBack(2, to, "on"))).toBe("process.not-earlier");
    }
    expect(play.act(cadre, sendBack(2, "first", "on")).opened).toMatchObject([{ node: "first" }]);
  });

  test("a decision that was returned does not let a later step skip the same person", () => {
    const play = started(
      review(chairOf("union"), { id: "first" }),
      review(officerOf("union"), { id: "second" }),
      approve(chairOf("union"), { id: "third", repeats: "skip" }),
      approve(cadreOf("union.county"), { id: "fourth" }),
    );
    play.act(chair, agree(1));
    play.act(officer, sendBack(2, "first", "on"));
    expect(play.at).toEqual(["first"]);
    play.act(chair, agree(play.task("first")));
    play.act(officer, agree(play.task("second")));
    expect(play.at).toEqual(["fourth"]);
  });
});

describe("拿回, taking back", () => {
  test("undoes one's own decision while nobody has touched what it led to", () => {
    const play = atThird();
    expect(play.act(chair, takeBack(2)).opened).toMatchObject([{ node: "second", role: "chair" }]);
    expect(play.state.tasks[1]).toMatchObject({ undone: true, closed: { how: "agree" } });
    play.act(chair, agree(play.task("second")));
    expect(play.at).toEqual(["third"]);
  });

  test("leaves whoever took it back free to decide again, also where two people must decide", () => {
    const play = started(
      review(officerOf("union"), { distinct: true }),
      approve(chairOf("union"), { distinct: true }),
    );
    play.act(officer, agree(1));
    play.act(officer, takeBack(1));
    play.act(officer, agree(play.task("review")));
    expect(play.at).toEqual(["approve"]);
  });

  test("keeps the term the task had", () => {
    const play = atThird();
    expect(play.act(chair, takeBack(2), wednesday).opened).toMatchObject([{ due: "2026-03-04" }]);
  });

  test("is only for whoever decided", () => {
    expect(atThird().turned(officer, takeBack(2))).toBe("process.not-yours");
  });

  test("is too late once the next has claimed, added, sent back or decided", () => {
    const claimed = atThird();
    claimed.act(cadre, { kind: "claim", task: 3 });
    const added = atThird();
    added.act(cadre, addSign(3, "before", legal));
    const sent = atThird();
    sent.act(cadre, sendBack(3, "first", "back"));
    for (const play of [claimed, added, sent]) {
      expect(play.turned(chair, takeBack(2))).toBe("process.too-late-to-take-back");
    }
    expect(atThird().turned(officer, takeBack(1))).toBe("process.too-late-to-take-back");
  });

  test("is too late once the next has extended the term, or asked a question", () => {
    const within = workdays(2);
    const tools: Command[] = [
      { kind: "extend", task: 2, workdays: 1, opinion: "需要实地核实" },
      { kind: "ask", task: 2, opinion: "入职日期是哪一天" },
    ];
    for (const command of tools) {
      const play = started(
        review(officerOf("union")),
        review(chairOf("union"), { within, extendable: 2 }),
      );
      play.act(officer, agree(1));
      play.act(chair, command);
      expect(play.turned(officer, takeBack(1))).toBe("process.too-late-to-take-back");
    }
  });

  test("is too late once another signature carried the step, or the next in turn signed", () => {
    const both = started(
      review(allSign(officerOf("union"), chairOf("union"))),
      approve(cadreOf("union.county")),
    );
    both.act(officer, agree(1));
    both.act(chair, agree(2));
    expect(both.turned(officer, takeBack(1))).toBe("process.too-late-to-take-back");
    const order = signInOrder(officerOf("union"), chairOf("union"), cadreOf("union.county"));
    const turns = started(review(order));
    turns.act(officer, agree(1));
    turns.act(chair, agree(2));
    expect(turns.turned(officer, takeBack(1))).toBe("process.too-late-to-take-back");
    expect(turns.act(chair, takeBack(2)).opened).toMatchObject([{ role: "chair" }]);
  });

  test("is too late once it began other cases or published something", () => {
    const began = started(
      review(officerOf("union")),
      sub("other.begin"),
      approve(chairOf("union")),
    );
    began.act(officer, agree(1));
    expect(began.turned(officer, takeBack(1))).toBe("process.too-late-to-take-back");
    const published = started(
      review(officerOf("union")),
      notice(workdays(5), cadreOf("union.county")),
    );
    published.act(officer, agree(1));
    expect(published.turned(officer, takeBack(1))).toBe("process.too-late-to-take-back");
    const none = sub("other.begin", { each: { field: "members", as: "member" } });
    const passed = started(review(officerOf("union")), none, approve(chairOf("union")));
    passed.act(officer, agree(1));
    expect(passed.act(officer, takeBack(1)).opened).toMatchObject([{ node: "review" }]);
  });

  test("is too late once the case went by it straight back to who had returned it", () => {
    const play = atThird();
    play.act(cadre, sendBack(3, "first", "back"));
    const again = play.task("first");
    play.act(officer, agree(again));
    expect(play.turned(officer, takeBack(again))).toBe("process.too-late-to-take-back");
    expect(play.at).toEqual(["third"]);
  });

  test("goes back past copies and skipped steps, which then do not count", () => {
    const play = started(
      review(chairOf("union"), { id: "first" }),
      copy(officerOf("union.parent")),
      approve(chairOf("union"), { id: "same", repeats: "skip" }),
      approve(cadreOf("union.county"), { id: "last" }),
    );
    play.act(chair, agree(1));
    play.act(chair, takeBack(1));
    expect(openTokens(play.state).map(({ node }) => node)).toEqual(["first"]);
    play.act(chair, agree(play.task("first")));
    expect(play.at).toEqual(["last"]);
  });

  test("asks the released signers again, each with whom they had added", () => {
    const play = started(
      review({ sign: "any", of: [officerOf("union"), chairOf("union")] }),
      approve(cadreOf("union.county")),
    );
    play.act(officer, addSign(1, "before", legal));
    play.act(chair, agree(2));
    play.act(chair, takeBack(2));
    const waiting = play.state.tasks.findLast(({ role, closed }) => role === "officer" && !closed)!;
    expect(play.turned(officer, agree(waiting.id))).toBe("process.waiting");
    play.act(legal, agree(play.task("review", legal)));
    play.act(officer, agree(play.task("review", officer)));
    expect(play.at).toEqual(["approve"]);
  });
});

describe("撤回, withdrawing", () => {
  test("is refused after coming back to a step when what was decided still counts", () => {
    const play = atThird();
    play.act(cadre, returnBack(3));
    play.act(worker, resubmit);
    expect(play.turned(worker, { kind: "withdraw" })).toBe("process.decided");
  });

  test("leaves nothing open, stops the sub-cases and takes the notice down", () => {
    const play = started(
      notice(workdays(5), cadreOf("union.county")),
      approve(cadreOf("union.county")),
    );
    expect(play.act(worker, { kind: "withdraw" }).effects).toEqual([
      { kind: "unpublish", token: 1 },
    ]);
    const waits = started(sub("other.begin"), approve(chairOf("union")));
    expect(waits.act(worker, { kind: "withdraw" }).effects).toEqual([
      { kind: "stop-subs", token: 1 },
    ]);
    expect(openTokens(waits.state)).toEqual([]);
  });

  test("is open again once the one decision there was has been taken back", () => {
    const play = started(review(officerOf("union")), approve(chairOf("union")));
    play.act(officer, agree(1));
    expect(play.turned(worker, { kind: "withdraw" })).toBe("process.decided");
    play.act(officer, takeBack(1));
    expect(play.act(worker, { kind: "withdraw" }).state.status).toBe("withdrawn");
  });

  test("is refused once somebody has voted against", () => {
    const play = started(
      approve({
        ...{ sign: "votes", of: [officerOf("union"), chairOf("union"), cadreOf("union.county")] },
        votes: { rule: "at-least", part: [1, 3] },
      }),
    );
    play.act(officer, { kind: "reject", task: 1, opinion: "材料与事实不符" });
    expect(play.turned(worker, { kind: "withdraw" })).toBe("process.decided");
  });
});

test("自动办结 is refused while the step is set aside, for it would go on twice", () => {
  const play = atThird();
  play.act(cadre, sendBack(3, "first", "back"));
  expect(play.turned(clock, fulfil(3))).toBe("process.waiting");
  play.act(clerk, agree(play.task("first")));
  expect(play.act(clock, fulfil(3)).effect).toBe(true);
});

test("reading a copy after the end asks for no second effect", () => {
  const play = started(review(officerOf("union")));
  play.act(officer, { kind: "copy", task: 1, posts: [chair.post!.id] });
  expect(play.act(officer, agree(1)).effect).toBe(true);
  const { effect, state } = play.act(chair, { kind: "read", copy: 1 });
  expect([effect, state.status]).toEqual([undefined, "approved"]);
});
