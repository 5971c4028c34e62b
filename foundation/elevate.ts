// Elevation (以系统身份): a few statements of a use case that must reach a row outside the actor's scope.
import { sql } from "kysely";
import type { Act } from "./act.ts";
import { databaseRoles } from "./postgres/scope.ts";

/**
 * Runs `work` in the same transaction with the house's own reach. For rows the use case itself has decided on: a task
 * at the union above, the move of a subtree. Never for reading what is shown to the actor as a list.
 */
export async function asHouse<T>(act: Act, work: (act: Act) => Promise<T>): Promise<T> {
  if (act.actor.kind === "system") return work(act);
  await sql.raw(`set local role ${databaseRoles.system}`).execute(act.tx);
  const result = await work(act);
  // Not in a finally: after an error the transaction only rolls back, and a role ends with it.
  await sql.raw(`set local role ${databaseRoles[act.actor.kind]}`).execute(act.tx);
  return result;
}
