// Arms ahead (前路): which arms of a fork a case will take as far as anybody can say before it gets there.
import { type CaseFacts, holdsSoFar } from "./condition.ts";
import { allNodes, type BranchNode, type Definition, isDecision } from "./definition.ts";
import type { CaseState } from "./state.ts";

/** `open`: it depends on what is still to be filled in. */
export type Ahead = "taken" | "open" | "idle";

/**
 * Fields still to be filled in: those that a step not yet done lets its handlers write, and before
 * it is handed in all of them. Without facts, also those that may be written over.
 */
export function pendingFields(
  definition: Definition,
  { status, tokens }: Pick<CaseState, "status" | "tokens">,
  facts: CaseFacts,
): (field: string) => boolean {
  const done = new Set(
    tokens.flatMap(({ node, until, void: undone }) => (until && !undone ? node : [])),
  );
  const written = new Set(
    allNodes(definition).flatMap((node) =>
      isDecision(node) && !done.has(node.id)
        ? Object.entries(node.rights ?? {}).flatMap(([name, right]) =>
            right === "write" ? name : [],
          )
        : [],
    ),
  );
  return (field) => facts[field] === undefined && (status === "draft" || written.has(field));
}

/** By the arms' ids. */
export function armsAhead(
  { take, arms }: BranchNode,
  facts: CaseFacts,
  isPending: (field: string) => boolean,
): ReadonlyMap<string, Ahead> {
  if (take === "all") return new Map(arms.map(({ id }) => [id, "taken"]));
  const ways = new Map<string, Ahead>();
  // Of arms of which one is taken: whether it is among those above, and whether it may be.
  let settled = false;
  let doubtful = false;
  for (const { id, when } of arms) {
    if (!when) continue;
    const sure: boolean | undefined = settled ? false : holdsSoFar(when, facts, isPending);
    ways.set(id, sure === false ? "idle" : sure && !doubtful ? "taken" : "open");
    if (take !== "one") continue;
    settled ||= sure === true;
    doubtful ||= sure === undefined;
  }
  const known = [...ways.values()];
  const rest =
    settled || known.includes("taken") ? "idle" : known.includes("open") ? "open" : "taken";
  for (const { id, when } of arms) if (!when) ways.set(id, rest);
  return ways;
}
