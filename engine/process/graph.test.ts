// Tests of graphs: a flow drawn and read again, and what is wrong with other drawings.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { is } from "./condition.ts";
import { nodeOf } from "./definition.ts";
import { chairOf, flow, officerOf, review } from "./flow.ts";
import { fromGraph, toGraph } from "./graph.ts";
import type { Gate, GraphEdge, GraphNode } from "./graph-reading.ts";
import { definitions } from "./testing-definitions.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

test("every flow can be drawn, and reading the drawing gives it back", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const { nodes, ...options } = definition;
      expect(fromGraph(toGraph(definition), options)).toEqual(definition);
      expect(nodes.length).toBeGreaterThan(0);
    }),
    { seed, numRuns: 300 },
  );
});

const start: GraphNode = { kind: "start", id: "start", title: "开始" };
const end: GraphNode = { kind: "end", id: "end", title: "结束" };
const steps = flow(
  review(officerOf("union"), { id: "a", title: "甲" }),
  review(chairOf("union"), { id: "b", title: "乙" }),
  review(officerOf("union.county"), { id: "c", title: "丙" }),
);
const stepAt = (id: string): GraphNode => {
  const node = nodeOf(steps, id);
  if (node.kind === "branch") throw new Error("not a step");
  return { kind: "step", id, title: node.title, step: node };
};
const gate = (id: string, kind: Gate): GraphNode => ({
  ...{ kind: "gateway", id, title: id, gate: kind },
});
const condition = is("poor", true);

/** Edges written as `a>b`; a `?` behind gives one a condition. */
const drawn = (nodes: readonly GraphNode[], ...arrows: string[]) => {
  const edges = arrows.map((arrow, index): GraphEdge => {
    const [from = "", to = ""] = arrow.replace("?", "").split(">");
    const edge = { id: `e${index}`, from, to, title: `第${index}路` };
    return arrow.endsWith("?") ? { ...edge, when: condition } : edge;
  });
  return fromGraph({ nodes: [start, ...nodes, end], edges });
};
const [a, b, c] = [stepAt("a"), stepAt("b"), stepAt("c")];
const faultsOf = (read: ReturnType<typeof drawn>) => {
  if (!Array.isArray(read)) return read;
  for (const { say } of read) expect(say).toMatch(/\p{Script=Han}.*。$/u);
  return read.map(({ fault, path }) => [fault, path.map(({ id }) => id).join(" ")]);
};

describe("a drawing is read", () => {
  test("when arms end at ends of their own, the longer one taking the rest along", () => {
    const read = drawn(
      [a, gate("x", "exclusive"), b, { ...end, id: "end-2" }],
      ...["start>a", "a>x", "x>end-2?", "x>b", "b>end"],
    );
    expect(read).toMatchObject({
      nodes: [{ id: "a" }, { take: "one", arms: [{ nodes: [] }, { nodes: [{ id: "b" }] }] }],
    });
  });

  test("when ways part from a step or meet at one without a gateway", () => {
    expect(
      drawn([a, b, gate("j", "parallel"), c], "start>a", "start>b", "a>j", "b>j", "j>c", "c>end"),
    ).toMatchObject({ nodes: [{ take: "all" }, { id: "c" }] });
    const merged = ["start>x", "x>a?", "x>b", "a>c", "b>c", "c>end"];
    expect(drawn([gate("x", "exclusive"), a, b, c], ...merged)).toMatchObject({
      nodes: [{ take: "one" }, { id: "c" }],
    });
  });

  test("when a gateway both joins and parts", () => {
    const arrows = ["start>x", "x>a?", "x>y", "a>y", "y>b?", "y>c", "b>end", "c>end"];
    expect(
      drawn([gate("x", "exclusive"), a, gate("y", "exclusive"), b, c], ...arrows),
    ).toMatchObject({ nodes: [{ id: "x" }, { id: "y" }] });
  });
});

describe("a drawing is refused with the way to its fault", () => {
  test("when a join waits for arms of which one is taken: it cannot fire", () => {
    const arrows = ["start>x", "x>a?", "x>b", "a>j", "b>j", "j>c", "c>end"];
    const nodes = [gate("x", "exclusive"), a, b, gate("j", "parallel"), c];
    expect(faultsOf(drawn(nodes, ...arrows))).toEqual([["cannot-fire", "start x j"]]);
  });

  test("when a merge lets each of several arms pass: it fires twice", () => {
    const arrows = ["start>x", "x>a", "x>b", "a>j", "b>j", "j>c", "c>end"];
    const nodes = [gate("x", "parallel"), a, b, gate("j", "exclusive"), c];
    expect(faultsOf(drawn(nodes, ...arrows))).toEqual([["fires-twice", "start x j"]]);
    const plain = ["start>x", "x>a", "x>b", "a>c", "b>c", "c>end"];
    expect(faultsOf(drawn([gate("x", "parallel"), a, b, c], ...plain))).toEqual([
      ["fires-twice", "start x c.merge"],
    ]);
  });

  test("when it goes back on itself, with the round it makes", () => {
    const arrows = ["start>a", "a>b", "b>x", "x>a?", "x>end"];
    expect(faultsOf(drawn([a, b, gate("x", "exclusive")], ...arrows))).toEqual([
      ["loop", "start a.merge a b x a.merge"],
    ]);
  });

  test("when a step is not on the way, or has no way to the end", () => {
    expect(faultsOf(drawn([a, b], "start>a", "a>end", "b>end"))).toEqual([["unreachable", "b"]]);
    expect(faultsOf(drawn([a, b], "start>a", "a>b", "start>end"))).toEqual([
      ["endless", "start start.split a"],
      ["endless", "start start.split a b"],
    ]);
  });

  test("when arms meet at different places", () => {
    const arrows = ["start>x", "x>a", "x>b", "x>c", "a>j", "b>j", "j>k", "c>k", "k>end"];
    const nodes = [gate("x", "parallel"), a, b, c, gate("j", "parallel"), gate("k", "parallel")];
    expect(faultsOf(drawn(nodes, ...arrows))).toMatchObject([["unstructured", "start x e3 c"]]);
  });

  test("when it has no start, no end, an edge into nothing or nobody who decides", () => {
    expect(faultsOf(fromGraph({ nodes: [a], edges: [] }))).toMatchObject([
      ["malformed", ""],
      ["endless", ""],
    ]);
    expect(faultsOf(drawn([a], "start>a", "a>moon"))).toEqual([["malformed", "e1"]]);
    expect(faultsOf(drawn([], "start>end"))).toEqual([["malformed", "start"]]);
  });
});
