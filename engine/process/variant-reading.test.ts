// Tests of comparing: what a variant can say comes back as its changes; everything else is named, by step.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBpmn } from "./bpmn.ts";
import { fromBpmn } from "./bpmn-reading.ts";
import { is } from "./condition.ts";
import { allNodes, type Definition } from "./definition.ts";
import {
  anySign,
  arm,
  cadreOf,
  chairOf,
  choose,
  copy,
  flow,
  notice,
  officerOf,
  otherwise,
  review,
  timed,
  workdays,
} from "./flow.ts";
import { definitions } from "./testing-definitions.ts";
import { applyVariant, type Changes } from "./variant.ts";
import { compareFlows } from "./variant-reading.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const open = { drop: true, roles: ["chair"], within: [1, 5], addAfter: ["cadre"] } as const;
const first = review(officerOf("union"), { id: "first", within: workdays(2), adjustable: open });
const second = review(chairOf("union"), { id: "second", within: workdays(2), adjustable: open });
const last = review(chairOf("union"), { id: "last" });
const inner = review(chairOf("union"), { id: "inner", adjustable: open });
const fork = (...steps: (typeof inner)[]) =>
  choose(arm("困难", is("poor", true), ...steps), otherwise("其他"));
const common = flow(
  ...[first, second, fork(inner)],
  notice(workdays(3), officerOf("union"), { id: "public", adjustable: { within: [3, 7] } }),
  last,
);

const changes: fc.Arbitrary<Changes> = fc
  .record({
    drops: fc.subarray(["first", "second", "inner"]),
    who: fc.subarray(["first"]),
    within: fc.record({ first: fc.integer({ min: 3, max: 5 }) }, { requiredKeys: [] }),
    adds: fc.subarray(["first", "second", "inner"]),
    days: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ drops, who, within, adds, days }): Changes => {
    const touched = !drops.includes("first");
    const added = adds.filter((after) => !drops.includes(after));
    return {
      ...(drops.length > 0 && { drops }),
      ...(touched && who.length > 0 && { who: { first: "chair" } }),
      ...(touched && within.first && { within: { first: within.first } }),
      ...(added.length > 0 && {
        adds: added.map((after) => ({
          ...{ after, role: "cadre", at: "union.federation", within: days },
        })),
      }),
    };
  });

const says = (drawn: Definition) => {
  const { changes: found, differences } = compareFlows(common, drawn);
  expect(differences.length).toBeGreaterThan(0);
  return { found, says: differences.map(({ say }) => say).join("\n") };
};

describe("a drawn flow beside the common one", () => {
  test("is the same when nothing was changed", () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const whole = { changes: {}, differences: [] };
        expect(compareFlows(definition, structuredClone(definition))).toEqual(whole);
      }),
      { seed },
    );
  });

  test("gives back any changes a variant made, also by way of a file", async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (asked) => {
        const changed = applyVariant(common, asked) as Definition;
        const drawn = (await fromBpmn(await toBpmn(changed, { title: "试" }))) as Definition;
        const found = compareFlows(common, drawn);
        expect(found.differences).toEqual([]);
        expect(applyVariant(common, found.changes)).toEqual(changed);
      }),
      { seed },
    );
  });

  test("has a review in the place of a dropped one, and a plain task as the role that is allowed", () => {
    const added = review(cadreOf("union.federation"), { id: "new", within: workdays(3) });
    const only = flow({ ...first, adjustable: { drop: true } }, second);
    const alone = flow({ ...first, adjustable: { drop: true } }, added);
    expect(compareFlows(only, alone).changes).toEqual({
      drops: ["second"],
      adds: [{ after: "second", role: "cadre", at: "union.federation", within: 3 }],
    });
    const task = review(officerOf("union"), { id: "Activity_1", title: "县里再看一遍" });
    const drawn = flow(first, task, ...common.nodes.slice(1));
    expect(compareFlows(common, drawn)).toEqual({
      changes: { adds: [{ after: "first", role: "cadre", at: "union.federation", within: 2 }] },
      differences: [],
    });
  });

  test.each<[string, Definition]>([
    ["不能改名称", flow({ ...first, title: "看看" }, ...common.nodes.slice(1))],
    ["超期怎么办", flow({ ...first, onTimeout: "pass" }, ...common.nodes.slice(1))],
    [
      "由哪里的哪些人办理",
      flow({ ...first, signers: anySign(cadreOf("union.city")) }, ...common.nodes.slice(1)),
    ],
    ["先后不能改", flow(second, first, ...common.nodes.slice(2))],
    ["移到别的分支", flow(first, second, fork(inner, last), ...common.nodes.slice(3, 4))],
    [
      "条件都不能改",
      flow(first, second, choose(arm("困难", is("poor", false), inner), otherwise("其他"))),
    ],
    ["开头不能增加", flow({ ...last, id: "new" }, ...common.nodes)],
    ["只能增加审核", flow(first, copy(chairOf("union")), ...common.nodes.slice(1))],
    ["增加的审核只能", flow(first, { ...last, id: "new", repeats: "skip" }, second)],
    ["整件的期限", timed({ within: workdays(9) }, ...common.nodes)],
  ])("says what no variant may change: %s", (words, drawn) => {
    expect(says(drawn).says).toContain(words);
  });

  test("proposes nothing of a step that may be changed in part only", () => {
    const both = { ...first, title: "看看", within: workdays(4) };
    expect(says(flow(both, ...common.nodes.slice(1))).found).toEqual({});
    expect(allNodes(common)).toHaveLength(6);
  });
});
