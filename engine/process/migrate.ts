// Migrating (转入新流程): a running case goes on under another version of its definition.

import { settle } from "./course.ts";
import { type FlowNode, isDecision, isWait, places } from "./definition.ts";
import { fits, openTokens } from "./reading.ts";
import { refusals, worded } from "./refusals.ts";
import type { Token } from "./state.ts";
import type { Faulty, Work } from "./work.ts";

/**
 * Open steps get the names they have in the definition the case goes on under. Refused when one of
 * them is not found there as the same kind of step at the same place, with the arms that were
 * taken.
 */
export function migrate(work: Work, nodes: Readonly<Record<string, string>>): Faulty {
  const renamed = (node: string) => (Object.hasOwn(nodes, node) ? nodes[node]! : node);
  for (const { id, node } of work.tokens) {
    if (renamed(node) !== node) work.setToken(id, { node: renamed(node) });
  }
  for (const { id, node } of work.tasks) {
    if (renamed(node) !== node) work.setTask(id, { node: renamed(node) });
  }
  const lost = openTokens(work).find((token) => !isAtHome(work, token));
  if (lost) return worded(refusals.notMigratable, { node: lost.node });
  for (const { id } of openTokens(work)) {
    const fault = settle(work, id);
    if (fault) return fault;
  }
  return undefined;
}

function isAtHome(work: Work, token: Token): boolean {
  const node = places(work.definition).get(token.node)?.node;
  return node !== undefined && isLike(node, token) && fits(work.definition, work, token);
}

function isLike(node: FlowNode, { arms, subs, clock }: Token): boolean {
  if (arms) {
    const known = node.kind === "branch" ? node.arms.map(({ id }) => id) : [];
    return arms.every(({ id }) => known.includes(id));
  }
  if (subs) return node.kind === "sub";
  return clock ? isWait(node) : isDecision(node);
}
