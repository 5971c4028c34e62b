// The step (办理一步): a command on a case gives one more action, or a refusal by name.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { keepApart } from "./apart.ts";
import { opinionLimit, reasonMinimum } from "./contract.ts";
import type { Definition } from "./definition.ts";
import { refusalOf } from "./doors.ts";
import { moveOf } from "./moves.ts";
import { type Command, type Env, isRefusal, type Outcome, type Stepped } from "./outcome.ts";
import { principalOf } from "./reach.ts";
import { openTasks, timersOf } from "./reading.ts";
import { refusals } from "./refusals.ts";
import { apply } from "./replay.ts";
import type { Action, By, CaseState, Seat } from "./state.ts";
import { keepTime } from "./time.ts";
import { type Move, Work } from "./work.ts";

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
  const refusal = refusalOf(definition, state, command, env) ?? opinionFault(command);
  if (refusal) return refusal;
  const by = byOf(state, command, env.actor);
  const { kind } = command;
  const handsIn = kind === "submit" || kind === "resubmit";
  const applicant = kind === "submit" ? by : state.applicant;
  const work = new Work(definition, state, { env, by, handsIn, applicant });
  const move = moveOf(work, command);
  if (isRefusal(move)) return move;
  keepApart(work);
  keepTime(work);
  return outcomeOf(work, actionOf(work, move, command));
}

const opinionIn = (command: Command): string =>
  "opinion" in command ? (command.opinion ?? "").trim() : "";

const reasoned: readonly string[] = ["return", "reject", "extend", "ask", "answer", "object"];

/** The ends check this too; the engine does not rely on them. */
function opinionFault(command: Command): RefusalKind | undefined {
  const opinion = opinionIn(command);
  if (opinion.length > opinionLimit) return refusals.opinionTooLong;
  const short = reasoned.includes(command.kind) && opinion.length < reasonMinimum;
  return short ? refusals.reasonNeeded : undefined;
}

function byOf(state: CaseState, command: Command, actor: Env["actor"]): By {
  const { accountId, personId, post, name } = actor;
  const task =
    "task" in command && command.task !== undefined ? state.tasks[command.task - 1] : undefined;
  const principal = task && principalOf(task, actor);
  const by = { accountId, personId, postId: post?.id ?? null, words: name };
  return principal ? { ...by, words: `${name}（代${principal.words}）`, for: principal.words } : by;
}

function actionOf(work: Work, move: Move, command: Command): Action {
  const { kind, node = null, task = null, to = null, parties } = move;
  const wrote = command.kind === "agree" && command.facts ? Object.keys(command.facts) : [];
  return {
    ...{ id: work.number, kind, at: work.at, day: work.env.today, by: work.by },
    ...{ opinion: opinionIn(command), node, task, round: work.round, to },
    ...(parties && { parties }),
    ...(wrote.length > 0 && { wrote }),
    concerned: work.concerned,
    patch: work.patch(),
  };
}

function outcomeOf(work: Work, action: Action): Stepped {
  const { before } = work;
  const state = apply(before, action);
  const touched = action.patch.tasks ?? [];
  const opened = openTasks(state).filter(
    ({ id }) => !openTasks(before).some((one) => one.id === id),
  );
  const { status } = state;
  return {
    state,
    actions: [action],
    opened,
    closed: touched.filter(({ id, closed }) => closed && !before.tasks[id - 1]?.closed),
    changed: touched.filter(({ id, closed }) => !closed || before.tasks[id - 1]?.closed),
    timers: timersOf(state),
    copied: copiedBy(before, action),
    effects: work.effects,
    ...(status === "approved" && before.status !== status && { effect: true as const }),
  };
}

function copiedBy(before: CaseState, { patch }: Action): Seat[] {
  const entered = (patch.tokens ?? []).filter(({ id }) => id > before.tokens.length);
  const told = (patch.copies ?? []).filter(({ id }) => id > (before.copies?.length ?? 0));
  return [...entered.flatMap(({ copied }) => copied), ...told];
}
