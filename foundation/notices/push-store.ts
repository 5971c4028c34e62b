// Store of push (手机推送): which devices of an account are told, as long as somebody is signed in there.
import { sql } from "kysely";
import type { Act } from "../act.ts";

export interface NewDevice {
  readonly id: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly endpointHash: Buffer;
  readonly subscriptionCipher: Buffer;
  readonly device: string;
}

/** As the house, because the browser may have told another account until now. */
export async function replaceDevice(house: Act, row: NewDevice): Promise<void> {
  const { id, accountId, sessionId, endpointHash, subscriptionCipher, device } = row;
  await sql`insert into business.push_devices
      (endpoint_hash, id, account_id, session_id, subscription_cipher, device, at)
    values (${endpointHash}, ${id}, ${accountId}, ${sessionId}, ${subscriptionCipher}, ${device},
      ${house.now})
    on conflict (endpoint_hash) do update set id = excluded.id, account_id = excluded.account_id,
      session_id = excluded.session_id, subscription_cipher = excluded.subscription_cipher,
      device = excluded.device, at = excluded.at`.execute(house.tx);
}

const signedIn = (now: Date) => sql`exists (select from access.sessions s
  where s.id = session_id and s.ended_at is null and s.expires_at > ${now})`;

/** Keeps the newest so many devices of an account that somebody is signed in on. */
export async function keepNewest(
  house: Act,
  accountId: string,
  devicesAtMost: number,
): Promise<void> {
  await sql`delete from business.push_devices where account_id = ${accountId} and id not in (
    select id from business.push_devices where account_id = ${accountId}
      and ${signedIn(house.now)} order by at desc, id desc limit ${devicesAtMost})`.execute(
    house.tx,
  );
}

export interface DeviceRow {
  readonly id: string;
  readonly sessionId: string;
  readonly device: string;
  readonly at: Date;
}

/** Devices of an account that somebody is signed in on, newest first. */
export async function devicesOf(act: Act, accountId: string): Promise<DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    select id, session_id as "sessionId", device, at from business.push_devices
    where account_id = ${accountId} and ${signedIn(act.now)} order by at desc, id desc`.execute(
    act.tx,
  );
  return rows;
}

export async function findSubscription(house: Act, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ cipher: Buffer }>`select subscription_cipher as cipher
    from business.push_devices where id = ${id}`.execute(house.tx);
  return rows[0]?.cipher;
}

/** Deletes a device that the act reaches. Answers how many there were. */
export async function deleteDevice(act: Act, id: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from business.push_devices where id = ${id}`.execute(
    act.tx,
  );
  return Number(numAffectedRows ?? 0n);
}
