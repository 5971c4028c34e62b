// Replay (重放): the state of a case is the fold of its actions, and nothing else.
import { allows } from "./can.ts";
import type { ActionKind, CommandKind } from "./contract.ts";
import { type Definition, isDecision, nodeOf } from "./definition.ts";
import {
  type Action,
  type CaseState,
  type Closing,
  draft,
  identities,
  openTasks,
  type Task,
} from "./state.ts";

/** The state a history leads to. Throws when this definition cannot have produced the history. */
export const replay = (definition: Definition, actions: readonly Action[]): CaseState =>
  actions.reduce((state, action) => {
    const fault = faultOf(state, action);
    if (fault) throw new Error(`action ${action.id} (${action.kind}): ${fault}`);
    return apply(definition, state, action);
  }, draft);

/** The state after one more action. */
export function apply(definition: Definition, state: CaseState, action: Action): CaseState {
  const { change } = action;
  return {
    status: change.status,
    round: action.round,
    actions: action.id,
    at: action.at,
    applicant: action.kind === "submit" ? action.by : state.applicant,
    concerned: action.concerned,
    urgedOn: action.kind === "urge" ? action.day : state.urgedOn,
    tokens: [
      ...state.tokens.map((token) =>
        change.left.includes(token.id) ? { ...token, until: action.at } : token,
      ),
      ...change.entered,
    ],
    tasks: [
      ...state.tasks.map((task) => (task.closed ? task : touched(definition, task, action))),
      ...change.opened,
    ],
  };
}

function touched(definition: Definition, task: Task, action: Action): Task {
  const { closed, alarms } = action.change;
  if (closed.includes(task.id)) return { ...task, closed: closingOf(task, action) };
  const alarm = alarms.find((moved) => moved.task === task.id)?.alarm ?? task.alarm;
  return { ...task, alarm, excluded: excludedAfter(definition, task, action) };
}

const closingOf = (task: Task, { task: worked, kind, at, by }: Action): Closing => ({
  at,
  how: task.id === worked ? kind : "released",
  by,
});

/** Under `distinct`, who signs one task of a 会签 may not sign the next. */
function excludedAfter(definition: Definition, task: Task, action: Action): readonly string[] {
  const node = nodeOf(definition, task.node);
  const signed = action.kind === "agree" && action.node === task.node;
  if (!signed || !isDecision(node) || !node.distinct) return task.excluded;
  return [...task.excluded, ...identities(action.by)];
}

const commandOf = (kind: ActionKind): CommandKind =>
  kind === "remind" || kind === "pass" || kind === "escalate" ? "lapse" : kind;

function faultOf(state: CaseState, action: Action): string | undefined {
  if (action.id !== state.actions + 1) return `follows ${state.actions}`;
  if (!allows(state.status, commandOf(action.kind))) return `not while ${state.status}`;
  const open = new Set(openTasks(state).map((task) => task.id));
  const astray = action.change.closed.find((id) => !open.has(id));
  return astray === undefined ? undefined : `closes task ${astray}, which is not open`;
}
