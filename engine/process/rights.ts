// Rights of a step (字段权限): which fields of the form it keeps from those who handle it. What is neither
// hidden nor written there is read.
import {
  allNodes,
  type Definition,
  type FieldRight,
  type FlowNode,
  isDecision,
} from "./definition.ts";
import type { Env } from "./outcome.ts";
import { reaches } from "./reach.ts";
import { type CaseState, identities } from "./state.ts";

type Actor = Env["actor"];
type Rights = Readonly<Record<string, FieldRight>>;

const rightsOf = (node: FlowNode | undefined): Rights =>
  (node && isDecision(node) && node.rights) || {};

/** Fields that some step keeps from those who handle it, each once; most flows have none. */
export const fieldsHidden = (definition: Definition): string[] => {
  const rights = allNodes(definition).flatMap((node) => Object.entries(rightsOf(node)));
  return [...new Set(rights.flatMap(([name, right]) => (right === "hidden" ? name : [])))];
};

/**
 * Fields that somebody may not see: hidden at every step that is or was theirs to do. Whoever handed
 * it in, and whoever only looks on, sees all of them.
 */
export function hiddenFrom(
  definition: Definition,
  { applicant, tasks }: Pick<CaseState, "applicant" | "tasks">,
  actor: Actor,
): string[] {
  const own = identities(actor);
  if (applicant && identities(applicant).some((id) => own.includes(id))) return [];
  const theirs = tasks.filter(
    (task) =>
      reaches(task, actor) ||
      (task.closed && identities(task.closed.by).some((id) => own.includes(id))),
  );
  const nodes = new Map(allNodes(definition).map((node) => [node.id, node]));
  const [first = {}, ...others] = theirs.map(({ node }) => rightsOf(nodes.get(node)));
  return Object.keys(first).filter((name) =>
    [first, ...others].every((rights) => rights[name] === "hidden"),
  );
}
