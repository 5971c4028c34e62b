// Finishing a case in tests (办到底): agreeing, waiting and mending until it has ended.
import { addCalendarDays, type Day } from "@niangjia/foundation/day";
import type { Definition } from "./definition.ts";
import { type Command, type Env, isRefusal, type Stepped } from "./outcome.ts";
import { openTasks, openTokens, timersOf } from "./reading.ts";
import type { CaseState } from "./state.ts";
import { step } from "./step.ts";
import { clock, envAt, person } from "./testing.ts";
import { posts, statesOf, type Tried } from "./testing-walks.ts";

type Actor = Env["actor"];

/** More commands than any of these cases needs to end. */
const patience = 500;

/**
 * Brings a running or returned case to its end as plainly as can be: agreeing, waiting, mending.
 */
export function finish(definition: Definition, trail: readonly Tried[]): Stepped[] {
  let state = statesOf(trail).at(-1)!;
  const last = trail.at(-1)!.env;
  let today = last.today;
  const done: Stepped[] = [];
  for (let fresh = 0; state.status === "running" || state.status === "returned"; fresh += 1) {
    const next = nextOf(state, fresh);
    if (!next || fresh > patience) throw new Error(`stuck: ${JSON.stringify(state)}`);
    if (next.after && next.after >= today) today = addCalendarDays(next.after, 1);
    const env = { ...last, ...envAt(today, next.actor), posts, facts: last.facts };
    const outcome = step(definition, state, next.command, env);
    if (isRefusal(outcome)) throw new Error(`stuck: ${next.command.kind} ${outcome.code}`);
    done.push(outcome);
    state = outcome.state;
  }
  return done;
}

/** What is done next, by whom, and after which day. */
export interface Next {
  readonly command: Command;
  readonly actor: Actor;
  readonly after?: Day;
}

/** The first thing there is to do, by somebody who had no part in the case so far. */
export function nextOf(state: CaseState, fresh: number): Next | undefined {
  if (state.status === "returned") return { command: { kind: "resubmit" }, actor: person("甲") };
  const task = openTasks(state)[0];
  if (task) {
    const name = task.holder?.words ?? `新人${fresh}`;
    const actor = person(name, task.role, task.orgPath);
    return { command: { kind: "agree", task: task.id, opinion: "情况属实" }, actor };
  }
  const timer = timersOf(state).find(({ token }) => token !== undefined);
  if (timer) {
    return { command: { kind: "lapse", token: timer.token }, actor: clock, after: timer.after };
  }
  const visit = openTokens(state).find(({ subs }) => subs?.some(({ ended }) => !ended));
  const sub = visit?.subs?.find(({ ended }) => !ended);
  if (!visit || !sub) return undefined;
  const command = { kind: "sub-ended", token: visit.id, key: sub.key, status: "approved" } as const;
  return { command, actor: clock };
}
