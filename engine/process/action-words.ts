// Words of actions (动作的说法): what was done at a step is called as its button was.
import { type ActionKind, actions } from "./contract.ts";
import { type Definition, isDecision, places } from "./definition.ts";
import type { CaseState } from "./state.ts";

interface Done {
  readonly kind: ActionKind;
  readonly node: string | null;
  readonly task: number | null;
}

/** `受理` where the step calls agreeing so; who was only asked to help agreed 同意. */
export function wordOf(
  definition: Definition,
  { tasks }: Pick<CaseState, "tasks">,
  { kind, node, task }: Done,
): string {
  const step = node === null ? undefined : places(definition).get(node)?.node;
  const helped = task !== null && tasks[task - 1]?.beside !== undefined;
  const verb = step && isDecision(step) && !helped ? step.verb : undefined;
  return kind === "agree" && verb !== undefined ? verb : actions[kind];
}
