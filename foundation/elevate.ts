// Elevation (以系统身份): a few statements of a use case that must reach a row outside the actor's scope.
import type { Act } from "./act.ts";
import { wear } from "./postgres/connection.ts";
import { databaseRoles } from "./postgres/scope.ts";

/** Transactions that run as the house at this moment, so that a call within a call gives nothing back too early. */
const elevated = new WeakSet<Act["tx"]>();

/**
 * Runs `work` in the same transaction with the house's own reach. For rows the use case itself has decided on: a task
 * at the union above, the move of a subtree. Never for reading what is shown to the actor as a list.
 */
export async function asHouse<T>(act: Act, work: (act: Act) => Promise<T>): Promise<T> {
  const { actor, tx } = act;
  if (actor.kind === "system" || elevated.has(tx)) return work(act);
  wear(tx, databaseRoles.system);
  elevated.add(tx);
  try {
    return await work(act);
  } finally {
    elevated.delete(tx);
    wear(tx, databaseRoles[actor.kind]);
  }
}

/**
 * The same for work that sends all it has to say at once, without waiting in between: the role is given back right
 * behind it, so that what others of the act send in the meantime runs as themselves.
 */
export function sendAsHouse<T>(act: Act, work: (act: Act) => Promise<T>): Promise<T> {
  const { actor, tx } = act;
  if (actor.kind === "system" || elevated.has(tx)) return work(act);
  wear(tx, databaseRoles.system);
  elevated.add(tx);
  const sent = work(act);
  elevated.delete(tx);
  wear(tx, databaseRoles[actor.kind]);
  return sent;
}
