// The case engine (办件流程): definitions, the pure step, doors, replay, timeline and forms.
export { allows, type Caller, can } from "./can.ts";
export * from "./contract.ts";
export {
  type Assignee,
  allSign,
  anySign,
  approve,
  cadreOf,
  chairOf,
  copy,
  type Definition,
  days,
  flow,
  type Level,
  levels,
  officerOf,
  postOf,
  review,
  workdays,
} from "./definition.ts";
export { stages } from "./diagram.ts";
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
  section,
  textField,
  unionField,
  yesNoField,
} from "./form.ts";
export { fieldsOf, formDescription } from "./form-description.ts";
export { readForm, schemaOf } from "./form-reading.ts";
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
