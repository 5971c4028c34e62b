// Time (计时): a term runs while its task can be done and stands still while it cannot.
import { addCalendarDays, type Day } from "@niangjia/foundation/day";
import { isDecision, isWait, nodeOf, type Term } from "./definition.ts";
import type { Env } from "./outcome.ts";
import { isAside, isReady, openTokens, undecided } from "./reading.ts";
import type { CaseState, Clock, Counted, Task } from "./state.ts";
import { periodOf } from "./term.ts";
import type { Work } from "./work.ts";

const still = (clock: Clock, env: Env): Clock =>
  clock.due === null ? clock : { due: null, alarm: null, left: leftOf(clock.due, env) };

/** Today, or on a day off the next working day. */
const workdayOf = (env: Env): Day => env.due({ workdays: 0 }, env.today);

/** Working days left; below none once the last day is past, also when only days off came after it. */
const leftOf = (due: Day, env: Env): number =>
  env.workdaysTo(due < env.today ? workdayOf(env) : env.today, due);

/** The last day of a count. */
export const endOf = ({ from, periods }: Counted, env: Env): Day =>
  periods.reduce((reached, period) => env.due(period, reached), from);

/** A term that begins today; what a rule says today is kept with it. */
export function termFrom(env: Env, term: Term) {
  const counted: Counted = { from: env.today, periods: [periodOf(term, env.rules)] };
  const due = endOf(counted, env);
  return { due, alarm: due, counted };
}

/** A running term, so many working days longer. */
export function prolonged({ due, counted }: Clock, env: Env, workdays: number): Clock {
  const from = due ?? env.today;
  const later = env.due({ workdays }, from);
  const { from: start, periods } = counted ?? { from, periods: [] };
  return {
    due: later,
    alarm: later,
    counted: { from: start, periods: [...periods, { workdays }] },
  };
}

/**
 * What was over goes on as far over as it was; nobody decides in time what they let lie. The clock
 * looks again after today, and it is not counted again.
 */
function lateBy(workdays: number, env: Env): Clock {
  const from = workdayOf(env);
  let due = from;
  for (let more = workdays; more > 0; ) {
    due = addCalendarDays(due, -1);
    if (env.due({ workdays: 0 }, due) === due) more -= 1;
  }
  return { due, alarm: from };
}

/** It stands still, and its last day was past. */
const isOver = (clock: Clock): clock is Clock & { readonly left: number } => (clock.left ?? 0) < 0;

/** What was left is counted in working days, whatever the term was counted in. */
function running(clock: Clock, env: Env, whole: Term | null): Clock {
  if (clock.due !== null) return clock;
  if (isOver(clock)) return lateBy(-clock.left, env);
  const term = clock.left === undefined ? whole : { workdays: clock.left };
  return term ? termFrom(env, term) : { due: null, alarm: null };
}

/** Starts, stops and takes up again every term of the case, as what it belongs to now stands. */
export function keepTime(work: Work): void {
  for (const task of undecided(work)) keepTaskTime(work, task);
  for (const { id, clock, node } of openTokens(work)) {
    if (!clock) continue;
    const stops =
      work.status !== "running" || isAside(work, work.token(id)) || isObjected(work, id);
    const now = stops ? still(clock, work.env) : running(clock, work.env, termOf(work, node));
    if (now !== clock) work.setToken(id, { clock: now });
  }
  const { within } = work.definition;
  if (!within) return;
  const clock = work.term ?? { due: null, alarm: null };
  const now = work.status === "running" ? running(clock, work.env, within) : still(clock, work.env);
  if (now !== clock) work.term = now;
}

const isObjected = (work: Work, token: number): boolean => work.asked(token).length > 0;

function keepTaskTime(work: Work, task: Task): void {
  if (!work.ready(task)) {
    const { due, alarm, left } = still(task, work.env);
    if (due !== task.due) work.setTask(task.id, { due, alarm, left, counted: undefined });
    return;
  }
  if (task.in !== work.number && wasReady(work.before, task.id)) return;
  const { due, alarm, counted } = latest(work, task);
  const begun = task.in === work.number ? task.begun : undefined;
  work.setTask(task.id, { since: work.at, begun, due, alarm, counted, left: undefined });
}

function wasReady(before: CaseState, id: number): boolean {
  const task = before.tasks[id - 1];
  return task !== undefined && before.status === "running" && isReady(before, task);
}

function termOf(work: Work, id: string, task?: Task): Term | null {
  const node = nodeOf(work.definition, id);
  if (isWait(node)) return task ? (node.dealWithin ?? null) : node.within;
  return isDecision(node) ? node.within : null;
}

/**
 * Never earlier than this step's term was before, also when a server's clock is set back; but what
 * was over is not given the term of who was added to it.
 */
function latest(work: Work, task: Task): Clock {
  const own = running(task, work.env, termOf(work, task.node, task));
  if (isOver(task)) return own;
  const { node, id } = task;
  const { due, counted } = [...work.before.tasks, ...work.tasks]
    .filter((other) => other.node === node && other.id !== id)
    .reduce((last: Clock, other) => (isLater(other, last) ? other : last), own);
  if (own.due === null || due === own.due) return own;
  return { due, counted, alarm: isLater({ due: own.alarm }, { due }) ? own.alarm : due };
}

const isLater = ({ due }: Pick<Clock, "due">, than: Pick<Clock, "due">): boolean =>
  due !== null && than.due !== null && due > than.due;
