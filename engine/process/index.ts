// The case engine (办件流程): definitions, the pure step, doors, replay, timeline and forms.
export { allows, type Caller, can } from "./can.ts";
export * from "./contract.ts";
export {
  allSign,
  anySign,
  type Assignee,
  approve,
  cadreOf,
  chairOf,
  copy,
  days,
  type Definition,
  flow,
  type Level,
  levels,
  officerOf,
  postOf,
  review,
  type Within,
  workdays,
} from "./definition.ts";
export { stages } from "./diagram.ts";
export { notNow, refusals } from "./refusals.ts";
export { replay } from "./replay.ts";
export {
  type Action,
  type By,
  type CaseState,
  type Command,
  draft,
  type Env,
  isRefusal,
  type Lineage,
  type Outcome,
  openTasks,
  type Seat,
  type Stepped,
  type Task,
  type Timer,
} from "./state.ts";
export { step } from "./step.ts";
