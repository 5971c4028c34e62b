// Replay (重放): the state of a case is the fold of its actions, and nothing else.
import { allows } from "./allowed.ts";
import type { ActionKind, CommandKind } from "./contract.ts";

import { type Action, type CaseState, draft } from "./state.ts";

/** The state a history leads to. Throws when no case can have had this history. */
export const replay = (actions: readonly Action[]): CaseState =>
  actions.reduce((state, action) => {
    const fault = faultOf(state, action);
    if (fault) throw new Error(`action ${action.id} (${action.kind}): ${fault}`);
    return apply(state, action);
  }, draft);

/** The state after one more action. */
export function apply(state: CaseState, action: Action): CaseState {
  const { patch } = action;
  const copies = merged(state.copies, patch.copies);
  const questions = merged(state.questions, patch.questions);
  const term = patch.term ?? state.term;
  return {
    status: patch.status,
    round: action.round,
    actions: action.id,
    at: action.at,
    applicant: action.kind === "submit" ? action.by : (patch.applicant ?? state.applicant),
    ...formerApplicants(state, action),
    concerned: action.concerned,
    urgedOn: action.kind === "urge" ? action.day : state.urgedOn,
    tokens: merged(state.tokens, patch.tokens),
    tasks: merged(state.tasks, patch.tasks),
    ...(copies.length > 0 && { copies }),
    ...(questions.length > 0 && { questions }),
    ...(term && { term }),
  };
}

function formerApplicants(
  { applicant, formerApplicants: before = [] }: CaseState,
  { patch }: Action,
) {
  const former = patch.applicant && applicant ? [...before, applicant] : before;
  return former.length > 0 && { formerApplicants: former };
}

/** Records are numbered 1, 2, 3 … in their list: a new one is added, a known one replaced. */
function merged<R extends { readonly id: number }>(
  before: readonly R[] = [],
  changed: readonly R[] = [],
): readonly R[] {
  if (changed.length === 0) return before;
  const after = [...before];
  for (const record of changed) after[record.id - 1] = record;
  return after;
}

const byClock: Partial<Record<ActionKind, CommandKind>> = {
  remind: "lapse",
  raise: "lapse",
  pass: "lapse",
  escalate: "lapse",
  elapse: "lapse",
};

function faultOf(state: CaseState, { id, kind, patch }: Action): string | undefined {
  if (id !== state.actions + 1) return `follows ${state.actions}`;
  const command = byClock[kind] ?? (kind as CommandKind);
  if (!allows(state.status, command)) return `not while ${state.status}`;
  const decidedTwice = (patch.tasks ?? []).find(({ id: task, closed }) => {
    const before = state.tasks[task - 1]?.closed;
    return before && JSON.stringify(before) !== JSON.stringify(closed);
  });
  return decidedTwice && `decides task ${decidedTwice.id} again`;
}
