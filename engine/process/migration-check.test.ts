// Tests of maps: a flow maps onto itself, a renamed step is followed, and what is lost is said with its way.
import fc from "fast-check";
import { expect, test } from "vitest";
import { is } from "./condition.ts";
import {
  arm,
  chairOf,
  choose,
  copy,
  flow,
  officerOf,
  otherwise,
  review,
  wait,
  workdays,
} from "./flow.ts";
import { migrationFaults } from "./migration-check.ts";
import { definitions } from "./testing-definitions.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const step = (id: string) => review(officerOf("union"), { id, title: id });

test("every flow maps onto itself, and not onto one that lacks a step", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      expect(migrationFaults(definition, definition, {})).toEqual([]);
    }),
    { seed },
  );
  expect(migrationFaults(flow(step("a"), step("b")), flow(step("b")), {})).toMatchObject([
    { path: [{ id: "a" }], say: expect.stringContaining("没有对应的步骤") },
  ]);
});

test("a step is followed under its new name; a copy, where no case stands, may go", () => {
  const old = flow(step("a"), copy(chairOf("union")));
  expect(migrationFaults(old, flow(step("first"), step("new")), { a: "first" })).toEqual([]);
  expect(migrationFaults(old, flow(step("a")), { elsewhere: "a" })).toMatchObject([
    { path: [{ id: "elsewhere" }] },
  ]);
});

test("another kind of step, another arm, or a lost arm is no place to go on", () => {
  const forked = (...titles: string[]) =>
    flow(
      step("a"),
      choose(
        ...titles.map((title) => arm(title, is("poor", true), step(title))),
        otherwise("其他", step("rest")),
      ),
    );
  const waits = flow(wait(workdays(2), { id: "a" }), step("b"));
  expect(migrationFaults(flow(step("a"), step("b")), waits, {})).toHaveLength(1);
  const inner = migrationFaults(flow(step("a"), step("x")), forked("x"), {});
  expect(inner).toMatchObject([{ say: expect.stringContaining("不在同一路") }]);
  const lost = migrationFaults(forked("x", "y"), forked("x"), {});
  expect(lost.map(({ say }) => say)).toContainEqual(expect.stringContaining("没有“其他”这一路"));
});
