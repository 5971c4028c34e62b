// Store of sign-in numbers (登录手机号): the directory that says whose account a number opens.
import { sql } from "kysely";
import type { Act } from "../act.ts";

export interface NewPhone {
  readonly blind: Buffer;
  readonly cipher: Buffer;
  readonly mask: string;
}

/**
 * Closes an account nobody is known by: no member, never on a post. Its WeChat is free to be bound elsewhere. False when
 * somebody is.
 */
export async function closeIfNobodys(house: Act, accountId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update access.accounts a set state = 'closed'
    where id = ${accountId} and not member and state = 'open'
      and not exists (select from access.posts p where p.account_id = a.id)`.execute(house.tx);
  if (numAffectedRows !== 1n) return false;
  await sql`delete from access.wechats where account_id = ${accountId}`.execute(house.tx);
  await sql`delete from access.phones where account_id = ${accountId}`.execute(house.tx);
  return true;
}

/** From now on this number opens the account, and the one before does not. */
export async function putPhone(house: Act, accountId: string, phone: NewPhone): Promise<void> {
  await sql`delete from access.phones where account_id = ${accountId}`.execute(house.tx);
  await sql`insert into access.phones (phone_blind, account_id)
    values (${phone.blind}, ${accountId})`.execute(house.tx);
  await sql`update access.accounts set phone_cipher = ${phone.cipher}, phone_mask = ${phone.mask}
    where id = ${accountId}`.execute(house.tx);
}
