// Store of notices (通知): what people were told inside the system, and messages on their way out.
import { sql } from "kysely";
import type { Act } from "../act.ts";

export interface NewNotice {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
}

export async function insertNotice(act: Act, notice: NewNotice): Promise<void> {
  const { id, accountId, title, body, link } = notice;
  await sql`insert into business.notices (id, account_id, at, title, body, link)
    values (${id}, ${accountId}, ${act.now}, ${title}, ${body}, ${link})`.execute(act.tx);
}

export interface NoticeRow {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly readAt: Date | null;
}

export interface NoticePage {
  readonly page: number;
  readonly size: number;
  readonly unread: boolean;
}

/** Notices of the actor's own account, newest first. */
export async function ownNotices(
  act: Act,
  { page, size, unread }: NoticePage,
): Promise<{ rows: NoticeRow[]; total: number }> {
  const from = sql`from business.notices where account_id = ${act.actor.accountId}
    ${unread ? sql`and read_at is null` : sql``}`;
  const { rows } =
    await sql<NoticeRow>`select id, at, title, body, link, read_at as "readAt" ${from}
    order by at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(act.tx);
  const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(act.tx);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function countUnread(act: Act): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from business.notices
    where account_id = ${act.actor.accountId} and read_at is null`.execute(act.tx);
  return rows[0]?.unread ?? 0;
}

/** Marks the actor's own notices as read: these, or all. Answers how many were not. */
export async function markRead(act: Act, ids: readonly string[] | undefined): Promise<number> {
  const only = ids ? sql`and id = any(${[...ids]})` : sql``;
  const done = await sql`update business.notices set read_at = ${act.now}
    where account_id = ${act.actor.accountId} and read_at is null ${only}`.execute(act.tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** How a message leaves the house: 短信, 微信订阅消息, 手机推送. */
export type Channel = "sms" | "wechat" | "push";

export interface StoredMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly toCipher: Buffer;
  readonly toMask: string;
  readonly textCipher: Buffer;
  readonly accountId: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly elseSms: boolean;
}

export async function insertMessage(act: Act, message: StoredMessage): Promise<void> {
  const { id, channel, toCipher, toMask, textCipher, accountId, title, link, elseSms } = message;
  await sql`insert into exchange.messages
      (id, channel, to_cipher, to_mask, text_cipher, at, account_id, title, link, else_sms)
    values (${id}, ${channel}, ${toCipher}, ${toMask}, ${textCipher}, ${act.now}, ${accountId},
      ${title}, ${link}, ${elseSms})`.execute(act.tx);
}

/** A message that waits to be sent, held until the act ends. */
export async function findQueued(
  act: Act,
  id: string,
): Promise<(StoredMessage & { readonly at: Date }) | undefined> {
  const { rows } = await sql<StoredMessage & { at: Date }>`
    select id, channel, to_cipher as "toCipher", to_mask as "toMask", text_cipher as "textCipher",
      account_id as "accountId", title, link, else_sms as "elseSms", at
    from exchange.messages where id = ${id} and state = 'queued' for update`.execute(act.tx);
  return rows[0];
}

export async function noteSent(act: Act, id: string, receipt: string): Promise<void> {
  await sql`update exchange.messages set state = 'sent', sent_at = ${act.now},
    receipt = ${receipt} where id = ${id}`.execute(act.tx);
}

export async function noteFailed(act: Act, id: string, failure: string): Promise<void> {
  await sql`update exchange.messages set state = 'failed', failure = ${failure}
    where id = ${id}`.execute(act.tx);
}
