// Examples (政策示例) of a policy, in a file an officer can read and extend; each is run as a test.
import { day } from "@niangjia/foundation/day";
import { z } from "zod";
import { decide, type Policy, replayDecision } from "./decision.ts";
import type { Units } from "./parameters.ts";
import { placeShape } from "./place.ts";
import { readYaml } from "./yaml.ts";

const caseShape = z.strictObject({
  title: z.string().min(1),
  day: z.iso.date("应是 2026-01-31 这样的日期"),
  place: placeShape,
  facts: z.record(z.string(), z.json()),
  verdict: z.string(),
  reasons: z.array(z.string()).min(1, "至少写一条理由的规则名"),
  amountFen: z.int().min(0).optional(),
});

interface Outcome {
  readonly verdict: string;
  /** Names of the rules, in order. */
  readonly reasons: readonly string[];
  readonly amountFen: number | undefined;
}

/** An example: what it should come to, and what it comes to when run. */
export interface PolicyCase {
  readonly title: string;
  readonly wanted: Outcome;
  run(): Outcome;
}

/**
 * The examples of `policy.cases.yaml`, for a room's test:
 * `test.each(casesOf(file, policy))("$title", ({ run, wanted }) => expect(run()).toEqual(wanted))`.
 * Running one decides by the file alone, without what federations set, keeps the decision as JSON and replays it; it throws when the two differ.
 */
export function casesOf<Facts, Room extends Units>(
  file: URL,
  policy: Policy<Facts, Room>,
): PolicyCase[] {
  return readYaml(file, z.array(caseShape).min(1)).map((example) => {
    const { title, verdict, reasons, amountFen, place } = example;
    const run = (): Outcome => {
      const facts = policy.facts.parse(example.facts);
      const decision = decide(policy, { day: day(example.day), place, facts, set: [] });
      const differences = replayDecision(policy, JSON.parse(JSON.stringify(decision)), []);
      if (differences.length > 0) throw new Error(`replay differs: ${JSON.stringify(differences)}`);
      return {
        verdict: decision.verdict,
        reasons: decision.reasons.map(({ rule }) => rule),
        amountFen: decision.amountFen,
      };
    };
    return { title, wanted: { verdict, reasons, amountFen }, run };
  });
}
