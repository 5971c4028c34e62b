// The timeline (办事进度): a definition and where its case stands, as a list of stages.
import { type Stage, statuses } from "./contract.ts";
import { type Definition, type FlowNode, whoWords } from "./definition.ts";
import { type CaseState, openTasks } from "./state.ts";

/** Stages in order: handing in, each step, the end. */
export function stages(definition: Definition, state: CaseState): Stage[] {
  const position = positionIn(definition, state);
  return [
    handingIn(state),
    ...definition.nodes.map((node, index) =>
      stageOf(node, state, stateAt(index - position, state)),
    ),
    ending(state),
  ];
}

/** The step it stands or was stopped at; what was passed before a return counts no more. */
function positionIn({ nodes }: Definition, { status, tokens }: CaseState): number {
  if (status === "approved") return nodes.length;
  const last = tokens.at(-1);
  if (!last || status === "returned" || status === "withdrawn") return -1;
  return nodes.findIndex(({ id }) => id === last.node);
}

function stateAt(ahead: number, { status }: CaseState): Stage["state"] {
  if (ahead < 0) return "done";
  if (ahead === 0) return status === "running" ? "now" : "done";
  return status === "rejected" || status === "withdrawn" ? "skipped" : "ahead";
}

function stageOf(node: FlowNode, state: CaseState, reached: Stage["state"]): Stage {
  const { id, title } = node;
  const visit = state.tokens.findLast((token) => token.node === id);
  if (!visit || reached === "ahead" || reached === "skipped") {
    return { id, title, who: whoWords(node), state: reached, since: null, until: null, due: null };
  }
  const signed = state.tasks.flatMap(({ token, closed }) =>
    token === visit.id && closed && closed.how !== "released" && closed.how !== "escalate"
      ? closed.by.words
      : [],
  );
  const who = reached === "done" && signed.length > 0 ? signed.join("、") : whoWords(node);
  const due = reached === "now" ? earliestDue(state) : null;
  return { id, title, who, state: reached, since: visit.since, until: visit.until, due };
}

const earliestDue = (state: CaseState) =>
  openTasks(state)
    .flatMap(({ due }) => due ?? [])
    .sort()[0] ?? null;

function handingIn({ status, round, applicant, tokens, at }: CaseState): Stage {
  const waits = status === "draft" || status === "returned";
  const handedIn = tokens.find((token) => token.round === round)?.since ?? null;
  return {
    id: "submit",
    title: status === "returned" ? "补正后重新提交" : "提交申请",
    who: applicant?.words ?? "申请人",
    state: waits ? "now" : "done",
    since: waits ? at : handedIn,
    until: waits ? null : handedIn,
    due: null,
  };
}

function ending({ status, at }: CaseState): Stage {
  const over = status === "approved" || status === "rejected" || status === "withdrawn";
  return {
    id: "end",
    title: over ? statuses[status] : statuses.approved,
    who: "",
    state: over ? "done" : "ahead",
    since: over ? at : null,
    until: over ? at : null,
    due: null,
  };
}
