// The clock (到期处理): what becomes of a task, a wait or a whole case whose term is over.
import { asAnothers } from "./apart.ts";
import { carried, settle } from "./course.ts";
import { type DecisionNode, isDecision, isWait, nodeOf } from "./definition.ts";
import type { Command } from "./outcome.ts";
import { refusals } from "./refusals.ts";
import { heldSeatOf, seatAbove } from "./seats.ts";
import type { Seat, Task } from "./state.ts";
import type { Move, Moved, Work } from "./work.ts";

type Lapse = Extract<Command, { kind: "lapse" }>;

export function lapse(work: Work, command: Lapse): Moved {
  const { task, token, opinion } = command;
  if (opinion !== undefined) return stuck(work, command);
  if (task !== undefined) return lapseTask(work, work.tasks[task - 1]!);
  return token === undefined ? lapseCase(work) : lapseVisit(work, token);
}

/** Raising a task where nobody is above is reminding. */
function lapseTask(work: Work, task: Task): Moved {
  const node = nodeOf(work.definition, task.node);
  const about = { task: task.id, node: task.node };
  const how = isDecision(node) ? node.onTimeout : "remind";
  if (how === "pass" && !task.beside) {
    work.close(task.id, "pass");
    return settle(work, task.token) ?? { kind: "pass", ...about };
  }
  const above = isDecision(node) && how !== "remind" && how !== "pass" && aboveOf(work, node, task);
  if (above && how === "escalate") {
    work.close(task.id, "escalate");
    work.replace(task, { ...above, ...anew });
    return { kind: "escalate", ...about };
  }
  work.setTask(task.id, { alarm: nextLook(work) });
  if (!above) return { kind: "remind", ...about };
  work.tell([above]);
  return { kind: "raise", ...about };
}

/**
 * It cannot go on by itself: the term stands, the clock looks again after the next working day, and
 * whoever can mend it hears why.
 */
function stuck(work: Work, { task, token }: Lapse): Move {
  const { overseer } = work.definition;
  const seat = overseer && heldSeatOf(overseer, work.env.unions);
  const told = seat ?? (token === undefined ? undefined : dealerOf(work, token));
  if (told) work.tell([told]);
  const kind = told ? "raise" : "remind";
  if (task !== undefined) {
    work.setTask(task, { alarm: nextLook(work) });
    return { kind, task, node: work.tasks[task - 1]!.node };
  }
  if (token === undefined) return { kind };
  const { clock, node } = work.token(token);
  work.setToken(token, { clock: { ...clock!, alarm: nextLook(work) } });
  return { kind, node };
}

/** Whoever deals with what is said against a notice, else the seat that decided last. */
function dealerOf(work: Work, token: number): Seat | undefined {
  const node = nodeOf(work.definition, work.token(token).node);
  const named =
    isWait(node) && node.objections ? heldSeatOf(node.objections, work.env.unions) : null;
  return named ?? work.tasks.findLast(({ closed, beside }) => closed && !beside);
}

/** Nobody holds it yet, and its term begins. */
const anew = {
  ...{ begun: undefined, due: null, alarm: null, counted: undefined, extended: undefined },
  ...{ holder: undefined, given: undefined, own: undefined },
};

const aboveOf = (work: Work, { escalateTo }: DecisionNode, task: Task): Seat | undefined =>
  seatAbove(asAnothers(work, task), escalateTo, work.env.unions);

/** The term stands; the clock looks again after the next working day. */
const nextLook = ({ env }: Work) => env.due({ workdays: 1 }, env.today);

/** A wait is over, or a notice to which nobody objects. */
function lapseVisit(work: Work, id: number): Moved {
  const token = work.token(id);
  const node = nodeOf(work.definition, token.node);
  if (!isWait(node)) return refusals.notLate;
  if (node.kind === "notice") work.effects.push({ kind: "unpublish", token: id });
  return carried(work, token) ?? { kind: "elapse", node: token.node };
}

/** Whoever oversees the case is told, again after each working day. */
function lapseCase(work: Work): Move {
  const { overseer } = work.definition;
  const seat = overseer && heldSeatOf(overseer, work.env.unions);
  if (seat) work.tell([seat]);
  work.term = { ...work.term!, alarm: nextLook(work) };
  return { kind: seat ? "raise" : "remind" };
}
