// Keeping apart (回避): who may not do a task, whatever post they hold. Read off the case anew after
// every command, because what was decided, and by whom, changes when a case goes back.
import { type Definition, decisionsBefore, isDecision, nodeOf, places } from "./definition.ts";
import { rootOf, tokenOf, undecided } from "./reading.ts";
import { type CaseState, identities, type Task } from "./state.ts";
import type { Work } from "./work.ts";

/**
 * Bars whom each task must not be done by; one who held it lays it down, and it is for the post
 * again.
 */
export function keepApart(work: Work): void {
  for (const task of undecided(work)) {
    const excluded = excludedFrom(work, task);
    const holder = task.holder && identities(task.holder);
    const barred = holder?.some((id) => excluded.includes(id));
    if (!barred && isSame(excluded, task.excluded)) continue;
    work.setTask(task.id, { excluded, ...(barred && { holder: undefined, given: undefined }) });
  }
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Parties never decide, unless the step asks the applicant; nor does who objected deal with it. */
function excludedFrom(work: Work, task: Task): string[] {
  if (task.own) return [];
  const { beside } = rootOf(work, task);
  const objector = beside ? identities(beside.by) : [];
  return [...new Set([...work.parties, ...objector, ...signersApart(work, task)])];
}

/** Ids of everybody who may not decide at a step: at a visit to it, or at one that begins now. */
export const barredAt = (work: Work, node: string, token = 0): string[] => [
  ...work.parties,
  ...signersApart(work, { node, token }),
];

/** A task as it is for whoever else may get it: also the applicant's own is then none of a party. */
export const asAnothers = (work: Work, task: Task): Task => ({
  ...task,
  excluded: [...task.excluded, ...barredAt(work, task.node, task.token)],
});

const deciding: readonly string[] = ["agree", "abstain", "reject"];

/** Under `distinct`: who decided at the same visit, or at a step this one must differ from. */
function signersApart(work: Work, task: Pick<Task, "node" | "token">): string[] {
  const node = nodeOf(work.definition, task.node);
  const alone = isDecision(node) && node.distinct;
  const steps = stepsApart(work.definition).get(task.node);
  if (!alone && !steps) return [];
  return decisions(work).flatMap(({ token, node: at, by }) =>
    (alone && token === task.token) || steps?.has(at) ? identities(by) : [],
  );
}

/** Decisions that count: not taken back, at visits the case did not go back before. */
const decisions = (state: Pick<CaseState, "tasks" | "tokens">) =>
  state.tasks.flatMap(({ token, node, closed, undone }) =>
    closed && deciding.includes(closed.how) && !undone && !tokenOf(state, token).void
      ? [{ token, node, by: closed.by }]
      : [],
  );

type StepsApart = ReadonlyMap<string, ReadonlySet<string>>;
const known = new WeakMap<Definition, StepsApart>();

/**
 * Pairs of steps that two people must decide: one is `distinct`, the other before it on its way.
 */
function stepsApart(definition: Definition): StepsApart {
  const before = known.get(definition);
  if (before) return before;
  const found = new Map<string, Set<string>>();
  const keep = (one: string, other: string) =>
    found.set(one, (found.get(one) ?? new Set<string>()).add(other));
  for (const { node } of places(definition).values()) {
    if (!isDecision(node) || !node.distinct) continue;
    for (const { id } of decisionsBefore(definition, node.id)) {
      keep(node.id, id);
      keep(id, node.id);
    }
  }
  known.set(definition, found);
  return found;
}
