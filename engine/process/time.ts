// Time (计时): a term runs while its task can be done and stands still while it cannot.
import type { Day } from "@niangjia/foundation/day";
import type { Period } from "@niangjia/foundation/workdays";
import { isDecision, isWait, nodeOf } from "./definition.ts";
import type { Env } from "./outcome.ts";
import { isAside, isReady, openTokens, undecided } from "./reading.ts";
import type { CaseState, Clock, Task } from "./state.ts";
import type { Work } from "./work.ts";

const still = (clock: Clock, env: Env): Clock =>
  clock.due === null
    ? clock
    : { due: null, alarm: null, left: Math.max(0, env.workdaysTo(env.today, clock.due)) };

/** What was left is counted in working days, whatever the term was counted in. */
function running(clock: Clock, env: Env, whole: Period | null): Clock {
  if (clock.due !== null) return clock;
  const term = clock.left === undefined ? whole : { workdays: clock.left };
  const due = term && env.due(term, env.today);
  return { due, alarm: due };
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
    if (due !== task.due) work.setTask(task.id, { due, alarm, left });
    return;
  }
  if (task.in !== work.number && wasReady(work.before, task.id)) return;
  const { due, alarm } = running(task, work.env, termOf(work, task.node, task));
  const before = earlierDues(work, task);
  const latest = due && [due, ...before].sort().at(-1)!;
  work.setTask(task.id, {
    ...{ since: work.at, due: latest, left: undefined },
    alarm: alarm && [alarm, latest!].sort().at(-1)!,
  });
}

function wasReady(before: CaseState, id: number): boolean {
  const task = before.tasks[id - 1];
  return task !== undefined && before.status === "running" && isReady(before, task);
}

function termOf(work: Work, id: string, task?: Task): Period | null {
  const node = nodeOf(work.definition, id);
  if (isWait(node)) return task ? (node.dealWithin ?? null) : node.within;
  return isDecision(node) ? node.within : null;
}

/** Never earlier than this step's term was before, also when a server's clock is set back. */
const earlierDues = ({ before, tasks }: Work, { node, id }: Task): Day[] =>
  [...before.tasks, ...tasks].flatMap((other) =>
    other.node === node && other.id !== id && other.due ? other.due : [],
  );
