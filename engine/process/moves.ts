// Moves (流转): what each command changes. Nothing here asks whether it may; the doors have.
import type { Day } from "@niangjia/foundation/day";
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { type ActionKind, refusals, worded } from "./contract.ts";
import {
  type DecisionNode,
  type Definition,
  decisionsBefore,
  isDecision,
  nodeOf,
  workdays,
} from "./definition.ts";
import { distinctSeats, seatAbove, seatOf } from "./seats.ts";
import {
  type CaseState,
  type Change,
  type Command,
  type Env,
  identities,
  isRefusal,
  openTasks,
  openTokens,
  type Seat,
  type Task,
  type Token,
} from "./state.ts";

/** A case and a command on it. Round and people are those after it; `parties` may not decide. */
export interface Turn {
  readonly definition: Definition;
  readonly state: CaseState;
  readonly command: Command;
  readonly env: Env;
  readonly round: number;
  readonly concerned: readonly string[];
  readonly parties: readonly string[];
}

/** What is done, and what it changes. */
export interface Move {
  readonly kind: ActionKind;
  readonly task?: Task;
  readonly to?: string;
  readonly change: Change;
}

export function moveOf(turn: Turn): Move | RefusalKind {
  const { command, state } = turn;
  switch (command.kind) {
    case "submit":
    case "resubmit":
      return moved(command.kind, handIn(turn));
    case "withdraw":
      return moved("withdraw", end(state, "withdrawn"));
    case "urge":
      return moved("urge", { ...unchanged, status: state.status });
    default: {
      const task = state.tasks.find(({ id }) => id === command.task);
      if (!task) return refusals.noSuchTask;
      if (command.kind === "lapse") return lapse(turn, task);
      if (command.kind === "fulfil") return moved("fulfil", goOn(turn, task), task);
      return decide(turn, task, command);
    }
  }
}

type Decision = Extract<Command, { kind: "agree" | "return" | "reject" }>;

function decide(turn: Turn, task: Task, decision: Decision): Move | RefusalKind {
  switch (decision.kind) {
    case "agree":
      return moved("agree", settle(turn, task), task);
    case "reject":
      return moved("reject", end(turn.state, "rejected"), task);
    case "return":
      if (decision.to === undefined) return moved("return", end(turn.state, "returned"), task);
      return sendBack(turn, task, decision.to);
  }
}

const moved = (kind: ActionKind, change: Change | RefusalKind, task?: Task): Move | RefusalKind =>
  isRefusal(change) ? change : { kind, change, ...(task && { task }) };

const unchanged = { entered: [], left: [], opened: [], closed: [], alarms: [] };

/** Begins at the first step. Every later step must find its union too: no case into a dead end. */
function handIn(turn: Turn): Change | RefusalKind {
  const deadEnd = turn.definition.nodes.filter(isDecision).find((node) => !seatsAt(node, turn.env));
  return deadEnd ? nobodyAt(deadEnd) : { ...unchanged, ...arrive(turn, 0) };
}

const end = (state: CaseState, status: CaseState["status"]): Change => ({
  ...unchanged,
  status,
  left: openTokens(state).map(({ id }) => id),
  closed: openTasks(state).map(({ id }) => id),
});

/** One signature is given: the case goes on unless a 会签 still waits for others. */
function settle(turn: Turn, task: Task): Change | RefusalKind {
  const node = stepOf(turn, task);
  const others = openTasks(turn.state).filter(
    ({ id, token }) => token === task.token && id !== task.id,
  );
  if (node.signers.sign === "all" && others.length > 0) {
    return { ...unchanged, status: "running", closed: [task.id] };
  }
  return goOn(turn, task);
}

/** The step is done: whoever else it waited for is released, and the next one opens. */
function goOn(turn: Turn, task: Task): Change | RefusalKind {
  const arrival = arrive(turn, turn.definition.nodes.indexOf(stepOf(turn, task)) + 1);
  if (isRefusal(arrival)) return arrival;
  const waited = openTasks(turn.state).filter(({ token }) => token === task.token);
  const closed = waited.map(({ id }) => id);
  return { ...unchanged, ...arrival, left: [task.token], closed };
}

function sendBack(turn: Turn, task: Task, to: string): Move | RefusalKind {
  const target = decisionsBefore(turn.definition, task.node).find(({ id }) => id === to);
  if (!target) return refusals.notEarlier;
  const arrival = arrive(turn, turn.definition.nodes.indexOf(target));
  if (isRefusal(arrival)) return arrival;
  return { kind: "return", task, to, change: { ...end(turn.state, "running"), ...arrival } };
}

/** A task is late. Raising it where nobody is above is reminding. */
function lapse(turn: Turn, task: Task): Move | RefusalKind {
  const { onTimeout, escalateTo } = stepOf(turn, task);
  if (onTimeout === "pass") return moved("pass", settle(turn, task), task);
  const named = escalateTo ? seatOf(escalateTo, turn.env.unions) : undefined;
  const above = onTimeout === "escalate" ? seatAbove(task, named) : undefined;
  return above ? moved("escalate", raise(turn, task, above), task) : remind(turn, task);
}

function raise(turn: Turn, task: Task, seat: Seat): Change {
  const due = dueOf(turn, stepOf(turn, task));
  const id = turn.state.tasks.length + 1;
  const raised = { ...task, ...seat, id, since: turn.env.now.toISOString(), due, alarm: due };
  return { ...unchanged, status: "running", closed: [task.id], opened: [raised] };
}

/** The term stands; the clock looks again after the next working day. */
function remind({ env }: Turn, task: Task): Move {
  const alarm = env.due(workdays(1), env.today);
  const change: Change = { ...unchanged, status: "running", alarms: [{ task: task.id, alarm }] };
  return { kind: "remind", task, change };
}

type Arrival = Pick<Change, "status" | "entered" | "opened">;

/** Walks on: copies are told and passed, the first deciding step opens; none left is the end. */
function arrive(turn: Turn, from: number): Arrival | RefusalKind {
  const entered: Token[] = [];
  for (const node of turn.definition.nodes.slice(from)) {
    const token = tokenAt(turn, node.id, entered.length);
    if (isDecision(node)) {
      const seats = seatsAt(node, turn.env);
      if (!seats) return nobodyAt(node);
      const opened = tasksAt(turn, node, { token: token.id, seats });
      return { status: "running", entered: [...entered, token], opened };
    }
    const copied = node.to.flatMap((who) => seatOf(who, turn.env.unions) ?? []);
    entered.push({ ...token, until: token.since, copied: distinctSeats(copied) });
  }
  return { status: "approved", entered, opened: [] };
}

const tokenAt = ({ state, round, env }: Turn, node: string, ahead: number): Token => ({
  id: state.tokens.length + ahead + 1,
  node,
  round,
  since: env.now.toISOString(),
  until: null,
  copied: [],
});

function tasksAt(turn: Turn, node: DecisionNode, at: { token: number; seats: Seat[] }): Task[] {
  const due = dueOf(turn, node);
  const excluded = excludedAt(turn, node);
  return at.seats.map((seat, index) => ({
    ...seat,
    id: turn.state.tasks.length + index + 1,
    token: at.token,
    node: node.id,
    round: turn.round,
    excluded,
    since: turn.env.now.toISOString(),
    due,
    alarm: due,
    closed: null,
  }));
}

/** All seats of a step, or undefined when one of its unions is not there. */
/** 会签 needs every union it names; for 或签 those that exist will do, as long as there is one. */
function seatsAt({ signers }: DecisionNode, { unions }: Env): Seat[] | undefined {
  const seats = signers.of.flatMap((who) => seatOf(who, unions) ?? []);
  const needed = signers.sign === "all" ? signers.of.length : 1;
  return seats.length >= needed ? distinctSeats(seats) : undefined;
}

const nobodyAt = ({ title }: DecisionNode) => worded(refusals.nobody, { title });

/** Never earlier than this step's term was before, also when a server's clock is set back. */
function dueOf({ state, env }: Turn, node: DecisionNode): Day | null {
  if (!node.within) return null;
  const before = state.tasks.flatMap((task) => (task.node === node.id && task.due) || []);
  return [...before, env.due(node.within, env.today)].sort().at(-1) ?? null;
}

function excludedAt(turn: Turn, node: DecisionNode): string[] {
  if (!node.distinct) return [...new Set(turn.parties)];
  const { definition, state, round, command, env } = turn;
  const earlier = decisionsBefore(definition, node.id).map(({ id }) => id);
  const signed = state.tasks
    .filter((task) => task.round === round && earlier.includes(task.node))
    .flatMap(({ closed }) => (closed?.how === "agree" ? identities(closed.by) : []));
  const signing = command.kind === "agree" ? identities(env.actor) : [];
  return [...new Set([...turn.parties, ...signed, ...signing])];
}

function stepOf({ definition }: Turn, { node }: Task): DecisionNode {
  const found = nodeOf(definition, node);
  if (!isDecision(found)) throw new Error(`task at ${node}, which decides nothing`);
  return found;
}
