// The timeline (办事进度): a definition and where its case stands, as a list of stages.

import { type Ahead, armsAhead, pendingFields } from "./arms-ahead.ts";
import type { CaseFacts } from "./condition.ts";
import { type Stage, statuses } from "./contract.ts";
import {
  type BranchNode,
  type Definition,
  type FlowNode,
  isDecision,
  isWait,
  type Term,
} from "./definition.ts";
import { isAside, openTasks } from "./reading.ts";
import type { CaseState, Task, Token } from "./state.ts";
import { basisOf, type Rules, termWords } from "./term.ts";
import { whoWords } from "./words.ts";

/** What is known beside the state: facts of the form, and the rules that terms name. */
interface Known {
  readonly facts?: CaseFacts;
  readonly rules?: Rules | undefined;
}

/** Stages in order: handing in, each step with the arms of a fork inside it, the end. */
export function stages(
  definition: Definition,
  state: CaseState,
  { facts = {}, rules }: Known = {},
): Stage[] {
  const isPending = pendingFields(definition, state, facts);
  const line = { state, facts, isPending, rules, over: isOver(state) };
  const { within } = definition;
  const end = { ...ending(state), ...(within && !line.over && termShown(within, line)) };
  return [handingIn(state), ...definition.nodes.map((node) => stageOf(node, line)), end];
}

interface Line {
  readonly state: CaseState;
  readonly facts: CaseFacts;
  readonly isPending: (field: string) => boolean;
  readonly rules: Rules | undefined;
  /** The case has ended, or this arm was not taken: nothing is ahead any more. */
  readonly over: boolean;
}

const isOver = ({ status }: CaseState) =>
  status === "approved" || status === "rejected" || status === "withdrawn";

function stageOf(node: FlowNode, line: Line): Stage {
  const { id, kind, title } = node;
  const { state, rules } = line;
  const visit = state.tokens.findLast((token) => token.node === id && counts(state, token));
  const arms = node.kind === "branch" ? { arms: armsOf(node, line, visit) } : {};
  const rest = { who: whoWords(node, rules), since: null, until: null, due: null, ...arms };
  if (!visit) {
    const ahead = line.over ? "skipped" : "ahead";
    return { id, kind, title, state: ahead, ...rest, ...termOf(node, line) };
  }
  const reached = reachedBy(state, visit);
  if (visit.skipped)
    return { id, kind, title, ...rest, state: "done", who: "此前已同意，不再重复" };
  const signed = state.tasks.flatMap(({ token, closed, undone }) =>
    token === visit.id && closed && !undone && signs(closed.how) ? closed.by.words : [],
  );
  return {
    ...{ id, kind, title, state: reached, ...arms },
    who: reached === "done" && signed.length > 0 ? signed.join("、") : nowWords(node, line, visit),
    since: visit.since,
    until: visit.until,
    due: null,
    ...(reached === "now" ? { due: dueAt(state, visit), ...termInHand(node, line, visit) } : {}),
  };
}

/** Visits the case went back before count no more; of those still open when it ended, the last. */
const counts = (state: CaseState, token: Token) =>
  !token.void && (state.status !== "withdrawn" || token.round < state.round);

const reachedBy = (state: CaseState, visit: Token): Stage["state"] => {
  if (visit.until !== null) return "done";
  return state.status !== "running" || isAside(state, visit) ? "ahead" : "now";
};

const silent: readonly string[] = ["released", "escalate", "transfer", "hand-over"];
const signs = (how: string) => !silent.includes(how);

/** Who holds it by name, when somebody does. */
function nowWords(node: FlowNode, { state, rules }: Line, visit: Token): string {
  const holders = tasksAt(state, visit).flatMap(({ holder }) => holder?.words ?? []);
  return isDecision(node) && holders.length > 0 ? holders.join("、") : whoWords(node, rules);
}

/** The term a step has, were it reached today; where nothing is ahead any more, none. */
function termOf(node: FlowNode, line: Line): Pick<Stage, "term"> {
  const within = isDecision(node) || isWait(node) ? node.within : null;
  const own = "basis" in node ? node.basis : undefined;
  return within && !line.over ? termShown(within, line, own) : {};
}

/**
 * The term a step is under. A rule's number and document are those of today: where the clock was begun
 * with another number, a later document has come between, and none is named.
 */
function termInHand(node: FlowNode, line: Line, visit: Token): Pick<Stage, "term"> {
  const shown = termOf(node, line);
  const own = tasksAt(line.state, visit).find(({ beside }) => !beside) ?? visit.clock;
  const begunWith = own?.counted?.periods[0];
  return begunWith && shown.term?.words !== termWords(begunWith) ? {} : shown;
}

const termShown = (within: Term, { rules }: Line, own?: string): Pick<Stage, "term"> => ({
  term: { words: termWords(within, rules), basis: basisOf(within, own, rules) },
});

const tasksAt = (state: CaseState, { id }: Token): Task[] =>
  openTasks(state).filter(({ token }) => token === id);

const dueAt = (state: CaseState, visit: Token) =>
  [
    ...tasksAt(state, visit).flatMap(({ due }) => due ?? []),
    ...(visit.clock?.due ? [visit.clock.due] : []),
  ].sort()[0] ?? null;

/** Before a fork is reached, the facts say which arms it will take. */
function armsOf(
  node: BranchNode,
  line: Line,
  visit: Token | undefined,
): NonNullable<Stage["arms"]> {
  const ahead = armsAhead(node, line.facts, line.isPending);
  const wayOf = (id: string): Ahead => {
    if (visit?.arms) return visit.arms.some((arm) => arm.id === id) ? "taken" : "idle";
    return ahead.get(id) ?? "idle";
  };
  return node.arms.map(({ id, title, nodes }) => {
    const way = wayOf(id);
    const over = line.over || way === "idle";
    return {
      ...{ title, taken: way === "taken", ...(way === "open" && { open: true }) },
      stages: nodes.map((inner) => stageOf(inner, { ...line, over })),
    };
  });
}

function handingIn({ status, round, applicant, tokens, at }: CaseState): Stage {
  const waits = status === "draft" || status === "returned";
  const handedIn = tokens.find((token) => token.round === round)?.since ?? tokens[0]?.since ?? null;
  return {
    ...{ id: "submit", kind: "submit" },
    title: status === "returned" ? "补正后重新提交" : "提交申请",
    who: applicant?.words ?? "申请人",
    state: waits ? "now" : "done",
    since: waits ? at : handedIn,
    until: waits ? null : handedIn,
    due: null,
  };
}

function ending(state: CaseState): Stage {
  const { status, at } = state;
  const over = isOver(state);
  return {
    ...{ id: "end", kind: "end" },
    title: over ? statuses[status] : statuses.approved,
    who: "",
    state: over ? "done" : "ahead",
    since: over ? at : null,
    until: over ? at : null,
    due: null,
  };
}
