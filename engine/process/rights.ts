// Rights of a step (字段权限): which fields of the form it keeps from those who handle it. What is neither
// hidden nor written there is read.
import { allNodes, type Definition, type FieldRight, isDecision } from "./definition.ts";
import type { Env } from "./outcome.ts";
import { reaches } from "./reach.ts";
import { type CaseState, identities } from "./state.ts";

type Actor = Env["actor"];
type Rights = Readonly<Record<string, FieldRight>>;

function rightsAt(definition: Definition, id: string): Rights {
  const node = allNodes(definition).find((one) => one.id === id);
  return (node && isDecision(node) && node.rights) || {};
}

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
  const [first = {}, ...others] = theirs.map(({ node }) => rightsAt(definition, node));
  return Object.keys(first).filter((name) =>
    [first, ...others].every((rights) => rights[name] === "hidden"),
  );
}
