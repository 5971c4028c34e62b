// Receipts (回执): a command's answer kept by its idempotency key, in the command's own transaction.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { entrust } from "../postgres/connection.ts";
import { refuse } from "../refusal.ts";
import type { Sweep } from "../worker/work.ts";
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

/** A claimed key: the receipt that its answer is kept in. */
export interface Claim {
  readonly id: string;
}

const field = "receipt.answer";

/**
 * Claims the key for this command. A second request of the same key waits here until the first one's transaction has
 * ended, then receives its answer.
 */
export async function claimKey(
  act: Act,
  command: CommandKey,
): Promise<{ claim: Claim } | { answer: unknown }> {
  const { accountId } = act.actor;
  const id = newId(act.now);
  const claimed =
    await sql`insert into access.receipts (id, account_id, key, route, request_hash, at)
    values (${id}, ${accountId}, ${command.key}, ${command.routeId}, ${command.requestHash}, ${act.now})
    on conflict do nothing`.execute(act.tx);
  if (claimed.numAffectedRows === 1n) return { claim: { id } };
  const { rows } = await sql<{ id: string; hash: Buffer; cipher: Buffer | null }>`
    select id, request_hash as hash, answer_cipher as cipher from access.receipts
    where account_id = ${accountId} and key = ${command.key}`.execute(act.tx);
  const before = rows[0];
  if (!before?.hash.equals(command.requestHash)) throw refuse(doorRefusals.keyReused);
  if (!before.cipher) throw refuse(doorRefusals.doneBefore);
  return { answer: JSON.parse(act.keys.decrypt({ field, row: before.id }, before.cipher)) };
}

export async function keepAnswer(act: Act, { id }: Claim, answer: unknown): Promise<void> {
  const sealed = act.keys.encrypt({ field, row: id }, JSON.stringify(answer));
  const kept = sql`update access.receipts set answer_cipher = ${sealed}
    where account_id = ${act.actor.accountId} and id = ${id}`.execute(act.tx);
  entrust(act.tx, kept);
}

/** The command was refused, though what it noted stays: the same key may try again. */
export async function releaseKey(act: Act, { id }: Claim): Promise<void> {
  await sql`delete from access.receipts
    where account_id = ${act.actor.accountId} and id = ${id}`.execute(act.tx);
}

/** Longer than any phone keeps what it could not send. */
const daysKept = 30;

export const receiptSweep: Sweep = {
  name: "http.forget-receipts",
  title: "清除过期的防重复回执",
  cron: "40 3 * * *",
  async run(step) {
    const { numAffectedRows } = await step(({ tx, now }) =>
      sql`delete from access.receipts where at < ${now}::timestamptz - make_interval(days => ${daysKept})`.execute(
        tx,
      ),
    );
    return { receipts: Number(numAffectedRows ?? 0) };
  },
};
