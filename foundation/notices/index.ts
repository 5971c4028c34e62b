// Notices (通知): telling people inside the system, by short message and by WeChat.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { type Route, route } from "../http/route.ts";
import { newId } from "../ids.ts";
import { maskPhone } from "../masks.ts";
import { emit } from "../outbox/index.ts";
import type { Reaction } from "../worker/work.ts";
import { list, read } from "./contract.ts";

/** A message that leaves the house. `to` and `text` are personal data: never logged. */
export interface Message {
  readonly id: string;
  readonly channel: "sms" | "wechat";
  readonly to: string;
  readonly text: string;
}

/** Carries messages out; answers the carrier's receipt, throws when it did not take the message. */
export interface MessageGateway {
  send(message: Message): Promise<string>;
}

const queuedEvent = "notices.message-queued";

/** Puts a short message on its way; a gateway sends it after the act has committed. */
export async function sendSms(act: Act, sms: { phone: string; text: string }): Promise<void> {
  const id = newId(act.now);
  await sql`insert into exchange.messages (id, channel, to_cipher, to_mask, text_cipher, at)
    values (${id}, 'sms', ${act.keys.encrypt({ field: "message.to", row: id }, sms.phone)}, ${maskPhone(sms.phone)},
      ${act.keys.encrypt({ field: "message.text", row: id }, sms.text)}, ${act.now})`.execute(
    act.tx,
  );
  await emit(act, { name: queuedEvent, body: { messageId: id } });
}

export interface Told {
  readonly accountId: string;
  readonly title: string;
  readonly body: string;
  /** Path inside the ends, such as `/desk/…`. */
  readonly link?: string;
}

/** Tells an account something inside the system. */
export async function tell(act: Act, told: Told): Promise<void> {
  await sql`insert into business.notices (id, account_id, at, title, body, link)
    values (${newId(act.now)}, ${told.accountId}, ${act.now}, ${told.title}, ${told.body},
      ${told.link ?? null})`.execute(act.tx);
}

interface MessageRow {
  readonly channel: "sms" | "wechat";
  readonly to_cipher: Buffer;
  readonly text_cipher: Buffer;
  readonly state: string;
}

/** The reaction that hands queued messages to the operator's gateway. */
export const sendingReaction = (gateway: MessageGateway): Reaction => ({
  on: queuedEvent,
  name: "notices.send",
  async run(act, event) {
    const { messageId } = event.body as { messageId: string };
    const { rows } = await sql<MessageRow>`select channel, to_cipher, text_cipher, state
      from exchange.messages where id = ${messageId} for update`.execute(act.tx);
    const row = rows[0];
    if (row?.state !== "queued") return;
    const receipt = await gateway.send({
      id: messageId,
      channel: row.channel,
      to: act.keys.decrypt({ field: "message.to", row: messageId }, row.to_cipher),
      text: act.keys.decrypt({ field: "message.text", row: messageId }, row.text_cipher),
    });
    await sql`update exchange.messages set state = 'sent', sent_at = ${act.now},
      receipt = ${receipt} where id = ${messageId}`.execute(act.tx);
  },
});

interface NoticeRow {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly read_at: Date | null;
}

export async function countUnread(act: Act): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from business.notices
    where account_id = ${act.actor.accountId} and read_at is null`.execute(act.tx);
  return rows[0]?.unread ?? 0;
}

async function listNotices(act: Act, { query }: Asked<typeof list>): Promise<Answer<typeof list>> {
  const { page, size } = query;
  const { accountId } = act.actor;
  const only = query.unread ? sql`and read_at is null` : sql``;
  const { rows } = await sql<NoticeRow>`select id, at, title, body, link, read_at
    from business.notices where account_id = ${accountId} ${only}
    order by at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(act.tx);
  const counted = await sql<{ total: number }>`select count(*) as total from business.notices
    where account_id = ${accountId} ${only}`.execute(act.tx);
  return {
    rows: rows.map(({ read_at, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      read: read_at !== null,
    })),
    total: counted.rows[0]?.total ?? 0,
    page,
    size,
    unread: await countUnread(act),
  };
}

async function readNotices(act: Act, { body }: Asked<typeof read>): Promise<{ read: number }> {
  const only = body.ids ? sql`and id = any(${body.ids})` : sql``;
  const done = await sql`update business.notices set read_at = ${act.now}
    where account_id = ${act.actor.accountId} and read_at is null ${only}`.execute(act.tx);
  return { read: Number(done.numAffectedRows ?? 0n) };
}

export const noticeRoutes: readonly Route[] = [
  route(list, { may: "signed-in", run: listNotices }),
  route(read, { may: "signed-in", run: readNotices }),
];
