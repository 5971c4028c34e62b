// Store of resets (重置单): who asked for whose, who agreed, and what came of the slip.
import { type RawBuilder, sql } from "kysely";
import type { Act } from "../act.ts";
import type { Role } from "../roles.ts";
import type { resetStates, shownTitles } from "./reset-contract.ts";

type ResetState = (typeof resetStates)[number];

/** Unions an account has a post at, asked for or held, and as what; the highest first. */
export async function seatsOf(
  act: Act,
  accountId: string,
): Promise<{ role: Role; orgId: string; orgPath: string }[]> {
  const { rows } = await sql<{ role: Role; orgId: string; orgPath: string }>`
    select role, org_id as "orgId", org_path as "orgPath" from access.posts
    where account_id = ${accountId} and state <> 'ended'
    order by length(org_path), org_path`.execute(act.tx);
  return rows;
}

export interface NewReset {
  readonly id: string;
  readonly accountId: string;
  readonly orgPath: string;
  readonly reason: string;
  readonly shown: keyof typeof shownTitles;
}

/** Waits for its slip; the one before it, if any still lived, ends. */
export async function insertReset(act: Act, reset: NewReset): Promise<void> {
  const { id, accountId, orgPath, reason, shown } = reset;
  await sql`update access.resets set state = 'ended', closed_at = ${act.now}
    where account_id = ${accountId} and state in ('asked', 'open')`.execute(act.tx);
  await sql`insert into access.resets
      (id, account_id, org_path, state, reason, shown, asked_by, asked_at)
    values (${id}, ${accountId}, ${orgPath}, 'asked', ${reason}, ${shown},
      ${act.actor.accountId}, ${act.now})`.execute(act.tx);
}

export async function openReset(
  act: Act,
  id: string,
  slip: { readonly hash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await sql`update access.resets set state = 'open', opened_by = ${act.actor.accountId},
      slip_hash = ${slip.hash}, expires_at = ${slip.expiresAt} where id = ${id}`.execute(act.tx);
}

export async function closeReset(act: Act, id: string, state: "used" | "ended"): Promise<void> {
  await sql`update access.resets set state = ${state}, closed_at = ${act.now}
    where id = ${id}`.execute(act.tx);
}

/** Answers how often the slip was guessed at wrongly, with this. */
export async function countSlipTry(act: Act, id: string): Promise<number> {
  const { rows } = await sql<{ tries: number }>`update access.resets set tries = tries + 1
    where id = ${id} returning tries`.execute(act.tx);
  return rows[0]?.tries ?? 0;
}

export interface LivingReset {
  readonly id: string;
  readonly accountId: string;
  readonly state: "asked" | "open";
  /** Null: whoever runs the server. */
  readonly askedBy: string | null;
  readonly slipHash: Buffer | null;
  readonly expiresAt: Date | null;
}

async function findLiving(act: Act, which: RawBuilder<unknown>): Promise<LivingReset | undefined> {
  const { rows } = await sql<LivingReset>`
    select id, account_id as "accountId", state, asked_by as "askedBy", slip_hash as "slipHash",
      expires_at as "expiresAt"
    from access.resets where ${which} and state in ('asked', 'open') for update`.execute(act.tx);
  return rows[0];
}

/** Locked until the act ends, under these unions alone. */
export const findReset = (act: Act, id: string, { low, high }: { low: string; high: string }) =>
  findLiving(act, sql`id = ${id} and org_path >= ${low} and org_path < ${high}`);

export const findResetOf = (act: Act, accountId: string) =>
  findLiving(act, sql`account_id = ${accountId}`);

export interface ResetRow {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly phone: string;
  readonly state: ResetState;
  readonly reason: string;
  readonly shown: keyof typeof shownTitles;
  readonly askedById: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly openedBy: string | null;
  readonly expiresAt: Date | null;
}

export interface ResetFilter {
  readonly state?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** Newest first; names of accounts lie beyond the scope of staff, so this runs as the house. */
export async function resetsUnder(
  act: Act,
  range: { low: string; high: string },
  { state = "", page, size }: ResetFilter,
): Promise<{ rows: ResetRow[]; total: number }> {
  const shownState = sql`case when r.state = 'open' and r.expires_at <= ${act.now} then 'expired'
    else r.state end`;
  const where = sql`r.org_path >= ${range.low} and r.org_path < ${range.high}
    and (${state} = '' or ${shownState} = ${state})`;
  const { rows } = await sql<ResetRow>`
    select r.id, r.account_id as "accountId", a.name as "accountName", a.phone_mask as phone,
      ${shownState} as state, r.reason, r.shown, r.asked_by as "askedById",
      coalesce(asker.name, '机房操作员') as "askedBy", r.asked_at as "askedAt", opener.name as "openedBy",
      r.expires_at as "expiresAt"
    from access.resets r join access.accounts a on a.id = r.account_id
      left join access.accounts asker on asker.id = r.asked_by
      left join access.accounts opener on opener.id = r.opened_by
    where ${where} order by r.asked_at desc, r.id desc
    limit ${size} offset ${(page - 1) * size}`.execute(act.tx);
  const counted = await sql<{ total: number }>`select count(*) as total
    from access.resets r where ${where}`.execute(act.tx);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
