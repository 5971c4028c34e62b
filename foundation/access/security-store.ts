// Store of security (账号安全): what an account shows at the door, and the codes that stand in for an authenticator.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { Account } from "./store.ts";

/** An account by its id, locked until the act ends, so that guesses are counted one after another. */
export async function getAccount(act: Act, id: string): Promise<Account> {
  const { rows } = await sql<Account>`
    select id, person_id as "personId", name, password_hash as "passwordHash",
      totp_cipher as "totpCipher", failures, locked_until as "lockedUntil", state
    from access.accounts where id = ${id} for update`.execute(act.tx);
  if (!rows[0]) throw new Error("whoever is signed in has an account");
  return rows[0];
}

export async function putPassword(act: Act, accountId: string, hash: string): Promise<void> {
  await sql`update access.accounts set password_hash = ${hash}
    where id = ${accountId}`.execute(act.tx);
}

/** The authenticator and every code that could stand in for it are gone. */
export async function dropSecond(act: Act, accountId: string): Promise<void> {
  await sql`update access.accounts set totp_cipher = null where id = ${accountId}`.execute(act.tx);
  await sql`delete from access.recovery_codes where account_id = ${accountId}`.execute(act.tx);
}

/** Ends every session of an account but this one. Answers how many were open. */
export async function endOtherSessions(
  act: Act,
  accountId: string,
  sessionId: string,
): Promise<number> {
  const { numAffectedRows } = await sql`update access.sessions set ended_at = ${act.now}
    where account_id = ${accountId} and id <> ${sessionId} and ended_at is null`.execute(act.tx);
  return Number(numAffectedRows ?? 0n);
}

/** These codes in place of those there were. */
export async function replaceRecoveryCodes(
  act: Act,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await sql`delete from access.recovery_codes where account_id = ${accountId}`.execute(act.tx);
  await sql`insert into access.recovery_codes (account_id, code_hash, made_at)
    select ${accountId}, code_hash, ${act.now}
    from unnest(${[...hashes]}::bytea[]) as codes (code_hash)`.execute(act.tx);
}

/** Takes a code that was not used before; two who show the same at once do not both come through. */
export async function useRecoveryCode(
  act: Act,
  accountId: string,
  codeHash: Buffer,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update access.recovery_codes set used_at = ${act.now}
    where account_id = ${accountId} and code_hash = ${codeHash} and used_at is null`.execute(
    act.tx,
  );
  return numAffectedRows === 1n;
}

export async function countRecoveryCodes(act: Act, accountId: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`select count(*) as left from access.recovery_codes
    where account_id = ${accountId} and used_at is null`.execute(act.tx);
  return rows[0]?.left ?? 0;
}
