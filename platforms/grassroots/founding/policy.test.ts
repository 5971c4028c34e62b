// The examples of both policies, run and replayed; and what the flows say of days, held against the numbers.
import { casesOf } from "@niangjia/engine/policy";
import { allNodes, type Definition } from "@niangjia/engine/process";
import { day } from "@niangjia/foundation/day";
import { expect, test } from "vitest";
import { apply } from "./apply.ts";
import { countPolicy } from "./count-policy.ts";
import { elect } from "./elect.ts";
import { legal } from "./legal.ts";
import { parametersOn } from "./parameters.ts";
import { wayPolicy } from "./policy.ts";
import { publish } from "./publish.ts";

const file = (name: string) => new URL(name, import.meta.url);

test.each(casesOf(file("policy.cases.yaml"), wayPolicy))("建会形式：$title", ({ run, wanted }) => {
  expect(run()).toEqual(wanted);
});

test.each(casesOf(file("count.cases.yaml"), countPolicy))("选举认定：$title", ({ run, wanted }) => {
  expect(run()).toEqual(wanted);
});

/** The terms of a flow's steps, in order. */
const termsOf = (flow: Definition) =>
  allNodes(flow).flatMap((node) => ("within" in node && node.within ? [node.within] : []));

test("the terms of the four flows are rules, in force in Changsha county today", () => {
  const on = parametersOn(day("2026-11-21"), "430121");
  const flows = [apply.flow, elect.flow, legal.flow, publish.flow];
  expect(flows.map(termsOf)).toEqual(
    [
      [on.approveWithin],
      [on.resultReplyWithin],
      [on.legalDecisionWithin],
      [on.publishReviewWithin, on.foundedNotice],
    ].map((rules) => rules.map(({ name }) => ({ rule: name }))),
  );
});

test("a term of office has one of the lengths in force", () => {
  expect(parametersOn(day("2026-11-21"), "430121").termYears.value).toEqual([3, 5]);
});
