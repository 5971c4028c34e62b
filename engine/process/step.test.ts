// Tests of one step after another: deciding, sending back, taking back and who may not decide.
import { day } from "@niangjia/foundation/day";
import { childOf } from "@niangjia/foundation/orgpath";
import { describe, expect, test } from "vitest";
import { filled } from "./condition.ts";
import { commands } from "./contract.ts";
import {
  allSign,
  anySign,
  approve,
  arm,
  cadreOf,
  chairOf,
  choose,
  copy,
  flow,
  officerOf,
  otherwise,
  review,
  workdays,
} from "./flow.ts";
import type { Command } from "./outcome.ts";
import { openTasks, openTokens } from "./reading.ts";
import { step } from "./step.ts";
import {
  agree,
  cadre,
  chair,
  clock,
  county,
  envAt,
  firm,
  giveBack,
  monday,
  officer,
  person,
  reject,
  returnBack,
  scene,
  submit,
  worker,
} from "./testing.ts";

const tuesday = day("2026-03-03");

const join = flow(
  review(officerOf("union"), { within: workdays(2) }),
  copy(officerOf("union.parent")),
);
const twoSteps = flow(
  review(officerOf("union"), { within: workdays(2) }),
  approve(cadreOf("union.county"), { within: workdays(5) }),
);

describe("handing in", () => {
  test("opens the first task for the role at the chosen union, due in working days", () => {
    const { opened, timers } = scene(join).act(worker, submit);
    expect(opened).toMatchObject([{ role: "officer", orgPath: firm, due: "2026-03-04" }]);
    expect(timers).toEqual([{ task: 1, after: "2026-03-04" }]);
  });

  test("is refused when a later step would find no union", () => {
    const noTown = flow(review(officerOf("union")), approve(cadreOf("union.town")));
    expect(scene(noTown).turned(worker, submit)).toBe("process.nobody");
  });

  test("looks ahead only as far as is sure: ways that hang on what a handler writes are not", () => {
    const lost = approve(cadreOf("union.town"));
    const writes = review(officerOf("union"), { rights: { result: "write" } });
    const hangs = choose(arm("属实", filled("result")), otherwise("其他", lost));
    expect(scene(flow(writes, hangs)).act(worker, submit).opened).toHaveLength(1);
    const settled = scene(flow(review(officerOf("union")), hangs));
    expect(settled.turned(worker, submit)).toBe("process.nobody");
    const given = scene(flow(writes, hangs), undefined, { result: "属实" });
    expect(given.act(worker, submit).opened).toHaveLength(1);
  });

  test("asks those of an any-sign step whose union exists, and all of an all-sign step or nobody", () => {
    const both = [cadreOf("union.town"), cadreOf("union.county")] as const;
    const { opened } = scene(flow(approve(anySign(...both)))).act(worker, submit);
    expect(opened).toMatchObject([{ role: "cadre", orgPath: county }]);
    expect(scene(flow(approve(allSign(...both)))).turned(worker, submit)).toBe("process.nobody");
  });

  test("writes one action that says who, when, in which round and with which words", () => {
    const { actions } = scene(join).act(worker, { kind: "submit", opinion: " 请批准 " });
    expect(actions).toMatchObject([
      {
        id: 1,
        kind: "submit",
        at: "2026-03-01T16:00:00.000Z",
        day: monday,
        by: { accountId: "account-林小满", postId: null, words: "林小满" },
        opinion: "请批准",
        round: 1,
      },
    ]);
  });
});

describe("agreeing", () => {
  test("at the last deciding step approves, tells those copied and asks for the effect", () => {
    const play = scene(join);
    play.act(worker, submit);
    const last = play.act(officer, agree(1));
    expect(last.effect).toBe(true);
    expect(last.copied).toEqual([{ role: "officer", orgPath: county }]);
    expect(play.state.status).toBe("approved");
  });

  test("before the last step opens the next one and asks for no effect", () => {
    const play = scene(twoSteps);
    play.act(worker, submit);
    const { effect, opened } = play.act(officer, agree(1));
    expect(effect).toBeUndefined();
    expect(opened).toMatchObject([{ id: 2, role: "cadre", orgPath: county, due: "2026-03-09" }]);
  });

  test("passes a copy whose union does not exist, because nobody waits for it", () => {
    const play = scene(flow(review(officerOf("union")), copy(cadreOf("union.town"))));
    play.act(worker, submit);
    expect(play.act(officer, agree(1))).toMatchObject({ effect: true, copied: [] });
  });

  test("on a task somebody already decided is refused and names who was first", () => {
    const play = scene(twoSteps);
    play.act(worker, submit);
    play.act(officer, agree(1));
    expect(play.turned(person("孙干事", "officer"), agree(1))).toBe("process.task-closed");
    const late = step(twoSteps, play.state, agree(1), envAt(monday, officer));
    expect(late).toMatchObject({ say: "这项待办已由周干事办理。" });
  });

  test("from a post elsewhere or without a post is refused", () => {
    const play = scene(join);
    play.act(worker, submit);
    const sibling = person("外单位", "officer", childOf(county, "0002"));
    expect(play.turned(sibling, agree(1))).toBe("process.not-yours");
    expect(play.turned(worker, agree(1))).toBe("process.not-yours");
    expect(play.turned(officer, agree(9))).toBe("process.no-such-task");
  });
});

describe("own cases", () => {
  test("are never decided by the applicant, also not through another of their accounts", () => {
    const play = scene(join);
    const alsoOfficer = { ...officer, personId: worker.personId };
    play.act(worker, submit);
    expect(play.turned(alsoOfficer, agree(1))).toBe("process.own-case");
  });

  test("are never decided by the person someone else handed them in for", () => {
    const play = scene(join, ["person-周干事"]);
    play.act(person("孙干事", "officer"), submit);
    expect(play.turned(officer, agree(1))).toBe("process.own-case");
  });

  test("keep who reviewed from approving when the step asks for another person", () => {
    const distinct = flow(
      review(officerOf("union")),
      approve(chairOf("union"), { distinct: true }),
    );
    const play = scene(distinct);
    play.act(worker, submit);
    play.act(officer, agree(1));
    const sameWithChair = { ...chair, accountId: officer.accountId, personId: officer.personId };
    expect(play.turned(sameWithChair, agree(2))).toBe("process.same-person");
    expect(play.act(chair, agree(2)).effect).toBe(true);
  });
});

describe("several signers", () => {
  test("under 或签 the first settles it and the others are released", () => {
    const play = scene(flow(review(anySign(officerOf("union"), chairOf("union")))));
    play.act(worker, submit);
    const { closed, effect } = play.act(chair, agree(2));
    expect(closed.map((task) => task.closed?.how)).toEqual(["released", "agree"]);
    expect(effect).toBe(true);
  });

  test("under 会签 the step waits for every signature", () => {
    const play = scene(flow(review(allSign(officerOf("union"), chairOf("union")))));
    play.act(worker, submit);
    expect(play.act(chair, agree(2)).effect).toBeUndefined();
    expect(openTasks(play.state)).toHaveLength(1);
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });

  test("under 会签 with distinct people nobody signs twice through two posts", () => {
    const both = allSign(officerOf("union"), chairOf("union"));
    const play = scene(flow(review(both, { distinct: true })));
    play.act(worker, submit);
    play.act(officer, agree(1));
    expect(play.turned({ ...chair, personId: officer.personId }, agree(2))).toBe(
      "process.same-person",
    );
  });

  test("who are found to be the same post are asked once", () => {
    const play = scene(flow(review(allSign(cadreOf("union.parent"), cadreOf("union.county")))));
    expect(play.act(worker, submit).opened).toHaveLength(1);
  });

  test("returning or rejecting by one of them settles it for all", () => {
    const play = scene(flow(review(allSign(officerOf("union"), chairOf("union")))));
    play.act(worker, submit);
    play.act(officer, reject(1));
    expect(play.state.status).toBe("rejected");
    expect(openTasks(play.state)).toEqual([]);
    expect(openTokens(play.state)).toEqual([]);
  });

  test("all get their task again after the case was returned", () => {
    const play = scene(flow(review(allSign(officerOf("union"), chairOf("union")))));
    play.act(worker, submit);
    play.act(officer, agree(1));
    play.act(chair, giveBack(2));
    const { opened } = play.act(worker, { kind: "resubmit" });
    expect(opened.map(({ role }) => role)).toEqual(["officer", "chair"]);
  });

  test("wait for nobody when one of them returned it", () => {
    const play = scene(
      flow(
        review(chairOf("union"), { id: "first" }),
        review(allSign(officerOf("union"), chairOf("union"))),
      ),
    );
    play.act(worker, submit);
    play.act(chair, agree(1));
    play.act(chair, giveBack(3, "first"));
    expect(play.at).toEqual(["first"]);
    expect(play.turned(officer, agree(2))).toBe("process.task-closed");
  });
});

test("what has ended takes nothing more, from people, the clock or the house, but 已阅 of a copy", () => {
  const play = scene(twoSteps);
  play.act(worker, submit);
  play.act(officer, { kind: "copy", task: 1, posts: [chair.post!.id] });
  play.act(officer, reject(1));
  const all = [...Object.keys(commands), "lapse", "fulfil", "sub-ended", "hand-over", "migrate"];
  const about = { task: 1, token: 1, key: 1, question: 1, workdays: 1, posts: [], nodes: {} };
  for (const kind of all.filter((one) => one !== "read")) {
    const command = { ...about, kind, opinion: "再办一次" } as unknown as Command;
    for (const who of [worker, officer, cadre, clock]) {
      expect(play.turned(who, command)).toMatch(/^process\.(is-rejected|task-closed)$/);
    }
  }
  expect(play.act(chair, { kind: "read", copy: 1 }).state.status).toBe("rejected");
});

describe("returning", () => {
  test("to the applicant waits, and handing in again begins a round at the first step", () => {
    const play = scene(twoSteps);
    play.act(worker, submit);
    play.act(officer, agree(1));
    play.act(cadre, giveBack(2));
    expect(play.state.status).toBe("returned");
    const again = play.act(worker, { kind: "resubmit", opinion: "已补充身份证照片" }, tuesday);
    expect(again.state.round).toBe(2);
    expect(again.opened).toMatchObject([{ node: "review", round: 2, due: "2026-03-05" }]);
  });

  test("to an earlier step asks that step again and then everything after it", () => {
    const play = scene(twoSteps);
    play.act(worker, submit);
    play.act(officer, agree(1));
    const back = play.act(cadre, giveBack(2, "review"));
    expect(back.state.status).toBe("running");
    expect(back.opened).toMatchObject([{ node: "review", role: "officer" }]);
    expect(back.actions).toMatchObject([{ kind: "return", to: "review" }]);
    expect(play.act(officer, agree(3)).opened).toMatchObject([{ node: "approve" }]);
  });

  test("to the same, a later or an unknown step is refused", () => {
    const play = scene(twoSteps);
    play.act(worker, submit);
    for (const to of ["review", "approve", "nowhere"]) {
      expect(play.turned(officer, giveBack(1, to))).toBe("process.not-earlier");
    }
  });

  test("and rejecting need a reason, agreeing needs none, none may be too long", () => {
    const play = scene(join);
    play.act(worker, submit);
    for (const kind of ["return", "reject"] as const) {
      expect(play.turned(officer, { kind, task: 1, opinion: " 否 " })).toBe(
        "process.reason-needed",
      );
    }
    const long = { kind: "agree", task: 1, opinion: "好".repeat(501) } as const;
    expect(play.turned(officer, long)).toBe("process.opinion-too-long");
    expect(play.act(officer, { ...long, opinion: "好".repeat(500) }).effect).toBe(true);
  });
});

describe("withdrawing", () => {
  test("is the applicant's while nobody has decided in this round", () => {
    const play = scene(twoSteps);
    play.act(worker, submit);
    expect(play.turned(officer, { kind: "withdraw" })).toBe("process.not-applicant");
    play.act(worker, { kind: "withdraw" });
    expect(play.state.status).toBe("withdrawn");
  });

  test("is refused once somebody has decided, even one of several signers", () => {
    const play = scene(flow(review(allSign(officerOf("union"), chairOf("union")))));
    play.act(worker, submit);
    play.act(chair, agree(2));
    expect(play.turned(worker, { kind: "withdraw" })).toBe("process.decided");
  });

  test("is open again while the case is returned and in a new round", () => {
    const back = scene(twoSteps);
    back.act(worker, submit);
    back.act(officer, agree(1));
    back.act(cadre, returnBack(2));
    expect(back.act(worker, { kind: "withdraw" }).state.status).toBe("withdrawn");
    const play = scene(twoSteps);
    play.act(worker, submit);
    play.act(officer, agree(1));
    play.act(cadre, giveBack(2));
    play.act(worker, { kind: "resubmit" });
    play.act(worker, { kind: "withdraw" });
    expect(play.state.status).toBe("withdrawn");
  });
});

describe("urging", () => {
  test("is the applicant's, once a day, and moves no task and no clock", () => {
    const play = scene(join);
    const { timers } = play.act(worker, submit);
    expect(play.turned(officer, { kind: "urge" })).toBe("process.not-applicant");
    const urged = play.act(worker, { kind: "urge" });
    expect(urged).toMatchObject({ opened: [], closed: [], timers });
    expect(play.turned(worker, { kind: "urge" })).toBe("process.urged-today");
    play.act(worker, { kind: "urge" }, tuesday);
  });
});
