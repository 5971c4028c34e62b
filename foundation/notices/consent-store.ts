// Store of consents (订阅消息的同意): how many messages of WeChat an account agreed to and was not sent yet.
import { sql } from "kysely";
import type { Act } from "../act.ts";

/** More are of no use to anybody. */
const leftAtMost = 50;

/** One message more, or, where the consent lasts, any number. Answers how many are left; null for any. */
export async function addConsent(
  act: Act,
  accountId: string,
  lasting: boolean,
): Promise<number | null> {
  const left = lasting ? null : 1;
  const { rows } = await sql<{ left: number | null }>`
    insert into business.wechat_consents as c (account_id, messages_left, at)
    values (${accountId}, ${left}::int, ${act.now})
    on conflict (account_id) do update set at = excluded.at,
      messages_left = case when excluded.messages_left is not null
        then least(coalesce(c.messages_left, 0) + 1, ${leftAtMost}::int) end
    returning messages_left as left`.execute(act.tx);
  return rows[0]?.left ?? null;
}

/** Uses up one message somebody agreed to. False when there is none. */
export async function takeConsent(house: Act, accountId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update business.wechat_consents
    set messages_left = messages_left - 1
    where account_id = ${accountId} and (messages_left is null or messages_left > 0)`.execute(
    house.tx,
  );
  return numAffectedRows === 1n;
}

/** WeChat says that nothing is agreed to (any more). */
export async function endConsent(house: Act, accountId: string): Promise<void> {
  await sql`update business.wechat_consents set messages_left = 0
    where account_id = ${accountId}`.execute(house.tx);
}
