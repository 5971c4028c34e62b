// Tests of fulfilling: the house ends a step whose matter is settled already.
import { expect, test } from "vitest";
import { allSign, approve, cadreOf, chairOf, copy, flow, officerOf, review } from "./flow.ts";
import {
  agree,
  chair,
  clock,
  fulfil,
  giveBack,
  officer,
  scene,
  submit,
  worker,
} from "./testing.ts";

const started = (...steps: Parameters<typeof flow>) => {
  const play = scene(flow(...steps));
  play.act(worker, submit);
  return play;
};

test("the last step fulfilled approves the case in the house's name, with what made it so", () => {
  const play = started(review(officerOf("union")), copy(officerOf("union.county")));
  const { actions, effect, copied } = play.act(clock, fulfil(1));
  expect(actions).toMatchObject([
    { kind: "fulfil", by: { words: "系统", accountId: null }, opinion: "已经改好" },
  ]);
  expect(play.state.status).toBe("approved");
  expect(effect).toBe(true);
  expect(copied).toHaveLength(1);
  expect(play.replayed()).toEqual(play.state);
});

test("a step before others is gone past, and those are asked as ever", () => {
  const play = started(review(officerOf("union")), approve(cadreOf("union.county")));
  const { opened, effect } = play.act(clock, fulfil(1));
  expect(opened).toMatchObject([{ node: "approve" }]);
  expect(effect).toBeUndefined();
});

test("a 会签 waits for no further signature, whoever signed before", () => {
  const play = started(review(allSign(officerOf("union"), chairOf("union"))));
  play.act(officer, agree(1));
  play.act(clock, fulfil(2));
  expect(play.state.status).toBe("approved");
  expect(play.turned(chair, agree(2))).toBe("process.task-closed");
});

test("is nobody's but the house's, and only while the task is open", () => {
  const play = started(review(officerOf("union")));
  expect(play.turned(officer, fulfil(1))).toBe("process.only-house");
  expect(play.turned(clock, fulfil(7))).toBe("process.no-such-task");
  play.act(officer, giveBack(1));
  expect(play.turned(clock, fulfil(1))).toBe("process.task-closed");
});
