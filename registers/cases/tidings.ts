// Tidings (办件消息): which events a step brings about.
import { type Action, type CaseState, openTasks, type Stepped } from "@niangjia/engine/process";
import type { Event } from "@niangjia/foundation/outbox";
import * as events from "./events.ts";

interface Subject {
  readonly caseId: string;
  readonly function: string;
  readonly orgPath: string;
}

const hasEnded = (status: string): status is events.Ended["status"] =>
  status === "approved" || status === "rejected" || status === "withdrawn";

/** What others than those at the task should hear of. */
const heardOf: readonly string[] = [
  ...["raise", "extend", "take-back", "elapse", "ask", "answer", "copy", "recount"],
];

const dealsWithObjection = ({ patch }: Action): boolean =>
  (patch.tasks ?? []).some(
    ({ beside, closed }) => beside?.how === "objection" && closed && closed.how !== "released",
  );

/** The application itself, and no task of it. */
const isPassedOn = ({ kind, task }: Action): boolean => kind === "hand-over" && task === null;

const openIds = (state: CaseState): number[] => openTasks(state).map(({ id }) => id);

/** What was done, as an event of its own; the clock raising a task shows by the task it opens. */
function doneEvent({ orgPath, ...of }: Subject, action: Action, state: CaseState): Event[] {
  const subject = { ...of, seq: action.id };
  switch (action.kind) {
    case "submit":
    case "resubmit":
      return [events.filed(orgPath, { ...subject, round: action.round })];
    case "agree":
    case "pass":
    case "fulfil":
    case "return":
    case "reject":
      return [events.decided(orgPath, { ...subject, kind: action.kind, status: state.status })];
    case "urge":
      return [events.urged(orgPath, { ...subject, tasks: openIds(state) })];
    case "remind":
    case "raise":
      return [events.reminded(orgPath, { ...subject, tasks: action.task ? [action.task] : [] })];
    default:
      return [];
  }
}

/** In the order in which they happened. */
export function tidingsOf(subject: Subject, { state, actions, opened }: Stepped): Event[] {
  const { orgPath, ...of } = subject;
  const told = actions.flatMap((action) => doneEvent(subject, action, state));
  for (const action of actions) {
    const isHeardOf = heardOf.includes(action.kind) || isPassedOn(action);
    if (!isHeardOf && !dealsWithObjection(action)) continue;
    told.push(events.handled(orgPath, { ...of, seq: action.id }));
  }
  const putBack = actions.filter(({ kind, parties }) => kind === "hand-over" && !parties);
  for (const { id, task } of putBack) {
    told.push(events.tasksOpened(orgPath, { ...of, seq: id, tasks: [task!] }));
  }
  const last = { ...of, seq: state.actions };
  const { status } = state;
  const isReturned = status === "returned" && actions.some(({ kind }) => kind === "return");
  if (isReturned) told.push(events.returned(orgPath, last));
  if (hasEnded(status)) told.push(events.ended(orgPath, { ...last, status }));
  const tasks = opened.map(({ id }) => id);
  if (tasks.length > 0) told.push(events.tasksOpened(orgPath, { ...last, tasks }));
  return told;
}
