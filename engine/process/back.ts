// Going back (退回、拿回): to an earlier step, to the applicant, or to one's own last decision.
import { enter, isFault, takeUp } from "./course.ts";
import { chainOf, type Definition, isDecision, nodeOf, type Place, places } from "./definition.ts";
import { family, fits, openTokens, rootOf, tokenOf } from "./reading.ts";
import { refusals } from "./refusals.ts";
import type { CaseState, Task, Token } from "./state.ts";
import type { Faulty, Spot, Work } from "./work.ts";

/** After it was put right: `on` goes through the steps again, `back` comes straight back. */
export type Afterwards = "on" | "back";

/** To the applicant. What stands elsewhere is dropped, or set aside until the case comes back. */
export function toApplicant(work: Work, afterwards: Afterwards): void {
  if (afterwards === "on") {
    work.end("returned");
    return;
  }
  work.status = "returned";
  for (const token of openTokens(work)) {
    if (token.aside === undefined && !liesInOpenFork(work, token)) {
      work.setToken(token.id, { aside: 0 });
    }
  }
}

/** Not so on the main line, nor for a step asked again in an arm whose fork was joined already. */
const liesInOpenFork = (work: Work, { parent }: Token): boolean =>
  parent !== undefined && work.token(parent).until === null;

export const waitingForApplicant = (work: Work): Token[] => work.waitingFor(0);

/** The visit that stands still while an earlier step is asked again: the task's, or its fork's. */
function visitAtParting(work: Work, task: Task, to: string): Token | undefined {
  const here = chainOf(work.definition, task.node);
  const there = chainOf(work.definition, to);
  const depth = here.findIndex(({ node }, index) => node !== there[index]?.node);
  const own = here[depth];
  const other = there[depth];
  if (!own || !other || own.sequence !== other.sequence || other.index >= own.index)
    return undefined;
  return highestOpen(work, work.token(task.token), here.length - 1 - depth);
}

/** The visit, or the outermost fork around it, so many levels up, that is not joined yet. */
function highestOpen(work: Work, visit: Token, levels: number): Token {
  let [found, around] = [visit, visit];
  for (let level = 0; level < levels && around.parent !== undefined; level += 1) {
    around = work.token(around.parent);
    if (around.until === null) found = around;
  }
  return found;
}

/** The last visit to a step that still counts, where the case may be sent back to. */
export const visitTo = (
  definition: Definition,
  state: Pick<CaseState, "tokens">,
  node: string,
): Token | undefined => {
  const visit = state.tokens.findLast(
    (token) => token.node === node && !token.void && token.until !== null,
  );
  return visit && !visit.skipped && fits(definition, state, visit) ? visit : undefined;
};

/** Steps a task may be sent back to: those before it on its way that were really asked. */
export function sendBack(
  work: Work,
  task: Task,
  { to, afterwards }: { readonly to: string; readonly afterwards: Afterwards },
): Faulty {
  const step = places(work.definition).get(to)?.node;
  const visit = step && isDecision(step) ? visitAtParting(work, task, to) : undefined;
  const visited = visitTo(work.definition, work, to);
  if (!visit || !visited) return refusals.notEarlier;
  return afterwards === "back" ? askAgain(work, visit, visited) : goAgainFrom(work, visit, visited);
}

/**
 * What was reached stays as it is, set aside, arms and all, until the earlier step is done again.
 */
function askAgain(work: Work, visit: Token, visited: Token): Faulty {
  const entered = reenter(work, visited);
  if (typeof entered !== "number") return entered;
  work.setToken(entered, { straight: true });
  work.setToken(visit.id, { aside: entered });
  work.setToken(visited.id, { void: true });
  return undefined;
}

/** The earlier step and all that came after it are asked again; arms beside its own stay done. */
function goAgainFrom(work: Work, visit: Token, visited: Token): Faulty {
  work.leave(visit.id, { void: true });
  let spot: Spot = visited;
  for (const place of chainOf(work.definition, visited.node).reverse()) {
    forgetAfter(work, spot, place);
    if (spot.parent === undefined) break;
    const fork = work.token(spot.parent);
    reopen(work, fork, spot.arm);
    spot = fork;
  }
  work.setToken(visited.id, { void: true });
  const entered = reenter(work, visited);
  return typeof entered === "number" ? undefined : entered;
}

/** Visits of one line that come after a place in it count no more. */
function forgetAfter(work: Work, { parent, arm }: Spot, { sequence, index }: Place): void {
  const later = sequence.slice(index + 1).map(({ id }) => id);
  for (const token of [...work.tokens]) {
    const inLine = token.parent === parent && token.arm === arm;
    if (inLine && later.includes(token.node) && !work.token(token.id).void) {
      work.leave(token.id, { void: true });
    }
  }
}

function reopen(work: Work, { id, arms = [], until }: Token, arm: string | undefined): void {
  if (until === null && !arms.some((one) => one.id === arm && one.done)) return;
  const again = arms.map((one) => (one.id === arm ? { id: one.id } : one));
  work.setToken(id, { arms: again, until: null, out: undefined });
}

/** The id of the new visit, or why there is nobody to ask. A step that may be skipped is asked. */
function reenter(work: Work, visited: Token): number | Faulty {
  const node = nodeOf(work.definition, visited.node);
  const asking = isDecision(node) ? { ...node, repeats: undefined } : node;
  const entered = enter(work, asking, visited);
  return isFault(entered) ? entered : work.tokens.length;
}

/** Handed in again, straight back to where it was returned from. */
export const comeBack = (work: Work): Faulty => takeUp(work, waitingForApplicant(work));

/**
 * Whether it is too late to take a decision back: the step or its fork went on by another's,
 * somebody has touched what it led to (decided, claimed, handed on, added, extended, asked, sent
 * back), it began other cases, published something or was itself an answer.
 */
export function takenUp(definition: Definition, state: CaseState, task: Task): boolean {
  const { closed, undone, beside } = task;
  const visit = tokenOf(state, task.token);
  const number = closed?.in;
  if (closed?.how !== "agree" || number === undefined || undone || beside) return true;
  if (visit.void || visit.straight || family(state, task.id).length > 0) return true;
  return (
    wentOn(state, visit, number) ||
    !state.tokens
      .filter(({ out }) => out === number)
      .every((one) => fits(definition, state, one)) ||
    state.tokens.some((token) => token.in === number && hasSpread(token, number)) ||
    state.tasks.some((one) => comesAfter(state, one, task) && isTouched(state, one))
  );
}

/** Visits a decision ended, without those it only went through. */
const endedBy = ({ tokens }: Pick<CaseState, "tokens">, number: number): Token[] =>
  tokens.filter((token) => token.out === number && token.in !== number);

/** The visit was ended, or a fork around it joined, by another decision. */
function wentOn(state: CaseState, { until, out, parent }: Token, number: number): boolean {
  if (until !== null && out !== number) return true;
  return parent !== undefined && wentOn(state, tokenOf(state, parent), number);
}

const hasSpread = ({ until, out, subs, clock, aside }: Token, number: number): boolean =>
  (subs?.length ?? 0) > 0 ||
  clock !== undefined ||
  aside !== undefined ||
  (until !== null && out !== number);

/** What a decision opened, and whose turn it became. */
function comesAfter(state: CaseState, other: Task, { token, turn, closed }: Task): boolean {
  if (other.in === closed?.in) return true;
  const later = rootOf(state, other).turn;
  return turn !== undefined && later !== undefined && other.token === token && later > turn;
}

const isTouched = (state: CaseState, { id, closed, holder, given, extended }: Task): boolean =>
  closed !== null ||
  (holder !== undefined && !given) ||
  extended === true ||
  family(state, id).length > 0 ||
  (state.questions ?? []).some(({ task }) => task === id);

/**
 * The decision is as if it had not been given: what it opened is closed, what it closed is open.
 */
export function takeBack(work: Work, task: Task): void {
  const number = task.closed!.in!;
  for (const { id, in: begun } of [...work.tokens]) {
    if (begun === number) work.leave(id, { void: true });
  }
  for (const { id } of endedBy(work, number)) {
    work.setToken(id, { until: null, out: undefined });
  }
  for (const fork of openTokens(work)) {
    if (fork.arms?.some(({ done }) => done)) {
      work.setToken(fork.id, { arms: armsAgain(work, fork) });
    }
  }
  reask(work, number);
}

/** What the decision closed is asked again, each with what was added to it. */
function reask(work: Work, number: number): void {
  const again = new Map<number, number>();
  for (const over of work.tasks.filter(({ closed }) => closed?.in === number)) {
    work.setTask(over.id, { undone: true });
    again.set(over.id, work.replace(over, {}).id);
  }
  for (const id of again.values()) {
    const { beside } = work.tasks[id - 1]!;
    const task = beside && again.get(beside.task);
    if (task !== undefined) work.setTask(id, { beside: { ...beside!, task } });
  }
}

/** An arm in which a visit is open again is not done. */
function armsAgain(work: Work, { id: fork, arms }: Token): Token["arms"] {
  const open = openTokens(work).filter(({ parent }) => parent === fork);
  return arms?.map((one) => (open.some(({ arm }) => arm === one.id) ? { id: one.id } : one));
}
