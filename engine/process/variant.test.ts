// Tests of local variants: what a step allows is done, all else is refused by name, and the result is sound.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { is } from "./condition.ts";
import type { Definition } from "./definition.ts";
import {
  arm,
  cadreOf,
  chairOf,
  choose,
  flow,
  notice,
  officerOf,
  otherwise,
  review,
  workdays,
} from "./flow.ts";
import { soundness } from "./soundness.ts";
import { agree, cadre, county, person, scene, submit, worker } from "./testing.ts";
import { definitions } from "./testing-definitions.ts";
import { applyVariant, type Changes } from "./variant.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

const open = { drop: true, roles: ["chair"], within: [1, 5], addAfter: ["cadre"] } as const;
const base = flow(
  review(officerOf("union"), { id: "first", within: workdays(2), adjustable: open }),
  choose(
    arm("困难", is("poor", true), review(chairOf("union"), { id: "chair", adjustable: open })),
    otherwise("其他"),
  ),
  notice(workdays(3), officerOf("union"), { id: "public", adjustable: { within: [3, 7] } }),
  review(chairOf("union"), { id: "last" }),
);

const read = (changes: Changes) => applyVariant(base, changes);
const says = (changes: Changes) => {
  const found = read(changes);
  return Array.isArray(found) ? found.map(({ say }) => say) : [];
};

describe("a local variant", () => {
  test("changes who and how long, adds and drops a review, inside arms as well", () => {
    const changed = read({
      drops: ["chair"],
      who: { first: "chair" },
      within: { first: 5, public: 7 },
      adds: [{ after: "first", role: "cadre", at: "union.federation", within: 2 }],
    }) as Definition;
    expect(soundness(changed)).toEqual([]);
    expect(changed.nodes).toMatchObject([
      { id: "first", signers: { of: [{ role: "chair", at: "union" }] }, within: { workdays: 5 } },
      {
        id: "first.local",
        signers: { of: [cadreOf("union.federation")] },
        within: { workdays: 2 },
      },
      { kind: "branch", arms: [{ nodes: [] }, { nodes: [] }] },
      { id: "public", within: { workdays: 7 } },
      { id: "last" },
    ]);
  });

  test("adds a review of the same role by somebody else than who decided before it", () => {
    const common = flow(
      review(cadreOf("union.federation"), { id: "first", adjustable: { addAfter: ["cadre"] } }),
    );
    const adds = [{ after: "first", role: "cadre", at: "union.federation", within: 2 }] as const;
    const play = scene(applyVariant(common, { adds }) as Definition);
    play.act(worker, submit);
    play.act(cadre, agree(1));
    expect(play.turned(cadre, agree(2))).toBe("process.same-person");
    expect(play.act(person("第二人", "cadre", county), agree(2)).effect).toBe(true);
  });

  test("that changes nothing is the flow itself", () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(applyVariant(definition, {})).toEqual(definition);
      }),
      { seed },
    );
  });

  test.each<[string, Changes]>([
    ["不能省去", { drops: ["last"] }],
    ["没有这一步", { drops: ["elsewhere"] }],
    ["不能改由", { who: { first: "cadre" } }],
    ["不能改由", { who: { last: "chair" } }],
    ["期限须在 1 到 5", { within: { first: 6 } }],
    ["期限须在 1 到 5", { within: { first: 1.5 } }],
    ["期限须在 3 到 7", { within: { public: 2 } }],
    ["期限不能改", { within: { last: 2 } }],
    ["期限不能改", { within: { chair: 2 } }],
    ["不能增加这个岗位", { adds: [{ after: "first", role: "chair", at: "union", within: 1 }] }],
    ["不能增加这个岗位", { adds: [{ after: "last", role: "cadre", at: "union", within: 1 }] }],
    ["1 到 5 个工作日", { adds: [{ after: "first", role: "cadre", at: "union", within: 9 }] }],
  ])("is refused by name: %s", (words, changes) => {
    expect(says(changes)).toEqual([expect.stringContaining(words)]);
  });

  test("never touches what a definition does not open, whatever is asked", () => {
    const any = fc.record({
      drops: fc.array(fc.constantFrom("review", "review-2", "approve", "wait", "branch")),
      within: fc.dictionary(fc.constantFrom("review", "approve", "wait"), fc.integer()),
    });
    fc.assert(
      fc.property(definitions, any, (definition, changes) => {
        const found = applyVariant(definition, changes);
        const asks = changes.drops.length + Object.keys(changes.within).length > 0;
        expect(Array.isArray(found)).toBe(asks);
      }),
      { seed },
    );
  });
});
