// The case engine (办件流程): definitions, the pure step, doors, replay, timeline and forms.

export { wordOf } from "./action-words.ts";
export { toBpmn } from "./bpmn.ts";
export { bytesAtMost as flowBytesAtMost } from "./bpmn-gate.ts";
export { fromBpmn } from "./bpmn-reading.ts";
export { can, type OpenDoor, shutAlso } from "./can.ts";
export {
  all,
  any,
  below,
  type CaseFacts,
  type Condition,
  conditionWords,
  filled,
  from,
  is,
  type Naming,
  not,
} from "./condition.ts";
export * from "./contract.ts";
export {
  type Assignee,
  allNodes,
  assigneesOf,
  type DecisionNode,
  type Definition,
  type FlowNode,
  isDecision,
  type Level,
  levels,
  nodeOf,
} from "./definition.ts";
export { stages } from "./diagram.ts";
export { refusalOf, writable } from "./doors.ts";
export {
  allSign,
  anySign,
  applicant,
  approve,
  arm,
  atLeast,
  byRule,
  cadreOf,
  chairOf,
  choose,
  chooseSeveral,
  chosen,
  copy,
  days,
  flow,
  moreThan,
  notice,
  officerOf,
  otherwise,
  postOf,
  review,
  signInOrder,
  sub,
  timed,
  together,
  voteOf,
  wait,
  workdays,
} from "./flow.ts";
export {
  choiceField,
  dayField,
  type FactsOf,
  type Field,
  type FieldOptions,
  type Form,
  filesField,
  idNumberField,
  longTextField,
  moneyField,
  numberField,
  personNameField,
  phoneField,
  postField,
  rowsField,
  section,
  textField,
  unionField,
  yesNoField,
} from "./form.ts";
export {
  applicantForm,
  columnsOf,
  fieldsOf,
  formDescription,
  handlerForm,
} from "./form-description.ts";
export { emptyAmong, keptOf, readForm, schemaOf } from "./form-reading.ts";
export { fromGraph, toGraph } from "./graph.ts";
export type { DrawnStep, Gate, Graph, GraphEdge, GraphNode } from "./graph-reading.ts";
export { lostSteps } from "./migrate.ts";
export { migrationFaults } from "./migration-check.ts";
export {
  type Command,
  type Effect,
  type Env,
  type Holder,
  isRefusal,
  type Lineage,
  type Outcome,
  type Stepped,
  type Timer,
} from "./outcome.ts";
export type { Caller } from "./reach.ts";
export { isReady, openTasks, openTokens, timersOf, tokenOf, undecided } from "./reading.ts";
export * from "./refusals.ts";
export { replay } from "./replay.ts";
export { fieldsHidden, hiddenFrom } from "./rights.ts";
export { seatOf, standInsOf } from "./seats.ts";
export { type Others, type Stop, soundness, type Unsound } from "./soundness.ts";
export {
  type Action,
  type By,
  type CaseState,
  draft,
  type Party,
  type Seat,
  type Task,
  type Token,
} from "./state.ts";
export { step } from "./step.ts";
export { type Ruled, type Rules, rulesNamed } from "./term.ts";
export { applyVariant, type Changes } from "./variant.ts";
export { type Compared, compareFlows } from "./variant-reading.ts";
