// Filled in (必填内容): what a step must leave filled in by whoever agrees at it, by the form itself.
import {
  type Caller,
  type Command,
  emptyAmong,
  refusalOf,
  writable,
} from "@niangjia/engine/process";
import { faultyFacts } from "./facts.ts";
import type { Standing } from "./take.ts";

/**
 * Refuses agreement at a step beside each of its own fields that the form asks for and that is still
 * empty. Who stands beside the step writes nothing; who may not agree at all hears that instead.
 */
export function refuseEmpty(
  { definition, state, filing: { fn, facts } }: Standing,
  command: Command,
  caller: Caller,
): void {
  const task = command.kind === "agree" ? state.tasks[command.task - 1] : undefined;
  const names = task ? writable(definition, task) : [];
  const empty = names.length > 0 ? emptyAmong(fn.form, names, facts) : [];
  if (empty.length === 0 || refusalOf(definition, state, command, caller)) return;
  throw faultyFacts(empty);
}
