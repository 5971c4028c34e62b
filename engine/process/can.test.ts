// Tests of doors: which buttons are open, which are grey, and why.
import { expect, test } from "vitest";
import { wordOf } from "./action-words.ts";
import { can, shutAlso } from "./can.ts";
import { commandShape } from "./contract.ts";
import { approve, cadreOf, flow, officerOf, review } from "./flow.ts";
import type { Env } from "./outcome.ts";
import {
  agree,
  cadre,
  envAt,
  monday,
  officer,
  person,
  reject,
  scene,
  submit,
  worker,
} from "./testing.ts";

const definition = flow(
  review(officerOf("union"), { title: "初审" }),
  approve(cadreOf("union.county")),
);

type Play = ReturnType<typeof scene>;
const doorsOf = (play: Play, actor: Env["actor"]) =>
  can(definition, play.state, envAt(monday, actor));
const openFor = (play: Play, actor: Env["actor"]) =>
  doorsOf(play, actor).flatMap((door) => (door.open ? door.command : []));

test("a draft can only be submitted", () => {
  expect(openFor(scene(definition), worker)).toEqual(["submit"]);
});

test("while it runs the applicant may withdraw or urge and the holder may decide", () => {
  const play = scene(definition);
  play.act(worker, submit);
  expect(openFor(play, worker)).toEqual(["withdraw", "urge"]);
  expect(openFor(play, officer)).toEqual([
    ...["agree", "return", "reject", "claim", "transfer", "delegate", "add-sign", "ask", "copy"],
  ]);
  expect(openFor(play, cadre)).toEqual([]);
});

test("an open door says which task it is for and where it may be sent back to", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, agree(1));
  const doors = doorsOf(play, cadre);
  expect(doors.find(({ command }) => command === "agree")).toEqual({
    command: "agree",
    open: true,
    task: 2,
    step: "approve",
  });
  expect(doors.find(({ command }) => command === "return")).toEqual({
    command: "return",
    open: true,
    task: 2,
    step: "approve",
    to: [{ node: "review", title: "初审" }],
  });
});

test("a closed door has the code, the reason and the way on in Chinese", () => {
  const play = scene(definition);
  play.act(officer, submit);
  const door = doorsOf(play, officer).find(({ command }) => command === "agree");
  expect(door).toEqual({
    command: "agree",
    open: false,
    task: 1,
    code: "process.own-case",
    why: "这件事与您本人有关，您不能自己办理。",
    next: "请由同岗位的其他同志办理。",
  });
});

test("a step's own verb stands at its door and in what was done; who was asked to help agrees", () => {
  const signing = flow(
    approve(officerOf("union"), { verb: "签字" }),
    approve(cadreOf("union.county")),
  );
  const play = scene(signing);
  play.act(worker, submit);
  const door = () => can(signing, play.state, envAt(monday, officer));
  expect(door()).toContainEqual({
    ...{ command: "agree", open: true, task: 1, step: "approve", verb: "签字" },
  });
  const done = { kind: "agree", node: "approve", task: 1 } as const;
  expect(wordOf(signing, play.state, done)).toBe("签字");
  expect(wordOf(signing, play.state, { ...done, kind: "return" })).toBe("退回");
  expect(wordOf(signing, play.state, { ...done, node: "approve-2" })).toBe("同意");
  const task = { ...play.state.tasks[0]!, beside: { how: "before", by: officer, task: 1 } };
  expect(wordOf(signing, { tasks: [task as never] }, done)).toBe("同意");
});

test("what the engine does not know may shut doors too: deciding turns grey, a tool is gone", () => {
  const play = scene(definition);
  play.act(worker, submit);
  const shut = { code: "room.answer", status: 409, say: "不能不予通过。", next: "请答复。" };
  const before = doorsOf(play, officer);
  const doors = shutAlso(before, ({ command, step }) =>
    step === "review" && (command === "reject" || command === "transfer") ? shut : undefined,
  );
  expect(doors.find(({ command }) => command === "reject")).toEqual({
    ...{ command: "reject", open: false, task: 1 },
    ...{ code: "room.answer", why: "不能不予通过。", next: "请答复。" },
  });
  const others = before.filter(({ command }) => command !== "reject" && command !== "transfer");
  expect(doors.filter(({ command }) => command !== "reject")).toEqual(others);
});

test("nothing is open once the case is over, for anyone", () => {
  const play = scene(definition);
  play.act(worker, submit);
  play.act(officer, reject(1));
  for (const actor of [worker, officer, cadre, person("路人")]) {
    expect(openFor(play, actor)).toEqual([]);
  }
});

test("a command from an end is read with its opinion trimmed, or turned down in Chinese", () => {
  expect(commandShape.parse({ kind: "agree", task: 1, opinion: " 同意 " })).toEqual({
    kind: "agree",
    task: 1,
    opinion: "同意",
  });
  const faults = (command: object) =>
    commandShape.safeParse(command).error?.issues.map(({ message }) => message);
  expect(faults({ kind: "reject", task: 1 })).toEqual(["请写明原因。"]);
  expect(faults({ kind: "return", task: 1, opinion: " 否" })).toEqual([
    "请写明原因，至少 2 个字。",
  ]);
  expect(faults({ kind: "agree", task: 1, opinion: "好".repeat(501) })).toEqual([
    "意见最多 500 个字，请写短一些。",
  ]);
  expect(faults({ kind: "lapse", task: 1 })).toHaveLength(1);
});
