// Migrating (转入新流程): a running case goes on under another version of its definition.

import { settle } from "./course.ts";
import { type Definition, type FlowNode, isDecision, isWait, places } from "./definition.ts";
import { fits, openTokens } from "./reading.ts";
import { refusals, worded } from "./refusals.ts";
import type { CaseState, Token } from "./state.ts";
import type { Faulty, Work } from "./work.ts";

type Steps = Readonly<Record<string, string>>;

const nameIn = (nodes: Steps, node: string): string =>
  Object.hasOwn(nodes, node) ? nodes[node]! : node;

/**
 * Open steps get the names they have in the definition the case goes on under. Refused when one of
 * them is not found there as the same kind of step at the same place, with the arms that were
 * taken.
 */
export function migrate(work: Work, nodes: Steps): Faulty {
  for (const { id, node } of work.tokens) {
    const name = nameIn(nodes, node);
    if (name !== node) work.setToken(id, { node: name });
  }
  for (const { id, node } of work.tasks) {
    const name = nameIn(nodes, node);
    if (name !== node) work.setTask(id, { node: name });
  }
  const lost = openTokens(work).find((token) => !isAtHome(work.definition, work, token));
  if (lost) return worded(refusals.notMigratable, { node: lost.node });
  for (const { id } of openTokens(work)) {
    const fault = settle(work, id);
    if (fault) return fault;
  }
  return undefined;
}

type Visits = Pick<CaseState, "tokens">;

/**
 * The open steps of a case, by their old id, for which `migrate` would refuse to take it under a
 * definition; none when it finds each of them there.
 */
export function lostSteps(definition: Definition, state: Visits, nodes: Steps): string[] {
  const tokens = state.tokens.map((token) => ({ ...token, node: nameIn(nodes, token.node) }));
  const lost = openTokens({ tokens }).filter((token) => !isAtHome(definition, { tokens }, token));
  return lost.map(({ id }) => state.tokens[id - 1]!.node);
}

function isAtHome(definition: Definition, visits: Visits, token: Token): boolean {
  const node = places(definition).get(token.node)?.node;
  return node !== undefined && isLike(node, token) && fits(definition, visits, token);
}

function isLike(node: FlowNode, { arms, subs, clock }: Token): boolean {
  if (arms) {
    const known = node.kind === "branch" ? node.arms.map(({ id }) => id) : [];
    return arms.every(({ id }) => known.includes(id));
  }
  if (subs) return node.kind === "sub";
  return clock ? isWait(node) : isDecision(node);
}
