// Decisions (认定): a pure policy assesses facts; what it read and found is kept so that it can be replayed.
import { isDeepStrictEqual } from "node:util";
import { day as asDay, type Day } from "@niangjia/foundation/day";
import type { z } from "zod";
import { type Citation, type Decision, decisionShape, type Reason, type Used } from "./contract.ts";
import type { Parameters, ParametersOn, SetValue, Stated, Units } from "./parameters.ts";

/** What a policy finds: at least one reason, and the amount in 分 where it prices something. */
export interface Assessment<Verdict extends string = string> {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly amountFen?: number;
}

/**
 * A rule of a room. `assess` is pure: it knows the facts and the parameters it is given and nothing
 * else, no clock and no store; what it needs of either is a fact.
 */
export interface Policy<Facts, Room extends Units, Verdict extends string = string> {
  /** The function it decides, such as `legal-aid.apply`. */
  readonly id: string;
  /** Checks facts without changing them; they are plain JSON. */
  readonly facts: z.ZodType<Facts>;
  readonly parametersOn: ParametersOn<Room>;
  assess(facts: Facts, parameters: Parameters<Room>): Assessment<Verdict>;
}

/** A reason that stands on a parameter or on an article. */
export const reason = (rule: string, on: Stated | Citation, words: string): Reason => ({
  rule,
  citation: "citation" in on ? on.citation : on,
  words,
});

const usedOf = ({ name, unit, value, from, place, citation }: Stated) => ({
  ...{ name, unit, value, from, place, citation },
});

interface Asked<Facts> {
  readonly day: Day;
  readonly place: string;
  readonly facts: Facts;
  /** What federations set, for policies that read numbers they may set. */
  readonly set?: readonly SetValue[];
}

/**
 * Decides and records. Throws what the policy throws, `policy.parameter-missing` among them, and
 * ZodError when the facts are not the policy's.
 */
export function decide<Facts, Room extends Units>(
  policy: Policy<Facts, Room>,
  asked: Asked<Facts>,
): Decision {
  const { day, place, set } = asked;
  const facts = policy.facts.parse(asked.facts);
  const used = new Map<string, Omit<Used, "value"> & { readonly value: unknown }>();
  const heard = (stated: Stated) => used.set(stated.name, usedOf(stated));
  const parameters = policy.parametersOn(day, place, { heard, ...(set && { set }) });
  const { verdict, reasons, amountFen } = policy.assess(facts, parameters);
  return decisionShape.parse({
    ...{ policy: policy.id, day, place, facts, used: [...used.values()], verdict, reasons },
    ...(amountFen === undefined ? {} : { amountFen }),
  });
}

/** One thing that came out otherwise than it was recorded. */
export interface Difference {
  readonly what: string;
  readonly recorded: unknown;
  readonly replayed: unknown;
}

const parametersUsed = ({ used }: Decision) =>
  Object.fromEntries(used.map((stated) => [`parameter ${stated.name}`, stated]));

/**
 * Decides a recorded decision again with its own day, place and facts. Empty when verdict, reasons,
 * amount and every parameter are the same; else what differs, a parameter whose past was changed
 * first.
 */
export function replayDecision<Facts, Room extends Units>(
  policy: Policy<Facts, Room>,
  recorded: Decision,
  set?: readonly SetValue[],
): Difference[] {
  if (recorded.policy !== policy.id)
    throw new RangeError(`not of ${policy.id}: ${recorded.policy}`);
  const { place, facts } = recorded;
  const again = decide(policy, {
    ...{ day: asDay(recorded.day), place, facts: policy.facts.parse(facts) },
    ...(set && { set }),
  });
  const view = (decision: Decision): Record<string, unknown> => ({
    ...parametersUsed(decision),
    verdict: decision.verdict,
    reasons: decision.reasons,
    amountFen: decision.amountFen,
  });
  const [before, now] = [view(recorded), view(again)];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((what) => !isDeepStrictEqual(before[what], now[what]))
    .map((what) => ({ what, recorded: before[what], replayed: now[what] }));
}
