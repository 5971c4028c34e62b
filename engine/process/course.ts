// The course of a case (流转): entering steps, carrying them, joining arms, going on.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { barredAt } from "./apart.ts";
import { type CaseFacts, holds } from "./condition.ts";
import {
  type Arm,
  type Assignee,
  type BranchNode,
  type CopyNode,
  type DecisionNode,
  type FlowNode,
  isDecision,
  nodeOf,
  placeOf,
  type SubNode,
  type WaitNode,
} from "./definition.ts";
import { isRefusal } from "./outcome.ts";
import { family, isAside, openTokens, standing } from "./reading.ts";
import { refusals, worded } from "./refusals.ts";
import { type Asked, askedAt, distinctSeats, sameSeat, seatOf } from "./seats.ts";
import { factsFor, subjectsOf } from "./several.ts";
import { identities, type Party, type Seat, type Sub, type Task, type Token } from "./state.ts";
import { resultOf } from "./tally.ts";
import { termFrom } from "./time.ts";
import type { Faulty, Spot, Work } from "./work.ts";

/** Walks on through the steps of one line until something must be waited for. */
export function goOn(work: Work, steps: readonly FlowNode[], spot: Spot): Faulty {
  for (const node of steps) {
    const entered = enter(work, node, spot);
    if (entered === "waits") return undefined;
    if (entered !== "passed") return entered;
  }
  return lineEnded(work, spot);
}

type Entered = "passed" | "waits" | RefusalKind;

export function enter(work: Work, node: FlowNode, spot: Spot): Entered {
  switch (node.kind) {
    case "copy":
      return tell(work, node, spot);
    case "branch":
      return fork(work, node, spot);
    case "sub":
      return beginSubs(work, node, spot);
    case "wait":
    case "notice":
      return letPass(work, node, spot);
    default:
      return askFor(work, node, spot);
  }
}

function tell(work: Work, { id, to }: CopyNode, spot: Spot): Entered {
  const copied = distinctSeats(to.flatMap((who) => seatOf(who, work.env.unions) ?? []));
  work.begin(id, spot, { until: work.at, out: work.number, copied });
  return "passed";
}

/** The arms a case takes with these facts. */
function armsTaken({ take, arms }: BranchNode, facts: CaseFacts): Arm[] {
  if (take === "all") return [...arms];
  const fitting = arms.filter(({ when }) => when && holds(when, facts));
  const chosen = take === "one" ? fitting.slice(0, 1) : fitting;
  return chosen.length > 0 ? chosen : arms.filter(({ when }) => !when);
}

function fork(work: Work, node: BranchNode, spot: Spot): Entered {
  const arms = armsTaken(node, work.env.facts ?? {});
  const token = work.begin(node.id, spot, { arms: arms.map(({ id }) => ({ id })) });
  for (const { id, nodes } of arms) {
    const fault = goOn(work, nodes, { parent: token.id, arm: id });
    if (fault) return fault;
  }
  return "waits";
}

/** A line has come to its end: the case is approved, or an arm is done and perhaps its fork. */
function lineEnded(work: Work, { parent, arm }: Spot): Faulty {
  if (parent === undefined) {
    work.status = "approved";
    return undefined;
  }
  const arms = work
    .token(parent)
    .arms?.map((one) => (one.id === arm ? { ...one, done: true as const } : one));
  work.setToken(parent, { arms });
  return arms?.every(({ done }) => done) ? carried(work, work.token(parent)) : undefined;
}

/**
 * A visit has done what it was for. Whatever was set aside until then is taken up where it stood;
 * else the case goes on to the next step.
 */
export function carried(work: Work, token: Token): Faulty {
  work.setToken(token.id, { until: work.at, out: work.number });
  const waiting = work.waitingFor(token.id);
  if (waiting.length > 0) return takeUp(work, waiting);
  const { sequence, index } = placeOf(work.definition, token.node);
  return goOn(work, sequence.slice(index + 1), token);
}

/** Sub-cases may have ended meanwhile, or a signer was removed: their step is then over at once. */
export function takeUp(work: Work, waiting: readonly Token[]): Faulty {
  for (const { id } of waiting) work.setToken(id, { aside: undefined });
  for (const { id } of openTokens(work)) {
    const fault = settle(work, id);
    if (fault) return fault;
  }
  return undefined;
}

function askFor(work: Work, node: DecisionNode, spot: Spot): Entered {
  const asked = askedOf(work, node);
  if (!asked) return nobodyAt(node);
  const fresh = node.repeats === "skip" ? asked.filter((seat) => !signedBefore(work, seat)) : asked;
  const skips = node.signers.sign === "any" ? fresh.length < asked.length : fresh.length === 0;
  if (skips) {
    work.begin(node.id, spot, { until: work.at, out: work.number, skipped: true });
    return "passed";
  }
  const token = work.begin(node.id, spot);
  for (const seat of fresh) {
    const excluded = seat.own ? [] : work.parties;
    work.ask({ ...seat, token: token.id, node: node.id, excluded });
  }
  return "waits";
}

export const askedOf = (work: Work, node: DecisionNode): Asked[] | undefined =>
  askedAt(node, { ...work.env, barred: barredAt(work, node.id) }, applicantParty(work));

/** As a party at no seat: the step says at which they are asked. The house can be asked nothing. */
function applicantParty({ applicant }: Work): Omit<Party, keyof Seat> | undefined {
  if (!applicant || identities(applicant).length === 0) return undefined;
  const { accountId, personId, words } = applicant;
  return { postId: null, accountId, personId, words };
}

export const nobodyAt = (node: DecisionNode | WaitNode) =>
  isDecision(node) && node.signers.of.some(isChosenLater)
    ? worded(refusals.nobodyChosen, { title: node.title })
    : worded(refusals.nobody, { title: node.title });

export const isChosenLater = ({ named }: Assignee) => named !== undefined && named !== "applicant";

const signedBefore = (work: Work, seat: Asked): boolean =>
  standing(work).some((task) => !task.beside && sameSeat(task, seat));

function letPass(work: Work, node: WaitNode, spot: Spot): Entered {
  if (node.objections && !seatOf(node.objections, work.env.unions)) return nobodyAt(node);
  const { due, ...rest } = termFrom(work.env, node.within);
  const token = work.begin(node.id, spot, { clock: { due, ...rest } });
  if (node.kind === "notice") work.effects.push({ kind: "publish", token: token.id, due });
  return "waits";
}

/** What is not waited for is known again by its value when the case comes by once more. */
function beginSubs(work: Work, node: SubNode, spot: Spot): Entered {
  const facts = work.env.facts ?? {};
  const all = subjectsOf(node, facts);
  const subjects = node.wait ? all : all.filter(({ value }) => !hasBegun(work, node, value));
  const subs = subjects.map(
    ({ value }, index): Sub => ({ key: index + 1, ...(!node.wait && value && { value }) }),
  );
  const waits = node.wait && subs.length > 0;
  const over = waits ? {} : { until: work.at, out: work.number };
  const token = work.begin(node.id, spot, { subs, ...over });
  for (const [index, subject] of subjects.entries()) {
    work.effects.push({
      ...{ kind: "begin-sub", token: token.id, key: index + 1, function: node.function },
      facts: factsFor(node, facts, subject),
    });
  }
  return waits ? "waits" : "passed";
}

/** What was not waited for goes its own way, also when this case goes back: once is enough. */
const hasBegun = (work: Work, { id }: SubNode, value: string | undefined): boolean =>
  work.tokens.some(({ node, subs }) => node === id && subs?.some((sub) => sub.value === value));

const allEnded = (subs: readonly Sub[]): boolean => subs.every(({ ended }) => ended);

/**
 * A sub-case has ended: the step is over when all have, or the case when one failed and must not.
 */
export function subEnded(work: Work, token: Token, ended: Sub): Faulty {
  const subs = token.subs?.map((sub) => (sub.key === ended.key ? ended : sub)) ?? [];
  work.setToken(token.id, { subs });
  const node = nodeOf(work.definition, token.node);
  const failed = ended.ended !== "approved" && node.kind === "sub" && node.onFailure === "reject";
  if (failed) work.end("rejected");
  else return settle(work, token.id);
  return undefined;
}

/**
 * A decision was given, a sub-case ended, or someone is asked no more: the step is carried, lost,
 * or waits for others; what is set aside waits in any case. Who was added after a signature is
 * waited for, whichever way of signing it is.
 */
export function settle(work: Work, id: number): Faulty {
  const token = work.token(id);
  if (token.until !== null || isAside(work, token)) return undefined;
  if (token.subs) return allEnded(token.subs) ? carried(work, token) : undefined;
  const node = nodeOf(work.definition, token.node);
  if (!isDecision(node)) return undefined;
  const own = work.tasks.filter((task) => task.token === id && !task.beside && !task.undone);
  const result = resultOf(node.signers, own);
  if (result === "lost") work.end("rejected");
  if (result !== "carried") return undefined;
  for (const task of own.filter(({ closed }) => !closed)) release(work, task);
  return work.asked(id).length > 0 ? undefined : carried(work, token);
}

/** Nobody needs to do it any more, nor what was added to it. */
export function release(work: Work, { id }: Task): void {
  for (const task of [...family(work, id), work.tasks[id - 1]!]) {
    if (!task.closed) work.close(task.id, "released");
  }
}

/** Whether there is nobody to ask, or a step was entered. */
export const isFault = (entered: Entered): entered is RefusalKind =>
  typeof entered === "object" && isRefusal(entered);
