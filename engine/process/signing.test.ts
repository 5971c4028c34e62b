// Tests of signing (会签、或签、票签、加签、减签): who must agree before a step is carried.
import { day } from "@niangjia/foundation/day";
import { describe, expect, test } from "vitest";
import {
  allSign,
  anySign,
  approve,
  atLeast,
  cadreOf,
  chairOf,
  flow,
  moreThan,
  officerOf,
  review,
  signInOrder,
  voteOf,
  workdays,
} from "./flow.ts";
import {
  addSign,
  agree,
  cadre,
  chair,
  clerk,
  clock,
  countyChair,
  handOver,
  legal,
  officer,
  reject,
  removeSign,
  scene,
  sendBack,
  stranger,
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
const three = [officerOf("union"), chairOf("union"), cadreOf("union.county")] as const;
const tuesday = day("2026-03-03");
const thursday = day("2026-03-05");

describe("依次会签, one after another", () => {
  test("asks the next when the one before has agreed", () => {
    const play = started(review(signInOrder(...three)));
    expect(play.turned(chair, agree(2))).toBe("process.waiting");
    expect(play.act(officer, agree(1)).opened).toMatchObject([{ id: 2, role: "chair" }]);
    play.act(chair, agree(2));
    expect(play.act(cadre, agree(3)).effect).toBe(true);
  });

  test("gives each a term from the day their turn comes", () => {
    const play = started(review(signInOrder(...three), { within: workdays(2) }));
    expect(play.state.tasks.map(({ due }) => due)).toEqual(["2026-03-04", null, null]);
    const { opened } = play.act(officer, agree(1), tuesday);
    expect(opened).toMatchObject([{ id: 2, due: "2026-03-05" }]);
  });

  test("lets who was added after one of them sign before the next", () => {
    const play = started(review(signInOrder(...three)));
    play.act(officer, addSign(1, "after", legal));
    expect(play.act(officer, agree(1)).opened).toMatchObject([{ id: 4 }]);
    expect(play.turned(chair, agree(2))).toBe("process.waiting");
    expect(play.act(legal, agree(4)).opened).toMatchObject([{ id: 2 }]);
  });
});

describe("票签, a vote", () => {
  const two = atLeast(2, 3);

  test("is carried as soon as enough have agreed, and the others are released", () => {
    const play = started(approve(voteOf(two, ...three)));
    play.act(officer, agree(1));
    const { effect, closed } = play.act(cadre, agree(3));
    expect(effect).toBe(true);
    expect(closed).toMatchObject([{ id: 2, closed: { how: "released" } }, { id: 3 }]);
  });

  test("is lost, and the case with it, as soon as enough can no longer agree", () => {
    const play = started(approve(voteOf(two, ...three)));
    play.act(officer, reject(1));
    expect(play.state.status).toBe("running");
    play.act(chair, { kind: "abstain", task: 2 });
    expect(play.state.status).toBe("rejected");
  });

  test("counts an abstention as not agreeing, and knows it only in a vote", () => {
    const play = started(approve(voteOf(atLeast(1, 1), ...three)));
    play.act(officer, { kind: "abstain", task: 1 });
    expect(play.state.status).toBe("rejected");
    const plain = started(approve(officerOf("union")));
    expect(plain.turned(officer, { kind: "abstain", task: 1 })).toBe("process.not-a-vote");
  });

  test("of more than half is not carried by exactly half, of at least half it is", () => {
    const pair = [officerOf("union"), chairOf("union")] as const;
    const over = started(approve(voteOf(moreThan(1, 2), ...pair)));
    expect(over.act(officer, agree(1)).effect).toBeUndefined();
    const half = started(approve(voteOf(atLeast(1, 2), ...pair)));
    expect(half.act(officer, agree(1)).effect).toBe(true);
  });

  test("may give seats a weight, and adds up those of one seat", () => {
    const heavy = started(approve(voteOf({ ...moreThan(1, 2), weights: [1, 3, 1] }, ...three)));
    expect(heavy.act(chair, agree(2)).effect).toBe(true);
    const twice = [cadreOf("union.parent"), cadreOf("union.county"), officerOf("union")] as const;
    const summed = started(approve(voteOf({ ...moreThan(1, 2), weights: [1, 1, 1] }, ...twice)));
    expect(summed.state.tasks).toMatchObject([{ role: "cadre", weight: 2 }, { role: "officer" }]);
    expect(summed.act(cadre, agree(1)).effect).toBe(true);
  });

  test("lets those added to a voter say what they think and no more", () => {
    const play = started(approve(voteOf(two, ...three)));
    play.act(officer, addSign(1, "before", legal));
    expect(play.turned(legal, reject(4))).toBe("process.only-opinion");
    expect(play.turned(legal, { kind: "abstain", task: 4 })).toBe("process.not-a-vote");
    expect(play.act(legal, agree(4)).opened).toMatchObject([{ id: 1 }]);
  });

  test("against or abstaining releases who was to sign after it", () => {
    const play = started(approve(voteOf(atLeast(1, 3), ...three)));
    play.act(officer, addSign(1, "after", legal));
    play.act(officer, reject(1));
    expect(play.act(chair, agree(2)).effect).toBe(true);
  });
});

describe("加签, adding a signer", () => {
  const step = review(officerOf("union"), { within: workdays(3) });

  test("before oneself makes the task wait and its term stand still", () => {
    const play = started(step);
    const { opened } = play.act(officer, addSign(1, "before", legal), tuesday);
    expect(opened).toMatchObject([{ id: 2, role: "cadre", holder: { words: "钱律师" } }]);
    expect(play.state.tasks[0]).toMatchObject({ due: null, left: 2 });
    expect(play.turned(officer, agree(1))).toBe("process.waiting");
    play.act(legal, agree(2), thursday);
    expect(play.state.tasks[0]).toMatchObject({ due: "2026-03-09" });
  });

  test("before oneself makes the task wait for whom they add in turn, before or after them", () => {
    const play = started(review(officerOf("union"), { within: workdays(2) }));
    play.act(officer, addSign(1, "before", legal));
    play.act(legal, addSign(2, "after", countyChair));
    play.act(legal, agree(2));
    expect(play.turned(officer, agree(1))).toBe("process.waiting");
    expect(play.state.tasks[0]).toMatchObject({ due: null });
    expect(play.act(countyChair, agree(3)).opened).toMatchObject([{ id: 1, due: "2026-03-04" }]);
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });

  test("before oneself is waited for also by whoever takes the task over", () => {
    const play = started(review(officerOf("union")));
    play.act(officer, addSign(1, "before", legal));
    play.act(legal, addSign(2, "after", countyChair));
    play.act(legal, agree(2));
    play.act(clock, handOver(1, clerk));
    expect(play.turned(clerk, agree(4))).toBe("process.waiting");
    expect(play.act(countyChair, agree(3)).opened).toMatchObject([{ id: 4 }]);
  });

  test("after whom one has asked first holds up nobody but the step, until they are removed", () => {
    const play = started(review(officerOf("union")));
    play.act(officer, addSign(1, "before", legal));
    play.act(legal, addSign(2, "after", countyChair));
    play.act(legal, agree(2));
    expect(play.act(legal, removeSign(3)).opened).toMatchObject([{ id: 1 }]);
    play.act(officer, addSign(1, "after", chair));
    expect(play.act(officer, agree(1)).opened).toMatchObject([{ id: 4 }]);
  });

  test("after oneself is waited for, also when one signature would do", () => {
    const play = started(review(anySign(officerOf("union"), chairOf("union"))));
    play.act(officer, addSign(1, "after", legal));
    const signed = play.act(officer, agree(1));
    expect(signed.effect).toBeUndefined();
    expect(signed.closed.map(({ id }) => id)).toEqual([1, 2]);
    expect(play.act(legal, agree(3)).effect).toBe(true);
  });

  test("asks several at once and waits for all of them", () => {
    const play = started(step);
    play.act(officer, addSign(1, "before", legal, chair));
    play.act(legal, agree(2));
    expect(play.turned(officer, agree(1))).toBe("process.waiting");
    play.act(chair, agree(3));
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });

  test("gives the added the whole say: they may reject, return and add others", () => {
    const rejected = started(step);
    rejected.act(officer, addSign(1, "before", legal));
    rejected.act(legal, reject(2));
    expect(rejected.state.status).toBe("rejected");
    const nested = started(step);
    nested.act(officer, addSign(1, "before", legal));
    nested.act(legal, addSign(2, "before", chair));
    expect(nested.turned(legal, agree(2))).toBe("process.waiting");
    nested.act(chair, agree(3));
    nested.act(legal, agree(2));
    expect(nested.act(officer, agree(1)).effect).toBe(true);
  });

  test("is refused for oneself, a party, someone off the line and someone asked already", () => {
    const play = scene(flow(review(allSign(officerOf("union"), chairOf("union")))), [
      "person-钱律师",
    ]);
    play.act(worker, submit);
    expect(play.turned(officer, addSign(1, "before", officer))).toBe("process.to-oneself");
    expect(play.turned(officer, addSign(1, "before", legal))).toBe("process.other-barred");
    expect(play.turned(officer, addSign(1, "before", chair))).toBe("process.already-asked");
    expect(play.turned(officer, addSign(1, "before", stranger))).toBe("process.off-the-line");
    const nobody = addSign(1, "before", worker);
    expect(play.turned(officer, nobody)).toBe("process.no-such-post");
  });
});

describe("减签, removing a signer", () => {
  test("is for whoever added them, and for nobody the definition asks", () => {
    const play = started(review(allSign(officerOf("union"), chairOf("union"))));
    play.act(officer, addSign(1, "before", legal));
    expect(play.turned(chair, removeSign(3))).toBe("process.not-your-signer");
    expect(play.turned(officer, removeSign(2))).toBe("process.not-added");
    play.act(officer, removeSign(3));
    expect(play.turned(legal, agree(3))).toBe("process.task-closed");
  });

  test("takes along who was added to the removed", () => {
    const play = started(review(officerOf("union")));
    play.act(officer, addSign(1, "before", legal));
    play.act(legal, addSign(2, "before", chair));
    const { closed, opened } = play.act(officer, removeSign(2));
    expect(closed.map(({ id }) => id)).toEqual([2, 3]);
    expect(opened.map(({ id }) => id)).toEqual([1]);
  });

  test("of the last who is waited for carries the step", () => {
    const play = started(review(officerOf("union")), approve(cadreOf("union.county")));
    play.act(officer, addSign(1, "after", legal));
    play.act(officer, agree(1));
    expect(play.act(officer, removeSign(2)).opened).toMatchObject([{ node: "approve" }]);
  });
});

test("减签 while the step is set aside carries it only when it is taken up again", () => {
  const play = started(
    review(officerOf("union"), { id: "first" }),
    review(chairOf("union"), { id: "second" }),
    approve(cadreOf("union.county"), { id: "third" }),
  );
  play.act(officer, agree(1));
  play.act(chair, addSign(2, "after", legal));
  play.act(chair, agree(2));
  play.act(legal, sendBack(3, "first", "back"));
  play.act(chair, removeSign(3));
  expect(play.at).toEqual(["first"]);
  play.act(officer, agree(play.task("first")));
  expect(play.at).toEqual(["third"]);
});

describe("the same person twice", () => {
  test("is skipped where the step says so, as long as what they signed still counts", () => {
    const twice = flow(
      review(chairOf("union")),
      approve(chairOf("union"), { repeats: "skip" }),
      approve(cadreOf("union.county"), { id: "last" }),
    );
    const play = scene(twice);
    play.act(worker, submit);
    expect(play.act(chair, agree(1)).opened).toMatchObject([{ node: "last" }]);
    expect(play.state.tokens[1]).toMatchObject({ node: "approve", skipped: true });
  });

  test("under 会签 skips only the seats that agreed before", () => {
    const both = approve(allSign(officerOf("union"), chairOf("union")), { repeats: "skip" });
    const play = started(review(officerOf("union")), both);
    expect(play.act(officer, agree(1)).opened).toMatchObject([{ role: "chair" }]);
  });

  test("is asked where what they signed was taken back", () => {
    const play = started(
      review(anySign(officerOf("union"), chairOf("union"))),
      review(cadreOf("union.county"), { id: "between" }),
      approve(officerOf("union"), { id: "last", repeats: "skip" }),
    );
    play.act(officer, agree(1));
    play.act(officer, takeBack(1));
    play.act(chair, agree(play.task("review", chair)));
    play.act(cadre, agree(play.task("between")));
    expect(play.at).toEqual(["last"]);
  });

  test("under 或签 is enough for the step, when one of its seats agreed before", () => {
    const either = approve(anySign(officerOf("union"), chairOf("union")), { repeats: "skip" });
    const play = started(
      review(officerOf("union")),
      either,
      approve(cadreOf("union.county"), { id: "last" }),
    );
    play.act(officer, agree(1));
    expect(play.at).toEqual(["last"]);
  });

  test("is barred where the step asks for another person, under each of their posts", () => {
    const apart = review(allSign(officerOf("union"), chairOf("union")), { distinct: true });
    const play = started(apart);
    const alsoChair = { ...chair, accountId: officer.accountId, personId: officer.personId };
    play.act(alsoChair, { kind: "claim", task: 2 });
    play.act(officer, agree(1));
    expect(play.turned(alsoChair, agree(2))).toBe("process.same-person");
    expect(play.act(chair, agree(2)).effect).toBe(true);
  });

  test("is barred also from a step asked again before one that they signed apart", () => {
    const play = started(
      review(officerOf("union")),
      approve(anySign(officerOf("union"), chairOf("union")), { distinct: true }),
      approve(cadreOf("union.county"), { id: "last" }),
    );
    play.act(officer, agree(1));
    play.act(clerk, agree(2));
    play.act(cadre, {
      ...{ kind: "return", task: 4, to: "review", afterwards: "back", opinion: "请核对" },
    });
    expect(play.turned(clerk, agree(5))).toBe("process.same-person");
    play.act(officer, agree(5));
    expect(play.at).toEqual(["last"]);
  });
});

test("an added signer may belong to a union above", () => {
  const play = started(review(officerOf("union")));
  expect(play.act(officer, addSign(1, "before", countyChair)).opened).toMatchObject([
    { role: "chair", holder: { words: "陈主席" } },
  ]);
});
