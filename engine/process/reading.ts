// Reading a state (查看状态): what is open, what waits for what, and when the clock looks next.
import { type Definition, places } from "./definition.ts";
import type { Timer } from "./outcome.ts";
import type { Beside, CaseState, Task, Token } from "./state.ts";

export const openTokens = (state: Pick<CaseState, "tokens">): Token[] =>
  state.tokens.filter(({ until }) => until === null);

export const tokenOf = ({ tokens }: Pick<CaseState, "tokens">, id: number): Token => {
  const token = tokens[id - 1];
  if (!token) throw new Error(`no visit ${id} in this case`);
  return token;
};

type Standing = Pick<CaseState, "tokens" | "tasks">;

/** Tasks nobody has decided, also those that wait for others. */
export const undecided = ({ tasks }: Pick<CaseState, "tasks">): Task[] =>
  tasks.filter(({ closed }) => !closed);

/**
 * Whether a task can be done at this moment. What it waits for is read off the case each time and
 * stored nowhere, so that a task cannot be left waiting for something that is gone.
 */
export function isReady(state: Standing, task: Task): boolean {
  if (task.closed || isAside(state, tokenOf(state, task.token))) return false;
  const { beside } = task;
  if (beside?.how === "after" && !hasAgreed(state, beside)) return false;
  const turn = rootOf(state, task).turn;
  return !undecided(state).some(
    (other) =>
      signsBefore(state, other, task) ||
      (turn !== undefined &&
        other.token === task.token &&
        (rootOf(state, other).turn ?? turn) < turn),
  );
}

/** The task the definition asks for, or the objection, that others were added to. */
export function rootOf(state: Pick<CaseState, "tasks">, task: Task): Task {
  const added = task.beside && state.tasks[task.beside.task - 1];
  return added ? rootOf(state, added) : task;
}

/**
 * Whether a visit lies where the definition has its step: not so for what was left before the case
 * was migrated, when the step is no longer there or elsewhere.
 */
export function fits(
  definition: Definition,
  state: Pick<CaseState, "tokens">,
  { node, parent, arm }: Token,
): boolean {
  const place = places(definition).get(node);
  if (!place) return false;
  if (parent === undefined) return place.inside === null;
  const fork = tokenOf(state, parent);
  const { branch, arm: own } = place.inside ?? {};
  return branch?.id === fork.node && own?.id === arm && fits(definition, state, fork);
}

/** Whether one was added before another, or to somebody who was, before them or after. */
function signsBefore(state: Pick<CaseState, "tasks">, { beside }: Task, task: Task): boolean {
  if (!beside) return false;
  if (beside.task === task.id) return beside.how === "before" || beside.how === "delegate";
  const added = state.tasks[beside.task - 1];
  return added !== undefined && signsBefore(state, added, task);
}

const hasAgreed = ({ tasks }: Standing, { task }: Beside): boolean => {
  const how = tasks[task - 1]?.closed?.how;
  return how === "agree" || how === "pass";
};

/** A visit is set aside itself, or the fork it lies in is. */
export function isAside(state: Standing, { aside, parent }: Token): boolean {
  if (aside !== undefined) return true;
  return parent !== undefined && isAside(state, tokenOf(state, parent));
}

/** Tasks that can be done now. */
export const openTasks = (state: CaseState): Task[] =>
  state.status === "running" ? undecided(state).filter((task) => isReady(state, task)) : [];

/** A task and those that were added to it, and to those in turn. */
export function family(state: Pick<CaseState, "tasks">, id: number): Task[] {
  const own = state.tasks.filter(({ beside }) => beside?.task === id);
  return own.flatMap((task) => [task, ...family(state, task.id)]);
}

/** Signatures that count: given, not taken back, at a visit the case did not go back before. */
export const standing = (state: Standing): Task[] =>
  state.tasks.filter(
    (task) => task.closed?.how === "agree" && !task.undone && !tokenOf(state, task.token).void,
  );

/** The clock's list: one line for each task, wait and case with a running term. */
export function timersOf(state: CaseState): Timer[] {
  if (state.status !== "running") return [];
  const tasks = openTasks(state).flatMap(({ id, alarm }) =>
    alarm ? [{ task: id, after: alarm }] : [],
  );
  const tokens = openTokens(state).flatMap(({ id, clock }) =>
    clock?.alarm ? [{ token: id, after: clock.alarm }] : [],
  );
  const whole = state.term?.alarm ? [{ after: state.term.alarm }] : [];
  return [...tasks, ...tokens, ...whole];
}
