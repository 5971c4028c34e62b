// Receipts (回执): a command's answer kept by its idempotency key, in the command's own transaction.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { refuse } from "../refusal.ts";
import { doorRefusals } from "./refusals.ts";

export interface CommandKey {
  readonly key: string;
  readonly routeId: string;
  readonly requestHash: Buffer;
}

export function commandKey(routeId: string, key: unknown, request: unknown): CommandKey {
  if (typeof key !== "string" || !/^[\w-]{8,64}$/.test(key)) throw refuse(doorRefusals.noKey);
  const requestHash = createHash("sha256").update(routeId).update(JSON.stringify(request)).digest();
  return { key, routeId, requestHash };
}

/**
 * Claims the key for this command. A second request of the same key waits here until the first one's transaction has
 * ended, then receives its answer; `undefined` means: go on, nobody did this before.
 */
export async function claimKey(act: Act, command: CommandKey): Promise<unknown> {
  const { accountId } = act.actor;
  const claimed = await sql`insert into access.receipts (account_id, key, route, request_hash, at)
    values (${accountId}, ${command.key}, ${command.routeId}, ${command.requestHash}, ${act.now})
    on conflict do nothing`.execute(act.tx);
  if (claimed.numAffectedRows === 1n) return undefined;
  const { rows } = await sql<{ request_hash: Buffer; answer: unknown }>`
    select request_hash, answer from access.receipts
    where account_id = ${accountId} and key = ${command.key}`.execute(act.tx);
  const before = rows[0];
  if (!before?.request_hash.equals(command.requestHash)) throw refuse(doorRefusals.keyReused);
  return before.answer;
}

export async function keepAnswer(act: Act, command: CommandKey, answer: unknown): Promise<void> {
  await sql`update access.receipts set answer = ${JSON.stringify(answer)}
    where account_id = ${act.actor.accountId} and key = ${command.key}`.execute(act.tx);
}
