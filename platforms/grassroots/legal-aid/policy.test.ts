// The examples of both policies, run and replayed; and the terms of the flows, held against the numbers.
import { casesOf, citationWords } from "@niangjia/engine/policy";
import { allNodes, type Definition, isDecision } from "@niangjia/engine/process";
import { day } from "@niangjia/foundation/day";
import { describe, expect, it, test } from "vitest";
import { apply } from "./apply.ts";
import { assign } from "./assign.ts";
import { close } from "./close.ts";
import { conflict } from "./conflict-policy.ts";
import { consult } from "./consult.ts";
import { parametersOn } from "./parameters.ts";
import { eligibility } from "./policy.ts";

const file = (name: string) => new URL(name, import.meta.url);

test.each(casesOf(file("policy.cases.yaml"), eligibility))("援助认定：$title", (example) => {
  expect(example.run()).toEqual(example.wanted);
});

test.each(casesOf(file("conflict.cases.yaml"), conflict))("利益冲突：$title", (example) => {
  expect(example.run()).toEqual(example.wanted);
});

function stepOf({ flow }: { readonly flow: Definition }, id: string) {
  const node = allNodes(flow).find((one) => one.id === id);
  if (!node || !isDecision(node)) throw new Error(`nobody decides at ${id}`);
  return node;
}

describe("the terms of the flows", () => {
  const on = parametersOn(day("2026-11-21"), "430121", { set: [] });

  it.each([
    [apply, "decide", on.decideWithin],
    [apply, "urgent", on.urgentDecideWithin],
    [assign, "assign", on.assignWithin],
    [assign, "accept", on.acceptWithin],
    [consult, "answer", on.answerWithin],
    [close, "close", on.closeWithin],
  ] as const)("of $0.id at $1 are rules of the room", (fn, id, stated) => {
    expect(stepOf(fn, id).within).toEqual({ rule: stated.name });
  });

  it("cite the article the numbers come from", () => {
    expect(stepOf(apply, "decide").basis).toBe(citationWords(on.decideWithin.citation));
    expect(stepOf(assign, "assign").basis).toBe(citationWords(on.assignWithin.citation));
    expect(stepOf(apply, "urgent").basis).toBe(citationWords(on.urgentBefore.citation));
  });
});
