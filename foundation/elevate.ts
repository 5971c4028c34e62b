// Elevation (以系统身份): a few statements of a use case that must reach a row outside the actor's scope.
import { sql } from "kysely";
import type { Act } from "./act.ts";
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
  await sql.raw(`set local role ${databaseRoles.system}`).execute(tx);
  elevated.add(tx);
  try {
    const result = await work(act);
    // After an error there is nothing to give back: the transaction rolls back, and the role ends with it.
    await sql.raw(`set local role ${databaseRoles[actor.kind]}`).execute(tx);
    return result;
  } finally {
    elevated.delete(tx);
  }
}
