// Tests of doors (可办事项): what is still missing, and the command that is sent.
import { expect, test } from "vitest";
import {
  aboutOf,
  commandOf,
  emptyDraft,
  missingOf,
  type OpenDoor,
  stepTitles,
  wordsFor,
} from "./doors.ts";

const door = (command: OpenDoor["command"], more: Partial<OpenDoor> = {}): OpenDoor => ({
  command,
  open: true,
  task: 3,
  ...more,
});
const draft = (more: Partial<typeof emptyDraft>) => ({ ...emptyDraft, ...more });

test("what needs a reason, a person or a number of days says so until it has one", () => {
  expect(missingOf(door("return"), emptyDraft)).toBe("请写明要改什么，至少 2 个字");
  expect(missingOf(door("return"), draft({ opinion: " 改 " }))).toBeDefined();
  expect(missingOf(door("return"), draft({ opinion: "改日期" }))).toBeUndefined();
  expect(missingOf(door("transfer"), emptyDraft)).toBe("请选择转给谁");
  expect(missingOf(door("extend"), draft({ opinion: "材料多" }))).toBe("请填写延长几个工作日");
  expect(missingOf(door("agree"), emptyDraft)).toBeUndefined();
});

test("asking the applicant needs nobody to be picked", () => {
  const asked = draft({ opinion: "哪天入职", asksApplicant: true });
  expect(missingOf(door("ask"), asked)).toBeUndefined();
  expect(commandOf(door("ask"), asked)).toEqual({ kind: "ask", task: 3, opinion: "哪天入职" });
});

test("a return names where to and how it goes on; to the applicant names no step", () => {
  const said = draft({ opinion: "改日期", afterwards: "back" });
  expect(commandOf(door("return"), said)).toEqual({
    ...{ kind: "return", task: 3, opinion: "改日期", afterwards: "back" },
  });
  expect(commandOf(door("return"), { ...said, to: "review" })).toMatchObject({ to: "review" });
});

test("signers and copies are sent as posts, a successor as one", () => {
  const people = ["a", "b"];
  expect(commandOf(door("add-sign"), draft({ people, when: "after" }))).toEqual({
    ...{ kind: "add-sign", task: 3, posts: people, when: "after" },
  });
  expect(commandOf(door("transfer"), draft({ people }))).toMatchObject({ to: "a" });
});

test("what a handler fills in goes with the agreement, and nothing when nothing was asked", () => {
  expect(commandOf(door("agree"), emptyDraft, { level: "1" })).toMatchObject({
    facts: { level: "1" },
  });
  expect(commandOf(door("agree"), emptyDraft, {})).toEqual({ kind: "agree", task: 3 });
});

test("a door about a question or a notice bears its number", () => {
  expect(
    commandOf({ command: "answer", open: true, question: 2 }, draft({ opinion: "是" })),
  ).toEqual({ kind: "answer", question: 2, opinion: "是" });
  expect(commandOf({ command: "read", open: true, copy: 4 }, emptyDraft)).toEqual({
    ...{ kind: "read", copy: 4 },
  });
});

test("steps inside forks have their titles too, and tell two doors apart", () => {
  const at = { who: "", state: "now", since: null, until: null, due: null } as const;
  const inner = { ...at, kind: "review" as const, id: "review-2", title: "市总工会审核" };
  const arms = [{ title: "甲", taken: true, stages: [inner] }];
  const stages = [{ ...at, kind: "branch" as const, id: "branch", title: "同时办理", arms }];
  expect(stepTitles(stages).get("review-2")).toBe("市总工会审核");
  const shown = { stages, tasks: [] } as never;
  expect(aboutOf(shown, door("agree", { step: "review-2" }))).toBe("市总工会审核");
  expect(aboutOf(shown, door("answer", { words: "哪天入职" }))).toBe("哪天入职");
});

test("a step with a verb of its own is asked in it; two that differ are asked as 同意", () => {
  const signing = door("agree", { verb: "签字" });
  expect(wordsFor("agree", [signing])).toMatchObject({
    ...{ verb: "签字", title: "签字？" },
    effect: "签字后进入下一步；这是最后一步时，办件随即生效，不能撤回。",
  });
  expect(wordsFor("agree", [signing, signing]).verb).toBe("签字");
  expect(wordsFor("agree", [signing, door("agree")]).title).toBe("同意这件申请？");
  expect(wordsFor("return", [door("return")]).verb).toBe("退回");
});
