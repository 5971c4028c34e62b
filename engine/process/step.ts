// The step (办理一步): a command on a case gives one more action, or a refusal by name.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { refusalOf } from "./can.ts";
import { opinionLimit, reasonMinimum, refusals } from "./contract.ts";
import type { Definition } from "./definition.ts";
import { type Move, moveOf, type Turn } from "./moves.ts";
import { apply } from "./replay.ts";
import {
  type Action,
  type By,
  type CaseState,
  type Command,
  type Env,
  identities,
  isRefusal,
  type Outcome,
  type Stepped,
  timersOf,
} from "./state.ts";

/**
 * Pure and total: the same arguments give the same answer, and every command is answered or refused
 * by name. Only `env.due` may throw, when it cannot know the calendar that far ahead.
 */
export function step(
  definition: Definition,
  state: CaseState,
  command: Command,
  env: Env,
): Outcome {
  const refusal = refusalOf(state, command, env) ?? opinionFault(command);
  if (refusal) return refusal;
  const turn: Turn = { definition, state, command, env, ...handed(state, command, env) };
  const move = moveOf(turn);
  if (isRefusal(move)) return move;
  const action = actionOf(turn, move);
  return outcomeOf(action, apply(definition, state, action));
}

const opinionIn = (command: Command): string =>
  command.kind === "lapse" ? "" : (command.opinion ?? "").trim();

/** The ends check this too; the engine does not rely on them. */
function opinionFault(command: Command): RefusalKind | undefined {
  const opinion = opinionIn(command);
  if (opinion.length > opinionLimit) return refusals.opinionTooLong;
  const needsReason = command.kind === "return" || command.kind === "reject";
  return needsReason && opinion.length < reasonMinimum ? refusals.reasonNeeded : undefined;
}

/** Handing in begins a round and says anew whom the case is about. */
function handed(state: CaseState, { kind }: Command, env: Env) {
  const handsIn = kind === "submit" || kind === "resubmit";
  const applicant = kind === "submit" ? env.actor : state.applicant;
  const concerned = (handsIn ? env.concerned : undefined) ?? state.concerned;
  const parties = [...(applicant ? identities(applicant) : []), ...concerned];
  return { round: state.round + (handsIn ? 1 : 0), concerned, parties };
}

const actionOf = ({ command, env, round, concerned, state }: Turn, move: Move): Action => ({
  id: state.actions + 1,
  kind: move.kind,
  at: env.now.toISOString(),
  day: env.today,
  by: byOf(env.actor),
  opinion: opinionIn(command),
  node: move.task?.node ?? null,
  task: move.task?.id ?? null,
  round,
  to: move.to ?? null,
  concerned,
  change: move.change,
});

const byOf = ({ accountId, personId, post, name }: Env["actor"]): By => ({
  accountId,
  personId,
  postId: post?.id ?? null,
  words: name,
});

const outcomeOf = (action: Action, state: CaseState): Stepped => ({
  state,
  actions: [action],
  opened: action.change.opened,
  closed: state.tasks.filter(({ id }) => action.change.closed.includes(id)),
  timers: timersOf(state),
  copied: action.change.entered.flatMap(({ copied }) => copied),
  ...(state.status === "approved" && { effect: true as const }),
});
