// Written (经办填写): what the steps before a place may have written, and when they surely have.
import { all, any, type Condition, not } from "./condition.ts";
import type { Arm, BranchNode, DecisionNode } from "./definition.ts";
import type { Fields } from "./feasible.ts";
import type { When } from "./form.ts";

/** Of one field: how often it may have been rewritten, and what must hold for it to be filled. */
interface Writing {
  readonly times: number;
  readonly surely: Condition;
}

export type Written = ReadonlyMap<string, Writing>;

const always = all();
const never = any();
const unwritten: Writing = { times: 0, surely: never };

/** What a field is called after it may have been rewritten: another than the one asked before. */
export function nameNow(field: string, written: Written): string {
  const times = written.get(field)?.times ?? 0;
  return times > 0 ? `${field}#${times}` : field;
}

/** A condition about the fields as they are by now. */
export function asWritten(condition: Condition, written: Written): Condition {
  const now = (one: Condition) => asWritten(one, written);
  if ("all" in condition) return { all: condition.all.map(now) };
  if ("any" in condition) return { any: condition.any.map(now) };
  if ("not" in condition) return { not: now(condition.not) };
  return { ...condition, field: nameNow(condition.field, written) };
}

/** What must hold for a field to have been filled by a handler. */
export const surelyWritten = (field: string, written: Written): Condition =>
  written.get(field)?.surely ?? never;

/**
 * After a step. Whoever agrees fills in what is required of what they may write; the clock passes, and
 * a step that is skipped is passed, with nothing written.
 */
export function afterStep(node: DecisionNode, before: Written, fields?: Fields): Written {
  const rights = Object.entries(node.rights ?? {}).filter(([, right]) => right === "write");
  const mayBePassed = node.onTimeout === "pass" || node.repeats === "skip";
  const after = new Map(before);
  for (const [name] of rights) {
    const { times, surely } = before.get(name) ?? unwritten;
    after.set(name, { times: times + 1, surely: fields?.get(name)?.required ? surely : never });
  }
  for (const [name] of mayBePassed ? [] : rights) {
    const field = fields?.get(name);
    if (!field?.required) continue;
    const { times, surely } = after.get(name)!;
    const own = field.when ? isShown(field.when, after) : always;
    after.set(name, { times, surely: eitherOf([surely, own]) });
  }
  return after;
}

const isShown = ({ field, is }: When, written: Written): Condition => ({
  field: nameNow(field, written),
  is: typeof is === "object" ? is : [is],
});

/** An arm that can be taken, what must hold for that, and what was written at its end. */
export interface ArmEnd {
  readonly when: readonly Condition[];
  readonly written: Written;
}

/** After the join of arms: of some that are not all taken, each wrote only if it was. */
export function afterJoin(
  take: BranchNode["take"],
  ends: readonly ArmEnd[],
  before: Written,
): Written {
  const names = new Set(ends.flatMap(({ written }) => [...written.keys()]));
  const joined = (name: string): Writing => {
    const arms = ends.map(({ when, written }) => ({ when, ...(written.get(name) ?? unwritten) }));
    const [first] = arms;
    const alike = arms.every(({ surely }) => surely === first?.surely);
    const ifTaken = arms.map(({ when, surely }) =>
      take === "all" ? surely : bothOf([...when, surely]),
    );
    return {
      times: timesAfter(take, arms, before.get(name)),
      surely: alike ? first!.surely : eitherOf(ifTaken),
    };
  };
  return new Map([...names].map((name) => [name, joined(name)]));
}

/** Arms side by side may write one field one after the other: it is then neither's. */
function timesAfter(
  take: BranchNode["take"],
  arms: readonly Writing[],
  before = unwritten,
): number {
  const most = Math.max(...arms.map(({ times }) => times));
  const writers = arms.filter(({ times }) => times > before.times).length;
  return take !== "one" && writers > 1 ? most + 1 : most;
}

const bothOf = (conditions: readonly Condition[]): Condition =>
  conditions.includes(never) ? never : all(...conditions);

const eitherOf = (conditions: readonly Condition[]): Condition => {
  const open = conditions.filter((one) => one !== never);
  if (open.includes(always)) return always;
  return open.length > 1 ? any(...open) : (open[0] ?? never);
};

/** What must hold for an arm to be taken: of one fork, also that none before it was. */
export function conditionsOf({ take, arms }: BranchNode, arm: Arm): Condition[] {
  const others = arms.filter((one) => one !== arm && one.when);
  const before = arm.when ? others.filter((one) => arms.indexOf(one) < arms.indexOf(arm)) : others;
  const refused = take === "all" || (take === "several" && arm.when) ? [] : before;
  return [...(arm.when ? [arm.when] : []), ...refused.map(({ when }) => not(when!))];
}
